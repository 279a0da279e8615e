"""The questions asked about offers; `visible` is the only door to the public."""

from __future__ import annotations

import datetime as dt
from typing import Any
from zoneinfo import ZoneInfo

from django.db import models

from jobs.employers.states import EmployerStatus

from .states import ReviewState

PARIS = ZoneInfo("Europe/Paris")


def paris_day(now: dt.datetime) -> dt.date:
    """Return the calendar day in the Lot at the instant `now`."""
    return now.astimezone(PARIS).date()


class JobOfferQuerySet(models.QuerySet[Any]):
    """Questions about offers. Lists are always given a total order by the caller."""

    def visible(self, now: dt.datetime) -> JobOfferQuerySet:
        """Keep what the public may see at `now`: approved, in date, open, and of an active employer.

        Dates are compared here, at read time: no scheduled task is trusted. It joins the lifecycle and the
        employer only.
        """
        return self.filter(
            live=True,
            lifecycle__last_day__gte=paris_day(now),
            lifecycle__closed_at__isnull=True,
            lifecycle__paused_at__isnull=True,
            lifecycle__suspended_at__isnull=True,
            employer__status=EmployerStatus.VERIFIED,
        )

    def newest_first(self) -> JobOfferQuerySet:
        """Order by the day they came online, newest first, stable across pages."""
        return self.order_by("-lifecycle__online_since", "-pk")

    def for_display(self) -> JobOfferQuerySet:
        """Bring what a row or a page of an offer shows, in a fixed number of queries."""
        return self.select_related(
            "lifecycle", "employer", "family", "establishment"
        ).prefetch_related("municipalities")

    def in_review(self) -> JobOfferQuerySet:
        """Keep those that wait for a moderator, oldest submission first; nothing leaves by age.

        A suspended offer, or one of a suspended account, waits for that to be settled first.
        """
        return self.filter(
            lifecycle__review=ReviewState.PENDING,
            lifecycle__suspended_at__isnull=True,
            employer__status=EmployerStatus.VERIFIED,
        ).order_by("lifecycle__submitted_at", "pk")

    def waiting_for_account(self) -> JobOfferQuerySet:
        """Keep those sent by an employer whose account is not verified yet."""
        return self.filter(lifecycle__review=ReviewState.WAITING_ACCOUNT).order_by(
            "lifecycle__submitted_at", "pk"
        )
