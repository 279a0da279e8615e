"""Words of a row in the reader's language: English where it is written, else French, marked as such."""

from __future__ import annotations

from typing import Any

from django.utils.translation import get_language

from ui.typography import in_french


def own_words(row: Any, name: str) -> str:
    """Return a text of `row` in the language being spoken, in French where the other is missing."""
    if is_english() and (translated := getattr(row, f"{name}_en")):
        return str(translated)
    return str(getattr(row, name))


def shown_words(row: Any, name: str) -> str:
    """Return the same for display: French words amid another language say that they are."""
    if is_english() and not getattr(row, f"{name}_en"):
        return in_french(getattr(row, name))
    return own_words(row, name)


def is_english() -> bool:
    """Say whether the reader's language is English."""
    return (get_language() or "").startswith("en")
