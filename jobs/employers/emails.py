"""The mails about employers' accounts, written in the outbox inside the transaction of the act."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django.conf import settings
from django.urls import reverse

from mailing.services import queue_mail

from .models import Employer, Membership

if TYPE_CHECKING:
    from accounts.models import User


def _space_url() -> str:
    return f"{settings.BASE_URL}{reverse('employer_space:dashboard')}"


def _send(template: str, address: str, employer: Employer, **context: Any) -> None:
    queue_mail(
        template=f"emails/{template}",
        to=address,
        context={"employer": employer, "space_url": _space_url(), **context},
        related=f"employer:{employer.pk}",
        act=template,
    )


def _to_administrators(template: str, employer: Employer, **context: Any) -> None:
    members = employer.memberships.active().select_related("user").order_by("pk")
    for member in members:
        if member.is_admin:
            _send(template, member.user.email, employer, **context)


def sign_up_received(*, employer: Employer, user: User, is_known: bool) -> None:
    """Say that the request has arrived; only this mail says that the establishment was known already."""
    _send("employer_sign_up_received", user.email, employer, is_known=is_known)


def employer_verified(*, employer: Employer) -> None:
    """Say that the account is open."""
    _to_administrators("employer_verified", employer)


def information_requested(*, employer: Employer, reason: str) -> None:
    """Ask for what is missing."""
    _to_administrators("employer_information_requested", employer, reason=reason)


def employer_refused(*, employer: Employer, reason: str) -> None:
    """Say why the account is refused and that it can be corrected."""
    _to_administrators("employer_refused", employer, reason=reason)


def employer_suspended(*, employer: Employer, reason: str) -> None:
    """Say why the account is suspended."""
    _to_administrators("employer_suspended", employer, reason=reason)


def employer_restored(*, employer: Employer) -> None:
    """Say that the suspension is over."""
    _to_administrators("employer_restored", employer)


def join_accepted(*, membership: Membership) -> None:
    """Say that the person may now act for the employer."""
    _send("join_accepted", membership.user.email, membership.employer)


def join_refused(*, membership: Membership, reason: str) -> None:
    """Say that the request to join was not accepted, and why."""
    _send("join_refused", membership.user.email, membership.employer, reason=reason)
