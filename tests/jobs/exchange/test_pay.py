"""Pay is read when it is certain, and only then."""

from __future__ import annotations

from decimal import Decimal

import pytest

from jobs.exchange.pay import Pay, read_amounts, read_sentence
from jobs.offers.codes import SalaryUnit


@pytest.mark.parametrize(
    ("sentence", "pay"),
    [
        ("Horaire de 12.0 Euros", Pay(Decimal("12.0"), None, SalaryUnit.HOUR)),
        ("Horaire de 11.88 Euros sur 0.0 mois", Pay(Decimal("11.88"), None, SalaryUnit.HOUR)),
        (
            "Horaire de 12.0 Euros à 12.5 Euros sur 12.0 mois",
            Pay(Decimal("12.0"), Decimal("12.5"), SalaryUnit.HOUR, Decimal("12.0")),
        ),
        (
            "Mensuel de 1617,00 Euros à 2499,00 Euros",
            Pay(Decimal("1617.00"), Decimal("2499.00"), SalaryUnit.MONTH),
        ),
        (
            "Mensuel de 1850.0 Euros  à 2200.0 Euros sur 13.0 mois",
            Pay(Decimal("1850.0"), Decimal("2200.0"), SalaryUnit.MONTH, Decimal("13.0")),
        ),
        (
            "Annuel de 35000.00 Euros sur 12 mois",
            Pay(Decimal("35000.00"), None, SalaryUnit.YEAR, Decimal(12)),
        ),
        (
            "Mensuel de 2000,00 Euros à 2000,00 Euros",
            Pay(Decimal("2000.00"), None, SalaryUnit.MONTH),
        ),
    ],
)
def test_a_certain_sentence_is_read(sentence: str, pay: Pay) -> None:
    assert read_sentence(sentence) == pay


@pytest.mark.parametrize(
    "sentence",
    [
        "",
        "selon profil",
        "2 101,74€ Brut",
        "50K€ - 60K€ par an",
        "Autre de 1839,76 Euros à 1935,31 Euros",
        "Mensuel de 45000.0 Euros à 55000.0 Euros sur 12.0 mois",
        "Mensuel de 21450,00 Euros à 21450,00 Euros",
        "Mensuel de 11,88 Euros à 14,00 Euros",
        "Mensuel de 2500.0 Euros à 2000.0 Euros",
        "Mensuel de 1000.0 Euros à 9000.0 Euros",
        "Horaire de 0 Euros",
        "Mensuel de 99999999999 Euros",
        "Mensuel de ٢٠٠٠ Euros",
        "Mensuel de 2000 Euros; DROP TABLE",
    ],
)
def test_what_is_not_certain_is_left_out(sentence: str) -> None:
    assert read_sentence(sentence) is None


def test_amounts_that_do_not_fit_their_period_are_left_out() -> None:
    assert read_amounts(Decimal(2000), None, SalaryUnit.HOUR) is None
    assert read_amounts(Decimal(2000), None, SalaryUnit.MONTH) is not None
