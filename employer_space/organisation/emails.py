"""The mail of an invitation."""

from __future__ import annotations

import datetime as dt

from django.conf import settings
from django.urls import reverse

from mailing.services import queue_mail

from .models import Invitation
from .tokens import sign_invitation


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
