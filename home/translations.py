"""Translate a page with words already known, through wagtail-localize, so that editors find them there."""

from __future__ import annotations

from collections.abc import Mapping
from contextlib import suppress
from typing import Any

from wagtail.models import Locale
from wagtail_localize.models import (
    StringSegment,
    StringTranslation,
    Translation,
    TranslationSource,
)
from wagtail_localize.strings import StringValue

from ui.languages import UnfinishedTranslation


def translate(page: Any, locale: Locale, words: Mapping[str, str]) -> Any:
    """Return the page in another language, translated, and published when every sentence is known.

    One that already is translated stays as it is.
    """
    existing = page.get_translation_or_none(locale)
    if existing is not None and not existing.alias_of_id:
        return existing
    source, _created = TranslationSource.get_or_create_from_instance(page)
    translation, _created = Translation.objects.get_or_create(source=source, target_locale=locale)
    remember(source, locale, words)
    return _published(page, translation)


def update_translation(page: Any, locale: Locale, words: Mapping[str, str]) -> Any:
    """Bring a translation up to what the page says now, with words already known; returns it published."""
    source, _is_updated = TranslationSource.update_or_create_from_instance(page)
    translation, _created = Translation.objects.get_or_create(source=source, target_locale=locale)
    remember(source, locale, words)
    return _published(page, translation)


def _published(page: Any, translation: Translation) -> Any:
    # Publishing through wagtail-localize waits for the end of the transaction: the page would be returned as a draft.
    translation.save_target(publish=False)
    translated = page.get_translation(translation.target_locale)
    # With sentences left, as when an editor rewrote the French, readers keep the page as it is.
    with suppress(UnfinishedTranslation):
        translated.get_latest_revision().publish(skip_permission_checks=True)
    return page.get_translation(translation.target_locale)


def remember(source: TranslationSource, locale: Locale, words: Mapping[str, str]) -> None:
    """Keep the words that the page uses, as if an editor had typed them.

    Words with bold, italic or links are written as translators see them: `<b>…</b>`, `<a id="a1">…</a>`.
    """
    known = {_stored(text): text for text in words}
    for segment in StringSegment.objects.filter(source=source).select_related("string", "context"):
        original = known.get(segment.string.data)
        if original is not None:
            StringTranslation.objects.get_or_create(
                translation_of=segment.string,
                locale=locale,
                context=segment.context,
                defaults={
                    "data": _stored(words[original]),
                    "translation_type": StringTranslation.TRANSLATION_TYPE_MANUAL,
                },
            )


def _stored(text: str) -> str:
    made = StringValue.from_translated_html if "</" in text else StringValue.from_plaintext
    return str(made(text).data)
