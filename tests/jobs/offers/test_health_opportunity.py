"""What an offer of health opens on: asked of the employer in private practice only, told by the contract elsewhere."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import pytest
from django.test import Client

from jobs.exchange.csv_offers import read_offer
from jobs.offers import codes, services
from jobs.offers.codes import HealthOpportunity, opportunity_of
from jobs.offers.models import JobFamily, JobOffer
from jobs.offers.states import OfferState
from tests.cast import Cast
from tests.employer_space.reading import address, as_sent, fresh
from tests.factories import make_offer

pytestmark = pytest.mark.django_db
PROJECT = Path(__file__).resolve().parents[3]


@pytest.fixture
def offer(cast: Cast, now: dt.datetime) -> JobOffer:
    return make_offer(now, employer=cast.hospital, state=OfferState.DRAFT)


@pytest.fixture
def client(cast: Cast) -> Client:
    return cast.client(cast.nurse_manager)


def test_every_contract_of_health_opens_on_one_thing_at_most() -> None:
    for contract in codes.ContractType.values:
        assert opportunity_of(contract, "") in {"", *HealthOpportunity.values}
    assert opportunity_of("SELF_EMPLOYED", "") == HealthOpportunity.INSTALLATION
    assert opportunity_of("SELF_EMPLOYED", "COLLABORATION") == HealthOpportunity.COLLABORATION
    # What was typed before the contract changed is not believed.
    assert opportunity_of("PERMANENT", "COLLABORATION") == HealthOpportunity.SALARIED
    assert opportunity_of("CIVIC_SERVICE", "") == ""


def test_only_an_offer_of_health_opens_on_something(now: dt.datetime) -> None:
    cook = make_offer(now, title="Cuisinière ou cuisinier", family=JobFamily.objects.get(code="G"))
    assert (cook.is_health, cook.opportunity, cook.opportunity_display) == (False, "", "")
    assert make_offer(now).opportunity == HealthOpportunity.SALARIED


def test_the_form_asks_for_it_in_health_only(
    cast: Cast, client: Client, offer: JobOffer, now: dt.datetime
) -> None:
    assert 'name="health_opportunity"' in client.get(address(offer, "conditions")).content.decode()
    cook = make_offer(
        now, employer=cast.hospital, state=OfferState.DRAFT, family=JobFamily.objects.get(code="G")
    )
    assert "health_opportunity" not in client.get(address(cook, "conditions")).content.decode()


def test_it_is_optional_and_kept_for_private_practice_only(client: Client, offer: JobOffer) -> None:
    sent = as_sent(client.get(address(offer, "conditions")))
    sent |= {"contract_type": "SELF_EMPLOYED", "health_opportunity": "FREE_SURGERY"}
    assert client.post(address(offer, "conditions"), sent).status_code == 302
    assert services.latest_draft(fresh(offer)).health_opportunity == "FREE_SURGERY"

    again = as_sent(client.get(address(offer, "conditions")))
    assert again["health_opportunity"] == "FREE_SURGERY"
    again |= {"contract_type": "PERMANENT"}
    assert client.post(address(offer, "conditions"), again).status_code == 302
    assert services.latest_draft(fresh(offer)).health_opportunity == ""

    none = as_sent(client.get(address(offer, "conditions"))) | {
        "contract_type": "SELF_EMPLOYED", "health_opportunity": "",
    }  # fmt: skip
    assert client.post(address(offer, "conditions"), none).status_code == 302


def test_an_unknown_value_is_refused(client: Client, offer: JobOffer) -> None:
    sent = as_sent(client.get(address(offer, "conditions"))) | {
        "contract_type": "SELF_EMPLOYED", "health_opportunity": "SALARIED",
    }  # fmt: skip
    assert client.post(address(offer, "conditions"), sent).status_code == 422


def test_the_page_of_the_offer_shows_it(client: Client, now: dt.datetime) -> None:
    offer = make_offer(now, contract_type="SELF_EMPLOYED", health_opportunity="FREE_SURGERY")
    english = Client().get(f"/en{offer.get_absolute_url()}").content.decode()
    assert str(HealthOpportunity.FREE_SURGERY.label) in english or "Cabinet libre" in english
    plain = make_offer(now)
    assert "Salaried post" not in Client().get(f"/en{plain.get_absolute_url()}").content.decode()


@pytest.mark.parametrize(
    ("written", "read"),
    [
        ("cabinet libre", "FREE_SURGERY"), ("Succession", "SUCCESSION"), ("collaboration", "COLLABORATION"),
        ("installation", "INSTALLATION"), ("", ""),
    ],
)  # fmt: skip
def test_the_csv_reads_it(written: str, read: str) -> None:
    record = read_offer(
        {
            "numero": "1", "intitule": "Médecin (F/H)", "code_rome": "J1102", "commune": "Gramat",
            "contrat": "installation libérale", "exercice": written, "missions": "Exercer.",
        }
    )  # fmt: skip
    assert record.fields.get("health_opportunity", "") == read
    assert [note.field for note in record.notes] == []


def test_the_csv_tells_what_it_does_not_understand() -> None:
    record = read_offer(
        {
            "numero": "1", "intitule": "Médecin (F/H)", "code_rome": "J1102", "commune": "Gramat",
            "contrat": "installation libérale", "exercice": "à la hussarde", "missions": "Exercer.",
        }
    )  # fmt: skip
    assert [note.field for note in record.notes] == ["exercice"]


def test_the_column_is_documented() -> None:
    assert "| `exercice` |" in (PROJECT / "docs/reference/import-csv.md").read_text()
