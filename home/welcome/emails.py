"""The mails about settlement requests, in the transaction of the act they tell of. None holds household data."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

from django.urls import reverse
from django.utils import translation

from accounts.models import User, signature
from mailing.services import queue_mail
from territory.models import WelcomeReferent
from ui.addresses import absolute

from .models import SettlementRequest
from .querysets import BACKEND
from .states import PERMISSION

if TYPE_CHECKING:
    from collections.abc import Iterable


def team() -> list[str]:
    """Return the addresses of those who may read requests, superusers left out unless they are in a group."""
    users = User.objects.with_perm(
        PERMISSION,
        include_superusers=False,
        backend=BACKEND,
    )
    return [user.email for user in users.filter(is_active=True).order_by("pk")]


def readers_of(referent: WelcomeReferent | None) -> list[str]:
    """Return who hears of a request: its referent, and everybody who may read it where that person alone cannot."""
    if referent is None or not referent.email:
        return team()
    if referent.user and referent.user.has_perm(PERMISSION):
        return [referent.email]
    # One who cannot sign in knows that somebody waits, and a colleague opens the request.
    return [referent.email, *team()]


def request_received(*, request: SettlementRequest, now: dt.datetime) -> None:
    """Acknowledge to the person, naming who will answer; somebody who gave a telephone only gets no mail."""
    if not request.email:
        return
    referent = request.referent
    with translation.override(request.language):
        contact_url = absolute(reverse("contact:write"))
    queue_mail(
        template="emails/settlement_received",
        to=request.email,
        context={
            "first_name": request.first_name,
            "reference": request.reference,
            "referent": referent,
            "contact_url": contact_url,
            "role": referent.role_shown if referent else "",
        },
        language=request.language,
        related=_related(request),
        act="settlement_received",
        reply_to=referent.email if referent and referent.email else None,
        now=now,
    )


def request_arrived(*, request: SettlementRequest, now: dt.datetime) -> None:
    """Tell the referent that somebody waits: a link, nothing else."""
    _tell("settlement_arrived", request, readers_of(request.referent), now)


def request_handed_over(*, request: SettlementRequest, by: User, now: dt.datetime) -> None:
    """Tell a colleague that a request is theirs now."""
    readers = readers_of(request.referent)
    _tell("settlement_handed_over", request, readers, now, author=signature(by))


def _tell(
    template: str,
    request: SettlementRequest,
    readers: Iterable[str],
    now: dt.datetime,
    author: str = "",
) -> None:
    queue_mail(
        template=f"emails/{template}",
        to=readers,
        context={
            "reference": request.reference,
            "author": author,
            "admin_url": absolute(reverse("welcome_admin:detail", args=[request.pk])),
        },
        related=_related(request),
        act=template,
        now=now,
    )


def _related(request: SettlementRequest) -> str:
    return f"settlement:{request.pk}"
