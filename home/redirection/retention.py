"""How long addresses that nobody asks for any more are kept."""

from __future__ import annotations

import datetime as dt

from django.conf import settings
from django.utils import timezone

from operations.purge import Policy, batches

from .models import MissedAddress


def delete_forgotten(now: dt.datetime, dry_run: bool) -> int:
    """Delete the addresses that nobody asked for lately, set aside or not."""
    before = timezone.localdate(now) - dt.timedelta(days=settings.KEEP_MISSED_ADDRESS_DAYS)
    due = MissedAddress.objects.forgotten_before(before)
    if dry_run:
        return int(due.count())
    return sum(MissedAddress.objects.filter(pk__in=some).delete()[0] for some in batches(due))


def missed_addresses() -> Policy:
    """Return the promise about addresses not found, in the words of the setting."""
    days = settings.KEEP_MISSED_ADDRESS_DAYS
    return Policy(
        "redirection.missed",
        f"address that visitors asked for in vain: {days} days after the last time",
        delete_forgotten,
    )
