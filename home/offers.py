"""The offers that the home page shows."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from typing import Any

from django.db.models import Count, F, FloatField, Value

from jobs.offers.models import JobOffer
from territory.map import TOWNS


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
    """The newest offers, how many there are in all, and how many in each town of the map."""

    newest: list[Any]
    total: int
    towns: list[Town]


def home_offers(*, number: int, now: dt.datetime) -> HomeOffers:
    """Read what the home page shows of the offers that are online: one query for the rows, one for the numbers."""
    visible = JobOffer.objects.visible(now)
    newest = list(visible.newest_first().for_display()[:number]) if number else []
    place = "municipalities__"
    in_towns = visible.filter(municipalities__insee__in=TOWNS).annotate(
        **{name: F(place + name) for name in ("insee", "name", "latitude", "longitude")}
    )
    # The total is a row without a town, so that all the numbers come at once.
    nowhere = Value(None, output_field=FloatField())
    everywhere = visible.annotate(
        insee=Value(""), name=Value(""), latitude=nowhere, longitude=nowhere
    )
    rows = _counted(in_towns).union(_counted(everywhere), all=True)
    towns = [Town(*row) for row in rows]
    total = sum(town.count for town in towns if not town.insee)
    return HomeOffers(newest=newest, total=total, towns=[town for town in towns if town.insee])


def _counted(offers: Any) -> Any:
    columns = ("insee", "name", "latitude", "longitude")
    return (
        offers.order_by()
        .values(*columns)
        .annotate(number=Count("pk"))
        .values_list(*columns, "number")
    )
