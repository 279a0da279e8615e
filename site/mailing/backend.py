"""Django's mail backend: it writes the outbox instead of sending, so no request waits for a mail server."""

from __future__ import annotations

from collections.abc import Sequence
from email.message import MIMEPart
from email.mime.base import MIMEBase
from typing import Any

from django.core.mail import EmailMessage
from django.core.mail.backends.base import BaseEmailBackend
from django.utils import timezone, translation

from mailing.services import Attachment, Letter, queue_letter, refuse_line_breaks

# What the outbox writes itself, or must not repeat: each recipient gets a mail of their own.
OWN_HEADERS = frozenset({"to", "cc", "bcc", "from", "reply-to", "subject", "message-id", "date"})


class OutboxBackend(BaseEmailBackend):
    """Write each message as rows, one a recipient, in the transaction of the act it tells of."""

    def send_messages(self, email_messages: Sequence[EmailMessage]) -> int:
        """Queue the messages and return how many had a recipient. Raises BadHeaderError on a line break."""
        now = timezone.now()
        count = 0
        for message in email_messages:
            letters = letters_of(message)
            for letter in letters:
                queue_letter(letter, now=now)
            count += bool(letters)
        return count


def letters_of(message: EmailMessage) -> list[Letter]:
    """Read a Django message into one letter for each recipient; lazy strings become plain ones."""
    headers = {
        str(name): str(value)
        for name, value in message.extra_headers.items()
        if str(name).lower() not in OWN_HEADERS
    }
    reply_to = ", ".join(str(address) for address in message.reply_to)
    subject, sender = str(message.subject), str(message.from_email)
    refuse_line_breaks(subject, sender, reply_to)
    text, html = bodies_of(message)
    return [
        Letter(
            to=str(recipient),
            subject=subject,
            text=text,
            html=html,
            from_email=sender,
            reply_to=reply_to,
            headers=headers,
            attachments=tuple(attachment_of(file) for file in message.attachments),
            language=translation.get_language() or "fr",
        )
        for recipient in dict.fromkeys(message.recipients())
    ]


def bodies_of(message: EmailMessage) -> tuple[str, str]:
    """Return the plain and the HTML version of a message; either may be empty."""
    body = str(message.body)
    if message.content_subtype == "html":
        return "", body
    for alternative in getattr(message, "alternatives", []):
        content, mimetype = alternative
        if mimetype == "text/html":
            return body, str(content)
    return body, ""


def attachment_of(file: Any) -> Attachment:
    """Read an attachment, given as a tuple or as a part of a message."""
    if isinstance(file, MIMEBase | MIMEPart):
        payload = file.get_payload(decode=True)
        content = payload if isinstance(payload, bytes) else b""
        return Attachment(file.get_filename() or "attachment", file.get_content_type(), content)
    name, content, content_type = file
    return Attachment(
        name=str(name or "attachment"),
        content_type=str(content_type or "application/octet-stream"),
        content=content if isinstance(content, bytes) else str(content).encode(),
    )
