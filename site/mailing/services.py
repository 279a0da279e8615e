"""Write mails into the outbox, in the transaction of the act they tell of. Sending is `delivery`'s affair."""

from __future__ import annotations

import logging
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from email.utils import make_msgid, parseaddr
from typing import Any
from urllib.parse import urlsplit

from django.conf import settings
from django.core.exceptions import ValidationError
from django.core.mail import BadHeaderError
from django.core.validators import validate_email
from django.db import transaction
from django.utils import timezone

from mailing.models import OutgoingAttachment, OutgoingMail
from mailing.rendering import render_mail
from mailing.states import MailStatus
from mailing.tasks import deliver_mail
from operations.tasks import enqueue

logger = logging.getLogger(__name__)

# A mail that could not leave in a day is shown to staff instead of being tried for ever.
GIVE_UP_AFTER = timedelta(hours=24)


_is_muted: ContextVar[bool] = ContextVar("mail_is_muted", default=False)


@contextmanager
def muted() -> Iterator[None]:
    """Write no mail inside the block: for loaders, whose acts concern nobody."""
    token = _is_muted.set(True)
    try:
        yield
    finally:
        _is_muted.reset(token)


@dataclass(frozen=True, slots=True)
class Attachment:
    """A file to send with a mail."""

    name: str
    content_type: str
    content: bytes


@dataclass(frozen=True, slots=True)
class Letter:
    """A mail ready to be written down: all its words are plain strings by now."""

    to: str
    subject: str
    text: str
    html: str = ""
    from_email: str = ""
    reply_to: str = ""
    headers: Mapping[str, str] = field(default_factory=dict)
    attachments: tuple[Attachment, ...] = ()
    language: str = "fr"
    related: str = ""
    act: str = ""
    is_secret: bool = False


def queue_mail(
    *,
    template: str,
    to: str | Iterable[str],
    context: Mapping[str, Any],
    language: str = "fr",
    related: str = "",
    act: str = "",
    secret: bool = False,
    reply_to: str | None = None,
    attachments: Iterable[Attachment] = (),
    now: datetime | None = None,
) -> list[OutgoingMail]:
    """Draw `template` ("emails/offer_approved") in `language` and queue one mail for each recipient.

    The template is three files: `<template>.subject.txt`, `<template>.txt` and `<template>.html`.
    Call it inside the transaction of the act: the mail then exists if and only if the act does.
    `related` reads "type:id"; `secret` blanks the body once sent (codes, tokens).
    Raises BadHeaderError when a line break would reach a header, ValidationError for a wrong address.
    """
    drawn = render_mail(template, context, language=language)
    recipients = [to] if isinstance(to, str) else list(dict.fromkeys(to))
    return [
        queue_letter(
            Letter(
                to=recipient,
                subject=drawn.subject,
                text=drawn.text,
                html=drawn.html,
                reply_to=settings.REPLY_TO_EMAIL if reply_to is None else reply_to,
                attachments=tuple(attachments),
                language=language,
                related=related,
                act=act or template.rpartition("/")[2],
                is_secret=secret,
            ),
            now=now or timezone.now(),
        )
        for recipient in recipients
    ]


def address_of(recipient: str) -> str:
    """Return the address of a recipient, with or without a name before it; raises ValidationError for none."""
    try:
        # Tried first: an address of quoted words loses its marks when it is read as a name and an address.
        validate_email(recipient)
    except ValidationError:
        recipient = parseaddr(recipient)[1]
        validate_email(recipient)
    return recipient


@transaction.atomic
def queue_letter(letter: Letter, *, now: datetime) -> OutgoingMail:
    """Write one mail and its attachments; wake the worker once this is committed."""
    sender = letter.from_email or settings.DEFAULT_FROM_EMAIL
    refuse_line_breaks(letter.to, letter.subject, sender, letter.reply_to, *letter.headers)
    refuse_line_breaks(*letter.headers.values())
    address = address_of(letter.to)
    if _is_muted.get():
        return OutgoingMail(to=address, subject=letter.subject[:255])
    mail = OutgoingMail.objects.create(
        to=address,
        subject=letter.subject[:255],
        text=letter.text,
        html=letter.html,
        from_email=sender,
        reply_to=letter.reply_to,
        headers=dict(letter.headers),
        message_id=make_msgid(domain=urlsplit(settings.BASE_URL).hostname or "localhost"),
        language=letter.language[:10],
        related=letter.related[:100],
        act=letter.act[:100],
        is_secret=letter.is_secret,
        status=MailStatus.QUEUED,
        next_attempt_at=now,
        give_up_at=now + GIVE_UP_AFTER,
        created_at=now,
    )
    OutgoingAttachment.objects.bulk_create(
        OutgoingAttachment(
            mail=mail,
            name=file.name[:255],
            content_type=file.content_type[:127],
            content=file.content,
        )
        for file in letter.attachments
    )
    enqueue(deliver_mail, mail.pk)
    return mail


def refuse_line_breaks(*values: str) -> None:
    """Refuse what would add a header of its own to a mail. Raises BadHeaderError."""
    for value in values:
        if any(character in value for character in "\r\n\x00"):
            raise BadHeaderError("A line break cannot stand in the header of a mail.")


@transaction.atomic
def retry_mail(*, mail_id: int, now: datetime) -> bool:
    """Put a mail that was given up back in the queue for a day; False if it is not in that state any more."""
    done = (
        OutgoingMail.objects.given_up()
        .filter(pk=mail_id, blanked_at__isnull=True)
        .update(
            status=MailStatus.QUEUED,
            next_attempt_at=now,
            give_up_at=now + GIVE_UP_AFTER,
            attempts=0,
            last_error="",
        )
    )
    if done:
        enqueue(deliver_mail, mail_id)
    return bool(done)
