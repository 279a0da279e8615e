"""The mails about teams and accounts: invitation, account that is no longer used, code to delete it."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

from django.conf import settings
from django.urls import reverse

from mailing.services import queue_mail

from .models import Invitation
from .tokens import sign_invitation

if TYPE_CHECKING:
    from accounts.models import User


def invitation_sent(*, invitation: Invitation, now: dt.datetime) -> None:
    """Invite a colleague with a link to a page with a button."""
    path = reverse("employer_space:invitation", args=[sign_invitation(invitation.public_id)])
    inviter = invitation.invited_by
    queue_mail(
        template="emails/team_invitation",
        to=invitation.email,
        context={
            "employer": invitation.employer,
            "inviter": inviter.get_full_name() if inviter else "",
            "invitation_url": settings.BASE_URL + path,
            "expires_at": invitation.expires_at,
        },
        related=f"employer:{invitation.employer_id}",
        secret=True,
        now=now,
    )


def account_unused(*, user: User, erased_on: dt.datetime, now: dt.datetime) -> None:
    """Tell a person that their account will be erased unless they sign in before that day."""
    queue_mail(
        template="emails/account_unused",
        to=user.email,
        context={
            "person": user,
            "sign_in_url": settings.BASE_URL + reverse("account_login"),
            "erased_on": erased_on,
        },
        related=f"user:{user.pk}",
        now=now,
    )


def deletion_code(*, user: User, code: str, now: dt.datetime) -> None:
    """Send the code that proves who asks for the account to be deleted."""
    queue_mail(
        template="emails/account_deletion_code",
        to=user.email,
        context={"code": code},
        related=f"user:{user.pk}",
        secret=True,
        now=now,
    )
