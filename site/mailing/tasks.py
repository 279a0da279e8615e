"""What the worker and the schedule do for the outbox."""

from __future__ import annotations

from datetime import datetime

from django.utils import timezone

from operations.tasks import task


@task()
def deliver_mail(mail_id: int) -> str:
    """Try to send one mail now, and return its status."""
    from mailing.delivery import deliver  # the outbox's writer imports this module

    return deliver(mail_id=mail_id, now=timezone.now())


def sweep(now: datetime) -> int:
    """Send what no worker has sent: mails due again, or left by a killed process."""
    from mailing.delivery import deliver_due

    return deliver_due(now=now)
