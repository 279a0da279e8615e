"""Events as calendars read them (iCalendar, RFC 5545): one file for an event, one feed for all.

Nothing here depends on the clock: the same events always give the same bytes.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterable
from typing import TYPE_CHECKING, Any
from urllib.parse import urlsplit
from zoneinfo import ZoneInfo

from django.conf import settings
from django.utils import translation
from django.utils.translation import gettext
from icalendar import Calendar, Event

from ui.addresses import absolute

if TYPE_CHECKING:
    from home.events.models import EventPage

PARIS = ZoneInfo("Europe/Paris")
CONTENT_TYPE = "text/calendar"
PRODUCT = "-//Oh My Lot//Agenda//FR"
REFRESH = dt.timedelta(hours=6)
# What a line of text cannot hold.
_CONTROLS = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f]")


def event_ics(event: EventPage, *, sequence: int, online_url: str = "") -> bytes:
    """Return the file of one event, in the language of its page; `online_url` is for those who have a place."""
    return calendar_ics([(event, sequence)], online_url=online_url)


def calendar_ics(
    events: Iterable[tuple[EventPage, int]], *, name: str = "", online_url: str = ""
) -> bytes:
    """Return a calendar of events, each with its sequence; `name` is what a subscriber sees."""
    calendar = Calendar()
    calendar.add("prodid", PRODUCT)
    calendar.add("version", "2.0")
    calendar.add("method", "PUBLISH")
    if name:
        calendar.add("x-wr-calname", plain(name))
        calendar.add("refresh-interval", REFRESH, parameters={"VALUE": "DURATION"})
    for event, sequence in events:
        calendar.add_component(_component(event, sequence, online_url))
    calendar.add_missing_timezones()
    return bytes(calendar.to_ical())


def uid(event: EventPage) -> str:
    """Return what makes it the same event for ever, in every language."""
    return f"{event.translation_key}@{urlsplit(settings.BASE_URL).hostname}"


def plain(text: str) -> str:
    """Return a text that a line may hold; escaping is the library's affair."""
    return _CONTROLS.sub("", text.replace("\r\n", "\n").replace("\r", "\n"))


def _component(event: EventPage, sequence: int, online_url: str) -> Any:
    stamp = event.last_published_at or event.starts_at
    found = Event()
    found.add("uid", uid(event))
    found.add("dtstamp", stamp.astimezone(dt.UTC))
    found.add("last-modified", stamp.astimezone(dt.UTC))
    found.add("sequence", sequence)
    found.add("status", "CANCELLED" if event.is_cancelled else "CONFIRMED")
    found.add("summary", plain(_title(event)))
    if event.is_all_day:
        found.add("dtstart", event.first_day)
        found.add("dtend", event.last_day + dt.timedelta(days=1))
    else:
        found.add("dtstart", event.starts_at.astimezone(PARIS))
        found.add("dtend", event.ends_at.astimezone(PARIS))
    found.add("location", plain(full_place(event)))
    found.add("description", plain(_description(event, online_url)))
    found.add("url", absolute(event.address))
    return found


def full_place(event: EventPage) -> str:
    """Return the place with its street, on one line."""
    if event.is_online_only:
        return event.place
    town = f"{event.postcode} {event.city}".strip()
    return ", ".join(part for part in (event.place_name, event.street, town) if part)


def _title(event: EventPage) -> str:
    with translation.override(event.locale.language_code):
        return (
            gettext("Cancelled: %(title)s") % {"title": event.title}
            if event.is_cancelled
            else event.title
        )


def _description(event: EventPage, online_url: str) -> str:
    parts = [event.cancellation_message if event.is_cancelled else "", event.summary]
    return "\n\n".join(part for part in (*parts, online_url, absolute(event.address)) if part)
