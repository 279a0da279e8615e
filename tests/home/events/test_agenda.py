"""What the agenda shows: by month, the archive, what is cancelled or full, and in English."""

from __future__ import annotations

import datetime as dt
import json
import re
from typing import Any
from zoneinfo import ZoneInfo

import pytest
import time_machine
from django.core.exceptions import ValidationError
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from wagtail.models import Locale, PageViewRestriction

from config.demo.employers import employers
from config.demo.events import EVENTS
from home.bootstrap import ensure_english
from home.events.listing import next_events
from home.events.models import EventIndexPage, EventPage
from home.events.services import Attendee, register
from home.events.states import EventFormat, EventKind, RegistrationMode
from home.models import HomePage
from home.translations import translate
from jobs.employers.models import Employer
from tests.cast import Cast
from tests.factories import make_event, make_image, make_offer, translate_whole

pytestmark = pytest.mark.django_db
PARIS = ZoneInfo("Europe/Paris")
MARCH = dt.datetime(2027, 3, 10, 10, tzinfo=PARIS)


def at(month: int, day: int, hour: int = 18, *, year: int = 2027) -> dt.datetime:
    return dt.datetime(year, month, day, hour, tzinfo=PARIS)


def seen(client: Client, path: str, now: dt.datetime = MARCH, *, status: int = 200) -> str:
    """Return the words of a page read at an instant."""
    with time_machine.travel(now, tick=False):
        response = client.get(path)
    assert response.status_code == status
    return response.content.decode().replace("\u00a0", " ")


def months(page: str) -> list[str]:
    """Return the titles of the months."""
    return re.findall(r'class="agenda__name">([^<]+)<', page)


def titles(page: str) -> list[str]:
    """Return the titles of the events, in their order."""
    return re.findall(r'class="event-list__link"[^>]*>([^<]+)<', page)


# --- the list


def test_events_stand_by_month_the_next_one_first(client: Client) -> None:
    make_event("En mai", now=MARCH, starts_at=at(5, 4))
    make_event("Fin mars", now=MARCH, starts_at=at(3, 30))
    make_event("Mi-mars", now=MARCH, starts_at=at(3, 15))
    make_event("En avril", now=MARCH, starts_at=at(4, 4))

    page = seen(client, "/agenda/")

    assert months(page) == ["mars 2027", "avril 2027", "mai 2027"]
    assert titles(page) == ["Mi-mars", "Fin mars", "En avril", "En mai"]
    assert "<table" not in page


def test_an_empty_month_says_when_the_next_date_is(client: Client) -> None:
    make_event("En avril", now=MARCH, starts_at=at(4, 4))

    page = seen(client, "/agenda/")

    assert months(page) == ["mars 2027", "avril 2027"]
    assert "Rien en mars. Prochain rendez-vous : 4 avril." in page


def test_several_empty_months_are_said_at_once(client: Client) -> None:
    make_event("En juin", now=MARCH, starts_at=at(6, 1))

    page = seen(client, "/agenda/")

    assert months(page) == ["mars 2027 – mai 2027", "juin 2027"]
    assert "Rien entre mars et mai. Prochain rendez-vous : 1er juin." in page


def test_an_event_that_began_last_month_and_goes_on_is_of_this_month(client: Client) -> None:
    make_event("Exposition", now=MARCH, starts_at=at(2, 20), ends_at=at(3, 20))

    assert months(seen(client, "/agenda/")) == ["mars 2027"]


def test_an_agenda_without_any_event_says_so(client: Client) -> None:
    assert "Pas de rendez-vous prévu pour l’instant." in seen(client, "/agenda/")


def test_what_is_past_stands_in_the_archive_the_latest_first(client: Client) -> None:
    make_event("Il y a un an", now=MARCH, starts_at=at(3, 1, year=2026))
    make_event("Hier", now=MARCH, starts_at=at(3, 9))
    make_event("Demain", now=MARCH, starts_at=at(3, 11))

    assert titles(seen(client, "/agenda/")) == ["Demain"]
    archive = seen(client, "/agenda/?periode=passes")
    assert titles(archive) == ["Hier", "Il y a un an"]
    assert "Rendez-vous passés" in archive
    assert 'href="?periode=passes"' in seen(client, "/agenda/")


def test_an_event_is_past_the_very_moment_it_ends(client: Client) -> None:
    make_event("Ce soir", now=MARCH, starts_at=at(3, 10, 18), ends_at=at(3, 10, 20))

    assert titles(seen(client, "/agenda/", at(3, 10, 20) - dt.timedelta(seconds=1))) == ["Ce soir"]
    assert titles(seen(client, "/agenda/", at(3, 10, 20))) == []


def test_the_archive_is_cut_into_pages(client: Client) -> None:
    for number in range(26):
        make_event(f"Passé {number}", now=MARCH, starts_at=at(1, 1 + number))

    first = seen(client, "/agenda/?periode=passes")
    second = seen(client, "/agenda/?periode=passes&page=2")

    assert titles(first)[0] == "Passé 25"
    assert len(titles(first)) == 24
    assert titles(second) == ["Passé 1", "Passé 0"]
    assert "?periode=passes&amp;page=2" in first


def test_a_kind_is_chosen_and_what_is_not_understood_is_said(client: Client) -> None:
    make_event("Salon", now=MARCH, starts_at=at(3, 15), kind=EventKind.FAIR)
    make_event("Atelier", now=MARCH, starts_at=at(3, 16), kind=EventKind.WORKSHOP)

    assert titles(seen(client, "/agenda/?genre=salon")) == ["Salon"]
    strange = seen(client, "/agenda/?genre=fête&page=zéro&periode=demain")
    assert titles(strange) == ["Salon", "Atelier"]
    assert "Une partie de l’adresse n’a pas été comprise" in strange


def test_the_list_says_what_is_cancelled_and_what_is_full(client: Client, now: dt.datetime) -> None:
    make_event("Annulée", now=now, is_cancelled=True)
    full = make_event("Complète", now=now, capacity=1)
    register(event=full, attendee=Attendee("A", "B", "a@essai.example"), now=now, is_proved=True)

    page = seen(client, "/agenda/", now)

    assert page.count("Annulé</span>") == 1
    assert page.count("Complet</span>") == 1


def test_a_draft_or_a_private_event_is_nowhere(client: Client, now: dt.datetime) -> None:
    draft = make_event("Brouillon", now=now, live=False)
    private = make_event("Privé", now=now)
    PageViewRestriction.objects.create(page=private, restriction_type="login")

    assert titles(seen(client, "/agenda/", now)) == []
    for event in (draft, private):
        assert client.get(f"{event.address}rendez-vous.ics").status_code == 404
        assert client.get(f"{event.address}inscription/").status_code == 404
    assert "Brouillon" not in client.get("/agenda/flux/agenda.ics").content.decode()
    assert "Privé" not in client.get("/agenda/flux/agenda.ics").content.decode()


def test_the_list_costs_the_same_for_one_event_and_for_thirty(
    client: Client, now: dt.datetime
) -> None:
    make_event(now=now, capacity=5)
    client.get("/agenda/")
    with CaptureQueriesContext(connection) as one:
        client.get("/agenda/")
    for number in range(29):
        make_event(f"Rendez-vous {number}", now=now, capacity=5)
    with CaptureQueriesContext(connection) as thirty:
        client.get("/agenda/")

    assert len(thirty) == len(one) <= 10


# --- what other pages show


def test_the_next_events_of_a_kind_leave_out_what_is_past_or_cancelled(now: dt.datetime) -> None:
    meetup = EventKind.AMBASSADOR_MEETUP
    make_event("Hier", now=now, kind=meetup, starts_at=now - dt.timedelta(days=1))
    make_event("Annulée", now=now, kind=meetup, is_cancelled=True)
    make_event("Salon", now=now, kind=EventKind.FAIR)
    later = make_event("Plus tard", now=now, kind=meetup, starts_at=now + dt.timedelta(days=30))
    soon = make_event("Bientôt", now=now, kind=meetup)
    french = Locale.objects.get(language_code="fr").pk

    found = next_events(locale_id=french, now=now, kinds=[meetup])

    assert [event.pk for event in found] == [soon.pk, later.pk]
    assert len(next_events(locale_id=french, now=now)) == 3
    assert next_events(locale_id=french, now=now, number=0) == []


def test_the_home_page_shows_the_next_dates(client: Client, now: dt.datetime) -> None:
    event = make_event("Soirée de Cahors", now=now)

    page = client.get("/").content.decode()

    assert "Soirée de Cahors" in page
    assert f'href="{event.address}"' in page


def test_events_are_found_in_the_group_agenda(client: Client, now: dt.datetime) -> None:
    make_event("Rencontre des boulangers", now=now)
    make_event("Rencontre annulée des boulangers", now=now, is_cancelled=True)

    page = client.get("/recherche/?q=boulangers").content.decode().replace("\u00a0", " ")

    assert re.search(r"<h2[^>]*>\s*Agenda", page)
    assert "boulangers" in page
    assert "Annulé : Rencontre" in re.sub(r"</?mark>", "", page)
    assert "Voir la page" not in page


def test_its_excerpt_keeps_its_facts_apart_and_leaves_out_who_organises(
    client: Client, now: dt.datetime
) -> None:
    make_event("Rencontre", now=now, summary="Venez", organiser="Confrérie de la zététique")

    for asked in ("Espace Démo", "zététique"):
        page = client.get("/recherche/", {"q": asked}).content.decode()
        told = re.sub(r"</?mark>", "", page).split('search-hit__passage">')[1].split("</p>")[0]
        assert told == "Venez. Espace Démo. Figeac"


def test_an_event_that_is_unpublished_is_found_no_more(client: Client, now: dt.datetime) -> None:
    event = make_event("Rencontre des boulangers", now=now)
    event.unpublish()

    assert "Rencontre des boulangers" not in client.get("/recherche/?q=boulangers").content.decode()


# --- the page


def test_the_page_tells_when_where_who_and_how_much(client: Client) -> None:
    event = make_event(
        now=MARCH,
        starts_at=dt.datetime(2027, 4, 6, 18, 30, tzinfo=PARIS),
        ends_at=at(4, 6, 20),
        street="1 rue Démo",
        postcode="46100",
        organiser="Équipe de démonstration",
        is_free=False,
        price="5 € la soirée",
        capacity=40,
        is_step_free=True,
        has_hearing_loop=True,
        access_notes="Bus 3, arrêt Démo.",
    )

    page = seen(client, event.address)

    assert "mardi 6 avril 2027, de 18 h 30 à 20 h" in page
    for words in (
        "Espace Démo", "1 rue Démo, 46100 Figeac", "Équipe de démonstration", "5 € la soirée", ">40<",
        "accessible aux personnes à mobilité réduite", "Une boucle magnétique est installée",
        "Bus 3, arrêt Démo.", "Il reste 40 places.",
    ):  # fmt: skip
        assert words in page, words


def test_a_cancelled_event_says_so_first_and_takes_no_name(
    client: Client, now: dt.datetime
) -> None:
    event = make_event(now=now, is_cancelled=True, cancellation_message="Tempête annoncée.")

    page = client.get(event.address).content.decode()

    assert "<title>Annulé – " in page
    assert "Annulé</span>" in page
    assert "Tempête annoncée." in page
    assert f"{event.address}inscription/" not in page
    assert data_of(page)["eventStatus"] == "https://schema.org/EventCancelled"


def data_of(page: str) -> dict[str, object]:
    """Return the structured data of a page."""
    found = re.search(r'<script type="application/ld\+json">(.+?)</script>', page, re.DOTALL)
    assert found is not None
    data: dict[str, object] = json.loads(found[1])
    return data


def test_the_structured_data_say_what_the_page_says(client: Client) -> None:
    event = make_event("Soirée </script><b>", now=MARCH, starts_at=at(3, 27), ends_at=at(3, 28, 3))

    page = seen(client, event.address)
    data = data_of(page)

    assert "</script><b>" not in page
    assert data["@type"] == "Event"
    assert data["name"] == "Soirée </script><b>"
    # The clocks change between the beginning and the end.
    assert (data["startDate"], data["endDate"]) == (
        "2027-03-27T18:00:00+01:00",
        "2027-03-28T03:00:00+02:00",
    )
    assert data["location"]["name"] == "Espace Démo"
    assert data["isAccessibleForFree"] is True


def test_an_online_meeting_never_shows_its_address(client: Client, now: dt.datetime) -> None:
    event = make_event(
        now=now,
        format=EventFormat.ONLINE,
        online_url="https://visio.example/secret",
        place_name="",
        city="",
    )

    page = client.get(event.address).content.decode()

    assert "En ligne" in page
    for text in (page, client.get(f"{event.address}rendez-vous.ics").content.decode()):
        assert "visio.example" not in text
    assert "visio.example" not in client.get("/recherche/?q=visio").content.decode()


def test_the_related_offers_and_employers_are_those_that_anyone_may_see(
    client: Client, cast: Cast, now: dt.datetime
) -> None:
    shown = make_offer(now, title="Soudeuse ou soudeur (F/H)")
    paused = make_offer(now, title="Maçonne ou maçon (F/H)", state="PAUSED")
    suspended = Employer.objects.get(pk=cast.cafe.pk)
    Employer.objects.filter(pk=suspended.pk).update(status="SUSPENDED")
    event = make_event(
        now=now,
        offer_numbers=f"{shown.pk}, OML-{paused.pk}",
        employers=[cast.hospital, suspended],
    )

    page = client.get(event.address).content.decode()

    assert "Soudeuse ou soudeur" in page
    assert "Maçonne" not in page
    assert "Hôpital d’essai" in page
    assert "Café d’essai" not in page


@pytest.mark.parametrize("by", ["number", "search"])
def test_the_page_with_everything_costs_ten_queries_at_most(
    client: Client, cast: Cast, now: dt.datetime, django_capture_on_commit_callbacks: Any, by: str
) -> None:
    with django_capture_on_commit_callbacks(execute=True):
        offers = [make_offer(now, title="Soudeuse ou soudeur (F/H)").pk for _number in range(3)]
        picture = make_image(description="Un pont.", credit="Équipe de démonstration")
        event = make_event(
            now=now,
            capacity=9,
            photo=picture,
            offer_numbers=",".join(map(str, offers)) if by == "number" else "",
            offer_search="soudeur",
            employers=[cast.hospital, cast.cafe],
        )
    register(event=event, attendee=Attendee("A", "B", "a@essai.example"), now=now)
    client.get(event.address)

    with CaptureQueriesContext(connection) as queries:
        page = client.get(event.address).content.decode()

    assert page.count("job-row__employer") == 3
    assert "Hôpital d’essai" in page
    assert "Café d’essai" in page
    assert "<figure" in page
    assert len(queries) <= 10, [query["sql"][:120] for query in queries]


def test_the_search_serves_when_no_number_is_left_online(
    client: Client, cast: Cast, now: dt.datetime, django_capture_on_commit_callbacks: Any
) -> None:
    with django_capture_on_commit_callbacks(execute=True):
        make_offer(now, title="Soudeuse ou soudeur (F/H)")
        paused = make_offer(now, title="Maçonne ou maçon (F/H)", state="PAUSED")
        event = make_event(now=now, offer_numbers=str(paused.pk), offer_search="soudeur")

    page = client.get(event.address).content.decode()

    assert "Soudeuse ou soudeur" in page
    assert "Maçonne" not in page


# --- what editors may not do


@pytest.mark.parametrize(
    ("field", "changes"),
    [
        ("ends_at", {"ends_at": MARCH - dt.timedelta(days=9), "starts_at": MARCH}),
        ("place_name", {"place_name": "", "city": ""}),
        ("summary", {"summary": ""}),
        ("price", {"is_free": False}),
        ("external_url", {"registration_mode": RegistrationMode.ELSEWHERE}),
        ("offer_numbers", {"offer_numbers": "douze"}),
        ("slug", {"slug": "flux"}),
    ],
)
def test_an_event_is_not_published_without_what_it_needs(
    field: str, changes: dict[str, object]
) -> None:
    with pytest.raises(ValidationError) as refusal:
        make_event(now=MARCH, **changes)
    assert list(refusal.value.message_dict) == [field]


def test_an_event_without_hours_lasts_its_whole_days(client: Client) -> None:
    event = make_event(now=MARCH, starts_at=at(3, 19, 9), ends_at=at(3, 20, 9), is_all_day=True)

    assert "du vendredi 19 au samedi 20 mars 2027" in seen(client, event.address)
    assert data_of(seen(client, event.address))["endDate"] == "2027-03-20"


# --- the other language


def test_the_agenda_and_its_events_are_read_in_english(
    client: Client, now: dt.datetime, django_capture_on_commit_callbacks: Any
) -> None:
    event = make_event("Soirée", now=now, summary="Une soirée.")
    english = Locale.objects.get(language_code="en")
    ensure_english(HomePage.objects.get(depth=2, locale__language_code="fr"))
    index = EventIndexPage.objects.get(locale=english)
    with django_capture_on_commit_callbacks(execute=True):
        words = {"Soirée": "An evening", "Une soirée.": "One evening."}
        translated = translate(event, english, words)

    listing = client.get("/en/agenda/").content.decode()
    page = client.get(translated.specific.address).content.decode()

    assert index.title == "Events"
    assert "An evening" in listing
    assert "Take part" in page
    assert "Welcome evening" in page


def test_who_organises_is_said_in_french_whatever_the_language_of_the_page(
    client: Client, now: dt.datetime
) -> None:
    event = make_event("Soirée", now=now, summary="Oui.", organiser="Équipe de démonstration")
    words = {"Soirée": "An evening", "Oui.": "Yes."}
    english = translate(event, Locale.objects.get(language_code="en"), words)

    page = client.get(english.specific.address).content.decode()
    french = client.get(event.address).content.decode()

    assert '<dd><span lang="fr">Équipe de démonstration</span></dd>' in page
    assert "<dd>Équipe de démonstration</dd>" in french


def test_the_evenings_of_interns_are_a_kind_of_their_own(client: Client) -> None:
    interns, all_comers = EventKind.INTERN_EVENING, EventKind.WELCOME_EVENING
    event = make_event(
        "Entre internes", now=MARCH, starts_at=at(3, 15), kind=interns, summary="Oui."
    )
    make_event("Nouveaux habitants", now=MARCH, starts_at=at(3, 16), kind=all_comers)
    words = {"Entre internes": "Between interns", "Oui.": "Yes."}
    english = translate(event, Locale.objects.get(language_code="en"), words)

    with time_machine.travel(MARCH):
        listed = client.get("/agenda/").content.decode()
        chosen = client.get("/agenda/?genre=soiree-internes").content.decode()
        page = client.get(english.specific.address).content.decode()

    assert "genre=soiree-internes" in listed
    assert "Entre internes" in chosen
    assert "Nouveaux habitants" not in chosen
    assert "Interns’ evening" in page


def test_an_event_not_translated_yet_is_shown_in_french_and_says_so(
    client: Client, now: dt.datetime
) -> None:
    event = make_event("Soirée des internes", now=now)
    event.copy_for_translation(Locale.objects.get(language_code="en"), alias=True)

    listing = client.get("/en/agenda/").content.decode()
    page = client.get(f"/en{event.address}").content.decode()

    assert re.search(r'class="event-list__link"[^>]* lang="fr"', listing)
    assert "Soirée des internes" in page
    assert client.get(f"/en{event.address}inscription/").status_code == 200


def test_a_change_of_date_reaches_the_translations(now: dt.datetime) -> None:
    event = make_event("Soirée", now=now, capacity=10)
    english = translate_whole(
        event, Locale.objects.get(language_code="en"), {"Soirée": "An evening"}
    )
    later = event.starts_at + dt.timedelta(days=1)

    event.starts_at, event.ends_at, event.capacity = later, later + dt.timedelta(hours=1), 20
    event.save_revision().publish()

    row = EventPage.objects.get(pk=english.pk)
    assert (row.starts_at, row.capacity, row.title) == (later, 20, "An evening")


# --- the demonstration


def test_the_evenings_of_interns_in_the_demonstration_are_of_that_kind() -> None:
    of_interns = {one.slug for one in EVENTS if one.kind == EventKind.INTERN_EVENING}

    assert of_interns == {one.slug for one in EVENTS if "internes" in one.slug}
    assert len(of_interns) == 2


def test_the_demonstration_shows_a_price_and_related_offers_and_employers() -> None:
    verified = {one.name for one in employers().values() if one.status == "VERIFIED"}
    priced = [one for one in EVENTS if one.price[0]]
    related = [one for one in EVENTS if one.employers and one.more.get("offer_search")]

    assert priced
    assert all(one.price[1] for one in priced)
    assert related
    assert {name for one in EVENTS for name in one.employers} <= verified
