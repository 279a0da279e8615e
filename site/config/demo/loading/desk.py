"""Load what waits on the desks of the demonstration's editors: an article at each stage before its publication."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping

from accounts.models import User
from config.demo.desk import DRAFTS, Draft, Stage
from home.news.models import NewsIndexPage, NewsPage
from ui.blocks.raw import block
from ui.models import SiteImage

DAYS_AHEAD = 10


def load_desk(users: Mapping[str, User], images: Mapping[str, SiteImage], now: dt.datetime) -> None:
    """Write the articles that are missing, and bring each to its stage."""
    editor, publisher = users["redaction@demo.example"], users["publication@demo.example"]
    index = NewsIndexPage.objects.get(locale__language_code="fr")
    known = {*NewsPage.objects.child_of(index).values_list("slug", flat=True)}
    for draft in DRAFTS:
        if draft.slug not in known:
            page = _written(draft, index, images, now)
            _bring(page, draft, editor, publisher, now)


def _written(
    draft: Draft, index: NewsIndexPage, images: Mapping[str, SiteImage], now: dt.datetime
) -> NewsPage:
    page = NewsPage(
        title=draft.title,
        slug=draft.slug,
        summary=draft.chapo,
        date=now.date(),
        theme=draft.theme,
        photo=images[draft.image],
        body=[block("prose", f"<p>{draft.text}</p>")],
        live=False,
    )
    index.add_child(instance=page)
    return page


def _bring(page: NewsPage, draft: Draft, editor: User, publisher: User, now: dt.datetime) -> None:
    if draft.stage == Stage.SCHEDULED:
        page.go_live_at = now + dt.timedelta(days=DAYS_AHEAD)
        page.date = page.go_live_at.date()
        page.save_revision(user=publisher).publish(user=publisher)
        return
    page.save_revision(user=editor)
    workflow = page.get_workflow()
    if workflow is None:  # somebody took the review of pages away: the draft stays a draft
        return
    state = workflow.start(page, editor)
    if draft.stage == Stage.SENT_BACK:
        state.current_task_state.reject(user=publisher, comment=draft.remark)
