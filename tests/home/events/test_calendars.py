"""Events as calendars read them: files that any of them opens, at the right hour on both sides of the change."""

from __future__ import annotations

import datetime as dt
from urllib.parse import parse_qs, urlsplit
from zoneinfo import ZoneInfo

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from icalendar import Calendar

from home.events.add_links import add_links
from tests.factories import make_event

pytestmark = pytest.mark.django_db
PARIS = ZoneInfo("Europe/Paris")


def read(client: Client, path: str) -> Calendar:
    response = client.get(path)
    assert response.status_code == 200
    assert response["Content-Type"] == "text/calendar; charset=utf-8"
    return Calendar.from_ical(response.content)


def test_a_file_says_the_hour_of_paris_with_its_rules(client: Client, now: dt.datetime) -> None:
    start = dt.datetime(2027, 7, 6, 18, 30, tzinfo=PARIS)
    event = make_event("Soirée, à Figeac ; venez", now=now, starts_at=start, street="1 rue Démo")

    calendar = read(client, f"{event.address}rendez-vous.ics")
    (found,) = calendar.walk("VEVENT")
    (zone,) = calendar.walk("VTIMEZONE")

    assert zone["TZID"] == "Europe/Paris"
    assert found["DTSTART"].params["TZID"] == "Europe/Paris"
    assert found["DTSTART"].dt == start
    assert found["SUMMARY"] == "Soirée, à Figeac ; venez"
    assert found["LOCATION"] == "Espace Démo, 1 rue Démo, Figeac"
    assert found["URL"].endswith(event.address)
    assert found["STATUS"] == "CONFIRMED"
    assert found["UID"].startswith(str(event.translation_key))


def test_lines_are_never_longer_than_75_bytes_nor_broken_by_what_is_typed(
    client: Client, now: dt.datetime
) -> None:
    event = make_event(now=now, summary="Élégance\r\nBEGIN:VEVENT " + "é" * 200)

    content = client.get(f"{event.address}rendez-vous.ics").content

    assert content.endswith(b"END:VCALENDAR\r\n")
    assert all(len(line) <= 75 for line in content.split(b"\r\n"))
    assert content.count(b"\r\nBEGIN:VEVENT\r\n") == 1


def test_an_event_without_hours_takes_whole_days(client: Client, now: dt.datetime) -> None:
    first = dt.datetime(2027, 3, 27, 9, tzinfo=PARIS)
    event = make_event(
        now=now, starts_at=first, ends_at=first + dt.timedelta(days=1), is_all_day=True
    )

    (found,) = read(client, f"{event.address}rendez-vous.ics").walk("VEVENT")

    assert found["DTSTART"].dt == dt.date(2027, 3, 27)
    assert found["DTEND"].dt == dt.date(2027, 3, 29)


def test_a_cancelled_event_leaves_the_calendars_that_have_it(
    client: Client, now: dt.datetime
) -> None:
    event = make_event(now=now)
    (before,) = read(client, f"{event.address}rendez-vous.ics").walk("VEVENT")

    event.is_cancelled = True
    event.save_revision().publish()
    (after,) = read(client, "/agenda/flux/agenda.ics").walk("VEVENT")

    assert after["UID"] == before["UID"]
    assert after["STATUS"] == "CANCELLED"
    assert after["SUMMARY"].startswith("Annulé")
    assert after["SEQUENCE"] > before["SEQUENCE"]


def test_the_feed_holds_what_is_to_come_and_what_is_just_past(
    client: Client, now: dt.datetime
) -> None:
    make_event("À venir", now=now)
    make_event("La semaine dernière", now=now, starts_at=now - dt.timedelta(days=7))
    make_event("L’an dernier", now=now, starts_at=now - dt.timedelta(days=365))

    calendar = read(client, "/agenda/flux/agenda.ics")

    found = [str(event["SUMMARY"]) for event in calendar.walk("VEVENT")]
    assert found == ["La semaine dernière", "À venir"]
    assert calendar["X-WR-CALNAME"] == "Agenda – Oh My Lot\u00a0!"
    assert "public" in client.get("/agenda/flux/agenda.ics")["Cache-Control"]


def test_the_feed_costs_the_same_for_one_event_and_for_thirty(
    client: Client, now: dt.datetime
) -> None:
    make_event(now=now)
    client.get("/agenda/flux/agenda.ics")
    with CaptureQueriesContext(connection) as one:
        client.get("/agenda/flux/agenda.ics")
    for number in range(29):
        make_event(f"Rendez-vous {number}", now=now)
    with CaptureQueriesContext(connection) as thirty:
        client.get("/agenda/flux/agenda.ics")

    assert len(one) == len(thirty) <= 2


def test_the_same_event_gives_the_same_bytes(client: Client, now: dt.datetime) -> None:
    path = f"{make_event(now=now).address}rendez-vous.ics"

    assert client.get(path).content == client.get(path).content


def test_other_calendars_get_the_instant_without_mistake(now: dt.datetime) -> None:
    start = dt.datetime(2027, 7, 6, 18, 30, tzinfo=PARIS)
    event = make_event(now=now, starts_at=start)

    google, outlook = (parse_qs(urlsplit(url).query) for _name, url in add_links(event))

    assert google["dates"] == ["20270706T163000Z/20270706T183000Z"]
    assert outlook["startdt"] == ["2027-07-06T16:30:00Z"]
    assert google["location"] == ["Espace Démo, Figeac"]


def test_the_page_proposes_every_calendar_and_the_agenda_its_subscription(
    client: Client, now: dt.datetime
) -> None:
    event = make_event(now=now)

    page = client.get(event.address).content.decode()

    assert f'href="{event.address}rendez-vous.ics"' in page
    assert "calendar.google.com" in page
    assert "outlook.live.com" in page
    assert 'href="webcal://' in client.get("/agenda/").content.decode()
