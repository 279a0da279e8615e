"""« Vérifier et envoyer » reads the answers back as candidates will read them, never as they are stored."""

from __future__ import annotations

import datetime as dt
import re

import pytest

from jobs.offers import codes
from jobs.offers.states import OfferState
from tests.cast import Cast
from tests.employer_space.reading import address, words
from tests.factories import make_offer


@pytest.fixture
def client(cast: Cast):
    return cast.client(cast.nurse_manager)


def read_back(client, cast: Cast, now, **fields) -> str:
    cast.nurse_manager  # noqa: B018 - called on stage
    offer = make_offer(now, employer=cast.hospital, state=OfferState.DRAFT, **fields)
    return words(client.get(address(offer, "verifier")))


@pytest.mark.parametrize(
    ("fields", "said"),
    [
        ({"salary_min": 1850, "salary_max": 2100}, "Salaire 1 850 à 2 100 € brut par mois Modifier Salaire"),
        ({"salary_min": "12.50", "salary_max": None, "salary_unit": "HOUR"}, "Salaire 12,50 € brut par heure Modifier"),
        ({"starts_asap": False, "start_date": dt.date(2027, 1, 5)}, "Prise de poste 5 janvier 2027 Modifier Prise de poste"),
        ({"starts_asap": True}, "Prise de poste Dès que possible Modifier"),
        ({"contract_type": "FIXED_TERM", "contract_duration_months": 6}, "Type de contrat CDD 6 mois Modifier"),
        ({"working_time": "PART", "weekly_hours": "17.50"}, "Temps de travail Temps partiel, 17,5 h Modifier"),
        ({"experience": "E", "experience_months": 24}, "Expérience Expérience exigée, 2 ans Modifier"),
        ({"remote_share": 40}, "Télétravail 40 % du temps Modifier Télétravail"),
        ({"remote_share": 0}, "Télétravail Pas de télétravail Modifier Télétravail"),
        ({"licences": ["B", "CACES"]}, "Permis nécessaires B (voiture), Caces (engins de chantier et de manutention) Modifier"),
    ],
)  # fmt: skip
def test_an_answer_is_told_as_people_read_it(client, cast: Cast, now, fields, said: str) -> None:
    assert said in read_back(client, cast, now, **fields)


def test_the_last_day_is_a_day_in_words(client, cast: Cast, now) -> None:
    text = read_back(client, cast, now)
    day = now.date() + dt.timedelta(days=45)
    assert re.search(rf"Date limite {day.day}(er)? \w+ {day.year} Modifier", text)
    assert not re.search(r"\d{2}/\d{2}/\d{4}", text)


def test_the_words_of_the_boxes_of_the_form_are_not_read_back(client, cast: Cast, now) -> None:
    text = read_back(client, cast, now)
    for label in ("Minimum, en euros", "Maximum", "Période", "Ou à une date", "Heures par semaine"):
        assert label not in text


def test_a_draft_without_pay_says_that_nothing_is_answered(client, cast: Cast, now) -> None:
    text = read_back(client, cast, now, salary_min=None, salary_max=None, salary_unit="")
    assert "Salaire Non renseigné Modifier Salaire" in text


def test_pay_by_the_grid_is_told_for_a_public_post(client, cast: Cast, now) -> None:
    text = read_back(
        client, cast, now, salary_min=None, salary_max=None, salary_unit="", salary_is_grid=True,
        contract_type=codes.ContractType.CIVIL_SERVANT, public_category="B",
    )  # fmt: skip
    assert "Salaire Catégorie B, selon la grille de la fonction publique" in text


def test_no_two_answers_of_a_step_bear_the_same_name(client, cast: Cast, now) -> None:
    cast.nurse_manager  # noqa: B018 - called on stage
    offer = make_offer(now, employer=cast.hospital, state=OfferState.DRAFT)
    for step in ("poste", "conditions", "description", "candidature"):
        page = client.get(address(offer, step)).content.decode()
        labels = [" ".join(re.sub(r"<[^>]+>", " ", label).split())
                  for label in re.findall(r"<label\b[^>]*>(.*?)</label>", page, re.DOTALL)]  # fmt: skip
        assert labels
        assert [label for label in labels if labels.count(label) > 1] == []
    assert "Débutants acceptés" in page_of_description(client, offer)


def page_of_description(client, offer) -> str:
    return words(client.get(address(offer, "description")))
