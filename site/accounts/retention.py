"""How long accounts that are closed are kept; those of employers are followed by the employer space."""

from __future__ import annotations

from datetime import datetime, timedelta

from django.conf import settings

from accounts.erasure import anonymise
from accounts.models import User
from operations.purge import Policy, batches


def note_deactivations(now: datetime) -> None:
    """Date the deactivations that the night discovers, and forget those that were undone."""
    kept = User.objects.filter(anonymised_at__isnull=True)
    kept.filter(is_active=False, deactivated_at__isnull=True).update(deactivated_at=now)
    kept.filter(is_active=True, deactivated_at__isnull=False).update(deactivated_at=None)


def anonymise_deactivated(now: datetime, dry_run: bool) -> int:
    """Anonymise the accounts, staff's first among them, that were closed long enough ago."""
    if not dry_run:
        note_deactivations(now)
    due = User.objects.filter(
        is_active=False,
        anonymised_at__isnull=True,
        deactivated_at__lte=now - timedelta(days=settings.KEEP_DEACTIVATED_ACCOUNT_DAYS),
    )
    if dry_run:
        return due.count()
    return sum(
        anonymise(user=user, now=now)
        for some in batches(due)
        for user in User.objects.filter(pk__in=some)
    )


def deactivated() -> Policy:
    """Return the promise about closed accounts, in the words of the settings."""
    days = settings.KEEP_DEACTIVATED_ACCOUNT_DAYS
    return Policy(
        name="accounts.deactivated",
        keeps=f"accounts that were deactivated, staff's among them: {days} days, then anonymised",
        run=anonymise_deactivated,
    )
