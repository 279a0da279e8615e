"""Lay communes out on the home page's map: a flat square whose x and y are percentages."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from math import cos, radians

from .distances import Located
from .gazetteer import Place, current

# The square of the drawing behind the points, in degrees: north-west corner, middle, width.
WEST = 0.986
NORTH = 45.062
MIDDLE = 44.62
WIDTH = 1.2438
HEIGHT = WIDTH * cos(radians(MIDDLE))

# Where most offers are, far enough from one another for their labels.
TOWNS = ("46042", "46102", "46127", "46309", "46128", "46251", "46231", "46148", "46045")


@dataclass(frozen=True)
class Point:
    """A place on the map, in percent of its width from the left and of its height from the top."""

    place: Place
    x: float
    y: float


def project(located: Located) -> tuple[float, float]:
    """Return x and y in percent; equirectangular, true both ways on the middle parallel."""
    x = (located.longitude - WEST) / WIDTH * 100
    y = (NORTH - located.latitude) / HEIGHT * 100
    return round(x, 1), round(y, 1)


def points(insee_codes: Iterable[str] = TOWNS) -> list[Point]:
    """Return the points of the communes asked for, in that order, without unknown codes."""
    by_insee = current().by_insee
    known = [by_insee[code] for code in insee_codes if code in by_insee]
    return [Point(place, *project(place)) for place in known]
