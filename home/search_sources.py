"""Give the search page the public pages, and keep its index up with what editors publish."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import datetime
from typing import Any

from django.db.models import Case, Exists, IntegerField, OuterRef, Value, When
from django.db.models.signals import post_delete, post_save
from django.http import HttpRequest
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext
from wagtail.models import Page, PageViewRestriction
from wagtail.signals import page_published, page_unpublished, post_page_move

from home.ambassadors.models import PortraitPage
from home.ambassadors.search_sources import KIND as PORTRAIT
from home.durations import with_durations
from home.events.models import EventPage
from home.events.search_sources import KIND as EVENT
from home.models import LegalPage
from home.news.models import NewsPage
from home.news.search_sources import KIND as NEWS
from search import index, screens
from search.sources import Entry, Hit, Source, register
from ui.addresses import page_path
from ui.page_text import in_language, public_now, text_of

KIND = "page"
# The pages that have a group of their own, with its kind.
GROUPS: dict[type[Page], str] = {NewsPage: NEWS, EventPage: EVENT, PortraitPage: PORTRAIT}
_PER_READ = 200
HOME_DEPTH = 2


def visible(now: datetime) -> Any:
    """Return the pages that anybody may read, but those that have a group of their own.

    Legal ones, which hold words of every subject, get `is_legal` 1: they come last.
    """
    is_legal = Case(
        When(Exists(LegalPage.objects.filter(pk=OuterRef("pk"))), then=Value(1)),
        default=Value(0),
        output_field=IntegerField(),
    )
    return public_now(Page.objects.not_type(*GROUPS), now).annotate(is_legal=is_legal)


def entries(ids: Sequence[int] | None) -> Iterator[Entry]:
    """Yield what is indexed of public pages."""
    pages = visible(timezone.now())
    if ids is not None:
        pages = pages.filter(pk__in=ids)
    for page in pages.order_by("pk").specific().iterator(chunk_size=_PER_READ):
        language = str(page.locale.language_code)
        text = with_durations(text_of(page), language)
        body = " ".join([text, *_titles_below(page, language)])
        yield Entry(page.pk, page.title, body, language, excerpt=text)


def _titles_below(page: Page, language: str) -> list[str]:
    """Return the titles of the screens below a section: people look for it by what they do there."""
    if page.depth <= HOME_DEPTH:
        return []
    return list(screens.titles_below(page_path(page.url_path, language), language))


def hits(found: Sequence[Any], _request: HttpRequest) -> list[Hit]:
    """Show pages found."""
    return [
        Hit(
            page.pk,
            page.title,
            page_path(page.url_path, str(page.locale.language_code)),
            language=page.locale.language_code,
        )
        for page in found
    ]


def all_label(total: int) -> str:
    """Name the link to every page found."""
    return ngettext("See the %(count)d page", "See the %(count)d pages", total) % {"count": total}


def kind_of(page: Page) -> str:
    """Return the group in which a page is found."""
    specific = page.specific_deferred
    return next((kind for model, kind in GROUPS.items() if isinstance(specific, model)), KIND)


def follow_page(*, instance: Page, **_signal: Any) -> None:
    """Index again a page that was published, unpublished or deleted."""
    index.refresh(kind_of(instance), [instance.pk])


def follow_deletion(*, instance: Page, **_signal: Any) -> None:
    """Forget a deleted page; deleting a branch tells each of its pages."""
    for kind in (KIND, *GROUPS.values()):
        index.remove(kind, [instance.pk])


def follow_branch(*, instance: Any, **_signal: Any) -> None:
    """Index again a page and all below it, after a move or a change of who may read it."""
    top = instance.page if isinstance(instance, PageViewRestriction) else instance
    branch = set(
        Page.objects.descendant_of(top, inclusive=True).order_by().values_list("pk", flat=True)
    )
    for model, kind in GROUPS.items():
        apart = set(model._default_manager.filter(pk__in=branch).values_list("pk", flat=True))
        index.refresh(kind, sorted(apart))
        branch -= apart
    index.refresh(KIND, sorted(branch))


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
            order=("is_legal", "is_foreign", "-first_published_at", "-pk"),
            for_readers=in_language,
            has_screens=True,
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
