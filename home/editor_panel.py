"""What an editor finds on the dashboard: drafts, what came back or is programmed, figures, translations."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from typing import Any

from django.db.models import Q
from django.urls import reverse
from django.utils import timezone
from wagtail.admin.ui.components import Component
from wagtail.models import Page, Revision

from home.approval import sent_back_to
from home.editors import TRANSLATE_PERMISSION, WRITE_PERMISSION
from home.translation_report import work_url
from home.translation_states import TranslationState, count_by_state, with_translation_state
from ui.models import KeyFigure
from ui.models.figures import FRESH_YEARS

# A dashboard is read at a glance: what is left out is one click further.
SHOWN = 5
TO_TRANSLATE = 10


def own_drafts(user: Any) -> Any:
    """Return the pages whose latest version is this person's and is not published, latest first."""
    return Page.objects.filter(has_unpublished_changes=True, latest_revision__user=user).order_by(
        "-latest_revision_created_at", "pk"
    )


@dataclass(frozen=True, slots=True)
class Programmed:
    """A page that will appear, or leave, by itself."""

    page: Page
    at: dt.datetime
    is_leaving: bool


def programmed_pages(now: dt.datetime) -> list[Programmed]:
    """Return what the clock will publish or withdraw, soonest first, in two queries."""
    # The number of a page is kept as text there: PostgreSQL does not join the two.
    coming = dict(
        Revision.page_revisions.filter(approved_go_live_at__gt=now)
        .order_by("approved_go_live_at")
        .values_list("object_id", "approved_go_live_at")[:SHOWN]
    )
    concerned = Q(pk__in=[int(key) for key in coming]) | Q(live=True, expire_at__gt=now)
    found = []
    for page in Page.objects.filter(concerned, alias_of__isnull=True).order_by("expire_at")[:20]:
        if at := coming.get(str(page.pk)):
            found.append(Programmed(page, at, is_leaving=False))
        if page.live and page.expire_at and page.expire_at > now:
            found.append(Programmed(page, page.expire_at, is_leaving=True))
    return sorted(found, key=lambda one: (one.at, one.page.pk))[:SHOWN]


def figures_to_check(day: dt.date) -> list[KeyFigure]:
    """Return the French figures that are not shown (no source, old, too small), or were not checked for two years.

    All are read, in one query: there are some dozens, and the rule of what is shown is theirs.
    """
    # The 28th at most: the 29th of February has no anniversary two years before.
    limit = day.replace(year=day.year - FRESH_YEARS, day=min(day.day, 28))
    figures = KeyFigure.objects.filter(locale__language_code="fr").order_by(
        "checked_on", "year", "label", "pk"
    )
    return [
        figure
        for figure in figures
        if not figure.may_be_shown_on(day) or (figure.checked_on and figure.checked_on < limit)
    ]


@dataclass(frozen=True, slots=True)
class SentBack:
    """A page that came back from the publishers, with what they ask."""

    pk: int
    title: str
    comment: str


def sent_back_pages(user: Any) -> list[SentBack]:
    """Return this person's pages that came back with a remark, latest first, in two queries."""
    states = list(sent_back_to(user)[:SHOWN])
    titles = dict(
        Page.objects.filter(pk__in=[int(state.object_id) for state in states]).values_list(
            "pk", "draft_title"
        )
    )
    return [
        SentBack(
            int(state.object_id), titles[int(state.object_id)], state.current_task_state.comment
        )
        for state in states
        if int(state.object_id) in titles
    ]


class EditorPanel(Component):
    """The editor's day, in five lists and seven queries at most."""

    name = "editor_desk"
    template_name = "home/admin/editor_panel.html"
    order = 40

    def get_context_data(self, parent_context: dict[str, Any]) -> dict[str, Any]:
        """Read the lists; nothing for people who do not edit."""
        context = dict(super().get_context_data(parent_context))
        user = parent_context["request"].user
        context["allowed"] = user.has_perm(WRITE_PERMISSION)
        if context["allowed"]:
            now = timezone.now()
            context["drafts"] = list(own_drafts(user)[:SHOWN])
            context["sent_back"] = sent_back_pages(user)
            context["programmed"] = programmed_pages(now)
            context["figures"] = figures_to_check(timezone.localdate(now))[:SHOWN]
            counts = count_by_state()
            context["untranslated"] = counts.get(TranslationState.UNTRANSLATED, 0)
            context["behind"] = counts.get(TranslationState.BEHIND, 0)
            context["detached"] = counts.get(TranslationState.DETACHED, 0)
            context["figures_url"] = reverse(KeyFigure.snippet_viewset.get_url_name("list"))
            context["figure_edit"] = KeyFigure.snippet_viewset.get_url_name("edit")
        return context


class TranslatorPanel(Component):
    """What a translator begins with: the pages behind their French, then those nobody translated."""

    name = "translator_desk"
    template_name = "home/admin/translator_panel.html"
    order = 41

    def get_context_data(self, parent_context: dict[str, Any]) -> dict[str, Any]:
        """Read the pages; nothing for people who do not translate, or whose desk says it already."""
        context = dict(super().get_context_data(parent_context))
        user = parent_context["request"].user
        context["allowed"] = user.has_perm(TRANSLATE_PERMISSION) and not user.has_perm(
            WRITE_PERMISSION
        )
        if context["allowed"]:
            pages = with_translation_state().exclude(state=TranslationState.TRANSLATED)
            context["total"] = pages.count()
            context["pages"] = [
                (page, TranslationState(page.state).label, work_url(page))
                for page in pages.order_by("state", "-last_published_at", "pk")[:TO_TRANSLATE]
            ]
        return context
