"""Choose what to show of the key figures: in the reader's language, and only while they are fresh."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence

from django.conf import settings
from django.utils import timezone

from ui.models import KeyFigure


def figures_to_show(
    pks: Sequence[int], language: str = "", *, today: dt.date | None = None
) -> list[KeyFigure]:
    """Return the chosen figures in order, translated where they are, without those that are too old."""
    chosen = KeyFigure.objects.filter(pk__in=pks)
    versions = KeyFigure.objects.filter(
        translation_key__in=chosen.values("translation_key")
    ).select_related("locale")
    by_key: dict[object, dict[str, KeyFigure]] = {}
    key_of: dict[int, object] = {}
    for figure in versions:
        by_key.setdefault(figure.translation_key, {})[figure.locale.language_code] = figure
        key_of[figure.pk] = figure.translation_key
    today = today or timezone.localdate()
    found = []
    for pk in pks:
        translations = by_key.get(key_of.get(pk), {})
        shown = translations.get(language) or translations.get(settings.LANGUAGE_CODE)
        if shown is not None and shown.is_fresh_on(today):
            found.append(shown)
    return found
