"""Which aids a profession has in a commune on a day: what is in force, what depends on the zone, what comes later.

Nothing here reads the clock: the day is asked for. An unknown zone never means "no aid".
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass

from territory.gazetteer import Place

from .models import HealthContact, HealthGrant, HealthZoning
from .states import Profession


@dataclass(frozen=True)
class Aid:
    """An aid as it is answered, with whom to ask about it."""

    grant: HealthGrant
    contact: HealthContact | None
    is_unchecked: bool


@dataclass(frozen=True)
class AidAnswer:
    """The answer to « profession × commune × date »."""

    profession: Profession
    place: Place | None
    day: dt.date
    zoning: HealthZoning | None
    in_force: tuple[Aid, ...]
    conditional: tuple[Aid, ...]
    later: tuple[Aid, ...]
    contact: HealthContact | None = None

    @property
    def is_zone_known(self) -> bool:
        """Say whether the commune is classified on that day."""
        return self.zoning is not None

    @property
    def is_empty(self) -> bool:
        """Say whether there is nothing to show at all."""
        return not (self.in_force or self.conditional or self.later)


def answer_aids(
    *, profession: Profession, place: Place | None, day: dt.date, months: int, today: dt.date
) -> AidAnswer:
    """Return the aids of a profession in a commune (None: not said) on a day, in three queries at most.

    `months` is how old a check may be on the day `today` before the aid is said to be unchecked.
    """
    grants = _candidates(profession, place, day)
    zonings = list(HealthZoning.objects.of(profession.zoned_as, place.id)) if place else []
    fallback = HealthContact.objects.for_profession(profession)
    sorted_out = _sort_out(grants, zonings, day, is_somewhere=place is not None)

    def told(found: list[HealthGrant]) -> tuple[Aid, ...]:
        return tuple(
            Aid(
                grant,
                grant.contact if grant.contact and grant.contact.is_active else fallback,
                grant.is_unchecked_on(today, months),
            )
            for grant in found
        )

    return AidAnswer(
        profession=profession,
        place=place,
        day=day,
        zoning=zone_on(zonings, day),
        in_force=told(sorted_out.in_force),
        conditional=told(sorted_out.conditional),
        later=told(sorted_out.later),
        contact=fallback,
    )


def _candidates(profession: Profession, place: Place | None, day: dt.date) -> list[HealthGrant]:
    """Read the aids of a profession that exist on the day or will, where the commune is."""
    grants = HealthGrant.objects.shown().not_over_on(day).in_order().select_related("contact")
    return [
        grant
        for grant in grants.with_areas()
        if grant.concerns(profession)
        and (place is None or not grant.areas or place.intercommunality_id in grant.areas)
    ]


@dataclass
class _SortedOut:
    in_force: list[HealthGrant]
    conditional: list[HealthGrant]
    later: list[HealthGrant]


def _sort_out(
    grants: Iterable[HealthGrant], zonings: list[HealthZoning], day: dt.date, *, is_somewhere: bool
) -> _SortedOut:
    """Put each aid where it belongs: an aid of another zone than the commune's belongs nowhere."""
    sorted_out = _SortedOut([], [], [])
    for grant in grants:
        starts_on = max(day, grant.valid_from or day)
        zoning = zone_on(zonings, starts_on)
        if grant.zones and zoning is not None and zoning.zone not in grant.zones:
            continue
        if starts_on > day:
            sorted_out.later.append(grant)
        elif (grant.zones and zoning is None) or (grant.area_names and not is_somewhere):
            sorted_out.conditional.append(grant)
        else:
            sorted_out.in_force.append(grant)
    sorted_out.later.sort(key=lambda grant: (grant.valid_from or day, grant.order, grant.pk))
    return sorted_out


def zone_on(zonings: Iterable[HealthZoning], day: dt.date) -> HealthZoning | None:
    """Return the classification that holds on a day, the latest first; None when it is unknown."""
    return next((zoning for zoning in zonings if zoning.holds_on(day)), None)
