"""What search engines of ours may read of a page: who may see it, and its words."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import datetime
from typing import Any

from django.conf import settings
from django.db.models import Case, Exists, IntegerField, OuterRef, Q, QuerySet, Value, When
from django.db.models.functions import Length, Substr
from django.utils.html import strip_tags
from django.utils.translation import get_language
from wagtail.models import Page, PageViewRestriction
from wagtail.search.index import SearchField

from ui.languages import STILL_FRENCH
from ui.listed import listed

# What a text may end with without a full stop of ours.
_MARKS = (".", "!", "?", "…", ":", ";", ",", "»", "”")


def public_now(pages: QuerySet[Any], now: datetime) -> QuerySet[Any]:
    """Keep what anybody may read and find at `now`, copies of other pages left out, in a single query.

    Dates are compared here: no scheduled task is trusted to unpublish. `Page.objects.public()` would read the
    restrictions once per call. Pages in another language than the reader's get `is_foreign` 1.
    """
    above = Substr(OuterRef("path"), 1, Length("page__path"))
    public: QuerySet[Any] = (
        listed(pages)
        .filter(live=True, depth__gt=1)
        .exclude(STILL_FRENCH)
        .filter(Q(expire_at=None) | Q(expire_at__gt=now))
        .exclude(Exists(PageViewRestriction.objects.filter(page__path=above)))
        .annotate(
            is_foreign=Case(
                When(locale__language_code=get_language() or "fr", then=Value(0)),
                default=Value(1),
                output_field=IntegerField(),
            )
        )
        .select_related("locale")
    )
    return public


def in_language(pages: QuerySet[Any], language: str, now: datetime) -> QuerySet[Any]:
    """Keep what readers of `language` are shown among public `pages`: its own, and the French of those it lacks.

    Both are never shown, and nothing but French stands in for another language.
    """
    own = Q(locale__language_code=language)
    if language == settings.LANGUAGE_CODE:
        return pages.filter(own)
    translated = (
        Page.objects.filter(
            translation_key=OuterRef("translation_key"), locale__language_code=language, live=True
        )
        .exclude(STILL_FRENCH)
        .filter(Q(expire_at=None) | Q(expire_at__gt=now))
    )
    return pages.filter(
        own | (Q(locale__language_code=settings.LANGUAGE_CODE) & ~Exists(translated))
    )


def text_of(page: Page, *, without: Iterable[str] = ()) -> str:
    """Return the plain text of the specific `page`: its search fields but the title and those named `without`.

    Each ends like a sentence: a place and a town are never read as one name in an excerpt.
    """
    left_out = {"title", "draft_title", *without}
    values = (
        field.get_value(page)
        for field in page.get_search_fields()
        if isinstance(field, SearchField) and field.field_name not in left_out
    )
    parts = (" ".join(strip_tags(part).split()) for value in values for part in _strings(value))
    return in_sentences(part for part in parts if part)


def in_sentences(parts: Iterable[str]) -> str:
    """Join texts, those that end without a mark with a full stop; nothing follows the last one."""
    *others, last = [*parts] or [""]
    ended = [part if part.endswith(_MARKS) else f"{part}." for part in others]
    return " ".join([*ended, last])


def _strings(value: Any) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, list | tuple):
        for part in value:
            yield from _strings(part)
