"""Which figures count so few that they could point at somebody: everything is a count but what has a unit of measure."""

from __future__ import annotations

import re
from decimal import Decimal

# A smaller number could point at somebody: it is not shown.
SMALLEST_CELL = 5
# The first word of a unit that measures. Anything else, in whatever words, counts people, homes or things.
_MEASURES = """
    % ‰ € k€ m€ md€ euro euros percent point points
    km km² m m² cm mm ha t kg g l mètre mètres kilomètre kilomètres hectare hectares litre litres tonne tonnes
    metre metres kilometre kilometres mile miles
    h min s j heure heures minute minutes seconde secondes jour jours semaine semaines mois an ans année années
    hour hours second seconds day days week weeks month months year years
    ° °c degré degrés degree degrees kwh mwh gwh
"""
MEASURES = frozenset(_MEASURES.split())
_NUMBER = re.compile(
    r"(?P<whole>[1-9]\d{0,2}(?:[ \u00a0\u202f.,]\d{3})+(?!\d)|\d+)(?:[.,](?P<rest>\d+))?"
)


def is_small_cell(value: str, unit: str) -> bool:
    """Say whether a value, as an editor writes it, is a count below the smallest that may be shown.

    A sign, decimals or words after the number change nothing: « +3 », « 3,0 » and « 3 familles » count three.
    """
    found = _NUMBER.search(value)
    if found is None or _is_measure(unit) or _is_measure(value[found.end() :]):
        return False
    whole = re.sub(r"\D", "", found["whole"])
    return Decimal(f"{whole}.{found['rest'] or 0}") < SMALLEST_CELL


def _is_measure(unit: str) -> bool:
    """Say whether a unit is one of measure: « % des foyers », « € par mois », « heures »."""
    word = (unit.replace("\u00a0", " ").replace("\u202f", " ").lower().split() or [""])[0]
    return word.rstrip(".") in MEASURES
