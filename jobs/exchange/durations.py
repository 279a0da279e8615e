"""Read lengths of time as partners write them: contracts, weeks, experience."""

from __future__ import annotations

import re
from decimal import ROUND_HALF_UP, Decimal

DAYS_IN_A_MONTH = Decimal("30.44")
LENGTH = re.compile(
    r"(\d{1,3})\s*(jours?|jour\(s\)|semaines?|semaine\(s\)|mois|ans?|an\(s\)|années?)",
    re.IGNORECASE,
)
HOURS = re.compile(r"\b(\d{1,2})\s*h(?:eures?)?\s*([0-5]\d)?(?!\d)", re.IGNORECASE)
TENTH = Decimal("0.1")
HUNDREDTH = Decimal("0.01")


def months_in(phrase: str) -> Decimal | None:
    """Return the length told by « CDD - 12 Mois » or « 15 Jour(s) », in months; None when there is none."""
    found = LENGTH.search(phrase)
    if found is None or int(found[1]) == 0:
        return None
    count, unit = Decimal(found[1]), found[2].casefold()
    if unit.startswith("a"):
        count *= 12
    elif unit.startswith("s"):
        count = count * 7 / DAYS_IN_A_MONTH
    elif unit.startswith("j"):
        count = count / DAYS_IN_A_MONTH
    return max(TENTH, count.quantize(TENTH, ROUND_HALF_UP))


def hours_in(phrase: str) -> Decimal | None:
    """Return the weekly hours told by « 38H30 » (38.5); None when there are none, or impossible ones."""
    found = HOURS.search(phrase)
    if found is None:
        return None
    hours = Decimal(found[1]) + Decimal(found[2] or 0) / 60
    return hours.quantize(HUNDREDTH, ROUND_HALF_UP) if 1 <= hours <= 60 else None
