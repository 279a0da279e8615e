"""Lengths of time in partners' words."""

from __future__ import annotations

from decimal import Decimal

import pytest

from jobs.exchange.durations import hours_in, months_in


@pytest.mark.parametrize(
    ("phrase", "months"),
    [
        ("CDD - 12 Mois", Decimal("12.0")),
        ("Mission intérimaire - 15 Jour(s)", Decimal("0.5")),
        ("Mission intérimaire - 1 Jour(s)", Decimal("0.1")),
        ("Expérience exigée de 3 An(s)", Decimal("36.0")),
        ("2 ans", Decimal("24.0")),
        ("6 semaines", Decimal("1.4")),
        ("CDI", None),
        ("CDD - 0 Mois", None),
        ("Débutant accepté", None),
        ("", None),
    ],
)
def test_months_are_read(phrase: str, months: Decimal | None) -> None:
    assert months_in(phrase) == months


@pytest.mark.parametrize(
    ("phrase", "hours"),
    [
        ("35H\nTravail en journée", Decimal("35.00")),
        ("38H30", Decimal("38.50")),
        ("36H50\nTravail en journée", Decimal("36.83")),
        ("35 H  Travail en journée", Decimal("35.00")),
        ("18 heures", Decimal("18.00")),
        ("99H", None),
        ("Temps plein", None),
        ("Travail posté (2x8, 3x8, 5x8, etc.)", None),
        ("", None),
    ],
)
def test_weekly_hours_are_read(phrase: str, hours: Decimal | None) -> None:
    assert hours_in(phrase) == hours
