"""Understand the place a person typed: commune, former name, postcode, area; never raises."""

from __future__ import annotations

import difflib
import re
from dataclasses import dataclass
from enum import StrEnum, auto

from .distances import within
from .gazetteer import Gazetteer, Place, current
from .names import ARTICLES, fold, key_of, without_article

__all__ = ["Candidate", "Kind", "PlaceResult", "find", "locate", "resolve_insee", "within"]

LONGEST = 120  # the longest name has 36 letters: what follows cannot help
MOST_CANDIDATES = 8
MOST_SUGGESTIONS = 3
LIKENESS = 0.72
SURROUNDINGS = {"lot", "france", "occitanie", "quercy"}
WHOLE = {"lot", "46", "lot46", "46lot"}
AROUND_WHOLE = {"dans", "tout", "le", "les", "departement", "du"}
POSTCODE = re.compile(r"(?<!\d)(\d{5})(?!\d)", re.ASCII)
DEPARTMENT = re.compile(r"(?<!\d)(\d{2}|2[ab])(?![\dab])", re.IGNORECASE | re.ASCII)
CEDEX = re.compile(r"\bcedex(\s+\d{1,2})?\b", re.IGNORECASE | re.ASCII)


class Kind(StrEnum):
    """What the text turned out to be."""

    EMPTY = auto()
    WHOLE = auto()
    MUNICIPALITY = auto()
    POSTCODE = auto()
    AREA = auto()
    HOMONYMS = auto()
    UNKNOWN = auto()


@dataclass(frozen=True)
class Candidate:
    """One of several communes a text may mean: what to show, and what to type to mean it alone.

    `former` is the old name by which the commune was found, "" when it is found by its own.
    """

    place: Place
    label: str
    query: str
    former: str = ""


@dataclass(frozen=True)
class PlaceResult:
    """The reading of a text; `places`, the search's centre, is empty when it means nothing sure."""

    text: str
    kind: Kind
    places: tuple[Place, ...] = ()
    label: str = ""
    candidates: tuple[Candidate, ...] = ()
    suggestions: tuple[str, ...] = ()

    @property
    def place(self) -> Place | None:
        """Return the commune when there is exactly one."""
        return self.places[0] if len(self.places) == 1 else None

    @property
    def ids(self) -> list[int]:
        """Return the ids of the communes meant."""
        return [place.id for place in self.places]


def find(text: str | None) -> PlaceResult:
    """Return what `text` means, with candidates for homonyms, suggestions for a misspelling."""
    cleaned = " ".join(str(text or "")[:LONGEST].replace("\x00", " ").split())
    if not cleaned:
        return PlaceResult(text="", kind=Kind.EMPTY)
    table = current()
    code = POSTCODE.search(cleaned)
    words = fold(CEDEX.sub(" ", POSTCODE.sub(" ", cleaned)))
    if key_of([word for word in fold(cleaned) if word not in AROUND_WHOLE]) in WHOLE:
        return PlaceResult(cleaned, Kind.WHOLE, table.places, "Lot")
    if code and not [word for word in words if word not in SURROUNDINGS]:
        return _by_code(cleaned, code[1], table)
    return _by_name(cleaned, words, code[1] if code else _department(cleaned), table)


def resolve_insee(code: str) -> Place | None:
    """Return the commune of an INSEE code, through mergers (46217 is Pern-Lhospitalet)."""
    table = current()
    return table.by_insee.get(code) or table.by_old_insee.get(code)


def locate(*, insee: str = "", postcode: str = "", name: str = "") -> Place | None:
    """Return the one commune a file designates: by its code, else by name and postcode."""
    table = current()
    by_insee = table.by_insee.get(insee) or table.by_old_insee.get(insee)
    departments = {known[:2] for known in table.by_insee}
    if by_insee or (insee and insee[:2] not in departments):
        return by_insee
    return find(f"{postcode} {name}").place


def _by_code(text: str, code: str, table: Gazetteer) -> PlaceResult:
    """Read five digits: a postcode, else an INSEE code, which people take for one another."""
    places = table.by_postcode.get(code, ())
    if places:
        label = places[0].label if len(places) == 1 else code
        kind = Kind.MUNICIPALITY if len(places) == 1 else Kind.POSTCODE
        return PlaceResult(text, kind, places, label)
    place = table.by_insee.get(code) or table.by_old_insee.get(code)
    return _one(text, place) if place else PlaceResult(text, Kind.UNKNOWN)


def _by_name(text: str, words: list[str], code: str, table: Gazetteer) -> PlaceResult:
    """Read a name, the digits beside it choosing between homonyms."""
    for attempt in _attempts(words):
        found = _homonyms(attempt, table)
        if len(found) > 1 and code:
            found = [one for one in found if _agrees(one.place, code)] or found
        if len(found) == 1:
            elsewhere = bool(code) and not _agrees_with_department(found[0].place, code)
            return _unknown(text, attempt, table) if elsewhere else _one(text, found[0].place)
        if found:
            return PlaceResult(text, Kind.HOMONYMS, candidates=tuple(found))
        area = table.areas.get(key_of(attempt)) or table.areas.get(key_of(without_article(attempt)))
        if area:
            return PlaceResult(text, Kind.AREA, area.places, area.name)
    return _by_beginning(text, words, code, table)


def _attempts(words: list[str]) -> list[list[str]]:
    """Return the words as typed, then without what people add around a name (« Figeac, Lot »)."""
    bare = [word for word in words if word not in SURROUNDINGS and not word.isdigit()]
    return [words, bare] if bare and bare != words else [words]


def _homonyms(words: list[str], table: Gazetteer) -> list[Candidate]:
    """Return the communes that bear or bore this name.

    A former name that also begins the name of another commune is ambiguous.
    """
    for key in (key_of(words), key_of(without_article(words))):
        named, formerly = table.by_name.get(key, ()), table.by_former_name.get(key, ())
        if not named and not formerly:
            continue
        candidates = [Candidate(place, place.label, place.label) for place in named]
        old_name = table.spellings.get(key_of(words), " ".join(words).capitalize())
        candidates += [
            Candidate(place, _formerly(place, old_name), place.label, old_name)
            for place in formerly
            if place not in named
        ]
        if not named:
            known = {one.place.id for one in candidates}
            candidates += [
                Candidate(place, place.label, place.label)
                for place in _beginning_with(without_article(words), table, former=False)
                if place.id not in known
            ]
        return candidates
    return []


def _formerly(place: Place, old_name: str) -> str:
    """Return the commune of today, then its old name: « Causse-et-Diège (12700) – Loupiac »."""
    return f"{place.label} – {old_name}"


def _by_beginning(text: str, words: list[str], code: str, table: Gazetteer) -> PlaceResult:
    """Read the first words of a longer name (« Castelnau »), else own up and suggest."""
    bare = without_article(_attempts(words)[-1])
    found = _beginning_with(bare, table) if bare and key_of(bare) not in ARTICLES else []
    if code:
        found = [place for place in found if _agrees(place, code)]
    if len(found) == 1:
        return _one(text, found[0])
    if 1 < len(found) <= MOST_CANDIDATES:
        shown = tuple(_candidate(place, bare, table) for place in found)
        return PlaceResult(text, Kind.HOMONYMS, candidates=shown)
    if found:
        largest = sorted(found, key=lambda place: (-place.population, place.insee))
        names = tuple(place.name for place in largest[:MOST_SUGGESTIONS])
        return PlaceResult(text, Kind.UNKNOWN, suggestions=names)
    if code in table.by_postcode:
        return _by_code(text, code, table)
    return _unknown(text, bare, table)


def _candidate(place: Place, words: list[str], table: Gazetteer) -> Candidate:
    """Return the commune that one of its names led to, with that name when it is an old one."""
    start = tuple(words)
    if tuple(without_article(fold(place.name)))[: len(start)] == start:
        return Candidate(place, place.label, place.label)
    old = next(
        name for name, held in table.starts if held.id == place.id and name[: len(start)] == start
    )
    old_name = table.spellings.get(key_of(list(old)), " ".join(old).capitalize())
    return Candidate(place, _formerly(place, old_name), place.label, old_name)


def _beginning_with(words: list[str], table: Gazetteer, *, former: bool = True) -> list[Place]:
    """Return the communes one of whose names begins with these whole words, in order."""
    start = tuple(words)
    found = {
        place.id: place
        for name, place in table.starts
        if name[: len(start)] == start
        and (former or name == tuple(without_article(fold(place.name))))
    }
    return list(found.values())


def _unknown(text: str, words: list[str], table: Gazetteer) -> PlaceResult:
    """Own up, with the names that look most like what was typed."""
    key = key_of(words)
    alike = difflib.get_close_matches(key, table.spellings, n=MOST_SUGGESTIONS, cutoff=LIKENESS)
    return PlaceResult(
        text, Kind.UNKNOWN, suggestions=tuple(table.spellings[match] for match in alike)
    )


def _one(text: str, place: Place) -> PlaceResult:
    """Return the reading of a text that means exactly one commune."""
    return PlaceResult(text, Kind.MUNICIPALITY, (place,), place.label)


def _department(text: str) -> str:
    """Return the department beside a name (« 46 - CAHORS », « Loupiac (12) »), or nothing."""
    found = DEPARTMENT.search(text)
    return found[1].upper() if found else ""


def _agrees(place: Place, code: str) -> bool:
    """Tell whether the digits written beside a name are this commune's."""
    if len(code) == 5:
        return code in place.postcodes or code == place.insee
    return place.insee.startswith(code)


def _agrees_with_department(place: Place, code: str) -> bool:
    """Tell whether the digits name its department: a wrong last digit must not lose it."""
    departments = {place.insee[:2], *(postcode[:2] for postcode in place.postcodes)}
    return code[:2] in departments
