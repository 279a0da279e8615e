"""Proposing ROME codes from the title of an offer."""

from __future__ import annotations

from pathlib import Path

import pytest
from pytest_django.fixtures import DjangoAssertNumQueries

from jobs.offers.models import Occupation, OccupationTitle
from jobs.offers.occupations import propose
from jobs.offers.reference import import_rome

EXTRACT = (
    Path(__file__).resolve().parents[1] / "exchange" / "data" / "rome_appellations_extract.csv"
)


@pytest.fixture(autouse=True)
def titles(db: None) -> None:
    import_rome(EXTRACT)


@pytest.mark.parametrize(
    ("title", "code"),
    [
        ("Aide-soignante", "J1501"),
        ("Aide-soignant·e", "J1501"),
        ("AIDE SOIGNANT (H/F)", "J1501"),
        ("Boulanger(ère)", "D1102"),
        ("Cuisinière ou cuisinier de collectivité (F/H)", "G1602"),
        ("Mécanicien(ne) automobile", "I1604"),
        ("Commis de cuisine à Figeac", "G1602"),
    ],
)
def test_a_title_in_any_form_proposes_its_code_first(title: str, code: str) -> None:
    assert [occupation.code for occupation in propose(title)][:1] == [code]


@pytest.mark.parametrize("title", ["", "   ", "Zorglub", "(F/H)", "\x00", "x" * 10_000, "\ud800"])
def test_nothing_is_proposed_for_what_is_no_occupation(title: str) -> None:
    assert propose(title) == []


def test_a_retired_code_or_title_is_no_longer_proposed() -> None:
    OccupationTitle.objects.filter(pk__in=["10891", "10892"]).update(is_retired=True)
    assert "J1501" not in [occupation.code for occupation in propose("Aide-soignante")]
    Occupation.objects.filter(pk="D1102").update(is_retired=True)
    assert propose("Boulanger") == []


def test_proposing_costs_three_queries(django_assert_num_queries: DjangoAssertNumQueries) -> None:
    propose("Boulanger")
    with django_assert_num_queries(3):
        families = [occupation.family.name for occupation in propose("Aide-soignante")]
    assert len(families) >= 1
