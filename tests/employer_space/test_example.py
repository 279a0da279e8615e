"""The example of a well-written offer: visibly an example, saved nowhere, and true to our own rules."""

from __future__ import annotations

import pytest

from employer_space.offers.example import WHY, example_offer, parts_of
from jobs.board import presentation
from jobs.offers.checks import wage_floor
from jobs.offers.models import JobOffer
from jobs.offers.states import OfferState
from jobs.offers.wording import discriminatory_passages
from tests.cast import Cast
from tests.employer_space.reading import words
from tests.factories import make_offer
from ui.rich_text import clean_html, plain

pytestmark = pytest.mark.django_db
EXAMPLE = "/espace-employeur/offres/exemple/"
LINK = "Voir un exemple d’offre bien rédigée"


def test_an_empty_dashboard_leads_to_the_example_and_a_full_one_does_not(cast: Cast, now) -> None:
    client = cast.client(cast.nurse_manager)
    empty = client.get("/espace-employeur/")
    assert LINK in words(empty)
    assert f'href="{EXAMPLE}"' in empty.content.decode()
    make_offer(now, employer=cast.hospital, state=OfferState.DRAFT)
    assert LINK not in words(client.get("/espace-employeur/"))
    assert LINK in words(client.get("/espace-employeur/offres/nouvelle/"))


def test_the_example_says_at_each_step_that_it_is_one(cast: Cast) -> None:
    page = cast.client(cast.nurse_manager).get(EXAMPLE)
    text = words(page)
    assert page.status_code == 200
    assert "Ceci est un exemple : le poste n’existe pas" in text
    assert "Exemple Boulangère ou boulanger (F/H) Boulangerie de l’Exemple (nom inventé)" in text
    assert "2 050 à 2 250 € brut par mois" in text
    assert "L’employeur s’engage à répondre à chaque candidature sous 7 jours." in text
    assert "application/ld+json" not in page.content.decode()
    assert "mailto:" not in text
    assert '<meta name="robots" content="noindex">' in page.content.decode()
    for reason in WHY.values():
        assert reason in text


def test_the_example_is_in_no_table_and_on_no_public_page(cast: Cast, client) -> None:
    cast.client(cast.nurse_manager).get(EXAMPLE)
    assert JobOffer.objects.count() == 0
    assert "Boulangère" not in client.get("/offres/").content.decode()


def test_a_visitor_is_asked_to_sign_in(client) -> None:
    assert client.get(EXAMPLE).status_code == 302


def test_the_example_keeps_our_own_rules() -> None:
    offer = example_offer()
    texts = [plain(part.html) for part in parts_of(offer)]
    assert len(texts[0]) >= 200
    assert [discriminatory_passages(text) for text in texts] == [[]] * 3
    assert discriminatory_passages(offer.title, is_title=True) == []
    floor = wage_floor(offer)
    assert floor is not None
    assert offer.salary_min >= floor
    for html in (offer.missions, offer.profile, offer.offering):
        assert clean_html(html) == html
    assert [fact.label for fact in presentation.facts(offer)] == [
        "Contrat", "Salaire", "Temps de travail", "Prise de poste", "Logement",
    ]  # fmt: skip
