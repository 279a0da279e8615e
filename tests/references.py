"""What a page says of its own elements: ids given twice, and references to ids that are not there."""

from __future__ import annotations

import re
from collections import Counter

_ID = re.compile(r'\sid="([^"]+)"')
_REFERENCE = re.compile(r'\s(?:for|aria-describedby|aria-labelledby|aria-controls)="([^"]+)"')


def repeated_ids(html: str) -> list[str]:
    """Return the ids that several elements bear."""
    return [name for name, count in Counter(_ID.findall(html)).items() if count > 1]


def broken_references(html: str) -> list[str]:
    """Return the ids that are named by another element and borne by none."""
    known = set(_ID.findall(html))
    named = {one for names in _REFERENCE.findall(html) for one in names.split()}
    return sorted(named - known)
