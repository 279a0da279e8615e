"""The questions asked about offers; `visible` is the only door to the public."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from typing import Any
from zoneinfo import ZoneInfo

from django.db import models
from django.db.models import Q

from jobs.employers.states import EmployerStatus

from . import codes
from .states import ReviewState

PARIS = ZoneInfo("Europe/Paris")
HEALTH_FAMILY = "J"


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

    def in_health(self) -> JobOfferQuerySet:
        """Keep the offers of the health family."""
        return self.filter(family_id=HEALTH_FAMILY)

    def of_opportunities(self, kinds: Iterable[str]) -> JobOfferQuerySet:
        """Keep what opens on one of these `HealthOpportunity` values: the question of `codes.opportunity_of`."""
        wanted = set(kinds)
        contracts = [kind for kind, found in codes.OPPORTUNITIES.items() if found in wanted]
        chosen = [*wanted]
        if codes.HealthOpportunity.INSTALLATION in wanted:
            chosen.append("")
        private = Q(contract_type=codes.ContractType.SELF_EMPLOYED, health_opportunity__in=chosen)
        return self.filter(private | Q(contract_type__in=contracts))

    def of_occupations(self, rome_codes: Iterable[str], title: str) -> JobOfferQuerySet:
        """Keep the offers of these ROME codes, and those without a code whose title matches."""
        return self.filter(_occupied(rome_codes, title))

    def of_other_occupations(self, rome_codes: Iterable[str], title: str) -> JobOfferQuerySet:
        """Keep the offers that `of_occupations` leaves out."""
        return self.exclude(_occupied(rome_codes, title))

    def newest_first(self) -> JobOfferQuerySet:
        """Order by the day they came online, newest first, stable across pages."""
        return self.order_by("-lifecycle__online_since", "-pk")

    def for_rows(self) -> JobOfferQuerySet:
        """Bring what a row of an offer shows, but its communes."""
        return self.select_related("lifecycle", "employer", "family", "establishment")

    def for_display(self) -> JobOfferQuerySet:
        """Bring what a row or a page of an offer shows, in a fixed number of queries."""
        return self.for_rows().prefetch_related("municipalities")

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


def _occupied(rome_codes: Iterable[str], title: str) -> Q:
    uncoded = Q(occupation_id__isnull=True, title__iregex=title)
    return Q(occupation_id__in=list(rome_codes)) | uncoded
