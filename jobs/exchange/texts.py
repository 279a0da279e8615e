"""Turn the texts of a file into the HTML an offer holds, and its lists into readable sentences."""

from __future__ import annotations

import re
from collections.abc import Sequence

from ui.rich_text import clean_html, text_to_html

from .values import long_text

LONGEST_TEXT = 20_000
MARKUP = re.compile(r"</?(?:p|br|ul|ol|li|div|span|strong|b|h[1-6])\b[^>]{0,200}>", re.IGNORECASE)


def html_of(value: object) -> str:
    """Return a text as safe HTML, its own paragraphs and lists kept whether it is plain or marked up."""
    written = long_text(value, LONGEST_TEXT)
    return clean_html(written) if MARKUP.search(written) else text_to_html(written)


def lists_html(lists: Sequence[tuple[str, Sequence[str]]]) -> str:
    """Return titled lists as safe HTML, without the empty ones."""
    shown = [(title, items) for title, items in lists if items]
    return text_to_html(
        "\n\n".join(
            f"**{title}**\n" + "\n".join(f"- {item.replace('*', '')}" for item in items)
            for title, items in shown
        )
    )
