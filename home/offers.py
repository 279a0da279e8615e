"""The offers that the home page shows."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from typing import Any

from django.db.models import Count, F, FloatField, Value

from jobs.offers.models import JobOffer
from territory.map import TOWNS

# Totals that are not those of a town; the second one is the family's own slug.
ALL, HEALTH = "", "sante"


@dataclass(frozen=True)
class Town:
    """A town of the map, with the number of its offers."""

    insee: str
    name: str
    latitude: float
    longitude: float
    count: int


@dataclass(frozen=True)
class HomeOffers:
    """The newest offers, how many there are in all, in health, and in each town of the map."""

    newest: list[Any]
    total: int
    towns: list[Town]
    health: int = 0


def home_offers(*, number: int, now: dt.datetime) -> HomeOffers:
    """Read what the home page shows of the offers that are online: one query for the rows, one for the numbers."""
    visible = JobOffer.objects.visible(now)
    newest = list(visible.newest_first().for_display()[:number]) if number else []
    place = "municipalities__"
    in_towns = visible.filter(municipalities__insee__in=TOWNS).annotate(
        **{name: F(place + name) for name in ("insee", "name", "latitude", "longitude")}
    )
    # The totals are rows without a town, so that all the numbers come at once.
    health = visible.filter(family__slug=HEALTH)
    rows = _counted(in_towns).union(
        _counted(_nowhere(visible, ALL)), _counted(_nowhere(health, HEALTH)), all=True
    )
    towns = [Town(*row) for row in rows]
    sums = {town.name: town.count for town in towns if not town.insee}
    return HomeOffers(
        newest=newest,
        total=sums.get(ALL, 0),
        towns=[town for town in towns if town.insee],
        health=sums.get(HEALTH, 0),
    )


def _nowhere(offers: Any, name: str) -> Any:
    """Give offers no town, under a name of ours."""
    nowhere = Value(None, output_field=FloatField())
    return offers.annotate(insee=Value(""), name=Value(name), latitude=nowhere, longitude=nowhere)


def _counted(offers: Any) -> Any:
    columns = ("insee", "name", "latitude", "longitude")
    return (
        offers.order_by()
        .values(*columns)
        .annotate(number=Count("pk"))
        .values_list(*columns, "number")
    )
