"""Synonyms and abbreviations: the file `data/synonyms.csv`, completed by the editors' own rows.

A synonym works both ways and one step only: IDE finds "infirmier", "infirmier" finds IDE, neither finds what the
other's neighbours mean.
"""

from __future__ import annotations

import csv
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from typing import Any

from .analysis import analyse
from .generations import advance
from .models import Generation, Synonym

# A phrase is the terms of one way of saying it.
Phrase = tuple[str, ...]

_FILE = Path(__file__).parent / "data" / "synonyms.csv"
_MOST_EQUIVALENTS = 8
_MOST_EDITED = 2_000


@dataclass(frozen=True, slots=True)
class Thesaurus:
    """Which phrases stand for which; `longest` is the number of terms of the longest known phrase."""

    equivalents: dict[Phrase, tuple[Phrase, ...]] = field(default_factory=dict)
    longest: int = 1


_read: tuple[int, Thesaurus] | None = None


def thesaurus(generation: int) -> Thesaurus:
    """Return the synonyms as of `generation`, read from the database only when that number has moved."""
    global _read  # noqa: PLW0603 - the process's only copy, replaced as a whole
    if _read is None or _read[0] != generation:
        edited = Synonym.objects.order_by("pk").values_list("term", "equivalents")[:_MOST_EDITED]
        _read = (generation, build([*_shipped(), *edited]))
    return _read[1]


def build(rows: Iterable[tuple[str, str]]) -> Thesaurus:
    """Build the synonyms from `(term, equivalents separated by |)`."""
    found: defaultdict[Phrase, dict[Phrase, None]] = defaultdict(dict)
    for term, equivalents in rows:
        phrase = _phrase(term)
        for equivalent in map(_phrase, equivalents.split("|")):
            if phrase and equivalent and phrase != equivalent:
                found[phrase][equivalent] = None
                found[equivalent][phrase] = None
    kept = {phrase: tuple(others)[:_MOST_EQUIVALENTS] for phrase, others in found.items()}
    return Thesaurus(kept, max(map(len, kept), default=1))


def _phrase(text: str) -> Phrase:
    return tuple(dict.fromkeys(analyse(text)))


@cache
def _shipped() -> list[tuple[str, str]]:
    with _FILE.open(encoding="utf-8", newline="") as lines:
        return [(row["term"], row["equivalents"]) for row in csv.DictReader(lines)]


def follow(**_signal: Any) -> None:
    """Take a change of the editors' synonyms into account from the next search on, in every process."""
    advance(Generation.Name.SYNONYMS)
