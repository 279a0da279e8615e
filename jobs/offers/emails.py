"""The mails about offers, written in the outbox inside the transaction of the act they tell of."""

from __future__ import annotations

from typing import Any

from django.conf import settings
from django.urls import reverse
from django.utils import translation

from accounts.models import User
from mailing.services import queue_mail

from .codes import RefusalReason
from .journal import team_name
from .models import JobOffer, ModerationLogEntry, OfferReport

# Who is told about the queue: everybody who may review offers.
REVIEW_PERMISSION = "offers.review_joboffer"


def recipients(offer: JobOffer) -> list[str]:
    """Return who hears about an offer: the member who sent it, else the employer's administrators."""
    members = offer.employer.memberships.active().select_related("user").order_by("pk")
    sender_id = offer.lifecycle.submitted_by_id
    sender = [member.user.email for member in members if member.user_id == sender_id]
    return sender or [member.user.email for member in members if member.is_admin]


def moderators() -> list[User]:
    """Return the active people who may review offers, superusers left out unless they are in a group."""
    users = User.objects.with_perm(
        REVIEW_PERMISSION,
        include_superusers=False,
        backend="django.contrib.auth.backends.ModelBackend",
    )
    return list(users.filter(is_active=True).order_by("pk"))


def _send(template: str, offer: JobOffer, **context: Any) -> None:
    for address in recipients(offer):
        queue_mail(
            template=f"emails/{template}",
            to=address,
            context={
                "offer": offer,
                "employer": offer.employer,
                "title": offer.lifecycle.working_title or offer.title,
                "offer_url": _absolute("employer_space:offer_detail", public_id=offer.public_id),
                **context,
            },
            related=f"offer:{offer.pk}",
            act=template,
        )


def _absolute(name: str, **kwargs: Any) -> str:
    return f"{settings.BASE_URL}{reverse(name, kwargs=kwargs or None)}"


def _public_url(offer: JobOffer) -> str:
    # In French whatever the language of the person whose act sends the mail.
    with translation.override("fr"):
        return f"{settings.BASE_URL}{offer.get_absolute_url()}"


def author_of(entry: ModerationLogEntry) -> str:
    """Return how the mail names who decided, in French whatever the language of that person's screen."""
    with translation.override("fr"):
        return team_name(entry.actor_name)


def motive_of(entry: ModerationLogEntry) -> str:
    """Return the reason chosen for a refusal, in French; empty when it says nothing by itself."""
    if entry.reason_code in ("", RefusalReason.OTHER):
        return ""
    with translation.override("fr"):
        return str(entry.get_reason_code_display())


def offer_received(*, offer: JobOffer) -> None:
    """Say that the offer has arrived and what happens next."""
    _send("offer_received", offer, waits_for_account=not offer.employer.is_verified)


def offer_online(*, offer: JobOffer, is_update: bool) -> None:
    """Say that the offer, or its new version, is online."""
    _send(
        "offer_online",
        offer,
        is_update=is_update,
        public_url=_public_url(offer),
        last_day=offer.lifecycle.last_day,
    )


def changes_requested(*, offer: JobOffer, entry: ModerationLogEntry) -> None:
    """Quote the moderator's message and the notes per field."""
    notes = [(note.label, note.text) for note in entry.notes.order_by("pk")]
    _send("offer_changes_requested", offer, entry=entry, author=author_of(entry), notes=notes)


def offer_refused(*, offer: JobOffer, entry: ModerationLogEntry) -> None:
    """Say that the offer cannot be published, why, and whom to call."""
    _send("offer_refused", offer, entry=entry, author=author_of(entry), motive=motive_of(entry))


def offer_suspended(*, offer: JobOffer, entry: ModerationLogEntry) -> None:
    """Say that the offer was taken off the site, and why."""
    _send("offer_suspended", offer, entry=entry, author=author_of(entry))


def offer_restored(*, offer: JobOffer) -> None:
    """Say that the offer is back."""
    _send("offer_restored", offer, public_url=_public_url(offer))


def offer_ends_soon(*, offer: JobOffer) -> None:
    """Say, a week before, that the offer stops: extend or close it on a page with a button."""
    _send(
        "offer_ends_soon",
        offer,
        last_day=offer.lifecycle.last_day,
        extend_url=_absolute("employer_space:offer_extend", public_id=offer.public_id),
        close_url=_absolute("employer_space:offer_close", public_id=offer.public_id),
    )


def offer_reported(*, report: OfferReport) -> None:
    """Tell the moderators that a reader reported an offer; the reader's address stays in the admin."""
    for user in moderators():
        queue_mail(
            template="emails/offer_reported",
            to=user.email,
            context={
                "offer": report.offer,
                "reason": report.get_reason_display(),
                "admin_url": _absolute("offers_admin:reports"),
            },
            related=f"offer:{report.offer_id}",
            act="offer_reported",
        )


def review_digest(*, user: User, context: dict[str, Any]) -> None:
    """Send a moderator the day's list of what waits."""
    queue_mail(
        template="emails/review_digest",
        to=user.email,
        context={**context, "admin_url": _absolute("offers_admin:queue")},
        related="",
        act="review_digest",
    )
