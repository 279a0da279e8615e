"""Working days: what the programme promises when it says « sous 3 jours ouvrés »."""

from __future__ import annotations

import datetime as dt
import math

from django.conf import settings
from django.utils import timezone
from django.utils.translation import ngettext

SATURDAY = 5
WORKING_WEEK, WEEKEND = 5, 2


def answer_days() -> int:
    """Return in how many working days an answer is promised."""
    return int(settings.CONTACT_ANSWER_WORKING_DAYS)


def promise() -> str:
    """Return the promise as a sentence of its own."""
    days = answer_days()
    return ngettext(
        "Answer within %(days)d working day.", "Answer within %(days)d working days.", days
    ) % {"days": days}


def late_before(now: dt.datetime) -> dt.datetime:
    """Return the instant before which a message that still waits is late."""
    return working_days_before(now, answer_days())


def longest(days: int) -> dt.timedelta:
    """Return how long so many working days last at most, weekends included."""
    return dt.timedelta(days=days + WEEKEND * math.ceil(days / WORKING_WEEK))


def working_days_before(now: dt.datetime, days: int) -> dt.datetime:
    """Return the instant that is `days` working days before `now`, at the same hour of Paris.

    Weekends do not count; public holidays do: the promise is then kept a little early.
    """
    moment = timezone.localtime(now)
    left = days
    while left > 0:
        moment -= dt.timedelta(days=1)
        if moment.weekday() < SATURDAY:
            left -= 1
    return moment
