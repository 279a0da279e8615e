"""The questions asked about the outbox."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from django.db import models
from django.db.models import Q

from mailing.states import MailStatus


class OutgoingMailQuerySet(models.QuerySet[Any]):
    """Mails of the outbox."""

    def due(self, now: datetime) -> OutgoingMailQuerySet:
        """Keep what may be sent now: waiting its turn, or held by a process that must have died."""
        return self.filter(
            Q(status=MailStatus.QUEUED, next_attempt_at__lte=now)
            | Q(status=MailStatus.SENDING, lease_until__lte=now)
        )

    def unsent(self) -> OutgoingMailQuerySet:
        """Keep what is still owed to its reader and not given up."""
        return self.filter(status__in=[MailStatus.QUEUED, MailStatus.SENDING])

    def settled(self) -> OutgoingMailQuerySet:
        """Keep what left or was given up."""
        return self.filter(status__in=[MailStatus.SENT, MailStatus.FAILED])

    def given_up(self) -> OutgoingMailQuerySet:
        """Keep what staff must look at."""
        return self.filter(status=MailStatus.FAILED)

    def oldest_first(self) -> OutgoingMailQuerySet:
        """Order by age."""
        return self.order_by("created_at", "pk")
