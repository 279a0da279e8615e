"""Send the rows of the outbox: at least once each, with growing waits, and never two processes on one row."""

from __future__ import annotations

import logging
import time
import uuid
from datetime import datetime, timedelta
from smtplib import SMTPResponseException

from django.conf import settings
from django.core.mail import EmailMultiAlternatives, get_connection
from django.core.mail.backends.base import BaseEmailBackend
from django.db.models import F

from mailing.models import OutgoingMail
from mailing.states import MailStatus

logger = logging.getLogger(__name__)

# Longer than the slowest exchange whose every step stays under EMAIL_TIMEOUT.
LEASE = timedelta(minutes=2)
FIRST_WAIT = timedelta(minutes=1)
LONGEST_WAIT = timedelta(hours=1)
# The sweep shares its minute with the other scheduled acts.
SWEEP_SECONDS = 30.0
SWEEP_BATCH = 200
# Past it the mail server is taken for down: the next mails would only wait for the same silence.
FAILURES_IN_A_ROW = 3


def deliver(*, mail_id: int, now: datetime, connection: BaseEmailBackend | None = None) -> str:
    """Claim one mail, send it and record the outcome; return its status ("" if another process has it)."""
    claim = uuid.uuid4().hex
    claimed = (
        OutgoingMail.objects.due(now)
        .filter(pk=mail_id)
        .update(
            status=MailStatus.SENDING,
            claim=claim,
            lease_until=now + LEASE,
            attempts=F("attempts") + 1,
        )
    )
    if not claimed:
        return ""
    mail = OutgoingMail.objects.prefetch_related("attachments").get(pk=mail_id)
    try:
        message_of(mail, connection).send(fail_silently=False)
    except Exception as error:  # noqa: BLE001 - whatever the reason, the mail is owed and tried again
        return record_failure(mail, claim=claim, error=error, now=now)
    return record_success(mail, claim=claim, now=now)


def message_of(
    mail: OutgoingMail, connection: BaseEmailBackend | None = None
) -> EmailMultiAlternatives:
    """Build the message to send from its row."""
    message = EmailMultiAlternatives(
        subject=mail.subject,
        body=mail.text,
        from_email=mail.from_email,
        to=[mail.to],
        reply_to=[mail.reply_to] if mail.reply_to else None,
        headers={
            **mail.headers,
            "Message-ID": mail.message_id,
            "Content-Language": mail.language,
            # No out-of-office answer should come back for a mail nobody typed.
            "Auto-Submitted": "auto-generated",
        },
        connection=connection or delivery_connection(),
    )
    if mail.html:
        message.attach_alternative(mail.html, "text/html")
    for file in mail.attachments.all():
        message.attach(file.name, bytes(file.content), file.content_type)
    return message


def delivery_connection() -> BaseEmailBackend:
    """Open the real way out: the backend named by DELIVERY_EMAIL_BACKEND."""
    connection: BaseEmailBackend = get_connection(settings.DELIVERY_EMAIL_BACKEND)
    return connection


def record_success(mail: OutgoingMail, *, claim: str, now: datetime) -> str:
    """Write down that the mail left; blank at once what held a code."""
    values: dict[str, object] = {
        "status": MailStatus.SENT,
        "sent_at": now,
        "claim": "",
        "lease_until": None,
        "last_error": "",
    }
    if mail.is_secret:
        values |= blanked(now)
        mail.attachments.all().delete()
    OutgoingMail.objects.filter(pk=mail.pk, claim=claim).update(**values)
    return str(MailStatus.SENT)


def record_failure(mail: OutgoingMail, *, claim: str, error: Exception, now: datetime) -> str:
    """Plan the next attempt, or give up after a day; the sender of the act never hears of it."""
    wait = min(FIRST_WAIT * 2 ** min(mail.attempts - 1, 10), LONGEST_WAIT)
    gives_up = now + wait > mail.give_up_at
    status = MailStatus.FAILED if gives_up else MailStatus.QUEUED
    values: dict[str, object] = {
        "status": status,
        "next_attempt_at": now + wait,
        "claim": "",
        "lease_until": None,
        "last_error": describe(error),
    }
    if gives_up and mail.is_secret:
        values |= blanked(now)
    OutgoingMail.objects.filter(pk=mail.pk, claim=claim).update(**values)
    log = logger.error if gives_up else logger.warning
    log("mail not sent", extra={"mail": mail.pk, "error": describe(error), "status": str(status)})
    return str(status)


def blanked(now: datetime) -> dict[str, object]:
    """List the fields that remove a body and leave the trace that a mail was sent."""
    return {"text": "", "html": "", "headers": {}, "blanked_at": now}


def describe(error: Exception) -> str:
    """Name an error without the server's words, which may repeat an address."""
    if isinstance(error, SMTPResponseException):
        return f"{type(error).__name__} {error.smtp_code}"
    return type(error).__name__


def deliver_due(*, now: datetime) -> int:
    """Send what is due, oldest first, for half a minute at most; return how many mails left."""
    started = time.monotonic()
    due = OutgoingMail.objects.due(now).oldest_first().values_list("pk", flat=True)[:SWEEP_BATCH]
    sent = failed = 0
    for mail_id in list(due):
        status = deliver(mail_id=mail_id, now=now)
        sent += status == MailStatus.SENT
        failed = 0 if status == MailStatus.SENT else failed + bool(status)
        if failed == FAILURES_IN_A_ROW or time.monotonic() - started > SWEEP_SECONDS:
            break
    return sent
