"""What the team does on the list of an event: add, give a place, tick who came, take a copy."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING

from django.db import transaction
from django.utils import timezone

from home.events import emails, journal
from home.events.availability import largest_party
from home.events.errors import (
    AlreadyRegistered,
    EventNotBegun,
    NoSeatLeft,
    NotOnTheList,
    PartyTooLarge,
    RegistrationRefused,
)
from home.events.models import EventPage, Registration
from home.events.services.desk import OpenDesk, confirm, open_desk
from home.events.services.registering import Attendee, find, row_for, write_down
from home.events.states import Availability, RegistrationAct, RegistrationStatus

if TYPE_CHECKING:
    from accounts.models import User


@transaction.atomic
def add_by_hand(*, event: EventPage, attendee: Attendee, by: User, now: datetime) -> Registration:
    """Register somebody who phoned, also before registration opens or after it closes; capacity and turn hold.

    Raises AlreadyRegistered for an address that has a registration, RegistrationRefused when the event is
    cancelled or over, PartyTooLarge.
    """
    desk = open_desk(event, now=now)
    check_alive(desk, now)
    if attendee.party_size > largest_party(desk.event):
        raise PartyTooLarge(largest_party(desk.event))
    known = find(desk, attendee.email)
    if known is not None and known.is_active:
        raise AlreadyRegistered
    row = row_for(desk, attendee, known=known, by=by)
    return write_down(desk, row, by=by)


@transaction.atomic
def give_seat(*, registration: Registration, by: User, now: datetime) -> Registration:
    """Give a place out of turn to somebody who waits, or who cannot confirm; nothing changes for who has one.

    Raises NoSeatLeft when too few places are left, RegistrationRefused when the event is cancelled or over.
    """
    desk = open_desk(registration.event, now=now)
    row: Registration = Registration.objects.get(pk=registration.pk)
    if row.status not in (RegistrationStatus.WAITING, RegistrationStatus.PENDING):
        return row
    check_alive(desk, now)
    if not desk.fits(row):
        raise NoSeatLeft
    tell = emails.confirmed if row.is_pending else emails.promoted
    confirm(row, now=now)
    journal.record(event=desk.event, registration=row, act=RegistrationAct.SEATED, now=now, by=by)
    tell(registration=row, pages=desk.pages, now=now)
    return row


@transaction.atomic
def mark_present(
    *, registration: Registration, is_present: bool, by: User, now: datetime
) -> Registration:
    """Tick, or untick, somebody who came; twice changes nothing.

    Raises NotOnTheList for who has no place, EventNotBegun before the day of the event.
    """
    desk = open_desk(registration.event, now=now)
    row: Registration = Registration.objects.get(pk=registration.pk)
    if row.status != RegistrationStatus.CONFIRMED:
        raise NotOnTheList
    if is_present and not has_day_come(desk.event, now):
        raise EventNotBegun
    if (row.present_at is not None) == is_present:
        return row
    row.present_at = now if is_present else None
    row.save(update_fields=["present_at"])
    act = RegistrationAct.PRESENT if is_present else RegistrationAct.ABSENT
    journal.record(event=desk.event, registration=row, act=act, now=now, by=by)
    return row


def has_day_come(event: EventPage, now: datetime) -> bool:
    """Say whether the first day of an event has come, in the time of the Lot: people arrive before the hour."""
    return timezone.localdate(now) >= timezone.localdate(event.starts_at)


def note_export(*, event: EventPage, by: User, now: datetime) -> None:
    """Write down that somebody took a copy of the list."""
    journal.record(event=event, act=RegistrationAct.EXPORTED, now=now, by=by)


def check_alive(desk: OpenDesk, now: datetime) -> None:
    """Raise RegistrationRefused when the event is cancelled or over."""
    if desk.event.is_cancelled:
        raise RegistrationRefused(Availability.CANCELLED)
    if now >= desk.event.ends_at:
        raise RegistrationRefused(Availability.OVER)
