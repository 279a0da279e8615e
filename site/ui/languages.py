"""Pages in other languages: each follows its French page, never before it and never without it."""

from __future__ import annotations

import datetime as dt
from typing import Any, ClassVar

from django.conf import settings
from django.core.exceptions import PermissionDenied
from django.db.models import Exists, OuterRef, Q, Subquery
from django.utils.translation import gettext_lazy as _
from wagtail.models import Page
from wagtail_localize.models import StringSegment, StringTranslation, Translation

# What readers are shown in French at an address of another language: a copy of the French page, or a translation
# that was begun and never published.
STILL_FRENCH = Q(alias_of__isnull=False) | (
    ~Q(locale__language_code=settings.LANGUAGE_CODE) & Q(live_revision__isnull=True)
)


class PublicationRefused(PermissionDenied):
    """Raised when a page may not be online in another language."""

    message: ClassVar[Any] = ""

    def __init__(self) -> None:
        super().__init__(self.message)


class SourceNotOnline(PublicationRefused):
    """Raised when a page would be online in another language without its French page."""

    message = _("The French page is not online: a translation is never published before it.")


class NotOfTheFrenchText(PublicationRefused):
    """Raised when the translation of a binding text would not be that of the French text online."""

    message = _(
        "The French text of this page binds: bring the translation up to what is online before publishing it."
    )


class DetachedFromFrench(PublicationRefused):
    """Raised when a page in another language is no translation: what it says may be in no French text."""

    message = _(
        "This page was detached from the French: nothing is published that no French text says. Start its"
        " synchronised translation again, or convert it to an alias of the French page."
    )


class UnfinishedTranslation(PublicationRefused):
    """Raised when readers would be given sentences left in French as if they were translated."""

    message = _(
        "Some sentences are not translated yet: readers keep the page as it is until all of them are."
    )


def is_source(page: Any) -> bool:
    """Say whether a page is in French, the language that the others follow."""
    return bool(page.locale.language_code == settings.LANGUAGE_CODE)


def source_is_online(page: Any) -> bool:
    """Say whether the French page that a page follows is online; a French page follows nothing."""
    return is_source(page) or bool(online_source_of(page).exists())


def online_source_of(page: Any) -> Any:
    """Return the French page that a page follows, as a query that finds it when it is online."""
    return Page.objects.live().filter(
        translation_key=page.translation_key,
        locale__language_code=settings.LANGUAGE_CODE,
        alias_of__isnull=True,
    )


def is_of_the_french_text(page: Any) -> bool:
    """Say whether a translation is made from the French text that is online, neither older nor newer.

    One written by hand, which follows nothing, is not: what it says may be in no French text.
    """
    if is_source(page):
        return True
    french = online_source_of(page).values_list("last_published_at", flat=True).first()
    taken_up = (
        Translation.objects.filter(
            source__object_id=page.translation_key, target_locale_id=page.locale_id, enabled=True
        )
        .values_list("source__last_updated_at", flat=True)
        .first()
    )
    return bool(french and taken_up and taken_up >= french)


def follows_the_french(page: Any) -> bool:
    """Say whether the words of a page are translated from its French page; a French page follows nothing."""
    return is_source(page) or bool(
        Translation.objects.filter(
            source__object_id=page.translation_key, target_locale_id=page.locale_id, enabled=True
        ).exists()
    )


def refusal_to_publish(page: Any) -> PublicationRefused | None:
    """Return why a page may not be online in its language now; None when it may."""
    if not source_is_online(page):
        return SourceNotOnline()
    if page.french_prevails and not is_of_the_french_text(page):
        return NotOfTheFrenchText()
    if not follows_the_french(page):
        return DetachedFromFrench()
    if not is_source(page) and has_words_left(page):
        return UnfinishedTranslation()
    return None


def refusal_to_plan(page: Any, now: dt.datetime) -> PublicationRefused | None:
    """Return why a page may be neither published nor programmed; one that only waits for its French may be programmed."""
    refusal = refusal_to_publish(page)
    may_wait = page.go_live_at is not None and page.go_live_at > now
    return None if may_wait and not isinstance(refusal, DetachedFromFrench) else refusal


def has_words_left(page: Any) -> bool:
    """Say whether some words of a translation that follows its French page are not translated yet."""
    translated = StringTranslation.objects.filter(
        translation_of_id=OuterRef("string_id"),
        context_id=OuterRef("context_id"),
        locale_id=page.locale_id,
        has_error=False,
    )
    followed = Translation.objects.filter(
        source=OuterRef("source"), target_locale_id=page.locale_id, enabled=True
    )
    segments = StringSegment.objects.filter(source__object_id=page.translation_key)
    return bool(segments.filter(Exists(followed), ~Exists(translated)).exists())


def is_older_than_its_words(page: Any) -> bool:
    """Say whether sentences were translated after the draft of a page was written: it still says them in French."""
    drafted = page.latest_revision.created_at if page.latest_revision_id else None
    words = StringTranslation.objects.filter(
        locale_id=page.locale_id,
        context__object_id=page.translation_key,
        **({"updated_at__gt": drafted} if drafted else {}),
    )
    return not is_source(page) and bool(words.exists())


def translations_of(page: Any) -> Any:
    """Return the pages in other languages that follow a French page, copies still in French left out."""
    return Page.objects.filter(translation_key=page.translation_key, alias_of__isnull=True).exclude(
        locale__language_code=settings.LANGUAGE_CODE
    )


def with_source_dates(pages: Any) -> Any:
    """Annotate pages with `source_published_at` and `taken_up_at`, without another query.

    The first is when the French was last published, the second when its words were last given to the translators
    (None for a page translated by hand).
    """
    source = Page.objects.filter(
        translation_key=OuterRef("translation_key"),
        locale__language_code=settings.LANGUAGE_CODE,
        alias_of__isnull=True,
    )
    followed = Translation.objects.filter(
        source__object_id=OuterRef("translation_key"),
        target_locale_id=OuterRef("locale_id"),
        enabled=True,
    )
    return pages.annotate(
        source_published_at=Subquery(source.values("last_published_at")[:1]),
        taken_up_at=Subquery(followed.values("source__last_updated_at")[:1]),
    )


def is_behind(row: Any) -> bool:
    """Say whether the French was published again after the words of `row`, annotated by `with_source_dates`."""
    published = row.source_published_at
    if published is None or row.alias_of_id:
        return False
    dates = (row.last_published_at, row.taken_up_at)
    return any(date is not None and date < published for date in dates)
