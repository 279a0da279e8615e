"""Addresses with which an event is added to a calendar kept elsewhere. Nothing is sent there before the click."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING
from urllib.parse import urlencode

from home.events.calendars import full_place
from ui.addresses import absolute

if TYPE_CHECKING:
    from home.events.models import EventPage

GOOGLE = "https://calendar.google.com/calendar/render"
OUTLOOK = "https://outlook.live.com/calendar/0/deeplink/compose"
DAY = dt.timedelta(days=1)


def add_links(event: EventPage) -> list[tuple[str, str]]:
    """Return the name and the address of each calendar."""
    return [("Google Agenda", google(event)), ("Outlook", outlook(event))]


def google(event: EventPage) -> str:
    """Return the address that opens Google's form, filled in."""
    if event.is_all_day:
        days = (event.first_day, event.last_day + DAY)
        start, end = (day.strftime("%Y%m%d") for day in days)
    else:
        moments = (event.starts_at, event.ends_at)
        start, end = (one.astimezone(dt.UTC).strftime("%Y%m%dT%H%M%SZ") for one in moments)
    values = {
        "action": "TEMPLATE",
        "text": event.title,
        "dates": f"{start}/{end}",
        "details": words(event),
        "location": full_place(event),
    }
    return f"{GOOGLE}?{urlencode(values)}"


def outlook(event: EventPage) -> str:
    """Return the address that opens Outlook's form, filled in."""
    if event.is_all_day:
        start, end = event.first_day.isoformat(), (event.last_day + DAY).isoformat()
    else:
        moments = (event.starts_at, event.ends_at)
        start, end = (one.astimezone(dt.UTC).strftime("%Y-%m-%dT%H:%M:%SZ") for one in moments)
    values = {
        "path": "/calendar/action/compose",
        "rru": "addevent",
        "subject": event.title,
        "startdt": start,
        "enddt": end,
        "allday": str(event.is_all_day).lower(),
        "body": words(event),
        "location": full_place(event),
    }
    return f"{OUTLOOK}?{urlencode(values)}"


def words(event: EventPage) -> str:
    """Return what stands in the calendar: the summary and the page."""
    return f"{event.summary}\n\n{absolute(event.address)}".strip()
