"""How long the outbox keeps a mail, and how old what it still owes may grow before someone is told."""

from __future__ import annotations

from datetime import datetime, timedelta

from django.db import transaction
from django.utils import timezone

from mailing.delivery import blanked
from mailing.models import OutgoingAttachment, OutgoingMail
from operations.purge import Policy

KEEP_BODIES = timedelta(days=30)
KEEP_ROWS = timedelta(days=182)
OLD_AFTER = timedelta(minutes=15)


def blank_bodies(now: datetime, dry_run: bool) -> int:
    """Remove the bodies and attachments of mails a month old that are not owed any more."""
    old = OutgoingMail.objects.settled().filter(
        created_at__lte=now - KEEP_BODIES, blanked_at__isnull=True
    )
    if dry_run:
        return old.count()
    with transaction.atomic():
        ids = list(old.values_list("pk", flat=True))
        OutgoingAttachment.objects.filter(mail_id__in=ids).delete()
        return OutgoingMail.objects.filter(pk__in=ids).update(**blanked(now))


def delete_rows(now: datetime, dry_run: bool) -> int:
    """Delete the trace of mails six months old."""
    old = OutgoingMail.objects.filter(created_at__lte=now - KEEP_ROWS)
    count = old.count()
    if not dry_run:
        old.delete()
    return count


def outbox_age() -> str:
    """Say "late" when a mail has been waiting for a quarter of an hour."""
    old = OutgoingMail.objects.unsent().filter(created_at__lte=timezone.now() - OLD_AFTER)
    return "late" if old.exists() else ""


BODIES = Policy(
    name="mailing.bodies",
    keeps="bodies of mails: 30 days; those holding a code: until sent",
    run=blank_bodies,
)
ROWS = Policy(
    name="mailing.rows",
    keeps="trace of mails (recipient, subject, dates): 6 months",
    run=delete_rows,
)
