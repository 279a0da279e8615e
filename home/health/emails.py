"""The mails of the health section, written in the outbox inside the transaction of the act they tell of."""

from __future__ import annotations

import datetime as dt

from django.conf import settings
from django.urls import reverse
from django.utils import translation

from accounts.models import User
from mailing.services import queue_mail
from ui.addresses import absolute

from .models import CallbackRequest
from .models.directory import ROUTE
from .presentation import promise

ANSWER_PERMISSION = ROUTE


def acknowledge(*, request: CallbackRequest, now: dt.datetime) -> None:
    """Tell the person that the request has arrived, and who calls back: not a word of what was typed.

    The address may be somebody else's: a mail that quotes would carry a stranger's words to them.
    """
    contact = request.contact
    with translation.override(request.language):
        function = str(contact.shown_function) if contact else ""
        hours = str(contact.shown_hours) if contact else ""
        kept_promise = promise(by_phone=bool(request.phone))
    queue_mail(
        template="emails/callback_received",
        to=request.email,
        context={
            "reference": request.reference,
            "contact": contact,
            "function": function,
            "hours": hours,
            "promise": kept_promise,
        },
        language=request.language,
        related=_related(request),
        act="callback_received",
        reply_to=(contact.email or None) if contact else None,
        now=now,
    )


def tell_contact(*, request: CallbackRequest, now: dt.datetime) -> None:
    """Tell the contact that a request waits: a link and a reference, nothing of the person."""
    if not (readers := recipients(request)):
        return
    queue_mail(
        template="emails/callback_to_answer",
        to=readers,
        context={
            "reference": request.reference,
            "admin_url": absolute(reverse("health_admin:detail", args=[request.pk])),
            "days": settings.HEALTH_CALLBACK_WORKING_DAYS,
        },
        related=_related(request),
        act="callback_to_answer",
        now=now,
    )


def recipients(request: CallbackRequest) -> list[str]:
    """Return who is told: the contact, else everybody who may answer; so too while a contact has no address."""
    if request.contact is not None and request.contact.email:
        return [request.contact.email]
    users = User.objects.with_perm(
        ANSWER_PERMISSION,
        include_superusers=False,
        backend="django.contrib.auth.backends.ModelBackend",
    )
    return list(users.filter(is_active=True).order_by("pk").values_list("email", flat=True))


def _related(request: CallbackRequest) -> str:
    return f"callback:{request.pk}"
