"""Open a partner's file, JSON or CSV, and hand over its offers one by one, untouched."""

from __future__ import annotations

import csv
import io
import json
from dataclasses import dataclass
from enum import StrEnum, auto
from pathlib import Path
from typing import Any

from django.utils.translation import gettext as _

LARGEST_FILE = 200 * 1024 * 1024
LONGEST_CELL = 10_000_000
SEPARATORS = ";,\t"


class Shape(StrEnum):
    """What the file is made of."""

    FRANCE_TRAVAIL = auto()
    CSV = auto()


class UnreadableFileError(ValueError):
    """The file itself cannot be read: no offer of it was looked at."""


@dataclass(frozen=True)
class RawOffer:
    """One item of a file: its line in a CSV, its rank in a JSON list, and what is there."""

    position: int
    content: Any


@dataclass(frozen=True)
class OfferFile:
    """The offers of a file and its shape."""

    shape: Shape
    offers: list[RawOffer]


def open_offers(path: Path) -> OfferFile:
    """Read the file at `path`. Raises `UnreadableFileError` when it is neither shape, or cannot be opened."""
    try:
        if path.stat().st_size > LARGEST_FILE:
            raise UnreadableFileError(_("it is larger than 200 MB."))
        content = path.read_bytes()
    except OSError as error:
        raise UnreadableFileError(error.strerror or str(error)) from error
    written = _decode(content)
    if not written.strip():
        raise UnreadableFileError(_("it is empty."))
    if written.lstrip()[0] in "[{":
        return OfferFile(Shape.FRANCE_TRAVAIL, _from_json(written))
    return OfferFile(Shape.CSV, _from_csv(written))


def _decode(content: bytes) -> str:
    """Return the text of a file in UTF-8, or in the Windows encoding spreadsheets still write."""
    for encoding in ("utf-8-sig", "cp1252"):
        try:
            return content.decode(encoding)
        except UnicodeDecodeError:
            continue
    return content.decode("latin-1")


def _from_json(written: str) -> list[RawOffer]:
    """Return the items of `{"resultats": […]}` or of a list."""
    try:
        content = json.loads(written, parse_int=_whole_number)
    except (ValueError, RecursionError) as error:
        raise UnreadableFileError(f"JSON: {error}"[:200]) from error
    items = content.get("resultats") if isinstance(content, dict) else content
    if not isinstance(items, list):
        raise UnreadableFileError(_("it has no list of offers under “resultats”."))
    return [RawOffer(position, item) for position, item in enumerate(items, start=1)]


def _whole_number(digits: str) -> int | str:
    """Return a whole number, or its digits when no field of an offer can be that long."""
    return int(digits) if len(digits) <= 20 else digits


def _from_csv(written: str) -> list[RawOffer]:
    """Return the rows of a CSV as dictionaries; its first line names the columns."""
    written = written.replace("\x00", "").lstrip("\n\r")
    header = written.splitlines()[0] if written else ""
    separator = max(SEPARATORS, key=header.count)
    csv.field_size_limit(LONGEST_CELL)
    reader = csv.DictReader(io.StringIO(written, newline=""), delimiter=separator)
    try:
        columns = [(name or "").strip().casefold() for name in reader.fieldnames or []]
        reader.fieldnames = columns
        rows, line = [], reader.line_num + 1
        for row in reader:
            rows.append(RawOffer(line, row))
            line = reader.line_num + 1
    except csv.Error as error:
        raise UnreadableFileError(f"CSV: {error}") from error
    if "intitule" not in columns:
        raise UnreadableFileError(_("its first line has no column “intitule”."))
    return rows
