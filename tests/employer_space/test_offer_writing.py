"""Start an offer once, write it by two, read it back and send it."""

from __future__ import annotations

import datetime as dt
import uuid

import pytest

from jobs.employers.states import EmployerStatus
from jobs.offers import moderation, services
from jobs.offers.models import JobOffer
from jobs.offers.states import OfferAct, OfferState, ReviewState
from tests.cast import Cast
from tests.employer_space.reading import address, as_sent, fresh, words
from tests.factories import current_task, edit_offer, make_member, make_offer, make_user

NEW = "/espace-employeur/offres/nouvelle/"
START = f"{NEW}poste/"


@pytest.fixture
def client(cast: Cast):
    return cast.client(cast.nurse_manager)


@pytest.fixture
def offer(client, cast: Cast, now):
    return make_offer(now, employer=cast.hospital, state=OfferState.DRAFT)


def first_step(client, **changes: str) -> dict:
    sent = as_sent(client.get(START))
    return sent | {"title": "Aide-soignante (F/H)", "family": "J", "commune": "Figeac"} | changes


# --- Starting


def test_before_starting_one_reads_what_to_have_at_hand(client, offer) -> None:
    text = words(client.get(NEW))
    assert "Avant de commencer" in text
    assert "Partir d’une ancienne offre Dupliquer – Infirmière ou infirmier (F/H)" in text
    assert client.post(NEW).status_code == 405


def test_the_first_step_creates_a_draft_and_goes_on(client, cast: Cast) -> None:
    response = client.post(START, first_step(client))
    offer = JobOffer.objects.get()
    assert response.headers["Location"] == address(offer, "conditions")
    assert (offer.title, offer.live, offer.employer) == (
        "Aide-soignante (F/H)",
        False,
        cast.hospital,
    )
    assert offer.establishment == cast.hospital.establishments.get()
    assert [place.name for place in offer.municipalities.all()] == ["Figeac"]


def test_a_draft_may_be_saved_with_a_title_alone(client) -> None:
    sent = first_step(client, family="", commune="", positions="", later="1")
    response = client.post(START, sent)
    offer = JobOffer.objects.get()
    assert response.headers["Location"] == address(offer)
    assert offer.positions == 1


def test_pressing_twice_creates_one_offer(client) -> None:
    sent = first_step(client)
    client.post(START, sent)
    response = client.post(START, sent)
    offer = JobOffer.objects.get()
    assert response.headers["Location"] == address(offer, "conditions")
    assert offer.revisions.count() == 1


def test_an_account_does_not_fill_the_site_with_drafts(client, offer, monkeypatch) -> None:
    monkeypatch.setattr("employer_space.offers.limits.DRAFTS_PER_DAY", 2)
    copy = f"/espace-employeur/offres/{offer.public_id}/dupliquer/"
    answers = [
        client.post(START, first_step(client)),
        client.post(copy, {"key": str(uuid.uuid4())}),
        client.post(START, first_step(client)),
        client.post(copy, {"key": str(uuid.uuid4())}),
    ]
    assert [answer.status_code for answer in answers] == [302, 302, 429, 429]
    assert int(answers[-1].headers["Retry-After"]) > 0
    assert "Trop de demandes en peu de temps" in words(answers[-1])
    form = answers[2].context["form"]
    assert "renvoyez le formulaire dans" in words(answers[2])
    assert form["title"].value() == first_step(client)["title"]
    assert JobOffer.objects.count() == 3


def test_going_back_and_sending_another_text_changes_the_same_draft(client) -> None:
    sent = first_step(client)
    client.post(START, sent)
    client.post(START, sent | {"title": "Infirmière (F/H)", "commune": "Cahors"})
    draft = services.latest_draft(fresh(JobOffer.objects.get()))
    assert draft.title == "Infirmière (F/H)"
    assert [place.name for place in draft.municipalities.all()] == ["Cahors"]


def test_going_back_to_an_offer_that_is_over_is_explained(client, cast: Cast, now) -> None:
    sent = first_step(client)
    client.post(START, sent)
    services.withdraw_offer(offer=JobOffer.objects.get(), by=cast.nurse_manager.user, now=now)
    assert client.post(START, sent | {"title": "Autre titre"}).status_code == 409
    assert JobOffer.objects.count() == 1


@pytest.mark.parametrize("key", ["", "abc", "\x00", "9" * 5000])
def test_a_key_that_cannot_be_read_still_creates_the_offer(client, key: str) -> None:
    assert client.post(START, first_step(client) | {"key": key}).status_code == 302


def test_the_key_of_another_employer_opens_nothing(client, cast: Cast) -> None:
    sent = first_step(client)
    client.post(START, sent)
    rival = cast.client(cast.cafe_owner)
    rival.post(START, sent)
    assert JobOffer.objects.filter(employer=cast.cafe).count() == 1
    assert JobOffer.objects.filter(employer=cast.hospital).count() == 1


def test_what_was_typed_survives_an_error_and_so_does_the_key(client) -> None:
    sent = first_step(client, commune="Gramta")
    response = client.post(START, sent)
    assert response.status_code == 422
    assert as_sent(response)["title"] == "Aide-soignante (F/H)"
    assert str(response.context["key"]) == sent["key"]
    assert not JobOffer.objects.exists()


# --- Two colleagues


@pytest.fixture
def colleague(cast: Cast, now):
    return make_member(cast.hospital, now, user=make_user(first_name="Paul"))


def test_the_second_of_two_colleagues_is_told_and_keeps_the_text(
    client, cast: Cast, colleague, offer, now
) -> None:
    page = address(offer, "poste")
    mine = as_sent(client.get(page)) | {"title": "Titre de la seconde"}
    at = now.replace(hour=10, minute=12)
    edit_offer(offer, colleague.user, at, title="Titre du premier")
    response = client.post(page, mine)
    assert response.status_code == 409
    text = words(response)
    assert (
        "Un collègue a modifié cette offre à 10 h 12. Relisez ses changements avant d’enregistrer."
        in text
    )
    assert response.context["differences"] == [
        ("Intitulé du poste", "Titre du premier", "Titre de la seconde")
    ]
    assert as_sent(response)["title"] == "Titre de la seconde"
    assert services.latest_draft(fresh(offer)).title == "Titre du premier"
    again = as_sent(response)
    assert client.post(page, again).status_code == 302
    assert services.latest_draft(fresh(offer)).title == "Titre de la seconde"


def test_the_colleague_s_other_answers_survive(client, cast: Cast, colleague, offer, now) -> None:
    page = address(offer, "poste")
    mine = as_sent(client.get(page)) | {"title": "Titre de la seconde"}
    edit_offer(offer, colleague.user, now, schedule="Le soir")
    client.post(page, as_sent(client.post(page, mine)))
    draft = services.latest_draft(fresh(offer))
    assert (draft.title, draft.schedule) == ("Titre de la seconde", "Le soir")


def test_an_error_to_correct_does_not_hide_the_colleague_s_change(
    client, colleague, offer, now
) -> None:
    page = address(offer, "poste")
    mine = as_sent(client.get(page)) | {"title": ""}
    edit_offer(offer, colleague.user, now, title="Titre du premier")
    refused = client.post(page, mine)
    assert refused.status_code == 422
    assert client.post(page, as_sent(refused) | {"title": "Autre"}).status_code == 409


def test_a_draft_with_a_title_alone_opens_on_every_page(client, cast: Cast) -> None:
    client.post(START, first_step(client, family="", commune="", later="1"))
    offer = JobOffer.objects.get()
    for page in (
        "",
        "poste",
        "conditions",
        "description",
        "candidature",
        "verifier",
        "apercu",
        "dupliquer",
    ):
        assert client.get(address(offer, page)).status_code == 200, page


def test_one_s_own_other_window_is_named_as_such(client, cast: Cast, offer, now) -> None:
    page = address(offer, "poste")
    mine = as_sent(client.get(page)) | {"title": "Autre"}
    yesterday = now - dt.timedelta(days=1)
    edit_offer(offer, cast.nurse_manager.user, yesterday, title="Premier")
    text = words(client.post(page, mine))
    assert "Vous avez modifié cette offre dans une autre fenêtre à 10 h 00 le " in text


@pytest.mark.parametrize("revision", ["0", "abc", "-1", "9" * 60, "\x00", "١"])
def test_a_forged_version_is_a_conflict_never_an_error(client, offer, revision: str) -> None:
    page = address(offer, "poste")
    sent = as_sent(client.get(page)) | {"title": "Autre", "revision": revision}
    assert client.post(page, sent).status_code == 409


def test_pressing_save_twice_is_harmless(client, offer) -> None:
    page = address(offer, "description")
    sent = as_sent(client.get(page)) | {"languages": "anglais", "housing_note": "studio"}
    assert client.post(page, sent).status_code == 302
    assert client.post(page, sent).status_code == 302


def test_a_version_read_before_a_colleague_s_change_is_not_sent(
    client, colleague, offer, now
) -> None:
    read = fresh(offer).latest_revision_id
    edit_offer(offer, colleague.user, now, title="Titre du premier")
    response = client.post(address(offer, "envoyer"), {"revision": str(read)})
    assert response.status_code == 409
    assert "Titre du premier" in words(response)
    assert fresh(offer).lifecycle.review == ReviewState.NONE


# --- Check and send


def test_everything_is_read_back_with_the_way_to_change_it(client, offer) -> None:
    page = client.get(address(offer, "verifier"))
    text = words(page)
    assert "Intitulé du poste Infirmière ou infirmier (F/H) Modifier Intitulé du poste" in text
    assert "Type de contrat CDI" in text
    assert f"{address(offer, 'conditions')}#id_contract_type_0" in page.content.decode()
    assert "Envoyer pour vérification" in text
    assert address(offer, "apercu") in page.content.decode()


def test_what_is_missing_is_listed_with_its_step_and_refused(client, cast: Cast, now) -> None:
    offer = make_offer(
        now, employer=cast.hospital, state=OfferState.DRAFT, profile="", municipalities=[]
    )
    page = client.get(address(offer, "verifier"))
    assert page.status_code == 200
    assert "2 réponses sont à corriger" in words(page)
    response = client.post(address(offer, "envoyer"))
    assert response.status_code == 422
    assert "<title>Erreur : " in response.content.decode().replace("\u00a0", " ")
    content = response.content.decode()
    assert f"{address(offer, 'poste')}#id_commune" in content
    assert f"{address(offer, 'description')}#id_profile" in content
    assert fresh(offer).lifecycle.review == ReviewState.NONE


def test_advice_does_not_prevent_sending(client, cast: Cast, now) -> None:
    offer = make_offer(
        now,
        employer=cast.hospital,
        state=OfferState.DRAFT,
        title="SERVEUSE OU SERVEUR",
        salary_min=900,
        salary_max=None,
    )
    text = words(client.get(address(offer, "verifier")))
    assert "Ce salaire est inférieur au Smic. Vérifiez le montant ou la période." in text
    assert "L’intitulé est écrit en majuscules." in text
    assert client.post(address(offer, "envoyer")).status_code == 302


def test_a_sent_offer_has_a_number_and_a_next_step(client, offer) -> None:
    response = client.post(address(offer, "envoyer"), follow=True)
    text = words(response)
    assert "Offre envoyée" in text
    assert f"OML-{offer.pk}" in text
    assert "Vérification sous deux jours ouvrés. Vous recevrez un e-mail." in text
    assert "Ouvrir le kit" in text
    assert fresh(offer).lifecycle.review == ReviewState.PENDING


def test_sending_twice_sends_once(client, offer) -> None:
    client.post(address(offer, "envoyer"))
    task = current_task(offer)
    response = client.post(address(offer, "envoyer"))
    assert response.headers["Location"] == address(offer, "envoyee")
    assert current_task(offer) == task
    assert fresh(offer).log.filter(act__in=[OfferAct.SUBMIT, OfferAct.RESUBMIT]).count() == 1


def test_an_edit_during_the_review_is_sent_again(client, cast: Cast, offer, now) -> None:
    client.post(address(offer, "envoyer"))
    assert "Cette version est déjà envoyée" in words(client.get(address(offer, "verifier")))
    task = current_task(offer)
    edit_offer(offer, cast.nurse_manager.user, now, schedule="Le soir")
    assert "Envoyer pour vérification" in words(client.get(address(offer, "verifier")))
    client.post(address(offer, "envoyer"))
    assert current_task(offer) != task


def test_an_employer_not_verified_sends_and_waits(cast: Cast, now) -> None:
    client = cast.client(cast.newcomer)
    offer = make_offer(now, employer=cast.newcomer.employer, state=OfferState.DRAFT)
    text = words(client.post(address(offer, "envoyer"), follow=True))
    assert "l’offre rejoindra la file dès qu’il sera vérifié" in text
    assert "Ouvrir le kit" not in text
    assert fresh(offer).lifecycle.review == ReviewState.WAITING_ACCOUNT
    assert cast.newcomer.employer.status == EmployerStatus.PENDING


def test_an_online_offer_without_change_has_nothing_to_send(client, cast: Cast, now) -> None:
    offer = make_offer(now, employer=cast.hospital)
    assert "Cette version est déjà en ligne" in words(client.get(address(offer, "verifier")))
    client.post(address(offer, "envoyer"))
    assert fresh(offer).lifecycle.review == ReviewState.APPROVED


def test_the_preview_shows_the_latest_version_and_says_it_is_not_public(
    client, cast: Cast, offer, now
) -> None:
    edit_offer(offer, cast.nurse_manager.user, now, title="Titre du brouillon")
    text = words(client.get(address(offer, "apercu")))
    assert "Titre du brouillon" in text


# --- The moderator's words


@pytest.fixture
def noted(client, cast: Cast, now):
    return make_offer(
        now, employer=cast.hospital, state=OfferState.CHANGES_REQUESTED, moderator=cast.moderator
    )


def test_notes_are_quoted_above_the_form_and_at_their_field(client, noted) -> None:
    page = client.get(address(noted, "conditions"))
    text = words(page)
    assert "L’équipe demande une correction Précisez les horaires du week-end." in text
    content = page.content.decode()
    assert content.index("Travaille-t-on le dimanche") < content.index('id="id_schedule"')
    assert "Travaille-t-on" not in words(client.get(address(noted, "candidature")))
    assert "Travaille-t-on le dimanche ?" in words(client.get(address(noted)))


def test_a_corrected_offer_is_sent_again_and_its_notes_leave(client, noted) -> None:
    sent = as_sent(client.get(address(noted, "conditions"))) | {"schedule": "Un dimanche sur trois"}
    client.post(address(noted, "conditions"), sent)
    assert "Envoyer à nouveau" in words(client.get(address(noted, "verifier")))
    client.post(address(noted, "envoyer"))
    assert fresh(noted).lifecycle.review == ReviewState.PENDING
    assert "Travaille-t-on" not in words(client.get(address(noted, "conditions")))


def test_a_note_on_the_communes_is_quoted_at_the_commune(client, cast: Cast, offer, now) -> None:
    services.submit_offer(offer=fresh(offer), by=cast.nurse_manager.user, now=now)
    moderation.request_changes(
        task_state_id=current_task(offer), by=cast.moderator, reason="Précisez le lieu du poste.",
        notes={"municipalities": "Quel site ?", "last_day": "Si loin ?"}, now=now,
    )  # fmt: skip
    assert "Quel site ?" in words(client.get(address(offer, "poste")))
    assert "Si loin ?" in words(client.get(address(offer, "conditions")))


def test_the_history_tells_who_when_and_what(client, cast: Cast, noted) -> None:
    entries = client.get(address(noted)).context["history"]
    assert [entry.text for entry in entries] == [
        "Modifications demandées", "Envoyée pour vérification", "Brouillon créé",
    ]  # fmt: skip
    assert entries[0].author == cast.moderator.get_full_name()
    assert "Précisez les horaires du week-end." in entries[0].note


def test_a_copy_of_a_refused_offer_shows_why_it_was_refused(client, cast: Cast, now) -> None:
    refused = make_offer(now, employer=cast.hospital, state=OfferState.REFUSED)
    assert "Le poste n’est pas dans le Lot." in words(client.get(address(refused)))
    response = client.post(address(refused, "dupliquer"), {"key": str(uuid.uuid4())})
    copy = JobOffer.objects.latest("pk")
    assert response.headers["Location"] == address(copy, "poste")
    for page in ("", "poste", "verifier"):
        assert "avait été refusée Le poste n’est pas dans le Lot." in words(
            client.get(address(copy, page))
        )
    assert client.get(address(refused, "poste")).status_code == 409
