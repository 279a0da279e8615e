"""How long requests to be called back keep what tells who the person is, and their history its names."""

from __future__ import annotations

import datetime as dt

from django.conf import settings

from jobs.employers.retention import blank_names, forgettable_names, log_words
from jobs.offers.querysets import paris_day
from operations.purge import Policy, batches

from .models import CallbackEvent, CallbackRequest
from .services import forget_request

# Nobody called back: the request goes on waiting, late, before the eyes of the team; not for ever all the same.
UNANSWERED_TIMES = 2


def unanswered_days() -> int:
    """Return for how many days a request that nobody answered is kept."""
    return UNANSWERED_TIMES * int(settings.KEEP_HEALTH_CALLBACK_DAYS)


def forget_requests(now: dt.datetime, dry_run: bool) -> int:
    """Erase the person where nothing has happened for long enough: longer when nobody has called back."""
    answered = now - dt.timedelta(days=settings.KEEP_HEALTH_CALLBACK_DAYS)
    unanswered = now - dt.timedelta(days=unanswered_days())
    due = CallbackRequest.objects.untouched_since(answered, unanswered, paris_day(now))
    if dry_run:
        return due.count()
    done = 0
    for some in batches(due):
        for request in CallbackRequest.objects.filter(pk__in=some):
            forget_request(request=request, by=None, now=now)
            done += 1
    return done


def forget_event_names(now: dt.datetime, dry_run: bool) -> int:
    """Blank the names in the history, once the delay that is set has passed; none is set: keep them."""
    if settings.KEEP_LOG_NAMES_DAYS < 1:
        return 0
    before = now - dt.timedelta(days=settings.KEEP_LOG_NAMES_DAYS)
    return blank_names(CallbackEvent.objects.filter(forgettable_names(before)), dry_run)


def policies() -> list[Policy]:
    """Return the promises of this slice, in the words of the settings."""
    days = settings.KEEP_HEALTH_CALLBACK_DAYS
    return [
        Policy(
            "health.callbacks",
            f"person and notes of a health professional's request to be called back: {days} days after"
            f" the last act; one that nobody answered: {unanswered_days()} days",
            forget_requests,
        ),
        Policy(
            "health.event_names",
            f"history of the requests to be called back, {log_words()}",
            forget_event_names,
        ),
    ]
