"""Take a name down: a request first, which the mail's link confirms; at once when the address is proved already."""

from __future__ import annotations

import uuid
from dataclasses import asdict, dataclass
from datetime import datetime
from typing import TYPE_CHECKING

from django.db import transaction

from home.events import emails, journal
from home.events.availability import HOLD, availability, largest_party
from home.events.errors import PartyTooLarge, RegistrationRefused
from home.events.models import EventPage, Registration
from home.events.services.desk import OpenDesk, confirm, give_freed_seats, open_desk
from home.events.states import TAKES_NAMES, Availability, RegistrationAct, RegistrationStatus

if TYPE_CHECKING:
    from accounts.models import User


@dataclass(frozen=True, slots=True)
class Attendee:
    """What a person says to come."""

    first_name: str
    last_name: str
    email: str = ""
    phone: str = ""
    party_size: int = 1
    language: str = "fr"


@transaction.atomic
def register(
    *,
    event: EventPage,
    attendee: Attendee,
    now: datetime,
    form_key: uuid.UUID | None = None,
    is_proved: bool = False,
    may_hold: bool = True,
) -> Registration:
    """Write a request down and mail the link that confirms it; its place, if one may be, is kept for `HOLD`.

    `is_proved` says that the address is surely the person's: they are registered, or wait, at once. Without
    `may_hold` no place is kept before the confirmation. An address registered already keeps its first registration,
    and a mail recalls it; a request that was not confirmed is replaced, link included, when its words are others;
    the same `form_key` and words twice are one act. Raises RegistrationRefused when the event takes no names now,
    PartyTooLarge.
    """
    desk = open_desk(event, now=now)
    check_open(desk, now)
    if attendee.party_size > largest_party(desk.event):
        raise PartyTooLarge(largest_party(desk.event))
    known = find(desk, attendee.email)
    if known is not None and (known.is_active or known.is_pending):
        is_same = known.is_active or says(known, attendee)
        if form_key is not None and known.form_key == form_key and is_same:
            return known
        if known.is_active:
            emails.known(registration=known, pages=desk.pages, now=now)
            return known
    row = row_for(desk, attendee, known=known, form_key=form_key)
    return write_down(desk, row) if is_proved else hold(desk, row, may_hold=may_hold)


def check_open(desk: OpenDesk, now: datetime) -> None:
    """Raise RegistrationRefused when the event takes no names."""
    state = availability(desk.event, taken=desk.taken(), now=now)
    if not desk.event.live:
        state = Availability.CLOSED
    if state not in TAKES_NAMES:
        raise RegistrationRefused(state)


def find(desk: OpenDesk, email: str) -> Registration | None:
    """Return the registration of an address, cancelled or not; None when there is none."""
    if not email:
        return None
    found: Registration | None = (
        Registration.objects.filter(event=desk.event).of_addresses([email]).first()
    )
    return found


def says(row: Registration, attendee: Attendee) -> bool:
    """Say whether a row holds the very words of an attendee."""
    return all(getattr(row, name) == value for name, value in asdict(attendee).items())


def row_for(
    desk: OpenDesk,
    attendee: Attendee,
    *,
    known: Registration | None,
    form_key: uuid.UUID | None = None,
    by: User | None = None,
) -> Registration:
    """Return the row of a request, in the place of the one that its address had; it is not saved yet.

    A request not confirmed yet keeps its link, which is in a mail on its way, and the rest of its hour, when it says
    the same. With other words, perhaps a stranger's, or after a cancellation, the link is new: the former one opens
    nothing, so that nobody confirms what they have not read.
    """
    if known is not None and known.is_pending and says(known, attendee):
        row = known
    else:
        row = Registration(event=desk.event)
        if known is not None:
            known.delete()
            # A place that it held goes first to those who wait.
            give_freed_seats(desk, now=desk.now)
    row.form_key, row.is_by_team = form_key, by is not None
    if not row.holds_place_at(desk.now):
        row.asked_at, row.held_until = desk.now, None
    for name, value in asdict(attendee).items():
        setattr(row, name, value)
    return row


def hold(desk: OpenDesk, row: Registration, *, may_hold: bool) -> Registration:
    """Keep a place, if one may be, for who has to confirm; nothing is promised before, so nothing is in the journal."""
    row.status = RegistrationStatus.PENDING
    if row.held_until is None and may_hold and desk.may_hold(row):
        row.held_until = min(desk.now + HOLD, desk.event.starts_at)
    row.save()
    is_full = desk.looks_full_for(row)
    emails.to_confirm(registration=row, pages=desk.pages, now=desk.now, is_full=is_full)
    return row


def write_down(desk: OpenDesk, row: Registration, *, by: User | None = None) -> Registration:
    """Give a place, or the end of the waiting list, and tell the person; `by` is of the team."""
    now = desk.now
    has_place = row.holds_place_at(now) or desk.has_place_for(row)
    if has_place:
        confirm(row, now=now)
    else:
        row.status, row.held_until = RegistrationStatus.WAITING, None
        row.save()
    act = RegistrationAct.CONFIRMED if has_place else RegistrationAct.WAITING
    journal.record(
        event=desk.event,
        registration=row,
        act=RegistrationAct.ADDED if by is not None else act,
        now=now,
        by=by,
        is_by_person=by is None,
    )
    tell = emails.confirmed if has_place else emails.waiting
    tell(registration=row, pages=desk.pages, now=now)
    return row
