"""Make what the tests of the health section need."""

from __future__ import annotations

import datetime as dt
import itertools
import uuid
from decimal import Decimal
from typing import Any

from home.health import services
from home.health.models import (
    CallbackRequest,
    HealthContact,
    HealthGrant,
    HealthHousing,
    HealthStructure,
    HealthZoning,
    SemesterPlaces,
    TrainingPractice,
)
from home.health.states import Profession, Zone
from territory.models import Municipality

_numbers = itertools.count(1)


def commune(insee: str = "46128") -> Municipality:
    """Return a commune, Gramat unless told otherwise."""
    found: Municipality = Municipality.objects.get(insee=insee)
    return found


def make_contact(**fields: Any) -> HealthContact:
    """Make somebody to call."""
    number = next(_numbers)
    values = {
        "name": f"Démo Contact {number}", "function": "Contact santé", "phone": "05 36 49 46 10",
        "email": f"contact{number}@essai.example", "hours": "de 9 h à 17 h",
    }  # fmt: skip
    return HealthContact.objects.create(**values | fields)


def make_grant(**fields: Any) -> HealthGrant:
    """Make an aid for general practitioners, everywhere, without an end."""
    values: dict[str, Any] = {
        "name": f"Aide {next(_numbers)}", "professions": [Profession.GENERAL_PRACTITIONER.value],
        "amount": Decimal(1000), "source": "Essai",
    }  # fmt: skip
    return HealthGrant.objects.create(**values | fields)


def make_zoning(
    zone: Zone, start: dt.date, end: dt.date | None = None, **fields: Any
) -> HealthZoning:
    """Classify Gramat for general practitioners."""
    values: dict[str, Any] = {
        "profession": Profession.GENERAL_PRACTITIONER, "municipality": commune(), "zone": zone,
        "valid_from": start, "valid_to": end, "order_reference": "Arrêté d’essai",
    }  # fmt: skip
    return HealthZoning.objects.create(**values | fields)


def make_structure(**fields: Any) -> HealthStructure:
    """Make a health house."""
    values: dict[str, Any] = {
        "name": f"Maison de santé {next(_numbers)}", "kind": "HEALTH_HOUSE", "municipality": commune(),
    }  # fmt: skip
    return HealthStructure.objects.create(**values | fields)


def make_housing(**fields: Any) -> HealthHousing:
    """Make a shared house."""
    values: dict[str, Any] = {
        "title": f"Maison partagée {next(_numbers)}", "kind": "SHARED", "municipality": commune(), "places": 3,
    }  # fmt: skip
    return HealthHousing.objects.create(**values | fields)


def make_practice(semesters: list[tuple[str, int, int]], **fields: Any) -> TrainingPractice:
    """Make a training practice with places: semester, year, number."""
    values: dict[str, Any] = {"name": f"Cabinet {next(_numbers)}", "municipality": commune()}
    practice = TrainingPractice.objects.create(**values | fields)
    for semester, year, places in semesters:
        SemesterPlaces.objects.create(
            practice=practice,
            semester=semester,
            year=year,
            free_places=places,
            counted_on=dt.date(year, 1, 5),
        )
    return practice


ANSWERS: dict[str, Any] = {
    "profession": "INTERN", "situation": "INTERN", "timeframe": "SOON", "mode": "PLACEMENT",
    "place": "Figeac", "first_name": "Démo", "last_name": "Interne", "email": "interne@essai.example",
    "phone": "06 39 98 00 46", "slot": "MIDDAY", "message": "Un stage à Figeac ?", "wants_visit": True,
}  # fmt: skip


def make_request(now: dt.datetime, **fields: Any) -> CallbackRequest:
    """Ask to be called back, through the service."""
    return services.ask_to_be_called(key=uuid.uuid4(), language="fr", now=now, **ANSWERS | fields)
