"""What the team decides about an employer's account."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

from django.db import transaction

from jobs.employers import emails, journal, listeners
from jobs.employers.errors import EmployerActNotAllowed, EmployerReasonRequired
from jobs.employers.models import Employer, EmployerEvent
from jobs.employers.states import EMPLOYER_TRANSITIONS, EmployerAct, EmployerStatus

from .sirets import check_with_registration

if TYPE_CHECKING:
    from accounts.models import User

REASON_MIN_LENGTH = 10


def check_reason(reason: str) -> str:
    """Return the reason without blanks around it. Raises `EmployerReasonRequired` under ten characters."""
    reason = reason.strip()
    if len(reason) < REASON_MIN_LENGTH:
        raise EmployerReasonRequired
    return reason


def move(
    *, employer: Employer, act: EmployerAct, by: User | None, now: dt.datetime, reason: str = ""
) -> tuple[Employer, EmployerEvent]:
    """Lock the account and move its status along the table; must run inside a transaction.

    Raises `EmployerActNotAllowed` when the account is elsewhere (somebody decided first).
    """
    employer = Employer.objects.select_for_update(of=("self",)).get(pk=employer.pk)
    sources, target = EMPLOYER_TRANSITIONS[act]
    before = EmployerStatus(employer.status)
    if before not in sources:
        raise EmployerActNotAllowed(act, before)
    employer.status, employer.status_reason = target, reason
    employer.version += 1
    if target == EmployerStatus.VERIFIED:
        employer.verified_at = employer.verified_at or now
    if target == EmployerStatus.PENDING:
        employer.submitted_at = now
    employer.save()
    event = journal.record(
        employer=employer, act=act, by=by, now=now, from_status=before, reason=reason
    )
    return employer, event


@transaction.atomic
def verify_employer(*, employer: Employer, by: User, now: dt.datetime) -> Employer:
    """Open the network to an employer: its waiting offers enter the queue, the kit opens."""
    employer, _event = move(employer=employer, act=EmployerAct.VERIFY, by=by, now=now)
    check_with_registration(employer)
    listeners.notify(employer_id=employer.pk, is_active=True)
    emails.employer_verified(employer=employer)
    return employer


@transaction.atomic
def ask_information(*, employer: Employer, by: User, reason: str, now: dt.datetime) -> Employer:
    """Ask the employer for something before deciding. Raises `EmployerReasonRequired`."""
    reason = check_reason(reason)
    employer, _event = move(employer=employer, act=EmployerAct.ASK, by=by, now=now, reason=reason)
    emails.information_requested(employer=employer, reason=reason)
    return employer


@transaction.atomic
def refuse_employer(*, employer: Employer, by: User, reason: str, now: dt.datetime) -> Employer:
    """Refuse an account with a reason that its administrator may correct. Raises `EmployerReasonRequired`."""
    reason = check_reason(reason)
    employer, _event = move(
        employer=employer, act=EmployerAct.REFUSE, by=by, now=now, reason=reason
    )
    emails.employer_refused(employer=employer, reason=reason)
    return employer


@transaction.atomic
def suspend_employer(*, employer: Employer, by: User, reason: str, now: dt.datetime) -> Employer:
    """Suspend an account: its offers leave the site at once. Raises `EmployerReasonRequired`."""
    reason = check_reason(reason)
    employer, _event = move(
        employer=employer, act=EmployerAct.SUSPEND, by=by, now=now, reason=reason
    )
    listeners.notify(employer_id=employer.pk, is_active=False)
    emails.employer_suspended(employer=employer, reason=reason)
    return employer


@transaction.atomic
def restore_employer(*, employer: Employer, by: User, now: dt.datetime) -> Employer:
    """Lift a suspension: the offers that are still open come back."""
    employer, _event = move(employer=employer, act=EmployerAct.RESTORE, by=by, now=now)
    listeners.notify(employer_id=employer.pk, is_active=True)
    emails.employer_restored(employer=employer)
    return employer
