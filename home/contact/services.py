"""The acts: keep a message and send it on, mark it as handled."""

from __future__ import annotations

import datetime as dt
import uuid
from dataclasses import dataclass
from typing import TYPE_CHECKING

from django.db import IntegrityError, transaction

from . import emails, listeners
from .models import ContactMessage

if TYPE_CHECKING:
    from accounts.models import User


@dataclass(frozen=True, slots=True)
class Letter:
    """What a person typed in the form."""

    subject: str
    first_name: str
    last_name: str
    email: str
    message: str
    language: str


def send_message(
    *, letter: Letter, creation_key: uuid.UUID, origin: str, now: dt.datetime
) -> ContactMessage:
    """Keep a message, mail it to the mailbox of its subject and thank the person; twice keeps one."""
    try:
        with transaction.atomic():
            return _create(letter, creation_key, origin, now)
    except IntegrityError:
        first: ContactMessage = ContactMessage.objects.get(creation_key=creation_key)
        return first


def _create(letter: Letter, key: uuid.UUID, origin: str, now: dt.datetime) -> ContactMessage:
    boxes = emails.mailboxes(letter.subject)
    message = ContactMessage.objects.create(
        creation_key=key,
        created_at=now,
        subject=letter.subject,
        first_name=letter.first_name,
        last_name=letter.last_name,
        email=letter.email,
        message=letter.message,
        language=letter.language,
        sent_to=", ".join(boxes)[:400],
    )
    emails.message_received(message=message, boxes=boxes, now=now)
    emails.message_acknowledged(message=message, now=now)
    listeners.tell(origin, now)
    return message


@transaction.atomic
def handle_message(
    *, message: ContactMessage, by: User, answer: str, now: dt.datetime
) -> ContactMessage:
    """Mark a message as handled; doing it twice changes nothing."""
    row: ContactMessage = ContactMessage.objects.select_for_update().get(pk=message.pk)
    if row.handled_at is not None:
        return row
    row.handled_at, row.handled_by, row.answer = now, by, answer
    row.save(update_fields=["handled_at", "handled_by", "answer"])
    return row
