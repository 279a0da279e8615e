"""Read a field in the reader's language where it is written twice: « hours » and « hours_en »."""

from __future__ import annotations

from typing import Any

from django.conf import settings
from django.utils.translation import get_language


def in_reader_language(row: Any, name: str) -> str:
    """Return a field in the reader's language, in French where the other is missing."""
    language = get_language() or settings.LANGUAGE_CODE
    return str(getattr(row, f"{name}_{language}", "") or getattr(row, name))


def in_town(name: str) -> str:
    """Return « à Gramat », « au Vigan » or « aux Arques », and "in Gramat" in English."""
    if (get_language() or settings.LANGUAGE_CODE) != settings.LANGUAGE_CODE:
        return f"in {name}"
    for article, joined in (("Le ", "au "), ("Les ", "aux ")):
        if name.startswith(article):
            return joined + name.removeprefix(article)
    return f"à {name}"


def language_of(row: Any, name: str) -> str:
    """Return the language of what `in_reader_language` gives, "" when it is the reader's own."""
    language = get_language() or settings.LANGUAGE_CODE
    if language == settings.LANGUAGE_CODE or str(getattr(row, f"{name}_{language}", "")):
        return ""
    return settings.LANGUAGE_CODE
