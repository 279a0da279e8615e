"""Tell readers what is searched beyond the words they typed."""

from __future__ import annotations

from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _

from ui.typography import in_french


def about_english(french: tuple[str, ...]) -> SafeString | str:
    """Name the French words that are searched for the English ones, "" when there is none."""
    if not french:
        return ""
    return format_html(
        _("Job titles are in French: we also search for “{words}”."),
        words=in_french(", ".join(french)),
    )
