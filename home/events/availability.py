"""What a reader may do about an event: decided here once, for pages, lists, forms and services."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

from home.events.states import Availability, RegistrationMode

if TYPE_CHECKING:
    from home.events.models import EventPage

# How long a place is kept for somebody who has not confirmed yet.
HOLD = dt.timedelta(hours=1)
# Of the places of a room, one in how many is kept at most for those who have not confirmed, all together.
HELD_SHARE = 5


def availability(event: EventPage, *, taken: int, now: dt.datetime) -> Availability:
    """Return what one may do at `now`, `taken` places being given or held.

    Nothing that has started, is full or is cancelled is ever open.
    """
    if event.is_cancelled:
        return Availability.CANCELLED
    if now >= event.ends_at:
        return Availability.OVER
    if now >= event.starts_at:
        return Availability.STARTED
    if event.registration_mode == RegistrationMode.NONE:
        return Availability.FREE
    if event.registration_opens_at and now < event.registration_opens_at:
        return Availability.NOT_YET
    if event.registration_closes_at and now >= event.registration_closes_at:
        return Availability.CLOSED
    if event.registration_mode == RegistrationMode.ELSEWHERE:
        return Availability.ELSEWHERE
    if event.capacity is not None and taken >= event.capacity:
        return Availability.FULL
    return Availability.OPEN


def seats_left(event: EventPage, *, taken: int) -> int | None:
    """Return how many persons may still come; None when nobody counts."""
    return None if event.capacity is None else max(0, event.capacity - taken)


def largest_party(event: EventPage) -> int:
    """Return how many persons one registration may bring."""
    return event.max_party if event.capacity is None else min(event.max_party, event.capacity)


def most_held(event: EventPage) -> int | None:
    """Return how many places are kept at most for those who have not confirmed: invented addresses fill no room.

    The largest party may always be kept its places. None when nobody counts.
    """
    if event.capacity is None:
        return None
    return max(largest_party(event), event.capacity // HELD_SHARE)
