"""Give the search page the public pages, and keep its index up with what editors publish."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import datetime
from typing import Any

from django.db.models.signals import post_delete, post_save
from django.http import HttpRequest
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext
from wagtail.models import Page, PageViewRestriction
from wagtail.signals import page_published, page_unpublished, post_page_move

from home.news.models import NewsPage
from home.news.search_sources import KIND as NEWS
from search import index
from search.sources import Entry, Hit, Source, register
from ui.page_text import public_now, text_of

KIND = "page"
_PER_READ = 200


def visible(now: datetime) -> Any:
    """Return the pages that anybody may read, articles apart."""
    return public_now(Page.objects.not_type(NewsPage), now)


def entries(ids: Sequence[int] | None) -> Iterator[Entry]:
    """Yield what is indexed of public pages."""
    pages = visible(timezone.now())
    if ids is not None:
        pages = pages.filter(pk__in=ids)
    for page in pages.order_by("pk").specific().iterator(chunk_size=_PER_READ):
        text = text_of(page)
        yield Entry(page.pk, page.title, text, page.locale.language_code, excerpt=text)


def hits(found: Sequence[Any], request: HttpRequest) -> list[Hit]:
    """Show pages found."""
    return [
        Hit(page.pk, page.title, page.get_url(request) or "", language=page.locale.language_code)
        for page in found
    ]


def all_label(total: int) -> str:
    """Name the link to every page found."""
    return ngettext("See the %(count)d page", "See the %(count)d pages", total) % {"count": total}


def follow_page(*, instance: Page, **_signal: Any) -> None:
    """Index again a page that was published, unpublished or deleted."""
    index.refresh(NEWS if isinstance(instance.specific_deferred, NewsPage) else KIND, [instance.pk])


def follow_deletion(*, instance: Page, **_signal: Any) -> None:
    """Forget a deleted page; deleting a branch tells each of its pages."""
    for kind in (KIND, NEWS):
        index.remove(kind, [instance.pk])


def follow_branch(*, instance: Any, **_signal: Any) -> None:
    """Index again a page and all below it, after a move or a change of who may read it."""
    top = instance.page if isinstance(instance, PageViewRestriction) else instance
    branch = list(Page.objects.descendant_of(top, inclusive=True).values_list("pk", flat=True))
    articles = set(NewsPage.objects.filter(pk__in=branch).values_list("pk", flat=True))
    index.refresh(NEWS, sorted(articles))
    index.refresh(KIND, [pk for pk in branch if pk not in articles])


def connect() -> None:
    """Register the source and listen to Wagtail; called from `AppConfig.ready`."""
    register(
        Source(
            kind=KIND,
            number=2,
            slug="pages",
            label=_("Pages"),
            visible=visible,
            entries=entries,
            hits=hits,
            all_label=all_label,
            order=("is_foreign", "-first_published_at", "-pk"),
        )
    )
    page_published.connect(follow_page, dispatch_uid="home.search.published")
    page_unpublished.connect(follow_page, dispatch_uid="home.search.unpublished")
    post_page_move.connect(follow_branch, dispatch_uid="home.search.moved")
    post_delete.connect(follow_deletion, sender=Page, dispatch_uid="home.search.deleted")
    post_save.connect(
        follow_branch, sender=PageViewRestriction, dispatch_uid="home.search.restricted"
    )
    post_delete.connect(follow_branch, sender=PageViewRestriction, dispatch_uid="home.search.freed")
