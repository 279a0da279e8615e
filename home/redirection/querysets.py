"""The questions asked about addresses that were not found."""

from __future__ import annotations

import datetime as dt
from typing import Any

from django.db import models


class MissedAddressQuerySet(models.QuerySet[Any]):
    """Addresses not found, by what is left to do of them."""

    def to_handle(self) -> MissedAddressQuerySet:
        """Keep those that nobody set aside, the most asked for first."""
        return self.filter(ignored_at__isnull=True).order_by("-count", "-last_day", "pk")

    def forgotten_before(self, day: dt.date) -> MissedAddressQuerySet:
        """Keep those that nobody has asked for since `day`."""
        return self.filter(last_day__lt=day)
