"""Distances as the crow flies, against figures known beforehand."""

from __future__ import annotations

import pytest

from territory.distances import distances_from, great_circle_km, within
from territory.gazetteer import Place
from territory.models import Municipality
from territory.places import find


def named(name: str) -> Place:
    """Return the commune of this name."""
    place = find(name).place
    assert place is not None
    return place


@pytest.mark.parametrize(
    ("one", "other", "km"),
    [
        ("Cahors", "Figeac", 49.4),
        ("Cahors", "Souillac", 50.8),
        ("Figeac", "Gramat", 30.1),
        ("Cahors", "Gourdon", 32.0),
        ("Figeac", "Capdenac-Gare", 6.1),
        ("Cahors", "Cahors", 0.0),
    ],
)
def test_distances_are_those_published_with_the_data(one: str, other: str, km: float) -> None:
    assert round(great_circle_km(named(one), named(other)), 1) == km
    assert round(great_circle_km(named(other), named(one)), 1) == km


def test_the_communes_around_come_nearest_first_and_their_centre_is_the_first() -> None:
    figeac = named("Figeac")
    ids = within(figeac, 6.2)
    assert ids[0] == figeac.id
    assert named("Capdenac-Gare").id in ids
    assert named("Gramat").id not in ids


def test_no_radius_leaves_the_commune_alone() -> None:
    assert within(named("Figeac"), 0) == [named("Figeac").id]


def test_several_centres_gather_what_surrounds_each() -> None:
    cahors, figeac = named("Cahors"), named("Figeac")
    both = set(within([cahors, figeac], 10))
    assert both == set(within(cahors, 10)) | set(within(figeac, 10))


def test_no_centre_has_nothing_around() -> None:
    assert within([], 50) == []
    assert distances_from([]) == {}


def test_a_commune_that_merged_still_lies_where_it_was() -> None:
    Municipality.objects.filter(insee="46055").update(is_current=False)
    Municipality.objects.get(insee="46102").save()
    capdenac = Municipality.objects.get(insee="46055")
    assert capdenac.pk in within(named("Figeac"), 10)
