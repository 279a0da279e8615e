"""The dashboard: account, what waits, offers under three tabs."""

from __future__ import annotations

import datetime as dt

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from jobs.employers.states import EmployerStatus
from jobs.offers import moderation, services
from jobs.offers.states import OfferState
from tests.cast import Cast
from tests.employer_space.reading import address, fresh, words
from tests.factories import current_task, edit_offer, make_offer

SPACE = "/espace-employeur/"


@pytest.mark.parametrize(
    ("status", "said"),
    [
        (
            EmployerStatus.PENDING,
            "général). Vous pouvez déjà préparer une offre.",
        ),
        (
            EmployerStatus.INFORMATION_REQUESTED,
            "L’équipe a besoin de précisions Quel est votre SIRET ?",
        ),
        (EmployerStatus.REFUSED, "Votre compte a été refusé Quel est votre SIRET ?"),
        (EmployerStatus.SUSPENDED, "Votre compte est suspendu Quel est votre SIRET ?"),
    ],
)
def test_the_state_of_the_account_is_said_with_its_reason(
    cast: Cast, status: str, said: str
) -> None:
    client = cast.client(cast.nurse_manager)
    cast.hospital.status, cast.hospital.status_reason = status, "Quel est votre SIRET ?"
    cast.hospital.save()
    page = client.get(SPACE)
    assert said in words(page)
    can_correct = status in (EmployerStatus.INFORMATION_REQUESTED, EmployerStatus.REFUSED)
    assert ("Corriger ma demande" in words(page)) == can_correct


def test_a_verified_account_has_no_banner_and_says_since_when(cast: Cast) -> None:
    page = cast.client(cast.nurse_manager).get(SPACE)
    assert page.context["banner"] is None
    assert "membre du réseau depuis le" in words(page)


def test_an_employer_without_offer_is_told_how_long_it_takes(cast: Cast) -> None:
    text = words(cast.client(cast.nurse_manager).get(SPACE))
    assert "Vous n’avez pas encore d’offre" in text
    assert "Comptez dix minutes ; vous pouvez enregistrer et revenir." in text
    assert "Déposer une offre" in text


def test_a_correction_is_quoted_with_its_author_and_leads_to_the_field(cast: Cast, now) -> None:
    client = cast.client(cast.nurse_manager)
    offer = make_offer(
        now, employer=cast.hospital, state=OfferState.CHANGES_REQUESTED, moderator=cast.moderator
    )
    page = client.get(SPACE)
    text = words(page)
    assert "« Infirmière ou infirmier (F/H) » attend une correction de votre part" in text
    assert "« Précisez les horaires du week-end. » Message de Camille" in text
    assert "équipe Oh My Lot !" in text
    assert address(offer, "conditions") in page.content.decode()


def test_a_correction_asked_on_an_edit_of_an_online_offer_waits_too(cast: Cast, now) -> None:
    client = cast.client(cast.nurse_manager)
    offer = make_offer(now, employer=cast.hospital, state=OfferState.ONLINE_CHANGE_PENDING)
    moderation.request_changes(
        task_state_id=current_task(offer),
        by=cast.moderator,
        reason="Le titre ne va pas.",
        notes={},
        now=now,
    )
    text = words(client.get(SPACE))
    assert "« Le titre ne va pas. » Message de" in text


def test_an_answered_correction_no_longer_waits(cast: Cast, now) -> None:
    client = cast.client(cast.nurse_manager)
    offer = make_offer(now, employer=cast.hospital, state=OfferState.CHANGES_REQUESTED)
    edit_offer(offer, cast.nurse_manager.user, now, schedule="Un dimanche sur trois")
    services.submit_offer(offer=fresh(offer), by=cast.nurse_manager.user, now=now)
    assert client.get(SPACE).context["tasks"] == []


def test_an_offer_that_ends_within_a_week_waits(cast: Cast, now) -> None:
    client = cast.client(cast.nurse_manager)
    soon = make_offer(now, employer=cast.hospital, last_day=now.date() + dt.timedelta(days=6))
    make_offer(now, employer=cast.hospital, last_day=now.date() + dt.timedelta(days=7))
    tasks = client.get(SPACE).context["tasks"]
    assert [task.url for task in tasks] == [address(soon, "prolonger")]


def test_a_draft_waits_to_be_finished(cast: Cast, now) -> None:
    client = cast.client(cast.nurse_manager)
    offer = make_offer(now, employer=cast.hospital, state=OfferState.DRAFT)
    tasks = client.get(SPACE).context["tasks"]
    assert [task.url for task in tasks] == [address(offer, "poste")]


def test_many_drafts_are_one_task(cast: Cast, now) -> None:
    client = cast.client(cast.nurse_manager)
    for _number in range(4):
        make_offer(now, employer=cast.hospital, state=OfferState.DRAFT)
    tasks = client.get(SPACE).context["tasks"]
    assert [task.title for task in tasks] == ["4 brouillons à terminer"]


@pytest.mark.parametrize(
    ("state", "tab", "said"),
    [
        (OfferState.DRAFT, "a-traiter", "Brouillon"),
        (OfferState.PENDING, "a-traiter", "En cours de vérification"),
        (OfferState.CHANGES_REQUESTED, "a-traiter", "À corriger"),
        (OfferState.ONLINE, "en-ligne", "En ligne"),
        (
            OfferState.ONLINE_CHANGE_PENDING,
            "en-ligne",
            "En ligne, modification en cours de vérification",
        ),
        (OfferState.PAUSED, "a-traiter", "En pause"),
        (OfferState.SUSPENDED, "a-traiter", "Suspendue"),
        (OfferState.EXPIRED, "archivees", "Expirée"),
        (OfferState.FILLED, "archivees", "Pourvue"),
        (OfferState.CLOSED, "archivees", "Fermée"),
        (OfferState.REFUSED, "archivees", "Refusée"),
        (OfferState.WITHDRAWN, "archivees", "Retirée"),
    ],
)
def test_each_state_has_its_tab_and_its_words(cast: Cast, now, state, tab: str, said: str) -> None:
    client = cast.client(cast.nurse_manager)
    offer = make_offer(now, employer=cast.hospital, state=state)
    for name in ("en-ligne", "a-traiter", "archivees"):
        rows = client.get(SPACE, {"onglet": name}).context["page"].object_list
        assert [row.offer.pk for row in rows] == ([offer.pk] if name == tab else [])
    page = client.get(SPACE)
    assert f"Offre État Date limite {offer.lifecycle.working_title} {said} " in words(page)


def test_an_offer_that_waits_for_the_account_says_so(cast: Cast, now) -> None:
    client = cast.client(cast.newcomer)
    make_offer(now, employer=cast.newcomer.employer, state=OfferState.WAITING_ACCOUNT)
    assert "En attente de votre compte" in words(client.get(SPACE))


def test_offers_of_others_are_never_listed(cast: Cast, now) -> None:
    make_offer(now, employer=cast.cafe, title="Serveuse ou serveur (F/H)")
    assert "Serveuse" in words(cast.client(cast.cafe_owner).get(SPACE))
    assert "Serveuse" not in words(cast.client(cast.nurse_manager).get(SPACE))


@pytest.mark.parametrize("value", ["", "inconnu", "\x00", "x" * 9000, "en-ligne&onglet=archivees"])
def test_odd_parameters_show_the_dashboard(cast: Cast, now, value: str) -> None:
    client = cast.client(cast.nurse_manager)
    make_offer(now, employer=cast.hospital)
    for params in ({"onglet": value}, {"page": value}, {"page": "-1"}, {"page": "9" * 400}):
        assert client.get(SPACE, params).status_code == 200


def test_one_or_thirty_offers_cost_the_same_queries(cast: Cast, now) -> None:
    client = cast.client(cast.nurse_manager)
    make_offer(now, employer=cast.hospital, state=OfferState.CHANGES_REQUESTED)
    first = queries(client)
    for _number in range(10):
        make_offer(now, employer=cast.hospital, state=OfferState.CHANGES_REQUESTED)
        make_offer(now, employer=cast.hospital, state=OfferState.DRAFT)
        make_offer(now, employer=cast.hospital, last_day=now.date())
    assert queries(client) == first


def queries(client) -> int:
    client.get(SPACE)
    with CaptureQueriesContext(connection) as captured:
        assert client.get(SPACE).status_code == 200
    return len(captured)
