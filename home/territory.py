"""Offers by place, for the map of the home page."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from math import sqrt
from urllib.parse import urlencode

from home.offers import Town
from territory.map import TOWNS, project

DRAWING = 640  # units of the drawing behind the bubbles
SMALLEST, LARGEST = 15.0, 30.0
# Where a name is written beside its bubble, so that names cross neither one another nor the edge.
SIDES = {
    "46102": "left",  # Figeac
    "46127": "bottom",  # Gourdon
    "46309": "left",  # Souillac
    "46231": "bottom",  # Puy-l'Évêque
}


@dataclass(frozen=True)
class TownBubble:
    """One town of the map."""

    label: str
    count: int
    url: str
    x: float
    y: float
    r: float
    anchor: str


def town_bubbles(towns: Iterable[Town], *, action: str) -> list[TownBubble]:
    """Return a bubble for each town that has offers, in the order of the map; `action` is the page of the offers."""
    in_order = sorted(
        (town for town in towns if town.count), key=lambda town: TOWNS.index(town.insee)
    )
    return [_bubble(town, action) for town in in_order]


def _bubble(town: Town, action: str) -> TownBubble:
    x, y = project(town)
    return TownBubble(
        label=town.name,
        count=town.count,
        # The offers that were counted, without those around.
        url=f"{action}?{urlencode({'ou': town.name, 'rayon': 0})}",
        x=round(x * DRAWING / 100, 1),
        y=round(y * DRAWING / 100, 1),
        r=radius(town.count),
        anchor=SIDES.get(town.insee, "right"),
    )


def radius(count: int) -> float:
    """Return a bubble's radius: its area grows with the number of offers, within what the map can hold."""
    return round(min(LARGEST, max(SMALLEST, 8 + 2.9 * sqrt(count))), 1)
