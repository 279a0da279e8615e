"""The home page: its sections, its offers, its articles, in ten queries."""

import datetime as dt
import re

import pytest
import time_machine
from django.http import HttpResponse
from django.test import Client
from django.urls import path
from wagtail.models import Page

from config.urls import urlpatterns as site_urls
from home.models import HomePage
from home.news.models import NewsPage
from jobs.offers.states import OfferState
from territory.models import Municipality
from tests.factories import make_article, make_event, make_image, make_offer
from ui.blocks.raw import block, items, link
from ui.models import KeyFigure

pytestmark = pytest.mark.django_db


@pytest.fixture
def home() -> HomePage:
    """Return the French home page."""
    return HomePage.objects.get(locale__language_code="fr")


def with_sections(home: HomePage, *added: dict) -> None:
    """Put sections before the others and publish."""
    home.sections = [*added, *home.sections.raw_data]
    home.save_revision().publish()


def make_figure(home: HomePage, **fields: object) -> KeyFigure:
    """Make a figure of the French site."""
    values = {"value": "108", "label": "familles installées", "definition": "Foyers.", "year": 2025}
    return KeyFigure.objects.create(
        locale=home.locale, source="Comité de pilotage", **values | fields
    )


def test_the_newest_offers_are_shown_with_their_number_and_their_towns(
    client: Client, now: dt.datetime
) -> None:
    for number in range(5):
        make_offer(now, title=f"Poste {number} (F/H)")
    make_offer(now, title="Poste secret (F/H)", state=OfferState.PENDING)

    response = client.get("/")
    page = response.content.decode()

    assert response.context["offers"].total == 5
    assert len(response.context["offers"].newest) == 4
    assert [(item.label, item.count) for item in response.context["map_items"]] == [("Figeac", 5)]
    assert "/offres/?ou=Figeac&amp;rayon=0" in page
    assert "Poste secret" not in page


def test_a_town_of_the_map_leads_to_the_offers_that_it_counts(
    client: Client, now: dt.datetime
) -> None:
    make_offer(now)
    capdenac = Municipality.objects.get(slug="capdenac")
    make_offer(now, municipalities=[capdenac])

    [figeac] = client.get("/").context["map_items"]

    assert client.get(figeac.url).context["results"].total == figeac.count == 1


def test_without_any_offer_the_page_says_so(client: Client) -> None:
    response = client.get("/")

    assert response.context["offers"].total == 0
    assert "Aucune offre n’est en ligne aujourd’hui" in response.content.decode()


def test_the_newest_articles_are_shown_and_drafts_are_not(client: Client) -> None:
    make_article("Un article publié")
    make_article("Un article en brouillon", live=False)

    page = client.get("/").content.decode()

    assert "Un article publié" in page
    assert "Un article en brouillon" not in page


def test_an_old_figure_leaves_the_page(client: Client, home: HomePage) -> None:
    figure = make_figure(home, prefix="près de", value="750", label="ambassadeurs", year=2025)
    with_sections(home, block("figures", {"title": "", "figures": items(figure.pk), "note": ""}))

    with time_machine.travel(dt.datetime(2027, 12, 31, 12, tzinfo=dt.UTC)):
        page = client.get("/").content.decode()
        assert ("ambassadeurs" in page, "près de" in page, "Comité de pilotage" in page) == (
            True,
            True,
            True,
        )
    with time_machine.travel(dt.datetime(2028, 1, 1, 12, tzinfo=dt.UTC)):
        assert "750" not in client.get("/").content.decode()


def test_a_fictional_testimonial_is_said_to_be_so(client: Client, home: HomePage) -> None:
    value = {
        "title": "Ils ont choisi le Lot",
        "quote": "Des voisins m’ont prêté une remorque.",
        "author": "Camille",
        "role": "",
        "is_fictional": True,
        "image": None,
        "actions": [],
    }
    with_sections(home, block("testimonial", value))

    page = client.get("/").content.decode()

    assert "remorque" in page
    assert "Témoignage fictif" in page


def test_a_door_onto_an_unpublished_page_is_not_drawn(client: Client, home: HomePage) -> None:
    assert "Je suis interne, étudiante ou étudiant" in client.get("/").content.decode()

    Page.objects.get(slug="internes", locale__language_code="fr").specific.unpublish()

    assert "Je suis interne, étudiante ou étudiant" not in client.get("/").content.decode()


def test_links_of_the_english_home_page_stay_in_english(client: Client) -> None:
    page = client.get("/en/").content.decode()

    assert 'href="/en/sante/internes/"' in page
    assert 'action="/en/offres/"' in page
    assert 'href="/en/offres/?q=infirmier"' in page
    assert 'href="/en/offres/?domaine=sante"' in page


def test_two_articles_stand_beside_four_dates(client: Client, now: dt.datetime) -> None:
    for number in range(3):
        make_article(f"Article {number}")
    for number in range(5):
        make_event(f"Soirée {number}", now=now, starts_at=now + dt.timedelta(days=number + 1))
    make_event("Soirée annulée", now=now, starts_at=now + dt.timedelta(hours=3), is_cancelled=True)

    response = client.get("/")

    assert len(response.context["latest_news"]) == 2
    assert [event.title for event in response.context["next_events"]] == [
        f"Soirée {number}" for number in range(4)
    ]
    page = response.content.decode()
    assert "Soirée 3" in page
    assert "Soirée annulée" not in page
    assert 'href="/agenda/"' in page


def test_an_agenda_between_two_dates_says_so_and_one_that_never_began_is_not_shown(
    client: Client, now: dt.datetime
) -> None:
    words = "Pas de rendez-vous prévu pour l’instant."
    assert words not in client.get("/").content.decode()
    assert 'id="agenda-title"' not in client.get("/").content.decode()

    make_event("Passée", now=now, starts_at=now - dt.timedelta(days=40))

    page = client.get("/").content.decode()
    assert words in page
    assert "Passée" not in page


def test_without_news_nor_dates_their_section_is_not_shown(client: Client) -> None:
    assert 'id="news-title"' not in client.get("/").content.decode()


def test_the_referent_of_a_town_is_asked_for_from_the_home_page(client: Client) -> None:
    page = client.get("/").content.decode()

    assert re.search(
        r'<form class="place-form" action="/s-installer/referents/" method="get">', page
    )
    assert client.get("/s-installer/referents/", {"ou": "Gramat"}).status_code == 200
    assert 'action="/en/s-installer/referents/"' in client.get("/en/").content.decode()


def test_the_number_of_health_offers_is_that_of_the_search(
    client: Client, now: dt.datetime
) -> None:
    assert "offre en santé" not in client.get("/").content.decode()
    make_offer(now, family_id="J")
    make_offer(now, family_id="A")

    assert "1 offre en santé est en ligne aujourd’hui." in client.get("/").content.decode()
    assert client.get("/offres/?domaine=sante").context["results"].total == 1


class WithAlerts:
    """Addresses of a site on which one may ask to be told of new offers."""

    urlpatterns = (path("alertes/creer/", lambda request: HttpResponse()), *site_urls)


def test_without_offers_an_alert_is_proposed_as_soon_as_there_are_alerts(
    client: Client, settings: object
) -> None:
    assert "/alertes/" not in client.get("/").content.decode()

    settings.ROOT_URLCONF = WithAlerts

    page = client.get("/").content.decode()
    assert '<a href="/alertes/creer/">Créez une alerte</a>' in page


def test_a_home_page_whose_translation_is_undone_says_which_words_are_french(
    client: Client, home: HomePage
) -> None:
    assert '<div lang="fr">' not in client.get("/en/").content.decode()
    english = HomePage.objects.get(locale__language_code="en")
    HomePage.objects.filter(pk=english.pk).update(alias_of=home)

    page = client.get("/en/").content.decode()

    assert '<div lang="fr">' in page
    assert 'id="hero-title" lang="fr"' in page


def test_a_full_home_page_costs_ten_queries(
    client: Client, home: HomePage, now: dt.datetime, django_assert_num_queries: object
) -> None:
    image = make_image()
    for number in range(3):
        make_article(f"Article {number}", photo=image)
    for number in range(3):
        make_offer(now, title=f"Poste {number} (F/H)")
        make_event(f"Soirée {number}", now=now, starts_at=now + dt.timedelta(days=2))
    figures = items(*[make_figure(home, value=str(10 + number)).pk for number in range(4)])
    person = {
        "title": "T",
        "quote": "Q",
        "author": "A",
        "image": image.pk,
        "actions": items(link("Voir", page=home.pk)),
    }
    with_sections(
        home,
        block("figures", {"title": "", "figures": figures, "note": ""}),
        block("testimonial", person),
    )
    client.get("/offres/")

    with django_assert_num_queries(10):
        response = client.get("/")

    assert response.content.decode().count("<picture") == 0
    assert response.content.decode().count("srcset") == 3
    assert NewsPage.objects.live().count() == 3
