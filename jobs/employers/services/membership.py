"""Who belongs to an employer: join requests, invitations, roles, removals."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

from django.db import transaction

from jobs.employers import emails, journal
from jobs.employers.errors import EmployerActNotAllowed, LastAdministrator
from jobs.employers.models import Employer, Membership
from jobs.employers.states import EmployerAct, MembershipRole, MembershipStatus

from .verification import check_reason

if TYPE_CHECKING:
    from accounts.models import User


def _lock(membership: Membership) -> Membership:
    # The employer first: two administrators who remove each other at once must not both succeed.
    Employer.objects.select_for_update(of=("self",)).get(pk=membership.employer_id)
    found: Membership = (
        Membership.objects.select_for_update(of=("self",))
        .select_related("employer", "user")
        .get(pk=membership.pk)
    )
    return found


def _decide(
    membership: Membership, status: MembershipStatus, act: EmployerAct, by: User, now: dt.datetime
) -> Membership:
    membership = _lock(membership)
    if membership.status != MembershipStatus.PENDING:
        raise EmployerActNotAllowed(act, membership.status)
    membership.status, membership.decided_at = status, now
    membership.save(update_fields=["status", "decided_at"])
    journal.record(
        employer=membership.employer,
        act=act,
        by=by,
        now=now,
        reason=membership.user.get_full_name(),
    )
    return membership


@transaction.atomic
def accept_join_request(*, membership: Membership, by: User, now: dt.datetime) -> Membership:
    """Let a person act for the employer. Raises `EmployerActNotAllowed` when already answered."""
    membership = _decide(membership, MembershipStatus.ACTIVE, EmployerAct.JOIN_ACCEPT, by, now)
    emails.join_accepted(membership=membership)
    return membership


@transaction.atomic
def refuse_join_request(
    *, membership: Membership, by: User, reason: str, now: dt.datetime
) -> Membership:
    """Refuse a request to join, with a reason told to the person.

    Raises `EmployerReasonRequired` under ten characters, `EmployerActNotAllowed` when already answered.
    """
    reason = check_reason(reason)
    membership = _decide(membership, MembershipStatus.REFUSED, EmployerAct.JOIN_REFUSE, by, now)
    emails.join_refused(membership=membership, reason=reason)
    return membership


@transaction.atomic
def invite_member(
    *, employer: Employer, user: User, by: User, job_title: str, now: dt.datetime
) -> Membership:
    """Make a person, who has accepted an invitation, a member; doing it twice changes nothing."""
    membership, _created = Membership.objects.select_for_update(of=("self",)).get_or_create(
        employer=employer, user=user, defaults={"job_title": job_title, "created_at": now}
    )
    if membership.status == MembershipStatus.ACTIVE:
        return membership
    # Whoever comes back after a removal does so without the rights of before.
    membership.status, membership.role = MembershipStatus.ACTIVE, MembershipRole.MEMBER
    membership.decided_at = now
    membership.save(update_fields=["status", "role", "decided_at"])
    journal.record(
        employer=employer,
        act=EmployerAct.MEMBER_INVITED,
        by=by,
        now=now,
        reason=user.get_full_name(),
    )
    return membership


def _guard_last_administrator(membership: Membership) -> None:
    others = membership.employer.memberships.active().filter(role=MembershipRole.ADMIN)
    if membership.is_admin and not others.exclude(pk=membership.pk).exists():
        raise LastAdministrator


@transaction.atomic
def remove_member(*, membership: Membership, by: User, now: dt.datetime) -> Membership:
    """Take away a person's access, from their next request on. Raises `LastAdministrator`."""
    membership = _lock(membership)
    if membership.status == MembershipStatus.REMOVED:
        return membership
    _guard_last_administrator(membership)
    membership.status, membership.decided_at = MembershipStatus.REMOVED, now
    membership.save(update_fields=["status", "decided_at"])
    journal.record(
        employer=membership.employer,
        act=EmployerAct.MEMBER_REMOVED,
        by=by,
        now=now,
        reason=membership.user.get_full_name(),
    )
    return membership


@transaction.atomic
def change_role(
    *, membership: Membership, role: MembershipRole, by: User, now: dt.datetime
) -> Membership:
    """Give or take the role of administrator. Raises `LastAdministrator`."""
    membership = _lock(membership)
    if role == MembershipRole.MEMBER:
        _guard_last_administrator(membership)
    membership.role = role
    membership.save(update_fields=["role"])
    journal.record(
        employer=membership.employer,
        act=EmployerAct.ROLE_CHANGED,
        by=by,
        now=now,
        reason=f"{membership.user.get_full_name()} : {role.label}",
    )
    return membership
