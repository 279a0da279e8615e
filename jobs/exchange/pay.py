"""Read pay only when it is certain; a wrong figure is worse than none."""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal

from jobs.offers.codes import SalaryUnit

NUMBER = r"(\d{1,7}(?:[.,]\d{1,2})?)"
SENTENCE = re.compile(
    rf"(Horaire|Journalier|Hebdomadaire|Mensuel|Annuel|Cachet) de {NUMBER} Euros?"
    rf"(?: (?:à|a) {NUMBER} Euros?)?(?: sur {NUMBER} mois)?",
    re.IGNORECASE | re.ASCII,
)
UNITS = {
    "horaire": SalaryUnit.HOUR,
    "journalier": SalaryUnit.DAY,
    "hebdomadaire": SalaryUnit.WEEK,
    "mensuel": SalaryUnit.MONTH,
    "annuel": SalaryUnit.YEAR,
    "cachet": SalaryUnit.FEE,
}
# Outside these bounds the amount and its period do not go together: « mensuel de 45 000 ».
BOUNDS: dict[SalaryUnit, tuple[int, int]] = {
    SalaryUnit.HOUR: (5, 200),
    SalaryUnit.DAY: (30, 2_000),
    SalaryUnit.WEEK: (100, 6_000),
    SalaryUnit.MONTH: (300, 15_000),
    SalaryUnit.YEAR: (4_000, 250_000),
    SalaryUnit.FEE: (5, 10_000),
}
# Nobody offers from one to four times the same pay: one of the two figures is wrong.
WIDEST_RANGE = 4


@dataclass(frozen=True)
class Pay:
    """An amount or a range, gross, with its period."""

    lowest: Decimal
    highest: Decimal | None
    unit: SalaryUnit
    months: Decimal | None = None


def read_sentence(sentence: str) -> Pay | None:
    """Return the pay told by « Mensuel de 1850.0 Euros à 2200.0 Euros sur 13.0 mois », or None."""
    found = SENTENCE.fullmatch(" ".join(sentence.split()))
    if found is None:
        return None
    period, low, high, months = found.groups()
    paid_months = Decimal(months.replace(",", ".")) if months else None
    return read_amounts(
        Decimal(low.replace(",", ".")),
        Decimal(high.replace(",", ".")) if high else None,
        UNITS[period.casefold()],
        months=paid_months if paid_months and 10 <= paid_months <= 18 else None,
    )


def read_amounts(
    lowest: Decimal, highest: Decimal | None, unit: SalaryUnit, *, months: Decimal | None = None
) -> Pay | None:
    """Return the pay made of these figures, or None when they cannot be true together."""
    least, most = BOUNDS[unit]
    top = lowest if highest is None else highest
    if not least <= lowest <= top <= most or top > lowest * WIDEST_RANGE:
        return None
    return Pay(lowest, highest if highest != lowest else None, unit, months)
