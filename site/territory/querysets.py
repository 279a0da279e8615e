"""Questions about referents and resource cards."""

from __future__ import annotations

import datetime as dt
from typing import Any

from django.db.models import F, FilteredRelation, Q, QuerySet


class WelcomeReferentQuerySet(QuerySet[Any]):
    """Questions about referents."""

    def active(self) -> WelcomeReferentQuerySet:
        """Keep those who belong to the network today."""
        return self.filter(is_active=True)

    def with_links(self, on: dt.date) -> WelcomeReferentQuerySet:
        """Give one row for each territory of a referent and each absence of theirs on that day, in calling order.

        Each row bears `territory_number`, `away_until` and `backup_number`, None where there is none.
        """
        away = FilteredRelation(
            "absences",
            condition=Q(absences__first_day__lte=on, absences__last_day__gte=on),
        )
        rows = self.annotate(
            away=away,
            territory_number=F("territory_links__territory_id"),
            away_until=F("away__last_day"),
            backup_number=F("away__backup_id"),
        )
        ordered: WelcomeReferentQuerySet = rows.order_by(
            "territory_links__order", "order", "pk", "-away__last_day", "away__pk"
        )
        return ordered

    def in_order(self) -> WelcomeReferentQuerySet:
        """Order as people are called."""
        return self.order_by("order", "name", "pk")


class ResourceCardQuerySet(QuerySet[Any]):
    """Questions about resource cards."""

    def checked_before(self, day: dt.date) -> ResourceCardQuerySet:
        """Keep those that nobody has checked since that day."""
        return self.filter(checked_on__lt=day)
