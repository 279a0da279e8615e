"""The desk of an event: whoever holds its lock is alone to give and free places."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from home.events import emails, journal
from home.events.availability import most_held, seats_left
from home.events.calendars import full_place
from home.events.models import EventDesk, EventPage, Registration
from home.events.states import RegistrationAct, RegistrationStatus
from home.events.translations import french_of


@dataclass(frozen=True, slots=True)
class OpenDesk:
    """A desk under lock, with the event as it is published now."""

    event: EventPage
    row: EventDesk
    pages: emails.Pages
    now: datetime

    def taken(self, *, besides: Registration | None = None) -> int:
        """Count the places given, and those held for who has not confirmed yet, `besides` one registration."""
        rows = Registration.objects.filter(event=self.event).seated(self.now)
        return rows.exclude(pk=besides.pk).seats() if besides is not None else rows.seats()

    def left(self, *, besides: Registration | None = None) -> int | None:
        """Count the places left; None when nobody counts."""
        return seats_left(self.event, taken=self.taken(besides=besides))

    def fits(self, row: Registration) -> bool:
        """Say whether the persons of a registration find a place; the one that it holds is its own."""
        left = self.left(besides=row)
        return left is None or row.party_size <= left

    def has_place_for(self, row: Registration) -> bool:
        """Say whether they find one and take it from nobody who waits."""
        waiting = Registration.objects.filter(event=self.event).waiting()
        return self.fits(row) and not waiting.exists()

    def may_hold(self, row: Registration) -> bool:
        """Say whether they find one before they confirm: requests together keep a part of the room only."""
        most = most_held(self.event)
        others = Registration.objects.filter(event=self.event).held(self.now).exclude(pk=row.pk)
        is_within = most is None or others.seats() + row.party_size <= most
        return is_within and self.has_place_for(row)

    def looks_full_for(self, row: Registration) -> bool:
        """Say whether the places given leave none, as the public pages say it; who waits comes first."""
        rows = Registration.objects.filter(event=self.event)
        left = seats_left(self.event, taken=rows.confirmed().seats())
        return (left is not None and row.party_size > left) or rows.waiting().exists()


def told(event: EventPage) -> dict[str, object]:
    """Return what people note down of an event."""
    return {
        "told_starts_at": event.starts_at,
        "told_ends_at": event.ends_at,
        "told_place": full_place(event),
        "told_is_cancelled": event.is_cancelled,
    }


def open_desk(event: EventPage, *, now: datetime) -> OpenDesk:
    """Lock the desk of an event and read the event again; must run inside a transaction."""
    french = french_of(event)
    EventDesk.objects.get_or_create(event=french, defaults=told(french))
    row = EventDesk.objects.select_for_update().get(event=french)
    fresh: EventPage = EventPage.objects.select_related("locale").get(pk=french.pk)
    return OpenDesk(event=fresh, row=row, pages=emails.Pages(fresh), now=now)


def confirm(registration: Registration, *, now: datetime) -> None:
    """Give a place."""
    registration.status = RegistrationStatus.CONFIRMED
    registration.confirmed_at = now
    registration.cancelled_at = registration.held_until = None
    registration.save()


def give_freed_seats(desk: OpenDesk, *, now: datetime) -> list[Registration]:
    """Give the places left to those who wait, first come first; nobody is passed over by a smaller party.

    Only a party larger than the whole event is: it could never come.
    """
    event, given = desk.event, []
    if event.is_cancelled or not event.live or now >= event.starts_at:
        return []
    left = desk.left()
    for waiting in Registration.objects.filter(event=event).waiting():
        if event.capacity is not None and waiting.party_size > event.capacity:
            continue
        if left is not None and waiting.party_size > left:
            break
        confirm(waiting, now=now)
        journal.record(event=event, registration=waiting, act=RegistrationAct.PROMOTED, now=now)
        emails.promoted(registration=waiting, pages=desk.pages, now=now)
        left = None if left is None else left - waiting.party_size
        given.append(waiting)
    return given
