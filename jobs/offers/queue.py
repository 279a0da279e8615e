"""What waits for a moderator: counts, age of the oldest, next item. Nothing leaves by age."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from django.conf import settings
from django.db.models import Count, Min

from jobs.employers.models import Employer, Membership

from .models import JobOffer, OfferReport


def late_before(now: dt.datetime) -> dt.datetime:
    """Return the instant before which what still waits has waited longer than promised."""
    return now - dt.timedelta(hours=settings.OFFER_LATE_REVIEW_HOURS)


@dataclass(frozen=True, slots=True)
class Line:
    """One kind of thing that waits: how many, and since when the oldest has been waiting."""

    kind: str
    count: int
    oldest: dt.datetime | None

    def is_late(self, now: dt.datetime) -> bool:
        """Say whether the oldest has waited longer than promised."""
        return self.oldest is not None and self.oldest < late_before(now)


def waiting() -> list[Line]:
    """Count what waits, per kind, in four queries."""
    offers = (
        JobOffer.objects.in_review()
        .order_by()
        .aggregate(count=Count("pk"), oldest=Min("lifecycle__submitted_at"))
    )
    employers = (
        Employer.objects.to_verify()
        .order_by()
        .aggregate(count=Count("pk"), oldest=Min("submitted_at"))
    )
    joins = (
        Membership.objects.waiting()
        .order_by()
        .aggregate(count=Count("pk"), oldest=Min("created_at"))
    )
    reports = OfferReport.objects.filter(handled_at__isnull=True).aggregate(
        count=Count("pk"), oldest=Min("created_at")
    )
    return [
        Line("offers", offers["count"], offers["oldest"]),
        Line("employers", employers["count"], employers["oldest"]),
        Line("joins", joins["count"], joins["oldest"]),
        Line("reports", reports["count"], reports["oldest"]),
    ]


def next_after(offer: JobOffer | None = None) -> JobOffer | None:
    """Return the oldest offer to review, other than `offer`."""
    queue = JobOffer.objects.in_review()
    if offer is not None:
        queue = queue.exclude(pk=offer.pk)
    first: JobOffer | None = queue.first()
    return first
