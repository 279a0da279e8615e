"""Points of the home page's map, against the drawing they are laid on."""

from __future__ import annotations

import pytest

from territory import map as territory_map

# Where the drawing has its towns, in percent; a commune's centre may lie a little off its town.
DRAWN = {
    "Cahors": (36.7, 69.5),
    "Figeac": (84.1, 51.3),
    "Gourdon": (32.0, 36.8),
    "Souillac": (39.6, 19.0),
    "Gramat": (59.5, 32.0),
    "Saint-Céré": (73.1, 23.0),
    "Puy-l'Évêque": (12.2, 63.0),
    "Lalbenque": (44.8, 81.8),
    "Cajarc": (68.9, 65.2),
}


def test_the_nine_towns_fall_on_the_drawing() -> None:
    points = territory_map.points()
    assert {point.place.name for point in points} == set(DRAWN)
    for point in points:
        assert (point.x, point.y) == pytest.approx(DRAWN[point.place.name], abs=2)


def test_a_code_that_no_commune_has_is_left_out() -> None:
    assert [str(point.place) for point in territory_map.points(["46042", "99999"])] == ["Cahors"]
