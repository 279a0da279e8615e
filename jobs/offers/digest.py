"""What is done each day about offers: the moderators' list, and the warning before an offer ends."""

from __future__ import annotations

import datetime as dt

from django.conf import settings
from django.db import transaction
from django.db.models import F, Q

from jobs.employers.models import Employer, Membership

from . import emails
from .models import JobOffer, OfferLifecycle, OfferReport
from .querysets import paris_day

WARNING_DAYS = 7


def send_review_digest(now: dt.datetime) -> int:
    """Mail each moderator what waits, with what is late; nothing when nothing waits. Returns the mails."""
    late_before = now - dt.timedelta(hours=settings.OFFER_LATE_REVIEW_HOURS)
    queue = JobOffer.objects.in_review()
    context = {
        "offers": queue.count(),
        "late": queue.filter(lifecycle__submitted_at__lt=late_before).count(),
        "employers": Employer.objects.to_verify().count(),
        "joins": Membership.objects.waiting().count(),
        "reports": OfferReport.objects.filter(handled_at__isnull=True).count(),
    }
    if not any(context[key] for key in ("offers", "employers", "joins", "reports")):
        return 0
    moderators = emails.moderators()
    for user in moderators:
        emails.review_digest(user=user, context=context)
    return len(moderators)


def warn_before_the_end(now: dt.datetime) -> int:
    """Mail, once for each last day, the employers whose offer stops within a week. Returns the mails."""
    horizon = paris_day(now) + dt.timedelta(days=WARNING_DAYS)
    ending = (
        JobOffer.objects.visible(now)
        .filter(lifecycle__last_day__lte=horizon, source="")
        .filter(
            Q(lifecycle__warned_for__isnull=True)
            | ~Q(lifecycle__warned_for=F("lifecycle__last_day"))
        )
        .order_by("lifecycle__last_day", "pk")
    )
    sent = 0
    for pk in list(ending.values_list("pk", flat=True)):
        sent += _warn(pk)
    return sent


@transaction.atomic
def _warn(pk: int) -> int:
    life = OfferLifecycle.objects.select_for_update(of=("self",)).get(pk=pk)
    if life.warned_for == life.last_day:
        return 0
    life.warned_for = life.last_day
    life.save(update_fields=["warned_for"])
    offer = JobOffer.objects.for_display().get(pk=pk)
    emails.offer_ends_soon(offer=offer)
    return 1
