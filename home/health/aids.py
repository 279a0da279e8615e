"""Which aids a profession has in a commune on a day: what is in force, what depends on the zone, what comes later.

Nothing here reads the clock: the day is asked for. An unknown zone never means "no aid".
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass, field

from territory.gazetteer import Place

from .models import HealthContact, HealthGrant, HealthZoning
from .states import Profession


@dataclass(frozen=True)
class Aid:
    """An aid as it is answered, with whom to ask about it."""

    grant: HealthGrant
    contact: HealthContact | None
    is_unchecked: bool
    # What opens it in a commune that is outside its zones; "" where none is needed.
    condition: str = ""


@dataclass(frozen=True)
class AidAnswer:
    """The answer to « profession × commune × date ».

    `conditional`: what depends on a zone or a commune that is not known, or that is open outside its zones on a
    condition. `perhaps`: what nobody knows to have started by that day of the past.
    """

    profession: Profession
    place: Place | None
    day: dt.date
    zoning: HealthZoning | None
    in_force: tuple[Aid, ...]
    conditional: tuple[Aid, ...]
    perhaps: tuple[Aid, ...]
    later: tuple[Aid, ...]
    contact: HealthContact | None = None

    @property
    def is_zone_known(self) -> bool:
        """Say whether the commune is classified on that day."""
        return self.zoning is not None

    @property
    def is_empty(self) -> bool:
        """Say whether there is nothing to show at all."""
        return not (self.in_force or self.conditional or self.perhaps or self.later)


def answer_aids(
    *, profession: Profession, place: Place | None, day: dt.date, months: int, today: dt.date
) -> AidAnswer:
    """Return the aids of a profession in a commune (None: not said) on a day, in three queries at most.

    `months` is how old a check may be on the day `today` before the aid is said to be unchecked.
    """
    grants = _candidates(profession, place, day)
    zonings = list(HealthZoning.objects.of(profession.zoned_as, place.id)) if place else []
    fallback = HealthContact.objects.for_profession(profession)
    sorted_out = _sort_out(grants, zonings, day, today, is_somewhere=place is not None)

    def told(found: list[HealthGrant]) -> tuple[Aid, ...]:
        return tuple(
            tell(
                grant,
                fallback=fallback,
                today=today,
                months=months,
                condition=grant.shown_elsewhere if grant.pk in sorted_out.outside else "",
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
        perhaps=told(sorted_out.perhaps),
        later=told(sorted_out.later),
        contact=fallback,
    )


def tell(
    grant: HealthGrant,
    *,
    fallback: HealthContact | None,
    today: dt.date,
    months: int,
    condition: str = "",
) -> Aid:
    """Return an aid as readers are told it: whom to ask, and whether nobody has checked it for `months`."""
    own = grant.contact if grant.contact and grant.contact.is_active else None
    return Aid(grant, own or fallback, grant.is_unchecked_on(today, months), condition)


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
    in_force: list[HealthGrant] = field(default_factory=list)
    conditional: list[HealthGrant] = field(default_factory=list)
    perhaps: list[HealthGrant] = field(default_factory=list)
    later: list[HealthGrant] = field(default_factory=list)
    # The numbers of those that the zone of the commune does not open, and a condition may.
    outside: set[int] = field(default_factory=set)


def _sort_out(
    grants: Iterable[HealthGrant],
    zonings: list[HealthZoning],
    day: dt.date,
    today: dt.date,
    *,
    is_somewhere: bool,
) -> _SortedOut:
    """Put each aid where it belongs: one of another zone than the commune's, without a condition, nowhere."""
    sorted_out = _SortedOut()
    for grant in grants:
        starts_on = max(day, grant.valid_from or day)
        zoning = zone_on(zonings, starts_on)
        is_outside = bool(grant.zones) and zoning is not None and zoning.zone not in grant.zones
        if is_outside and not grant.elsewhere:
            continue
        if is_outside:
            sorted_out.outside.add(grant.pk)
        is_open = not (grant.zones and zoning is None) and (is_somewhere or not grant.area_names)
        if starts_on > day:
            sorted_out.later.append(grant)
        elif not grant.is_surely_in_force_on(day, today):
            sorted_out.perhaps.append(grant)
        elif is_outside or not is_open:
            sorted_out.conditional.append(grant)
        else:
            sorted_out.in_force.append(grant)
    sorted_out.later.sort(key=lambda grant: (grant.valid_from or day, grant.order, grant.pk))
    return sorted_out


def zone_on(zonings: Iterable[HealthZoning], day: dt.date) -> HealthZoning | None:
    """Return the classification that holds on a day, the latest first; None when it is unknown."""
    return next((zoning for zoning in zonings if zoning.holds_on(day)), None)
