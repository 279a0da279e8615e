"""Whose a SIRET number is: what the team has checked, never what somebody typed."""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from collections.abc import Iterable
from typing import TYPE_CHECKING

from django.db import transaction

from jobs.employers import journal
from jobs.employers.errors import SiretHeld
from jobs.employers.models import Employer, Establishment
from jobs.employers.states import EmployerAct

if TYPE_CHECKING:
    from accounts.models import User


def claims_of(numbers: Iterable[str]) -> dict[str, list[Establishment]]:
    """Return, by SIRET number, every establishment that gives it: one query."""
    claims: dict[str, list[Establishment]] = defaultdict(list)
    wanted = {number for number in numbers if number}
    rows = Establishment.objects.filter(siret__in=wanted).select_related("employer")
    for place in rows.order_by("pk") if wanted else ():
        claims[place.siret].append(place)
    return claims


def check_with_registration(employer: Employer) -> None:
    """Take as checked the numbers that the team had before its eyes when it verified `employer`.

    A number already held by somebody else stays to be looked at.
    """
    for place in employer.establishments.filter(siret_is_checked=False).exclude(siret=""):
        if not Establishment.objects.checked().filter(siret=place.siret).exists():
            place.siret_is_checked = True
            place.save(update_fields=["siret_is_checked"])


@transaction.atomic
def confirm_siret(*, establishment: Establishment, by: User, now: dt.datetime) -> Establishment:
    """Note that the number belongs to the establishment; twice changes nothing. Raises `SiretHeld`."""
    Employer.objects.select_for_update(of=("self",)).get(pk=establishment.employer_id)
    establishment = Establishment.objects.select_related("employer").get(pk=establishment.pk)
    if establishment.siret_is_checked or not establishment.siret:
        return establishment
    if Establishment.objects.checked().filter(siret=establishment.siret).exists():
        raise SiretHeld
    establishment.siret_is_checked = True
    establishment.save(update_fields=["siret_is_checked"])
    journal.record(
        employer=establishment.employer,
        act=EmployerAct.SIRET_CONFIRMED,
        by=by,
        now=now,
        reason=establishment.siret,
    )
    return establishment
