"""Choose what to show of the key figures: in the reader's language, and only while they are fresh."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from django.conf import settings
from django.utils import timezone

from ui import figure_queries
from ui.models import KeyFigure
from ui.models.figures import computed_fields


def figures_to_show(
    pks: Sequence[int], language: str = "", *, today: dt.date | None = None
) -> list[KeyFigure]:
    """Return the chosen figures in order, translated where they are, without those that are too old."""
    return choose(read_figures(pks), pks, language, today=today)


@dataclass(frozen=True)
class FigureRows:
    """Figures read at once, each in all its languages."""

    key_of: dict[int, Any]
    versions: dict[Any, dict[str, KeyFigure]]


def read_figures(pks: Iterable[int]) -> FigureRows:
    """Read figures with their translations: one query."""
    chosen = KeyFigure.objects.filter(pk__in=pks)
    versions = KeyFigure.objects.filter(
        translation_key__in=chosen.values("translation_key")
    ).select_related("locale")
    rows = FigureRows({}, {})
    for figure in versions:
        rows.versions.setdefault(figure.translation_key, {})[figure.locale.language_code] = figure
        rows.key_of[figure.pk] = figure.translation_key
    return rows


def choose(
    rows: FigureRows, pks: Sequence[int], language: str = "", *, today: dt.date | None = None
) -> list[KeyFigure]:
    """Return the figures of `pks` among those read, in order: none too old, too small or without its source."""
    today = today or timezone.localdate()
    found = []
    for pk in pks:
        translations = rows.versions.get(rows.key_of.get(pk), {})
        shown = translations.get(language) or translations.get(settings.LANGUAGE_CODE)
        if shown is not None and shown.may_be_shown_on(today):
            found.append(shown)
    return found


def refresh_figures(now: dt.datetime) -> int:
    """Count again every figure that a named query computes, in all its languages; return how many changed.

    Run each night: a visitor's request never counts.
    """
    changed = 0
    names = KeyFigure.objects.exclude(query="").values_list("query", flat=True).distinct()
    for name in sorted(set(names)):
        if query := figure_queries.find(name):
            fields = computed_fields(query, now)
            changed += KeyFigure.objects.filter(query=name).exclude(**fields).update(**fields)
    return changed


def sample_figures() -> list[KeyFigure]:
    """Return invented figures, for the samples of the editor: they are not in the database."""
    year = timezone.localdate().year
    words = {"label": "familles accompagnées (exemple)", "source": "exemple", "year": year}
    return [
        KeyFigure(value="108", **words),
        KeyFigure(prefix="près de", value="750", **words),
    ]
