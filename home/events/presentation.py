"""What the page of an event shows beside its text: what one may do, related offers and employers."""

from __future__ import annotations

import datetime as dt
import re
from typing import Any

from django.db.models import QuerySet
from django.urls import reverse
from django.utils.translation import gettext as _

from home.events.add_links import add_links
from home.events.availability import availability, seats_left
from home.events.checks import numbers_of
from home.events.models import EventPage, Registration
from home.events.states import TAKES_NAMES
from home.events.structured_data import event_script
from jobs.board.search import Criteria, search_offers
from jobs.employers.models import Employer
from jobs.offers.models import JobOffer
from ui.addresses import absolute
from ui.typography import in_french

OFFERS_NUMBER = 6
# What the page shows of an employer, and whether it may.
EMPLOYER_COLUMNS = ("id", "name", "website", "status")


def event_context(event: EventPage, *, now: dt.datetime) -> dict[str, Any]:
    """Return what the template of an event reads: its state at `now`, its facts, what goes with it."""
    taken, employers = seats_and_employers(event)
    state = availability(event, taken=taken, now=now)
    return {
        "state": state,
        "facts": facts(event),
        "seats_left": seats_left(event, taken=taken),
        "registration_url": registration_url(event) if state in TAKES_NAMES else "",
        "ics_url": ics_url(event),
        "add_links": add_links(event),
        "offers": related_offers(event, now=now),
        "employers": employers,
        "script": event_script(event),
    }


def taken_seats(event: EventPage) -> int:
    """Count the places given, whatever the language of the page; what is only held is nobody's to see."""
    if event.capacity is None:
        return 0
    given = Registration.objects.filter(event__translation_key=event.translation_key)
    return given.confirmed().seats()


def registration_url(event: EventPage) -> str:
    """Return where one registers, in the reader's language."""
    return reverse("events:register", kwargs={"slug": event.slug})


def ics_url(event: EventPage) -> str:
    """Return the file to add to a calendar, in the reader's language."""
    return reverse("events:ics", kwargs={"slug": event.slug})


def subscribe_url() -> str:
    """Return the address with which a calendar follows the whole agenda, in the reader's language."""
    return re.sub(r"^https?", "webcal", absolute(reverse("events:feed")))


def facts(event: EventPage) -> list[tuple[str, str, str]]:
    """Return icon, label and value of what there is to know; what is not known is not shown."""
    where = ", ".join(
        part for part in (event.street, f"{event.postcode} {event.city}".strip()) if part
    )
    found = [
        ("calendar-event", _("When"), event.when),
        ("map-pin", _("Where"), event.place_name or event.place),
        ("home", _("Address"), "" if event.is_online_only else where),
        # A fact of the French page, whatever the language of the reader.
        ("users-group", _("Organised by"), in_french(event.organiser)),
        ("coin-euro", _("Price"), event.price or (_("Free of charge") if event.is_free else "")),
        ("users-group", _("Number of places"), str(event.capacity) if event.capacity else ""),
    ]
    return [fact for fact in found if fact[2]]


def kept_facts(registration: Registration) -> list[tuple[str, str, str]]:
    """Return icon, label and value of all that a request writes down, for who is about to confirm it."""
    found = [
        ("user", _("Name"), registration.full_name),
        ("mail", _("E-mail address"), registration.email),
        ("phone", _("Telephone"), registration.phone),
        ("users-group", _("Number of persons"), str(registration.party_size)),
    ]
    return [fact for fact in found if fact[2]]


def related_offers(event: EventPage, *, now: dt.datetime) -> list[JobOffer]:
    """Return the offers named by number, in that order; none is left online, those that answer the search.

    Public ones only.
    """
    if numbers := numbers_of(event.offer_numbers):
        named = JobOffer.objects.visible(now).for_display().in_bulk(numbers)
        if named:
            return [named[number] for number in dict.fromkeys(numbers) if number in named][
                :OFFERS_NUMBER
            ]
    if not event.offer_search:
        return []
    criteria = Criteria(text=event.offer_search, page_size=OFFERS_NUMBER, is_exact=True)
    return list(search_offers(criteria, now=now).offers)


def seats_and_employers(event: EventPage) -> tuple[int, list[Employer]]:
    """Return, in one query, the places given and the employers that take part, by name.

    Only employers whose account is verified and active are shown. Those of a draft being previewed are its own.
    """
    columns = [f"employers__{name}" for name in EMPLOYER_COLUMNS]
    of_event = EventPage.objects.filter(pk=event.pk).with_seats()
    rows = list(of_event.values_list("taken", *columns))
    found = [
        Employer(**dict(zip(EMPLOYER_COLUMNS, row[1:], strict=True))) for row in rows if row[1]
    ]
    drafted = event.employers.all()
    if not isinstance(drafted, QuerySet):
        found = list(drafted)
    shown = [employer for employer in found if employer.is_verified]
    taken = rows[0][0] if rows else 0
    return taken, sorted(shown, key=lambda one: (one.name.casefold(), one.pk))
