"""What the blocks of a page need of others: offers of the day, the reader's language, few queries."""

import datetime as dt
import re

import pytest
from django.core.exceptions import ValidationError
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from home.models import StandardPage
from jobs.offers.states import OfferState
from tests.factories import make_employer, make_offer, make_page
from tests.ui.block_values import BODY, KINDS, drawn, offers, value_of
from ui.blocks.body import MOST_OFFER_LISTS
from ui.blocks.raw import block

pytestmark = pytest.mark.django_db


# --- the offers of a page


def test_a_list_of_offers_holds_what_the_search_would_find(now: dt.datetime) -> None:
    for number in range(4):
        make_offer(now, title=f"Poste {number} (F/H)", family_id="J")
    make_offer(now, title="Vigne (F/H)", family_id="A")
    family = BODY.child_blocks["offers"].child_blocks["family"].field.choices
    health = next(slug for slug, label in family if "anté" in str(label))

    html = drawn("offers", offers(family=health, number=2))

    assert len(re.findall(r"Poste \d", html)) == 2
    assert "Vigne" not in html
    assert "Voir les 4 offres de ce genre" in html
    assert f'href="/offres/?domaine={health}"' in html


def test_a_list_of_every_offer_does_not_speak_of_a_kind(now: dt.datetime) -> None:
    make_offer(now, title="Un poste (F/H)")
    make_offer(now, title="Un autre poste (F/H)")

    html = drawn("offers", offers(number=1))

    assert "Voir toutes les offres" in html
    assert "de ce genre" not in html


def test_a_list_of_offers_shows_nothing_that_is_not_public(now: dt.datetime) -> None:
    make_offer(now, title="En attente (F/H)", state=OfferState.PENDING)

    html = drawn("offers", offers())

    assert "En attente" not in html
    assert "Aucune offre de ce genre n’est en ligne aujourd’hui." in html


def test_a_list_of_a_family_that_is_gone_does_not_become_a_list_of_everything(
    now: dt.datetime,
) -> None:
    make_offer(now, title="Un poste (F/H)")

    assert "Un poste" in drawn("offers", offers())
    assert "Un poste" not in drawn("offers", offers(family="disparue"))
    assert "Un poste" not in drawn("offers", offers(territory="disparu"))


def test_a_page_has_three_lists_of_offers_at_most() -> None:
    raw = [block("offers", offers()) for _number in range(MOST_OFFER_LISTS + 1)]

    with pytest.raises(ValidationError):
        BODY.clean(BODY.to_python(raw))
    assert BODY.clean(BODY.to_python(raw[1:]))


# --- languages


def test_a_page_still_in_french_is_drawn_in_french_for_a_reader_of_english() -> None:
    html = drawn("video", value_of("video"), reader="en", written="fr")

    assert "Lire la transcription" in html
    assert "Read the transcript" in drawn("video", value_of("video"), reader="en", written="en")


def test_a_list_of_offers_speaks_to_the_reader_and_says_what_is_french(now: dt.datetime) -> None:
    make_offer(now, title="Un poste (F/H)")

    html = drawn("offers", offers(), reader="en", written="fr")

    assert '<section class="block-offers" lang="en">' in html
    assert re.search(r'<h2 class="block-offers__title" lang="fr">Des postes</h2>', html)
    assert "See all the offers" in html
    assert 'href="/en/offres/"' in html


def test_the_text_of_an_image_that_has_no_english_is_marked_french() -> None:
    value = value_of("gallery")

    assert 'alt="Un pont sur la rivière" lang="fr"' in drawn(
        "gallery", value, reader="en", written="en"
    )


# --- what a page costs


def whole_page(times: int) -> StandardPage:
    """Publish a page with every block, some of them several times."""
    raw = [block(kind, value_of(kind)) for kind in KINDS for _number in range(times)]
    for rank, one in enumerate(one for one in raw if one["type"] == "offers"):
        one["value"]["number"] = rank + 1
    page: StandardPage = make_page(f"Tout {times}", slug=f"tout-{times}", body=raw)
    return page


def test_a_page_costs_the_same_queries_whatever_the_number_of_its_blocks(
    client: Client, now: dt.datetime
) -> None:
    make_offer(now, employer=make_employer(now))
    costs = []
    for times in (1, 3):
        whole_page(times)
        address = f"/tout-{times}/"
        client.get(address)
        with CaptureQueriesContext(connection) as captured:
            response = client.get(address)
        assert response.status_code == 200
        costs.append(len(captured))

    assert costs[0] == costs[1]
    assert costs[0] <= 10  # what any public page may cost
