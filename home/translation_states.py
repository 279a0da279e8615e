"""Where the English of each French page stands: translated, behind the French, detached from it, or not translated."""

from __future__ import annotations

from typing import Any

from django.conf import settings
from django.db import models
from django.db.models import Case, Count, Exists, F, OuterRef, Q, Subquery, Value, When
from django.utils.translation import gettext_lazy as _
from wagtail.models import Page
from wagtail_localize.models import StringSegment, StringTranslation, Translation

TARGET = "en"


class TranslationState(models.TextChoices):
    """How far the translation of a page is."""

    UNTRANSLATED = "UNTRANSLATED", _("Not translated")
    DETACHED = "DETACHED", _("Detached from the French")
    BEHIND = "BEHIND", _("Behind the French")
    TRANSLATED = "TRANSLATED", _("Translated")


def with_translation_state() -> Any:
    """Return the French pages online, each with `state`, `english_pk` and `source_pk`.

    A page is translated with wagtail-localize, whose source says what of the French was taken up and when. An alias
    repeats the French: it is no translation. Neither is a page that follows no source, written by hand or since its
    translation was stopped: it is detached, whatever its date. Nothing is asked per page.
    """
    english = Page.objects.filter(
        translation_key=OuterRef("translation_key"),
        locale__language_code=TARGET,
        alias_of__isnull=True,
    )
    followed = Translation.objects.filter(
        enabled=True,
        source__object_id=OuterRef("translation_key"),
        source__locale_id=OuterRef("locale_id"),
        target_locale__language_code=TARGET,
    )
    return (
        Page.objects.live()
        .filter(locale__language_code=settings.LANGUAGE_CODE, alias_of__isnull=True, depth__gt=1)
        .annotate(
            english_pk=Subquery(english.values("pk")[:1]),
            english_is_live=Subquery(english.values("live")[:1]),
            source_pk=Subquery(followed.values("source_id")[:1]),
            taken_up_at=Subquery(followed.values("source__last_updated_at")[:1]),
            has_words_left=Exists(_words_left()),
        )
        .annotate(state=_state())
    )


def _words_left() -> Any:
    translated = StringTranslation.objects.filter(
        translation_of_id=OuterRef("string_id"),
        context_id=OuterRef("context_id"),
        locale__language_code=TARGET,
        has_error=False,
    )
    return StringSegment.objects.filter(
        source__object_id=OuterRef("translation_key"), source__locale_id=OuterRef("locale_id")
    ).filter(~Exists(translated))


def _state() -> Case:
    is_behind = (
        Q(english_is_live=False)
        | Q(has_words_left=True)
        | Q(last_published_at__gt=F("taken_up_at"))
    )
    return Case(
        When(english_pk__isnull=True, then=Value(TranslationState.UNTRANSLATED)),
        When(taken_up_at__isnull=True, then=Value(TranslationState.DETACHED)),
        When(is_behind, then=Value(TranslationState.BEHIND)),
        default=Value(TranslationState.TRANSLATED),
        output_field=models.CharField(),
    )


def first_things_first() -> Case:
    """Return the rank of a state: what no French text says, what nobody translated, what is behind, what is done."""
    order = (TranslationState.DETACHED, TranslationState.UNTRANSLATED, TranslationState.BEHIND)
    ranks = [When(state=state, then=Value(rank)) for rank, state in enumerate(order)]
    return Case(*ranks, default=Value(len(order)), output_field=models.IntegerField())


def count_by_state() -> dict[str, int]:
    """Return how many pages stand in each state, in one query."""
    rows = with_translation_state().order_by().values("state").annotate(number=Count("pk"))
    return {row["state"]: row["number"] for row in rows}
