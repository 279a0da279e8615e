"""The reminder of the day before."""

from __future__ import annotations

import datetime as dt

from django.db import transaction
from django.utils import timezone

from home.events import emails, journal
from home.events.models import EventPage, Registration
from home.events.services.desk import open_desk
from home.events.states import RegistrationAct


def send_reminders(now: dt.datetime) -> int:
    """Remind those who have a place in an event of tomorrow, once each; returns how many mails were written."""
    tomorrow = timezone.localtime(now).date() + dt.timedelta(days=1)
    start = timezone.make_aware(dt.datetime.combine(tomorrow, dt.time()))
    end = timezone.make_aware(dt.datetime.combine(tomorrow + dt.timedelta(days=1), dt.time()))
    due = EventPage.objects.in_french().live().filter(is_cancelled=False)
    events = due.starting_within(start, end).select_related("locale").order_by("pk")
    return sum(_remind(event, now) for event in events)


@transaction.atomic
def _remind(event: EventPage, now: dt.datetime) -> int:
    desk = open_desk(event, now=now)
    # Read again under the lock: it may have been cancelled, or put off, since.
    if desk.event.is_cancelled or not desk.event.live or desk.event.starts_at != event.starts_at:
        return 0
    rows = list(
        Registration.objects.filter(event=desk.event, reminded_at__isnull=True)
        .confirmed()
        .by_arrival()
    )
    Registration.objects.filter(pk__in=[row.pk for row in rows]).update(reminded_at=now)
    if rows:
        journal.record(event=desk.event, act=RegistrationAct.REMINDED, now=now)
    for row in rows:
        emails.reminder(registration=row, pages=desk.pages, now=now)
    return len(rows)
