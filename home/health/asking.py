"""Read the question « profession × commune × date » from an address that anyone may have typed."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any
from urllib.parse import urlencode

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _

from territory import places
from territory.gazetteer import Place
from territory.names import fold
from territory.places import Kind
from ui.fields import FrenchDateField
from ui.forms import FormError

from .states import BY_SLUG, Profession

LONGEST = 120
# Before these days no aid of ours existed; after them nobody knows.
FIRST_YEAR, LAST_YEAR = 2000, 2100


@dataclass(frozen=True)
class Candidate:
    """A commune that the text may mean, and where it leads."""

    label: str
    query: str


@dataclass(frozen=True)
class AidQuestion:
    """What is asked; what could not be read is left out, and said beside its field.

    `place_note` says which commune is still to be chosen: an answer to a question, and no error.
    """

    profession: Profession | None
    place: Place | None
    day: dt.date
    typed_place: str
    typed_day: str
    profession_error: str = ""
    place_error: str = ""
    day_error: str = ""
    place_note: str = ""
    candidates: tuple[Candidate, ...] = ()
    suggestions: tuple[Candidate, ...] = ()

    @classmethod
    def from_query(cls, query: Mapping[str, Any], today: dt.date) -> AidQuestion:
        """Read `profession`, `commune` and `date`; the day is `today` when it is not said or not understood."""
        typed_profession = _text(query, "profession")
        profession = BY_SLUG.get(typed_profession)
        day, typed_day, day_error = _day(_text(query, "date"), today)
        typed_place = _text(query, "commune")
        found = places.find(typed_place)
        place = found.place if found.kind == Kind.MUNICIPALITY else None
        kept = {
            "profession": profession.slug if profession else "",
            "date": f"{day:%d/%m/%Y}" if day != today else "",
        }
        several = [(one.label, one.query) for one in found.candidates]
        if found.kind == Kind.POSTCODE:
            in_order = sorted(found.places, key=lambda one: fold(one.name))
            several = [(one.name, one.label) for one in in_order]
        return cls(
            profession=profession,
            place=place,
            day=day,
            typed_place=typed_place,
            typed_day=typed_day,
            profession_error=_about_the_profession(typed_profession, profession),
            place_error="" if several else _about_the_place(found, place),
            day_error=day_error,
            place_note=_about_several(found) if several else "",
            candidates=tuple(_links(several, kept)),
            suggestions=tuple(_links([(name, name) for name in found.suggestions], kept)),
        )

    @property
    def errors(self) -> list[FormError]:
        """Return what is wrong with the three fields, in their order, with the input to correct."""
        found = [
            FormError(self.profession_error, "aid-profession"),
            FormError(self.place_error, "aid-commune"),
            FormError(self.day_error, "aid-date"),
        ]
        return [error for error in found if error.message]


def _text(query: Mapping[str, Any], name: str) -> str:
    return " ".join(str(query.get(name) or "")[: LONGEST * 4].replace("\x00", " ").split())[
        :LONGEST
    ]


def _about_the_profession(text: str, profession: Profession | None) -> str:
    if text and profession is None:
        return _("This profession is not in the list: choose one.")
    return ""


def _day(text: str, today: dt.date) -> tuple[dt.date, str, str]:
    """Return the day asked for; how it was typed, and what is wrong with it, when it was not understood."""
    try:
        day = FrenchDateField(required=False).clean(text)
    except ValidationError as error:
        return today, text, " ".join([error.messages[0], _("The answer is for today.")])
    if day is None:
        return today, "", ""
    if not FIRST_YEAR <= day.year <= LAST_YEAR:
        unknown = _("Nothing is known of aids at that date.")
        return today, text, " ".join([unknown, _("The answer is for today.")])
    return day, text, ""


def _about_several(found: places.PlaceResult) -> str:
    if found.kind == Kind.POSTCODE:
        return _("Several communes have this postcode: choose yours.")
    return _("Several communes answer to this: choose yours.")


def _about_the_place(found: places.PlaceResult, place: Place | None) -> str:
    if place is not None or found.kind == Kind.EMPTY:
        return ""
    if found.kind == Kind.UNKNOWN:
        return _("No commune of the Lot has this name or postcode. Check the spelling.")
    return _("Give one commune: zones are set commune by commune.")


def _links(found: list[tuple[str, str]], kept: dict[str, str]) -> list[Candidate]:
    filled = {name: value for name, value in kept.items() if value}
    return [
        Candidate(label, f"?{urlencode(filled | {'commune': query})}") for label, query in found
    ]
