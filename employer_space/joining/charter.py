"""Which version of the charter is accepted today. A change of its text is a new file and a new number."""

from __future__ import annotations

VERSION = "1"


def template_of(version: str) -> str:
    """Return the template that holds the text of a version."""
    return f"employer_space/joining/charter/{version}.html"
