"""What waits for a moderator: counts, age of the oldest, next item. Nothing leaves by age."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from typing import Any

from django.conf import settings
from django.db.models import Count, Min
from django.utils.translation import gettext_lazy as _

from jobs.employers.models import Employer, Membership
from ui.waiting import Waiting, WaitingKind

from .emails import REVIEW_PERMISSION
from .models import JobOffer, OfferReport

VERIFY_PERMISSION = "employers.verify_employer"


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


def _counted(rows: Any, since: str) -> Waiting:
    """Count rows and date the oldest, in one query."""
    return Waiting(**rows.order_by().aggregate(count=Count("pk"), oldest=Min(since)))


def offers_waiting(_user: Any = None) -> Waiting:
    """Count the offers to review."""
    return _counted(JobOffer.objects.in_review(), "lifecycle__submitted_at")


def employers_waiting(_user: Any = None) -> Waiting:
    """Count the employers to verify."""
    return _counted(Employer.objects.to_verify(), "submitted_at")


def joins_waiting(_user: Any = None) -> Waiting:
    """Count the people who ask to join an employer."""
    return _counted(Membership.objects.waiting(), "created_at")


def reports_waiting(_user: Any = None) -> Waiting:
    """Count the reports by readers that nobody has handled."""
    return _counted(OfferReport.objects.filter(handled_at__isnull=True), "created_at")


def waiting() -> list[Line]:
    """Count what waits, per kind, in four queries."""
    found = {
        "offers": offers_waiting(),
        "employers": employers_waiting(),
        "joins": joins_waiting(),
        "reports": reports_waiting(),
    }
    return [Line(kind, one.count, one.oldest) for kind, one in found.items()]


def kinds() -> list[WaitingKind]:
    """Return what the team is shown as waiting, in the menu and on the dashboard."""
    late_after = dt.timedelta(hours=settings.OFFER_LATE_REVIEW_HOURS)
    rows = (
        ("offers", _("Offers to review"), REVIEW_PERMISSION, offers_waiting, "offers_admin:queue"),
        ("reports", _("Reports by readers"), REVIEW_PERMISSION, reports_waiting, "offers_admin:reports"),
        ("employers", _("Employers to verify"), VERIFY_PERMISSION, employers_waiting, "employers_admin:queue"),
        ("joins", _("Requests to join an employer"), VERIFY_PERMISSION, joins_waiting, "employers_admin:queue"),
    )  # fmt: skip
    return [
        WaitingKind(name, label, permission, read, url_name, late_after, order)
        for order, (name, label, permission, read, url_name) in enumerate(rows, start=10)
    ]


def next_after(offer: JobOffer | None = None) -> JobOffer | None:
    """Return the oldest offer to review, other than `offer`."""
    queue = JobOffer.objects.in_review()
    if offer is not None:
        queue = queue.exclude(pk=offer.pk)
    first: JobOffer | None = queue.first()
    return first
