"""Invitations, and changes to what an employer shows of itself."""

from __future__ import annotations

import datetime as dt
import uuid
from typing import TYPE_CHECKING

from django.db import transaction

from jobs.employers.models import Employer, Membership
from jobs.employers.services import Changes, invite_member, record_changes
from jobs.employers.states import MembershipRole, MembershipStatus
from jobs.offers import listeners
from jobs.offers.models import JobOffer

from . import emails
from .errors import AlreadyMember, EmployerNotVerified, InvitationOver
from .models import Invitation

if TYPE_CHECKING:
    from accounts.models import User

VALID_FOR = dt.timedelta(days=7)


@transaction.atomic
def invite(*, employer: Employer, email: str, by: User, now: dt.datetime) -> Invitation:
    """Invite an address; inviting it again sends a new link and closes the former. Raises `AlreadyMember`.

    Raises `EmployerNotVerified`: the site's mails do not carry the words of people nobody has checked.
    """
    employer = Employer.objects.select_for_update(of=("self",)).get(pk=employer.pk)
    if not employer.is_verified:
        raise EmployerNotVerified
    if employer.memberships.active().filter(user__email__iexact=email).exists():
        raise AlreadyMember
    Invitation.objects.unanswered().filter(employer=employer, email=email).update(cancelled_at=now)
    invitation = Invitation.objects.create(
        employer=employer, email=email, invited_by=by, created_at=now, expires_at=now + VALID_FOR
    )
    emails.invitation_sent(invitation=invitation, now=now)
    return invitation


@transaction.atomic
def cancel_invitation(*, invitation: Invitation, now: dt.datetime) -> None:
    """Close an invitation; doing it twice changes nothing."""
    Invitation.objects.unanswered().filter(pk=invitation.pk).update(cancelled_at=now)


@transaction.atomic
def accept_invitation(
    *, public_id: uuid.UUID, user: User, job_title: str, now: dt.datetime
) -> Membership:
    """Use an invitation, once: the person joins as a simple member. Raises `InvitationOver`.

    A former administrator who comes back does not find the role again.
    """
    used = Invitation.objects.usable(now).filter(public_id=public_id, email__iexact=user.email)
    if not used.update(accepted_at=now):
        raise InvitationOver
    employer = Invitation.objects.select_related("employer").get(public_id=public_id).employer
    before = Membership.objects.filter(employer=employer, user=user, status=MembershipStatus.ACTIVE)
    was_active = before.exists()
    membership = invite_member(employer=employer, user=user, by=user, job_title=job_title, now=now)
    if not was_active and membership.is_admin:
        membership.role = MembershipRole.MEMBER
        membership.save(update_fields=["role"])
    return membership


@transaction.atomic
def update_presentation(
    *, employer: Employer, by: User, changed: Changes, now: dt.datetime
) -> None:
    """Save the fields of an employer that a member has changed; what is public follows at once.

    `changed` gives, by field, what stood there before.
    """
    if not changed:
        return
    employer.save(update_fields=list(changed))
    record_changes(employer, employer, changed, by=by, now=now)
    listeners.notify(
        offer_ids=list(JobOffer.objects.filter(employer=employer).values_list("pk", flat=True))
    )
