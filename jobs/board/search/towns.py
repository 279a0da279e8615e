"""Find the commune that a reader wrote among the words of a job: « infirmier à Figeac »."""

from __future__ import annotations

from dataclasses import dataclass

from territory.gazetteer import Gazetteer, Place, last_read
from territory.names import fold, key_of

# « Saint-Cirq-Lapopie » is three words, « Le Mas de la Croix du Lot » would be seven.
_LONGEST_NAME = 7
_BEFORE_A_PLACE = frozenset(
    [
        "a",
        "au",
        "aux",
        "autour",
        "commune",
        "d",
        "dans",
        "de",
        "des",
        "du",
        "en",
        "l",
        "le",
        "les",
        "near",
        "in",
        "around",
        "at",
        "pres",
        "sur",
        "vers",
        "ville",
    ]
)


@dataclass(frozen=True, slots=True)
class Town:
    """The words left once the commune is taken out, and the commune."""

    words: str
    place: Place

    @property
    def query(self) -> str:
        """Return what to type to mean this commune alone."""
        table = last_read()
        key = key_of(fold(self.place.name))
        named = {*table.by_name.get(key, ()), *table.by_former_name.get(key, ())}
        return self.place.name if named == {self.place} else self.place.label


def town_at_the_end(text: str) -> Town | None:
    """Return the commune that ends `text`, by its longest name; None for a homonym. No query once places are read."""
    table = last_read()
    typed = text.split()
    for length in range(min(_LONGEST_NAME, len(typed)), 0, -1):
        place = _only_place(" ".join(typed[-length:]), table)
        if place is not None:
            return Town(_without_link(typed[:-length]), place)
    return None


def _only_place(name: str, table: Gazetteer) -> Place | None:
    words = fold(name)
    if len(words) > 1 and words[0] in {"d", "l"}:
        words = words[1:]
    if len(words) == 1 and words[0].isdigit():
        found = table.by_postcode.get(words[0], ())
    else:
        found = table.by_name.get(key_of(words)) or table.by_former_name.get(key_of(words), ())
    return found[0] if len(found) == 1 else None


def _without_link(typed: list[str]) -> str:
    """Drop « à », « près de », « autour de » left at the end."""
    kept = list(typed)
    while kept and set(fold(kept[-1])) <= _BEFORE_A_PLACE:
        kept.pop()
    return " ".join(kept)
