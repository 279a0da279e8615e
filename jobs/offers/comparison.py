"""Tell what differs between two versions of an offer, field by field and word by word."""

from __future__ import annotations

import difflib
import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from django.utils.translation import gettext as _

from ui.rich_text import html_to_text

from .display import euros
from .labels import field_label
from .models import JobOffer
from .validation import STEP_FIELDS

HTML_FIELDS = frozenset({"missions", "profile", "offering"})
COMPARED = tuple(
    field for fields in STEP_FIELDS.values() for field in fields if field != "last_day"
)


@dataclass(frozen=True, slots=True)
class Segment:
    """A run of words that is the same, added or removed."""

    kind: str  # "same", "added" or "removed"
    text: str


@dataclass(frozen=True, slots=True)
class FieldChange:
    """One field that differs, with its label and the words of both versions."""

    field: str
    label: str
    segments: tuple[Segment, ...]


@dataclass(frozen=True, slots=True)
class FieldReading:
    """One field that is filled in, as a reader sees it."""

    field: str
    label: str
    text: str


def in_words(offer: JobOffer, field: str) -> str:
    """Return the value of `field` as people read it; empty when there is none."""
    value: Any = getattr(offer, field)
    if field == "municipalities":
        return ", ".join(place.name for place in offer.places)
    if field in HTML_FIELDS:
        return html_to_text(value)
    if field == "licences":
        return ", ".join(offer.licences_display)
    if isinstance(value, Decimal):
        return euros(value)
    if isinstance(value, bool):
        return _("Yes") if value else ""
    if isinstance(value, list):
        return ", ".join(str(item) for item in value)
    display = getattr(offer, f"get_{field}_display", None)
    return str(display() or "") if display else "" if value is None else str(value)


def readings(offer: JobOffer) -> list[FieldReading]:
    """Return every field that says something, in the order of the form."""
    return [
        FieldReading(field, field_label(field), text)
        for field in COMPARED
        if (text := in_words(offer, field))
    ]


def differences(before: JobOffer, after: JobOffer) -> list[FieldChange]:
    """Return the fields that differ between two versions, in the order of the form."""
    changes = []
    for field in COMPARED:
        old, new = in_words(before, field), in_words(after, field)
        if old != new:
            changes.append(FieldChange(field, field_label(field), tuple(_segments(old, new))))
    return changes


def _segments(old: str, new: str) -> Iterator[Segment]:
    left, right = re.findall(r"\s+|\S+", old), re.findall(r"\s+|\S+", new)
    matcher = difflib.SequenceMatcher(a=left, b=right, autojunk=False)
    for operation, a1, a2, b1, b2 in matcher.get_opcodes():
        if operation == "equal":
            yield Segment("same", "".join(left[a1:a2]))
            continue
        if a2 > a1:
            yield Segment("removed", "".join(left[a1:a2]))
        if b2 > b1:
            yield Segment("added", "".join(right[b1:b2]))
