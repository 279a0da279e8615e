"""Distances « à vol d’oiseau » between communes: great circles between their centres."""

from __future__ import annotations

from collections.abc import Iterable
from math import asin, cos, radians, sin, sqrt
from typing import Protocol

from .gazetteer import Gazetteer, Place, current

EARTH_RADIUS_KM = 6371.0088  # mean radius, IUGG


class Located(Protocol):
    """Anything with WGS84 coordinates, in degrees."""

    @property
    def latitude(self) -> float:
        """Return the degrees north."""
        ...

    @property
    def longitude(self) -> float:
        """Return the degrees east."""
        ...


def great_circle_km(a: Located, b: Located) -> float:
    """Return the distance between two points in kilometres (haversine, exact nearby too)."""
    phi_a, phi_b = radians(a.latitude), radians(b.latitude)
    half_phi = (phi_b - phi_a) / 2
    half_lambda = radians(b.longitude - a.longitude) / 2
    chord = sin(half_phi) ** 2 + cos(phi_a) * cos(phi_b) * sin(half_lambda) ** 2
    return 2 * EARTH_RADIUS_KM * asin(min(1.0, sqrt(chord)))


def distances_from(
    places: Place | Iterable[Place], table: Gazetteer | None = None
) -> dict[int, float]:
    """Return, for every commune by id, its distance in kilometres to the nearest of `places`."""
    centres = [places] if isinstance(places, Place) else list(places)
    if not centres:
        return {}
    return {
        position.id: min(great_circle_km(centre, position) for centre in centres)
        for position in (table or current()).positions
    }


def within(places: Place | Iterable[Place], km: float) -> list[int]:
    """Return the ids of the communes at most `km` from one of `places`, the nearest first."""
    distances = distances_from(places)
    near = [(distance, pk) for pk, distance in distances.items() if distance <= km]
    return [pk for _distance, pk in sorted(near)]
