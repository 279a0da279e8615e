"""Sign-up of an employer, correction of a refused account, change of establishment."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from django.db import transaction

from jobs.employers import emails, journal
from jobs.employers.models import Employer, Establishment, Membership
from jobs.employers.states import (
    EmployerAct,
    EmployerStatus,
    MembershipRole,
    MembershipStatus,
)

from .verification import move

if TYPE_CHECKING:
    from accounts.models import User


# Field -> what stood there before a member changed it.
Changes = dict[str, Any]
# What leads candidates somewhere, or says who recruits: the team reads it again once it has changed.
PUBLIC_FIELDS = ("name", "website")


@dataclass(frozen=True, slots=True)
class SignUp:
    """What a person says of the establishment for which they recruit; `siret` may be empty."""

    name: str
    kind: str
    siret: str
    address: str
    postcode: str
    city: str
    municipality_id: int | None
    phone: str
    website: str
    description: str
    job_title: str
    charter_version: str


@transaction.atomic
def sign_up(*, by: User, data: SignUp, now: dt.datetime) -> Membership:
    """Register an employer, or ask to join the one that has this SIRET; the person's screen is the same.

    What differs is said in the mail to the confirmed address, without naming anybody. Only a number that the
    team has checked leads to an employer: a false statement must not capture the true owner's sign-up.
    """
    if data.siret:
        known = Establishment.objects.checked().filter(siret=data.siret)
        if holder := known.select_related("employer").first():
            return _ask_to_join(employer=holder.employer, by=by, data=data, now=now)
        own = by.memberships.filter(employer__establishments__siret=data.siret)
        if again := own.filter(status=MembershipStatus.ACTIVE).order_by("pk").first():
            return again
    employer = Employer.objects.create(
        name=data.name,
        kind=data.kind,
        description=data.description,
        website=data.website,
        status=EmployerStatus.PENDING,
        charter_version=data.charter_version,
        charter_accepted_at=now,
        created_at=now,
        submitted_at=now,
    )
    Establishment.objects.create(employer=employer, **_place(data))
    membership = Membership.objects.create(
        employer=employer,
        user=by,
        role=MembershipRole.ADMIN,
        status=MembershipStatus.ACTIVE,
        job_title=data.job_title,
        created_at=now,
        decided_at=now,
    )
    journal.record(employer=employer, act=EmployerAct.SIGN_UP, by=by, now=now)
    emails.sign_up_received(employer=employer, user=by, is_known=False)
    return membership


def _place(data: SignUp) -> dict[str, Any]:
    return {
        "name": data.name,
        "siret": data.siret,
        "address": data.address,
        "postcode": data.postcode,
        "city": data.city,
        "municipality_id": data.municipality_id,
        "phone": data.phone,
    }


def _ask_to_join(*, employer: Employer, by: User, data: SignUp, now: dt.datetime) -> Membership:
    membership, created = Membership.objects.get_or_create(
        employer=employer,
        user=by,
        defaults={
            "role": MembershipRole.MEMBER,
            "status": MembershipStatus.PENDING,
            "job_title": data.job_title,
            "created_at": now,
        },
    )
    if not created and membership.status in (MembershipStatus.REFUSED, MembershipStatus.REMOVED):
        # Who was turned away comes back as anybody else does: without the rights of before.
        membership.status, membership.role = MembershipStatus.PENDING, MembershipRole.MEMBER
        membership.created_at, membership.decided_at = now, None
        membership.save(update_fields=["status", "role", "created_at", "decided_at"])
    journal.record(employer=employer, act=EmployerAct.JOIN_REQUEST, by=by, now=now)
    emails.sign_up_received(employer=employer, user=by, is_known=True)
    return membership


@transaction.atomic
def resubmit_employer(*, employer: Employer, by: User, data: SignUp, now: dt.datetime) -> Employer:
    """Send a corrected account again, after a request or a refusal. Raises `EmployerActNotAllowed`."""
    employer, _event = move(employer=employer, act=EmployerAct.RESUBMIT, by=by, now=now)
    employer.name, employer.kind = data.name, data.kind
    employer.description, employer.website = data.description, data.website
    employer.save(update_fields=["name", "kind", "description", "website"])
    establishment = employer.establishments.order_by("pk").first() or Establishment(
        employer=employer
    )
    if establishment.siret != data.siret:
        establishment.siret_is_checked = False
    for field, value in _place(data).items():
        setattr(establishment, field, value)
    establishment.save()
    emails.sign_up_received(employer=employer, user=by, is_known=False)
    return employer


@transaction.atomic
def update_establishment(
    *, establishment: Establishment, by: User, now: dt.datetime, changed: Changes
) -> Establishment:
    """Save an establishment whose fields a member has changed, and tell the team which ones in the history.

    `changed` gives, by field, what stood there before. A number typed by a member is to be checked again.
    """
    if "siret" in changed:
        establishment.siret_is_checked = False
    establishment.save()
    record_changes(establishment.employer, establishment, changed, by=by, now=now)
    return establishment


def record_changes(
    employer: Employer,
    holder: Employer | Establishment,
    changed: Changes,
    *,
    by: User,
    now: dt.datetime,
) -> None:
    """Write in the history which fields have changed; in full for what the public reads of a verified employer."""
    public = [name for name in changed if name in PUBLIC_FIELDS and employer.is_verified]
    others = [name for name in changed if name not in public]
    if others:
        journal.record(
            employer=employer,
            act=EmployerAct.ESTABLISHMENT_CHANGED,
            by=by,
            now=now,
            reason=", ".join(others),
        )
    if public:
        lines = [f"{changed[name] or '–'} → {getattr(holder, name) or '–'}" for name in public]
        journal.record(
            employer=employer,
            act=EmployerAct.PUBLIC_CHANGED,
            by=by,
            now=now,
            reason="\n".join(lines),
        )
