"""Translate a page with words already known, through wagtail-localize, so that editors find them there."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from wagtail.models import Locale
from wagtail_localize.models import (
    StringSegment,
    StringTranslation,
    Translation,
    TranslationSource,
)
from wagtail_localize.strings import StringValue


def translate(page: Any, locale: Locale, words: Mapping[str, str]) -> Any:
    """Return the page in another language, translated and published; one that already is stays as it is."""
    existing = page.get_translation_or_none(locale)
    if existing is not None and not existing.alias_of_id:
        return existing
    source, _created = TranslationSource.get_or_create_from_instance(page)
    translation, _created = Translation.objects.get_or_create(source=source, target_locale=locale)
    remember(source, locale, words)
    translation.save_target(publish=True)
    return page.get_translation(locale)


def update_translation(page: Any, locale: Locale, words: Mapping[str, str]) -> Any:
    """Bring a translation up to what the page says now, with words already known; returns it published."""
    source, _is_updated = TranslationSource.update_or_create_from_instance(page)
    translation, _created = Translation.objects.get_or_create(source=source, target_locale=locale)
    remember(source, locale, words)
    translation.save_target(publish=True)
    return page.get_translation(locale)


def remember(source: TranslationSource, locale: Locale, words: Mapping[str, str]) -> None:
    """Keep the words that the page uses, as if an editor had typed them."""
    known = {StringValue.from_plaintext(text).data: text for text in words}
    for segment in StringSegment.objects.filter(source=source).select_related("string", "context"):
        original = known.get(segment.string.data)
        if original is not None:
            StringTranslation.objects.get_or_create(
                translation_of=segment.string,
                locale=locale,
                context=segment.context,
                defaults={
                    "data": StringValue.from_plaintext(words[original]).data,
                    "translation_type": StringTranslation.TRANSLATION_TYPE_MANUAL,
                },
            )
