"""How long messages are kept once they are handled."""

from __future__ import annotations

import datetime as dt

from django.conf import settings

from operations.purge import Policy, batches

from .models import ContactMessage


def delete_messages(now: dt.datetime, dry_run: bool) -> int:
    """Delete the messages handled long enough ago; one that still waits stays, and shows as late."""
    before = now - dt.timedelta(days=settings.KEEP_CONTACT_MESSAGE_DAYS)
    due = ContactMessage.objects.handled_before(before)
    if dry_run:
        return int(due.count())
    return sum(ContactMessage.objects.filter(pk__in=some).delete()[0] for some in batches(due))


def messages() -> Policy:
    """Return the promise about messages, in the words of the setting."""
    days = settings.KEEP_CONTACT_MESSAGE_DAYS
    return Policy(
        "contact.messages", f"message received: {days} days after it is handled", delete_messages
    )
