"""The dates that the home page shows."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from typing import Any

from django.db.models import Case, IntegerField, Q, Value, When

from home.events.models import EventPage


@dataclass(frozen=True)
class HomeAgenda:
    """The next dates, and whether there ever was one: an agenda that never had any is not shown."""

    events: list[Any]
    has_ever_begun: bool


def home_agenda(*, locale_id: int, number: int, now: dt.datetime) -> HomeAgenda:
    """Read the next dates in a language, without those that are cancelled: one query, whether there are any or not."""
    if number < 1:
        return HomeAgenda([], has_ever_begun=False)
    over = Q(ends_at__lte=now)
    found = EventPage.objects.online().filter(locale_id=locale_id)
    # What is over comes last: it is there to say that the agenda has begun, and is not shown.
    rank = Case(When(over, then=Value(1)), default=Value(0), output_field=IntegerField())
    rows = list(
        found.filter(over | Q(is_cancelled=False))
        .annotate(rank=rank)
        .order_by("rank", "starts_at", "pk")
        .for_lists()[:number]
    )
    return HomeAgenda([event for event in rows if not event.rank], has_ever_begun=bool(rows))
