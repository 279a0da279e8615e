"""What the publication of an event changes for those who are registered."""

from __future__ import annotations

from datetime import datetime

from django.db import transaction

from home.events import emails
from home.events.models import EventPage, Registration
from home.events.services.desk import OpenDesk, give_freed_seats, open_desk, told
from home.events.translations import carry_facts, french_of


@transaction.atomic
def follow_publication(*, event: EventPage, now: datetime) -> None:
    """Carry the facts to the translations, tell what has changed, and give the places that a larger room frees.

    Told to those who have a place or wait for one: the event is cancelled, takes place after all, or its day, hour
    or place is another. Publishing again without such a change tells nothing.
    """
    carry_facts(french_of(event))
    desk = open_desk(event, now=now)
    before = {name: getattr(desk.row, name) for name in told(desk.event)}
    after = told(desk.event)
    if before != after:
        desk.row.sequence += 1
        for name, value in after.items():
            setattr(desk.row, name, value)
        desk.row.save()
        # What is corrected in the archive concerns nobody any more.
        if max(before["told_ends_at"], desk.event.ends_at) > now:
            _tell(desk, before, now)
    give_freed_seats(desk, now=now)


def _tell(desk: OpenDesk, before: dict[str, object], now: datetime) -> None:
    rows = Registration.objects.filter(event=desk.event)
    if before["told_starts_at"] != desk.event.starts_at:
        rows.update(reminded_at=None)
    was_cancelled = bool(before["told_is_cancelled"])
    for row in rows.active().by_arrival():
        if desk.event.is_cancelled and not was_cancelled:
            emails.event_cancelled(registration=row, pages=desk.pages, now=now)
        elif not desk.event.is_cancelled:
            emails.event_changed(registration=row, pages=desk.pages, now=now, is_back=was_cancelled)
