"""The two mails of a message: one to the mailbox of its subject, one to the person."""

from __future__ import annotations

import datetime as dt

from django.conf import settings
from django.urls import reverse
from django.utils import translation
from wagtail.models import Site

from accounts.models import User
from mailing.services import queue_mail

from .delays import answer_days
from .models import ContactMessage, ContactSettings

ANSWER_PERMISSION = "contact.answer_contactmessage"


def mailboxes(subject: str) -> list[str]:
    """Return where a message goes: its subject's mailbox, else the people who answer messages, administrators last.

    Never to the general contact of the site, which editors write: a message says much of a person.
    """
    site = Site.objects.filter(is_default_site=True).first()
    own = ContactSettings.objects.filter(site=site).first()
    if own is not None and own.mailbox(subject):
        return [own.mailbox(subject)]
    return _answering(include_superusers=False) or _answering(include_superusers=True)


def _answering(*, include_superusers: bool) -> list[str]:
    users = User.objects.with_perm(
        ANSWER_PERMISSION,
        include_superusers=include_superusers,
        backend="django.contrib.auth.backends.ModelBackend",
    )
    return list(users.filter(is_active=True).order_by("pk").values_list("email", flat=True))


def message_received(*, message: ContactMessage, boxes: list[str], now: dt.datetime) -> None:
    """Send the message on; an answer to this mail goes to the person who wrote."""
    with translation.override("fr"):
        subject = str(message.get_subject_display())
    queue_mail(
        template="emails/contact_received",
        to=boxes,
        context={
            "message": message,
            "subject_label": subject,
            "days": answer_days(),
            "admin_url": f"{settings.BASE_URL}{reverse('contact_admin:detail', args=[message.pk])}",
        },
        reply_to=message.email,
        related=f"contact:{message.pk}",
        act="contact_received",
        now=now,
    )


def message_acknowledged(*, message: ContactMessage, now: dt.datetime) -> None:
    """Tell the person that the message arrived, without a word of what was typed.

    The address may be somebody else's: a mail that quotes would carry a stranger's words to them.
    """
    with translation.override(message.language):
        subject = str(message.get_subject_display())
    queue_mail(
        template="emails/contact_acknowledged",
        to=message.email,
        context={
            "subject_label": subject,
            "reference": message.reference,
            "days": answer_days(),
        },
        language=message.language,
        related=f"contact:{message.pk}",
        act="contact_acknowledged",
        now=now,
    )
