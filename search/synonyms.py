"""Synonyms and abbreviations: the files of `data/`, completed by the editors' own rows.

A synonym works both ways and one step only: IDE finds "infirmier", "infirmier" finds IDE, neither finds what the
other's neighbours mean. The English words of `data/english.csv` work one way: they find the French ones, which are
told to the reader. No word that is also French belongs there.
"""

from __future__ import annotations

import csv
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from typing import Any

from .analysis import analyse
from .generations import advance
from .models import Generation, Synonym

# A phrase is the terms of one way of saying it.
Phrase = tuple[str, ...]

_DATA = Path(__file__).parent / "data"
Rows = Iterable[tuple[str, str]]
_MOST_EQUIVALENTS = 8
_MOST_EDITED = 2_000


@dataclass(frozen=True, slots=True)
class Thesaurus:
    """Which phrases stand for which; `longest` is the number of terms of the longest known phrase.

    `french` are the French words of an English phrase, as they are told.
    """

    equivalents: dict[Phrase, tuple[Phrase, ...]] = field(default_factory=dict)
    longest: int = 1
    french: dict[Phrase, tuple[str, ...]] = field(default_factory=dict)

    def cut(self, terms: Sequence[str]) -> Iterator[Phrase]:
        """Cut `terms` into known phrases, the longest first, and single terms."""
        start = 0
        while start < len(terms):
            phrase = self._longest_phrase(terms[start:])
            yield phrase
            start += len(phrase)

    def _longest_phrase(self, terms: Sequence[str]) -> Phrase:
        for length in range(min(self.longest, len(terms)), 1, -1):
            if (phrase := tuple(terms[:length])) in self.equivalents:
                return phrase
        return (terms[0],)


_read: tuple[int, Thesaurus] | None = None


def thesaurus(generation: int) -> Thesaurus:
    """Return the synonyms as of `generation`, read from the database only when that number has moved."""
    global _read  # noqa: PLW0603 - the process's only copy, replaced as a whole
    if _read is None or _read[0] != generation:
        edited = Synonym.objects.order_by("pk").values_list("term", "equivalents")[:_MOST_EDITED]
        _read = (generation, build([*shipped(), *edited], shipped("english")))
    return _read[1]


def build(rows: Rows, english: Rows = ()) -> Thesaurus:
    """Build the synonyms from `(term, equivalents separated by |)`."""
    found: defaultdict[Phrase, dict[Phrase, None]] = defaultdict(dict)
    french: dict[Phrase, tuple[str, ...]] = {}
    for term, equivalents in rows:
        phrase = _phrase(term)
        for equivalent in map(_phrase, equivalents.split("|")):
            if phrase and equivalent and phrase != equivalent:
                found[phrase][equivalent] = None
                found[equivalent][phrase] = None
    for term, equivalents in english:
        words = tuple(word.strip() for word in equivalents.split("|"))
        french[_phrase(term)] = words
        found[_phrase(term)] |= dict.fromkeys(map(_phrase, words))
    kept = {phrase: tuple(others)[:_MOST_EQUIVALENTS] for phrase, others in found.items()}
    return Thesaurus(kept, max(map(len, kept), default=1), french)


def _phrase(text: str) -> Phrase:
    return tuple(dict.fromkeys(analyse(text)))


@cache
def shipped(name: str = "synonyms") -> list[tuple[str, str]]:
    """Return the rows of a file of `data/`."""
    with (_DATA / f"{name}.csv").open(encoding="utf-8", newline="") as lines:
        return [(row["term"], row["equivalents"]) for row in csv.DictReader(lines)]


def follow(**_signal: Any) -> None:
    """Take a change of the editors' synonyms into account from the next search on, in every process."""
    advance(Generation.Name.SYNONYMS)
