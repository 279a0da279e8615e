"""What becomes of a request: the mail's link confirms it, or its hour ends and its place goes to the next."""

from __future__ import annotations

from datetime import datetime

from django.db import transaction

from home.events.availability import HOLD, availability
from home.events.errors import RegistrationRefused
from home.events.models import EventPage, Registration
from home.events.services.desk import OpenDesk, give_freed_seats, open_desk
from home.events.services.registering import write_down
from home.events.states import TAKES_NAMES, Availability


@transaction.atomic
def confirm_registration(*, registration: Registration, now: datetime) -> Registration:
    """Register who pressed the button of the mail's link, or put them on the waiting list; the mail says which.

    Once its hour is over a request holds nothing: it counts from its confirmation. Confirming twice changes nothing.
    Raises RegistrationRefused when the event takes no names any more; Registration.DoesNotExist when the request was
    erased meanwhile.
    """
    desk = open_desk(registration.event, now=now)
    row: Registration = Registration.objects.get(public_id=registration.public_id)
    if not row.is_pending:
        return row
    is_late = now >= row.asked_at + HOLD
    check_confirmable(desk, is_late=is_late)
    # Places whose hour is over go to those who wait, first.
    give_freed_seats(desk, now=now)
    if is_late:
        row.asked_at = now
    return write_down(desk, row)


def check_confirmable(desk: OpenDesk, *, is_late: bool) -> None:
    """Raise RegistrationRefused; who asked before registration closed has the whole hour to confirm."""
    state = availability(desk.event, taken=desk.taken(), now=desk.now)
    may_close = state == Availability.CLOSED and not is_late
    if not desk.event.live:
        raise RegistrationRefused(Availability.CLOSED)
    if state not in TAKES_NAMES and not may_close:
        raise RegistrationRefused(state)


def release_places(now: datetime) -> int:
    """Give to those who wait the places held by requests whose hour is over; returns how many requests held one.

    Nobody waits for this to count them as free: it only tells the waiting list.
    """
    lapsed = Registration.objects.lapsed(now).values("event")
    events = EventPage.objects.filter(pk__in=lapsed).select_related("locale").order_by("pk")
    return sum(_release(event, now) for event in events)


@transaction.atomic
def _release(event: EventPage, now: datetime) -> int:
    desk = open_desk(event, now=now)
    released = Registration.objects.filter(event=desk.event).lapsed(now).update(held_until=None)
    give_freed_seats(desk, now=now)
    return released
