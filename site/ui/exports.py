"""Tables exported from the admin: a cell that a spreadsheet would run as a formula is made plain text."""

from __future__ import annotations

from functools import wraps
from typing import Any

from wagtail.admin.views.mixins import SpreadsheetExportMixin

# OWASP, "CSV injection": what a spreadsheet takes for the beginning of a formula.
FORMULA_STARTS = ("=", "+", "-", "@", "\t", "\r", "\n")


def as_text(value: Any) -> Any:
    """Return a text that is never a formula, with an apostrophe before it where needed; other values as they are."""
    if isinstance(value, str) and value.startswith(FORMULA_STARTS):
        return f"'{value}"
    return value


def guard_exports() -> None:
    """Make every export of Wagtail, CSV or XLSX, pass through `as_text`; twice changes nothing."""
    original = SpreadsheetExportMixin.preprocess_field_value
    if hasattr(original, "__wrapped__"):
        return

    @wraps(original)
    def guarded(self: Any, field: str, value: Any, export_format: str) -> Any:
        return as_text(original(self, field, value, export_format))

    SpreadsheetExportMixin.preprocess_field_value = guarded
