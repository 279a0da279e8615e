"""The home page: its sections, its offers, its articles, in ten queries."""

import datetime as dt

import pytest
import time_machine
from django.test import Client

from home.models import HomePage
from home.news.models import NewsPage
from home.texts.raw import block, items, link
from jobs.offers.states import OfferState
from tests.factories import make_article, make_image, make_offer
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
    assert "/offres/?ou=Figeac" in page
    assert "Poste secret" not in page


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
    assert "Je suis interne ou étudiant" in client.get("/").content.decode()

    from home.models import StandardPage

    StandardPage.objects.get(slug="internes", alias_of=None).unpublish()

    assert "Je suis interne ou étudiant" not in client.get("/").content.decode()


def test_links_of_the_english_home_page_stay_in_english(client: Client) -> None:
    page = client.get("/en/").content.decode()

    assert 'href="/en/sante/internes/"' in page
    assert 'action="/en/offres/"' in page
    assert 'href="/en/offres/?q=infirmier"' in page
    assert 'href="/en/offres/?domaine=sante"' in page


def test_a_full_home_page_costs_ten_queries(
    client: Client, home: HomePage, now: dt.datetime, django_assert_num_queries: object
) -> None:
    image = make_image()
    for number in range(3):
        make_article(f"Article {number}", photo=image)
    for number in range(3):
        make_offer(now, title=f"Poste {number} (F/H)")
    figures = items(*[make_figure(home, value=str(number)).pk for number in range(4)])
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
    assert response.content.decode().count("srcset") == 4
    assert NewsPage.objects.live().count() == 3
