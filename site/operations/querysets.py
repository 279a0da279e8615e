"""The questions asked about counted attempts and scheduled acts."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from django.db import models
from django.db.models import Q


class RateWindowQuerySet(models.QuerySet[Any]):
    """Counted attempts."""

    def over(self, now: datetime) -> RateWindowQuerySet:
        """Keep the windows that count no more at `now`."""
        return self.filter(ends_at__lte=now)


class ScheduledActQuerySet(models.QuerySet[Any]):
    """Scheduled acts."""

    def claimable(self, *, name: str, period: str, now: datetime) -> ScheduledActQuerySet:
        """Keep the act `name` if `period` is still to do, nobody runs it and no wait is imposed."""
        free = Q(claimed_until__isnull=True) | Q(claimed_until__lte=now)
        rested = Q(retry_at__isnull=True) | Q(retry_at__lte=now)
        return self.filter(free, rested, name=name).exclude(period=period)
