"""What the blocks and the pages of the section show: each question costs a fixed number of queries."""

from __future__ import annotations

import datetime as dt
from collections.abc import Collection, Iterable, Mapping
from functools import cached_property
from itertools import islice
from typing import Any, NamedTuple

from django.conf import settings
from django.db.models import F, QuerySet

from jobs.offers.models import JobOffer
from territory.models import Municipality

from .aids import Aid, tell
from .models import (
    HealthContact,
    HealthGrant,
    HealthHousing,
    HealthStructure,
    SemesterPlaces,
    TrainingPractice,
)
from .occupations import OCCUPATIONS, codes_of, title_pattern
from .querysets import answering
from .states import Profession

MOST_ROWS = 60
COMMUNE_FIELDS = Municipality._meta.concrete_fields


def opportunities(
    *, kinds: Iterable[str], number: int, now: dt.datetime, professions: Collection[str] = ()
) -> list[JobOffer]:
    """Return the newest health offers online that open on one of these kinds; on any when none is named.

    With professions, those of other occupations are left out; « another care profession » leaves the doctors' out.
    One query, the communes with their offers.
    """
    offers = JobOffer.objects.visible(now).in_health()
    doctor = Profession.GENERAL_PRACTITIONER
    if codes := codes_of(professions):
        offers = offers.of_occupations(codes, title_pattern(*professions))
    elif Profession.OTHER in professions:
        offers = offers.of_other_occupations(OCCUPATIONS[doctor], title_pattern(doctor))
    if wanted := list(kinds):
        offers = offers.of_opportunities(wanted)
    return with_communes(offers.newest_first().values("pk")[:number])


def with_communes(chosen: QuerySet[Any, Any]) -> list[JobOffer]:
    """Return the offers whose numbers are chosen, the newest first, as lists show them."""
    columns = {field.attname: f"commune_{field.attname}" for field in COMMUNE_FIELDS}
    joined = {alias: F(f"municipalities__{name}") for name, alias in columns.items()}
    offers = JobOffer.objects.filter(pk__in=chosen).for_rows()
    listed: dict[int, tuple[JobOffer, list[Municipality]]] = {}
    for row in offers.newest_first().annotate(**joined):
        _offer, communes = listed.setdefault(row.pk, (row, []))
        values = {name: getattr(row, alias) for name, alias in columns.items()}
        if values["id"] is not None:
            communes.append(Municipality(**values))
    for offer, communes in listed.values():
        offer.municipalities.set(communes)  # in memory: nothing is saved
    return [offer for offer, _communes in listed.values()]


class Shelf:
    """What several blocks of one page show: each list is read once, and only when a block asks for it."""

    @cached_property
    def _structures(self) -> list[HealthStructure]:
        found = HealthStructure.objects.shown().select_related("municipality")
        return list(found.order_by("order", "name", "pk")[: 4 * MOST_ROWS])

    @cached_property
    def _contacts(self) -> list[HealthContact]:
        return list(HealthContact.objects.active())

    def structures(self, kinds: Iterable[str]) -> list[HealthStructure]:
        """Return the structures shown of some kinds, of all when none is named, with their commune."""
        wanted = set(kinds)
        found = (one for one in self._structures if not wanted or one.kind in wanted)
        return list(islice(found, MOST_ROWS))

    def contact_for(self, profession: str) -> HealthContact | None:
        """Return whom a profession calls, "" standing for any."""
        found: HealthContact | None = answering(self._contacts, profession)
        return found


def shelf_of(context: Mapping[str, Any]) -> Shelf:
    """Return the shelf of the page whose block is drawn; one of its own for a block alone."""
    return context.get("health_shelf") or Shelf()


class Practice(NamedTuple):
    """A training practice with the semesters that are not over."""

    practice: TrainingPractice
    semesters: list[SemesterPlaces]


def practices(*, day: dt.date) -> list[Practice]:
    """Return the training practices shown, each with its places from `day` on: one query."""
    found = TrainingPractice.objects.with_places(day).shown().select_related("municipality")
    listed: dict[int, Practice] = {}
    for row in found.order_by("order", "name", "pk", "open__starts_on", "open__pk")[
        : 4 * MOST_ROWS
    ]:
        practice = listed.setdefault(row.pk, Practice(row, []))
        if row.places_free is not None:
            practice.semesters.append(
                SemesterPlaces(
                    practice=practice.practice,
                    semester=row.places_semester,
                    year=row.places_year,
                    free_places=row.places_free,
                    counted_on=row.places_counted_on,
                )
            )
    return list(listed.values())


def housing() -> list[HealthHousing]:
    """Return the housing shown, with its commune: one query."""
    found = HealthHousing.objects.shown().select_related("municipality")
    return list(found.order_by("order", "title", "pk")[:MOST_ROWS])


def aids_in_force(
    *, professions: Iterable[str], day: dt.date, contact: HealthContact | None = None
) -> list[Aid]:
    """Return the aids of these professions that exist on a day, of all when none is named: one query.

    `contact` is whom to ask about an aid that names nobody.
    """
    wanted = set(professions)
    found = HealthGrant.objects.shown().in_force_on(day).in_order().select_related("contact")
    months = settings.HEALTH_AID_CHECK_MONTHS
    return [
        tell(grant, fallback=contact, today=day, months=months)
        for grant in found.with_areas()
        if not wanted or wanted & set(grant.professions)
    ]


def contact_for(profession: str) -> HealthContact | None:
    """Return whom a profession calls, "" standing for any: one query."""
    found: HealthContact | None = HealthContact.objects.for_profession(profession)
    return found
