"""What the tests of settling share: a request as a person sends it, through its three steps."""

from __future__ import annotations

import datetime as dt
import uuid
from collections.abc import Callable
from typing import Any

import pytest

from home.welcome import services
from home.welcome.models import SettlementRequest
from territory.models import Territory, WelcomeReferent
from tests.factories import make_referent

MakeRequest = Callable[..., SettlementRequest]


@pytest.fixture
def figeac(db: None) -> Territory:
    """Return the territory of Figeac."""
    return Territory.objects.get(slug="grand-figeac")


@pytest.fixture
def camille(figeac: Territory) -> WelcomeReferent:
    """Return the referent of Figeac."""
    referent: WelcomeReferent = make_referent(
        "Camille Accueil", figeac, email="camille@essai.example"
    )
    return referent


@pytest.fixture
def make_request(now: dt.datetime) -> MakeRequest:
    """Return what makes a request, received at `now` unless told otherwise."""

    def make(at: dt.datetime = now, **fields: Any) -> SettlementRequest:
        household = {
            name: fields.pop(name)
            for name in ("adults", "children_0_3", "needs", "message")
            if name in fields
        }
        project = {"first_name": "Léa", "last_name": "Essai", "email": "lea@essai.example"}
        return services.submit_request(
            project=project | fields,
            household={"adults": 2, "children_0_3": 1, "needs": ["SCHOOL"], "message": "Bonjour"}
            | household,
            key=uuid.uuid4(),
            language="fr",
            now=at,
        )

    return make
