"""Answering the team: the right heading, the steps that hold notes, the answers in words."""

from __future__ import annotations

import pytest

from jobs.offers import moderation, services
from jobs.offers.states import OfferState
from tests.cast import Cast
from tests.employer_space.reading import address, as_sent, fresh, words
from tests.factories import current_task, edit_offer, make_offer


@pytest.fixture
def noted(cast: Cast, now):
    offer = make_offer(now, employer=cast.hospital, state=OfferState.PENDING)
    moderation.request_changes(
        task_state_id=current_task(offer),
        by=cast.moderator,
        reason="Deux points à revoir.",
        notes={"salary_min": "Pour quel temps ?", "profile": "Précisez le diplôme."},
        now=now,
    )
    return offer


@pytest.fixture
def client(cast: Cast):
    return cast.client(cast.nurse_manager)


def test_the_heading_says_that_one_corrects(client, noted) -> None:
    text = words(client.get(address(noted, "poste")))
    assert "Corriger votre offre" in text
    assert "Déposer une offre" not in text


def test_the_first_step_leads_to_the_steps_that_hold_notes(client, noted) -> None:
    page = client.get(address(noted, "poste"))
    assert page.context["noted_steps"] == [
        ("Les conditions", address(noted, "conditions")),
        ("La description", address(noted, "description")),
    ]
    assert "Étapes où l’équipe a laissé une remarque" in words(page)
    assert f'href="{address(noted, "conditions")}"' in page.content.decode()


def test_the_step_one_is_on_is_no_link(client, noted) -> None:
    steps = client.get(address(noted, "conditions")).context["noted_steps"]
    assert steps[0][1] == ""


def test_a_new_offer_has_neither(client, cast: Cast, now) -> None:
    offer = make_offer(now, employer=cast.hospital, state=OfferState.DRAFT)
    page = client.get(address(offer, "poste"))
    assert page.context["noted_steps"] == []
    assert "Déposer une offre" in words(page)


def test_licences_are_read_in_words_when_two_colleagues_answer(client, cast: Cast, now) -> None:
    offer = make_offer(now, employer=cast.hospital, state=OfferState.DRAFT)
    sent = as_sent(client.get(address(offer, "description")))
    edit_offer(offer, cast.nurse_manager.user, now, licences=["B"])
    assert services.latest_draft(fresh(offer)).licences == ["B"]
    response = client.post(address(offer, "description"), sent | {"licences": ["CACES"]})
    assert response.status_code == 409
    (row,) = [row for row in response.context["differences"] if "Permis" in row[0]]
    assert row[1:] == ("B (voiture)", "Caces (engins de chantier et de manutention)")
    assert "['B']" not in words(response)
