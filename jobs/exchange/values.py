"""Read one value of a partner's file, whatever it holds: the wrong type, nothing, or an attack."""

from __future__ import annotations

import datetime as dt
import re
import unicodedata
from decimal import Decimal, InvalidOperation
from typing import Any
from urllib.parse import urlsplit
from zoneinfo import ZoneInfo

PARIS = ZoneInfo("Europe/Paris")
MOST_ITEMS = 50
LONGEST_PRINTED = 80
TRUE_WORDS = {"oui", "o", "1", "true", "vrai", "x", "yes"}
FALSE_WORDS = {"non", "n", "0", "false", "faux", "", "no"}
FRENCH_DAY = re.compile(r"(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})", re.ASCII)
NUMBER = re.compile(r"-?\d{1,9}(?:[.,]\d{1,4})?", re.ASCII)


def long_text(value: object, limit: int) -> str:
    """Return a text of several lines without control characters, cut at `limit`; "" for anything else."""
    if isinstance(value, bool) or not isinstance(value, str | int | float):
        return ""
    raw = str(value)[: limit * 4].replace("\r\n", "\n").replace("\r", "\n")
    kept = "".join(
        letter
        for letter in raw
        if letter in "\n\t" or unicodedata.category(letter) not in {"Cc", "Cs"}
    )
    return kept.strip()[:limit]


def text(value: object, limit: int) -> str:
    """Return a text of one line, its spaces single, cut at `limit`; "" for anything else."""
    return " ".join(long_text(value, limit * 2).split())[:limit].strip()


def printable(value: object) -> str:
    """Return a value as one short line that cannot command a terminal."""
    shown = (
        text(value, LONGEST_PRINTED + 1) if isinstance(value, str) else text(repr(value)[:400], 81)
    )
    return shown if len(shown) <= LONGEST_PRINTED else f"{shown[:LONGEST_PRINTED]}…"


def mapping(value: object) -> dict[str, Any]:
    """Return a dictionary, empty for anything else."""
    return value if isinstance(value, dict) else {}


def mappings(value: object) -> list[dict[str, Any]]:
    """Return the dictionaries of a list, at most fifty; an only one counts as a list of one."""
    items = value if isinstance(value, list) else [value]
    return [item for item in items[: MOST_ITEMS * 4] if isinstance(item, dict)][:MOST_ITEMS]


def number(value: object) -> Decimal | None:
    """Return a plain number, written in French or not; None for anything else."""
    if isinstance(value, bool) or not isinstance(value, str | int | float):
        return None
    bare = re.sub(r"[\s€]", "", str(value)[:40])
    if not NUMBER.fullmatch(bare):
        return None
    try:
        return Decimal(bare.replace(",", "."))
    except InvalidOperation:
        return None


def integer(value: object, lowest: int, highest: int) -> int | None:
    """Return a whole number within bounds; None for anything else."""
    found = number(value)
    if found is None or found != found.to_integral_value() or not lowest <= found <= highest:
        return None
    return int(found)


def flag(value: object) -> bool | None:
    """Return yes or no; None when it is neither."""
    if isinstance(value, bool):
        return value
    word = text(value, 10).casefold()
    if word in TRUE_WORDS:
        return True
    return False if word in FALSE_WORDS or value is None else None


def web_address(value: object, limit: int = 500) -> str:
    """Return an http(s) address with a host name and no password; "" for anything else."""
    address = text(value, limit + 1)
    if len(address) > limit or " " in address or "\\" in address:
        return ""
    try:
        parts = urlsplit(address)
        host, _port = parts.hostname or "", parts.port
    except ValueError:
        return ""
    safe = parts.scheme in {"http", "https"} and "." in host and "@" not in parts.netloc
    return address if safe else ""


def instant(value: object) -> dt.datetime | None:
    """Return an instant written in ISO 8601, in Paris time when it names no zone; None otherwise."""
    try:
        found = dt.datetime.fromisoformat(text(value, 40))
    except ValueError:
        return None
    if not 2000 <= found.year <= 2100:
        return None
    return found if found.tzinfo else found.replace(tzinfo=PARIS)


def day(value: object) -> dt.date | None:
    """Return a day written in French (14/12/2026) or in ISO 8601; None otherwise."""
    written = text(value, 40)
    try:
        if french := FRENCH_DAY.fullmatch(written):
            return dt.date(int(french[3]), int(french[2]), int(french[1]))
        found = dt.date.fromisoformat(written[:10])
    except ValueError:
        return None
    return found if 2000 <= found.year <= 2100 else None
