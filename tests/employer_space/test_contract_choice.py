"""The contract: the usual ones first, work-study as one answer, the codes unchanged."""

from __future__ import annotations

import datetime as dt

import pytest

from employer_space.offers.forms.contracts import APPRENTICESHIP, OTHERS, USUAL
from jobs.offers import services
from jobs.offers.codes import ContractType
from jobs.offers.states import OfferState
from tests.cast import Cast
from tests.employer_space.reading import address, as_sent, fresh, words
from tests.factories import make_offer


@pytest.fixture
def offer(cast: Cast, now):
    return make_offer(now, employer=cast.hospital, state=OfferState.DRAFT)


@pytest.fixture
def client(cast: Cast):
    return cast.client(cast.nurse_manager)


def draft_of(offer):
    return services.latest_draft(fresh(offer))


def test_every_contract_has_its_radio_once() -> None:
    kept = [value for value, _label in (*USUAL, *OTHERS) if "/" not in value]
    assert sorted(kept) == sorted(ContractType.values)


def test_the_usual_contracts_are_visible_and_the_others_folded(client, offer) -> None:
    page = client.get(address(offer, "conditions")).content.decode()
    visible, folded = page.split('<details class="folded-radios__others">')
    assert 'value="FIXED_TERM/E2"' in visible
    assert 'value="FRANCHISE"' in folded.split("</details>")[0]
    text = words(client.get(address(offer, "conditions")))
    assert "Alternance : contrat d’apprentissage" in text
    assert "Autres contrats" in text


def test_an_apprenticeship_is_one_answer_and_two_codes(client, offer) -> None:
    sent = as_sent(client.get(address(offer, "conditions")))
    sent |= {"contract_type": APPRENTICESHIP, "contract_duration_months": "24"}
    assert client.post(address(offer, "conditions"), sent).status_code == 302
    draft = draft_of(offer)
    assert (draft.contract_type, draft.contract_nature) == ("FIXED_TERM", "E2")
    again = as_sent(client.get(address(offer, "conditions")))
    assert (again["contract_type"], again["contract_nature"]) == (APPRENTICESHIP, "")
    client.post(address(offer, "conditions"), again | {"contract_type": "PERMANENT"})
    draft = draft_of(offer)
    assert (draft.contract_type, draft.contract_nature) == ("PERMANENT", "")


def test_an_apprenticeship_needs_its_length(client, offer) -> None:
    sent = as_sent(client.get(address(offer, "conditions"))) | {"contract_type": APPRENTICESHIP}
    response = client.post(address(offer, "conditions"), sent)
    assert response.status_code == 422
    assert list(response.context["form"].errors) == ["contract_duration_months"]


def test_a_folded_contract_that_is_chosen_opens_the_fold(client, cast: Cast, now) -> None:
    offer = make_offer(
        now, employer=cast.hospital, state=OfferState.DRAFT, contract_type=ContractType.LOCUM
    )
    page = client.get(address(offer, "conditions")).content.decode()
    assert '<details class="folded-radios__others" open>' in page


def test_a_permanent_apprenticeship_keeps_its_nature(client, cast: Cast, now) -> None:
    offer = make_offer(now, employer=cast.hospital, state=OfferState.DRAFT, contract_nature="E2")
    sent = as_sent(client.get(address(offer, "conditions")))
    client.post(address(offer, "conditions"), sent)
    assert (draft_of(offer).contract_type, draft_of(offer).contract_nature) == ("PERMANENT", "E2")


def test_a_start_in_the_past_is_refused_and_today_is_not(client, offer, now) -> None:
    sent = as_sent(client.get(address(offer, "conditions")))
    sent.pop("starts_asap")
    yesterday = (now - dt.timedelta(days=1)).strftime("%d/%m/%Y")
    response = client.post(address(offer, "conditions"), sent | {"start_date": yesterday})
    assert response.status_code == 422
    assert "Cette date de prise de poste est passée." in words(response)
    today = {"start_date": now.strftime("%d/%m/%Y")}
    assert client.post(address(offer, "conditions"), sent | today).status_code == 302


def test_a_date_and_as_soon_as_possible_ask_for_a_choice(client, offer, now) -> None:
    sent = as_sent(client.get(address(offer, "conditions")))
    later = (now + dt.timedelta(days=30)).strftime("%d/%m/%Y")
    response = client.post(address(offer, "conditions"), sent | {"start_date": later})
    assert response.status_code == 422
    assert "Choisissez l’un des deux : « dès que possible », ou une date." in words(response)


def test_a_start_that_passed_while_the_draft_waited_prevents_the_sending(
    client, cast: Cast, now
) -> None:
    offer = make_offer(
        now, employer=cast.hospital, state=OfferState.DRAFT, starts_asap=False,
        start_date=now.date() - dt.timedelta(days=3),
    )  # fmt: skip
    response = client.post(address(offer, "envoyer"))
    assert response.status_code == 422
    assert "Cette date de prise de poste est passée." in words(response)


@pytest.mark.parametrize("hours", ["80", "0", "12345"])
def test_impossible_hours_are_said_once_in_the_words_of_the_house(client, offer, hours) -> None:
    sent = as_sent(client.get(address(offer, "conditions"))) | {"weekly_hours": hours}
    response = client.post(address(offer, "conditions"), sent)
    assert response.status_code == 422
    assert response.context["form"].errors["weekly_hours"] == [
        "Indiquez entre 1 et 60 heures par semaine, par exemple 35."
    ]


def test_a_day_that_does_not_exist_is_said_as_such(client, offer) -> None:
    sent = as_sent(client.get(address(offer, "conditions"))) | {"last_day": "31/02/2027"}
    response = client.post(address(offer, "conditions"), sent)
    assert "Cette date n’existe pas. Vérifiez le jour et le mois." in words(response)


def test_the_fields_of_work_are_in_alphabetical_order(client, offer) -> None:
    from search.analysis import fold

    form = client.get(address(offer, "poste")).context["form"]
    labels = [fold(str(label)) for _value, label in form.fields["family"].choices][1:]
    assert len(labels) == 14
    assert labels == sorted(labels)


def test_each_step_but_the_first_leads_back_to_the_one_before(client, offer) -> None:
    assert "Étape précédente" not in words(client.get(address(offer, "poste")))
    page = client.get(address(offer, "description"))
    assert "Étape précédente" in words(page)
    assert f'href="{address(offer, "conditions")}"' in page.content.decode()
