"""Answer a search: the page of offers, the exact total, and each facet with its counts."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from typing import Any

from django.utils.translation import gettext as _

from jobs.board.documents import KIND
from jobs.board.facet_rows import SUPPORT_BITS
from jobs.board.vocabulary import ContractGroup, EmployerGroup, Since, Sort, Support, TimeGroup
from jobs.offers.models import JobOffer
from search import facets as engine
from search.analysis import fold
from search.engine import in_french, read
from search.generations import numbers
from search.suggestions import suggest
from territory.distances import distances_from
from territory.gazetteer import last_read

from .criteria import Criteria
from .labels import Labels, labels
from .questions import question


@dataclass(frozen=True, slots=True)
class FacetValue:
    """One value: `value` for the address, the number of offers that choosing it gives, whether it is chosen."""

    value: str
    label: str
    count: int
    selected: bool


@dataclass(frozen=True, slots=True)
class Facet:
    """One facet: `name` is its parameter; values nobody can choose are left out unless they are chosen."""

    name: str
    label: str
    values: list[FacetValue]

    @property
    def selected(self) -> list[FacetValue]:
        """Return the chosen values."""
        return [value for value in self.values if value.selected]


@dataclass(frozen=True, slots=True)
class Results:
    """One page of offers.

    `matched_text` are the words really searched: the typed ones or, when those are unknown (`is_corrected`), the
    nearest known ones. `french` are the words also searched for the English ones.
    """

    total: int
    offers: list[Any]
    facets: list[Facet]
    page: int
    page_count: int
    matched_text: str
    is_corrected: bool = False
    french: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Listed:
    """A short list of offers, and how many there are in all."""

    total: int
    offers: list[Any]


def search_offers(criteria: Criteria, *, now: dt.datetime) -> Results:
    """Answer `criteria` at `now` with what `JobOffer.objects.visible(now)` holds, in 4 queries.

    Three more when no offer has the words and others are tried. The places come from the gazetteer just read.
    """
    stamps = numbers()
    names = labels(stamps["labels"])
    distances = distances_around(criteria)
    groups = read(criteria.text, stamps)
    answer = engine.ask(question(criteria, groups, distances, names, now))
    corrected = _corrected(criteria) if groups and not answer.total else None
    if corrected:
        criteria = replace(criteria, text=corrected)
        answer = engine.ask(question(criteria, read(corrected, stamps), distances, names, now))
    return Results(
        total=answer.total,
        offers=_offers(answer.ids, distances),
        facets=_facets(answer.counts, criteria, names),
        page=answer.page,
        page_count=answer.page_count,
        matched_text=criteria.text,
        is_corrected=bool(corrected),
        french=in_french(criteria.text, stamps) if groups else (),
    )


def search_newest(
    asked: Sequence[Criteria], *, stamps: dict[str, int], now: dt.datetime
) -> list[Listed]:
    """Answer several searches at once, the newest offers first, in 3 queries whatever their number.

    No facet is counted, words are taken as they were typed, places count for nothing. `stamps` are `numbers()`.
    """
    names = labels(stamps["labels"])
    exact = [replace(criteria, sort=Sort.NEWEST.value) for criteria in asked]
    answers = engine.list_each(
        [question(one, read(one.text, stamps), {}, names, now) for one in exact]
    )
    found = JobOffer.objects.for_display().in_bulk({pk for answer in answers for pk in answer.ids})
    return [
        Listed(answer.total, [found[pk] for pk in answer.ids if pk in found]) for answer in answers
    ]


def distances_around(criteria: Criteria) -> dict[int, float]:
    """Return the communes that the place of `criteria` keeps, by id, with their distance; empty without place."""
    if not criteria.places:
        return {}
    limit = criteria.radius_km
    return {
        pk: round(km, 1)
        for pk, km in distances_from(criteria.places, last_read()).items()
        if limit is None or km <= limit
    }


def _corrected(criteria: Criteria) -> str | None:
    return None if criteria.is_exact else suggest(criteria.text, KIND)


def _offers(ids: list[int], distances: dict[int, float]) -> list[Any]:
    """Load the offers of a page in the order of `ids`; each gets `distance_km`, None without place."""
    found = JobOffer.objects.for_display().in_bulk(ids)
    offers = [found[pk] for pk in ids if pk in found]
    for offer in offers:
        near = [
            distances[place.pk] for place in offer.municipalities.all() if place.pk in distances
        ]
        offer.distance_km = round(min(near)) if near and not offer.is_fully_remote else None
    return offers


def _facets(counts: dict[str, dict[str, int]], criteria: Criteria, names: Labels) -> list[Facet]:
    families = sorted(
        ((value.stored, value.slug, value.label) for value in names.families),
        key=lambda value: fold(value[2]),
    )
    territories = [(value.stored, value.slug, value.label) for value in names.territories]
    supports = [(str(SUPPORT_BITS[value]), value, str(label)) for value, label in Support.choices]
    values: dict[str, tuple[str, Iterable[tuple[str, str, str]]]] = {
        "domaine": (_("Field of work"), families),
        "contrat": (_("Contract"), _same(ContractGroup)),
        "accompagnement": (_("Support"), supports),
        "territoire": (_("Territory"), territories),
        "temps": (_("Working time"), _same(TimeGroup)),
        "employeur": (_("Type of employer"), _same(EmployerGroup)),
        "depuis": (_("Published since"), _same(Since)),
    }
    return [
        Facet(name, label, _values(shown, counts[name], criteria.chosen(name)))
        for name, (label, shown) in values.items()
    ]


def _same(choices: Any) -> list[tuple[str, str, str]]:
    return [(value, value, str(label)) for value, label in choices.choices]


def _values(
    shown: Iterable[tuple[str, str, str]], counts: dict[str, int], chosen: tuple[str, ...]
) -> list[FacetValue]:
    return [
        FacetValue(slug, label, counts.get(stored, 0), slug in chosen)
        for stored, slug, label in shown
        if counts.get(stored, 0) or slug in chosen
    ]
