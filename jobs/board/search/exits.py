"""Say what an empty search becomes when one criterion is relaxed."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass, replace
from typing import Any

from jobs.board.vocabulary import DEFAULT_RADIUS, Radius
from search import facets as engine
from search.engine import read
from search.generations import numbers

from .criteria import FACET_FIELDS, Criteria
from .labels import labels
from .offers import distances_around
from .questions import question
from .towns import town_at_the_end


@dataclass(frozen=True, slots=True)
class WayOut:
    """A search that finds something: `parameter` is what was relaxed ("rayon", "ou", "q" or a facet's name).

    `values` are the values taken away, the new radius for "rayon", the words left and the commune for "ou".
    """

    parameter: str
    values: tuple[str, ...]
    criteria: Criteria
    total: int


def ways_out(criteria: Criteria, now: dt.datetime) -> list[WayOut]:
    """Return the searches one step away from `criteria` that find offers: a wider radius, one filter less.

    All are counted in one statement; two queries in all.
    """
    stamps = numbers()
    names = labels(stamps["labels"])
    tried = _neighbours(criteria)
    questions = [
        question(relaxed, read(relaxed.text, stamps), distances_around(relaxed), names, now)
        for _parameter, _values, relaxed in tried
    ]
    totals = engine.count(questions)
    return [
        WayOut(parameter, values, relaxed, total)
        for (parameter, values, relaxed), total in zip(tried, totals, strict=True)
        if total
    ]


def _neighbours(criteria: Criteria) -> list[tuple[str, tuple[str, ...], Criteria]]:
    first_page = replace(criteria, page=1)
    found = _in_town(first_page)
    if criteria.places and criteria.radius_km is not None:
        found += [
            ("rayon", (str(radius),), replace(first_page, radius_km=km))
            for radius, km in _wider(criteria.radius_km)
        ]
    for parameter, field in FACET_FIELDS.items():
        if values := criteria.chosen(parameter):
            emptied: dict[str, Any] = {field: ()}
            found.append((parameter, values, replace(first_page, **emptied)))
    if criteria.text:
        found.append(("q", (criteria.text,), replace(first_page, text="")))
    return found


def _in_town(criteria: Criteria) -> list[tuple[str, tuple[str, ...], Criteria]]:
    """Look around the commune that was written among the words of the job."""
    town = None if criteria.places else town_at_the_end(criteria.text)
    if town is None:
        return []
    around = replace(
        criteria, text=town.words, places=(town.place,), radius_km=int(DEFAULT_RADIUS.value)
    )
    return [("ou", (town.words, town.query), around)]


def _wider(radius_km: int) -> list[tuple[str, int | None]]:
    """Return the next radius and the whole territory."""
    further = [radius for radius in Radius.values if radius.isdigit() and int(radius) > radius_km]
    next_one: list[tuple[str, int | None]] = [(further[0], int(further[0]))] if further else []
    return [*next_one, (Radius.WHOLE.value, None)]
