"""The end of a sign-up, in one transaction: the account, the establishment, the request to the team."""

from __future__ import annotations

import datetime as dt
from typing import Any

from django.db import transaction

from accounts.models import User
from jobs.employers.models import Membership
from jobs.employers.services import SignUp, sign_up

from . import charter
from .accounts import Person, create_account
from .journey import Journey


def sign_up_data(establishment: dict[str, Any], *, phone: str, job_title: str) -> SignUp:
    """Return what the team is told of an establishment, from the checked answers of its step."""
    return SignUp(
        name=establishment["name"],
        kind=establishment["kind"],
        siret=establishment["siret"],
        address=establishment["address"],
        postcode=establishment["postcode"],
        city=establishment["city"],
        municipality_id=establishment["municipality_id"],
        phone=phone,
        website=establishment["website"],
        description=establishment["description"],
        job_title=job_title,
        charter_version=charter.VERSION,
    )


@transaction.atomic
def finish_sign_up(*, journey: Journey, by: User | None, now: dt.datetime) -> Membership:
    """Create the account unless `by` has one, and send the request. Raises `AddressTaken`."""
    establishment, person = journey.establishment or {}, journey.person or {}
    names = {name: person[name] for name in ("first_name", "last_name", "phone")}
    if by is None:
        by = create_account(
            Person(email=journey.email, password_hash=journey.password_hash, **names)
        )
    else:
        for name, value in names.items():
            setattr(by, name, value)
        by.save(update_fields=list(names))
    data = sign_up_data(establishment, phone=person["phone"], job_title=person["job_title"])
    return sign_up(by=by, data=data, now=now)
