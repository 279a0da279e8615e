"""A column of the admin's lists that the slices share."""

from __future__ import annotations

from typing import Any

from wagtail.admin.ui.tables import Column

from ui.typography import day_in_words


class DayColumn(Column):
    """A day in the words of the house: « 1er novembre 2026 »."""

    def get_value(self, instance: Any) -> str:
        """Return it, "" where there is none."""
        return day_in_words(super().get_value(instance), with_year=True)
