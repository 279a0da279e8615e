"""What an import understood of one offer of a file, and what it did not."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass, field
from typing import Any

from .values import printable


@dataclass(frozen=True)
class Note:
    """One thing not understood or not kept: the field as the file names it, its value, what was done."""

    field: str
    message: str
    value: str = ""


class RejectedError(Exception):
    """This offer cannot be imported; the note says why."""

    def __init__(self, field: str, message: str, value: object = "") -> None:
        self.note = Note(field, message, printable(value))
        super().__init__(message)


@dataclass
class Record:
    """One offer of a file in our own terms; `fields` are fields of `JobOffer`."""

    source_id: str
    fields: dict[str, Any] = field(default_factory=dict)
    municipality_ids: list[int] = field(default_factory=list)
    online_since: dt.datetime | None = None
    last_day: dt.date | None = None
    employer_name: str = ""
    raw: dict[str, Any] = field(default_factory=dict)
    notes: list[Note] = field(default_factory=list)

    def note(self, field_name: str, message: str, value: object = "") -> None:
        """Remember what will be told about a field."""
        self.notes.append(Note(field_name, message, printable(value)))

    def keep_raw(self, field_name: str, message: str, value: object) -> None:
        """Keep a value that was not understood as it came, and tell it."""
        self.raw[field_name] = printable(value)
        self.note(field_name, message, value)
