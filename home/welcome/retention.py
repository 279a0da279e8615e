"""How long requests keep what tells who the person is, and their history its names."""

from __future__ import annotations

import datetime as dt

from django.conf import settings

from jobs.employers.retention import blank_names, forgettable_names, log_words
from operations.purge import Policy, batches

from .models import RequestEvent, SettlementRequest
from .services import forget_request


def forget_requests(now: dt.datetime, dry_run: bool) -> int:
    """Erase the person and the household of requests settled, or left, long enough ago."""
    before = now - dt.timedelta(days=settings.KEEP_SETTLEMENT_REQUEST_DAYS)
    due = SettlementRequest.objects.untouched_since(before)
    if dry_run:
        return due.count()
    done = 0
    for some in batches(due):
        for request in SettlementRequest.objects.filter(pk__in=some):
            forget_request(request=request, by=None, now=now)
            done += 1
    return done


def forget_event_names(now: dt.datetime, dry_run: bool) -> int:
    """Blank the names in the history, once the delay that is set has passed; none is set: keep them."""
    if settings.KEEP_LOG_NAMES_DAYS < 1:
        return 0
    before = now - dt.timedelta(days=settings.KEEP_LOG_NAMES_DAYS)
    return blank_names(RequestEvent.objects.filter(forgettable_names(before)), dry_run)


def policies() -> list[Policy]:
    """Return the promises about settlement requests, in the words of the settings."""
    days = settings.KEEP_SETTLEMENT_REQUEST_DAYS
    return [
        Policy(
            "welcome.requests",
            f"person, agreement, household and notes of a settlement request: {days} days after the last contact",
            forget_requests,
        ),
        Policy(
            "welcome.event_names",
            f"history of settlement requests, {log_words()}",
            forget_event_names,
        ),
    ]
