"""When and where an event is, in words, in the language of the reader."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import get_language, gettext

from ui.typography import NBSP

if TYPE_CHECKING:
    from home.events.models import EventPage


def is_french() -> bool:
    """Say whether the words are French."""
    return (get_language() or "fr").startswith("fr")


def hour_in_words(moment: dt.datetime) -> str:
    """Return « 18 h 30 » or « 18 h », “6:30 pm” or “6 pm” in English."""
    local = timezone.localtime(moment)
    if is_french():
        return f"{local.hour}{NBSP}h" + (f"{NBSP}{local.minute:02d}" if local.minute else "")
    minutes = f":{local.minute:02d}" if local.minute else ""
    return f"{local.hour % 12 or 12}{minutes}{NBSP}{'am' if local.hour < 12 else 'pm'}"


def day_in_words(day: dt.date, *, with_month: bool = True, with_year: bool = True) -> str:
    """Return « mardi 4 mars 2025 »; the month and the year may be left out."""
    number = "1er" if day.day == 1 and is_french() else str(day.day)
    words = f"{date_format(day, 'l')} {number}"
    if with_month:
        words += f" {date_format(day, 'F')}"
    return f"{words} {day.year}" if with_year else words


def month_in_words(day: dt.date) -> str:
    """Return « mars 2025 »."""
    return f"{date_format(day, 'F')} {day.year}"


def when_in_words(event: EventPage) -> str:
    """Return the day and the hours: « mardi 4 mars 2025, de 18 h à 20 h »."""
    first, last = event.first_day, event.last_day
    start, end = hour_in_words(event.starts_at), hour_in_words(event.ends_at)
    if first != last:
        if event.is_all_day:
            return days_in_words(first, last)
        return gettext("from %(first)s at %(start)s to %(last)s at %(end)s") % {
            "first": day_in_words(first, with_year=first.year != last.year),
            "start": start,
            "last": day_in_words(last),
            "end": end,
        }
    if event.is_all_day:
        return day_in_words(first)
    if event.starts_at == event.ends_at:
        return gettext("%(day)s at %(start)s") % {"day": day_in_words(first), "start": start}
    return gettext("%(day)s, from %(start)s to %(end)s") % {
        "day": day_in_words(first),
        "start": start,
        "end": end,
    }


def days_in_words(first: dt.date, last: dt.date) -> str:
    """Return « du mercredi 19 au jeudi 20 mars 2025 »."""
    same_month = (first.year, first.month) == (last.year, last.month)
    return gettext("from %(first)s to %(last)s") % {
        "first": day_in_words(first, with_month=not same_month, with_year=first.year != last.year),
        "last": day_in_words(last),
    }


def place_in_words(event: EventPage) -> str:
    """Return the place and its town: « Espace Démo, Figeac »; « En ligne » when there is none."""
    if event.is_online_only:
        return gettext("Online")
    parts = [event.place_name, event.city]
    if event.place_name.casefold() == event.city.casefold():
        parts = parts[:1]
    return ", ".join(part for part in parts if part)
