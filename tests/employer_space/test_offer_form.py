"""The four steps: what each asks, saves, refuses and keeps."""

from __future__ import annotations

import datetime as dt
from typing import Any

import pytest

from jobs.employers.models import Establishment
from jobs.offers import services
from jobs.offers.states import OfferState
from tests.cast import Cast
from tests.employer_space.reading import address, as_sent, fresh, words
from tests.factories import make_offer

HOSTILE: tuple[Any, ...] = (
    "\x00", "x\x00y", "x" * 20_000, "<script>alert(1)</script>", "9" * 400, "-1", "NaN", "1e999", "٣", "None",
    "{}", "' OR 1=1 --", "../../etc/passwd", "\u202e", ["1", "2"],
)  # fmt: skip


@pytest.fixture
def offer(cast: Cast, now):
    cast.nurse_manager  # noqa: B018 - called on stage
    return make_offer(now, employer=cast.hospital, state=OfferState.DRAFT)


@pytest.fixture
def client(cast: Cast):
    return cast.client(cast.nurse_manager)


def draft_of(offer):
    return services.latest_draft(fresh(offer))


@pytest.mark.parametrize(
    ("step", "said"),
    [
        ("poste", "Étape 1 sur 4 : poste . Ensuite : conditions."),
        ("conditions", "Étape 2 sur 4 : conditions . Ensuite : description."),
        ("description", "Étape 3 sur 4 : description . Ensuite : candidature."),
        ("candidature", "Étape 4 sur 4 : candidature ."),
    ],
)
def test_each_step_says_where_one_is(client, offer, step: str, said: str) -> None:
    text = words(client.get(address(offer, step)))
    assert said in text
    assert "Sauf mention « facultatif », toutes les réponses sont obligatoires." in text
    assert "Enregistrer et continuer" in text
    assert "Enregistrer et finir plus tard" in text


@pytest.mark.parametrize(
    ("step", "following"),
    [
        ("poste", "conditions"),
        ("conditions", "description"),
        ("description", "candidature"),
        ("candidature", "verifier"),
    ],
)
def test_a_complete_step_leads_to_the_next(client, offer, step: str, following: str) -> None:
    before = fresh(offer).latest_revision_id
    sent = as_sent(client.get(address(offer, step)))
    response = client.post(address(offer, step), sent)
    assert response.status_code == 302
    assert response.headers["Location"] == address(offer, following)
    assert fresh(offer).latest_revision_id == before, "nothing changed, nothing saved"


@pytest.mark.parametrize(
    ("step", "empty", "said"),
    [
        ("poste", "title", "Indiquez l’intitulé du poste."),
        ("poste", "family", "Choisissez un domaine."),
        ("poste", "commune", "Choisissez au moins une commune du Lot."),
        ("conditions", "contract_type", "Choisissez le type de contrat."),
        ("conditions", "working_time", "Indiquez si le poste est à temps plein ou partiel."),
        ("conditions", "last_day", "Indiquez la date limite, par exemple 14/12/2026."),
        (
            "conditions",
            "starts_asap",
            "Indiquez une date de prise de poste, ou cochez « dès que possible ».",
        ),
        ("description", "missions", "Décrivez le poste en 200 caractères au moins (il y en a 0)."),
        ("description", "profile", "Décrivez le profil recherché."),
        ("description", "experience", "Indiquez si une expérience est attendue."),
        ("candidature", "apply_email", "Choisissez comment les candidats vous répondent."),
        ("candidature", "reply_delay_days", "Choisissez sous combien de jours vous répondrez."),
    ],
)
def test_a_missing_answer_is_asked_for_and_may_wait(
    client, offer, step: str, empty: str, said: str
) -> None:
    sent = as_sent(client.get(address(offer, step))) | {empty: ""}
    response = client.post(address(offer, step), sent)
    assert response.status_code == 422
    assert said in words(response)
    assert "Une réponse est à corriger" in words(response)
    assert "<title>Erreur : " in response.content.decode().replace("\u00a0", " ")
    later = client.post(address(offer, step), sent | {"later": "1"})
    assert later.status_code == 302
    assert later.headers["Location"] == address(offer)
    assert "Brouillon enregistré à " in words(client.get(address(offer)))


def test_no_pay_is_refused_in_the_words_of_the_programme(client, offer) -> None:
    sent = as_sent(client.get(address(offer, "conditions")))
    for value in ("", "à voir"):
        response = client.post(
            address(offer, "conditions"), sent | {"salary_min": value, "salary_max": ""}
        )
        assert response.status_code == 422
        assert "Indiquez un salaire minimum, par exemple 1 950" in words(response)


@pytest.mark.parametrize("typed", ["1950", "1 950", "1 950 €", "1\u202f950,00", "1.950"])
def test_amounts_are_read_as_people_write_them(client, offer, typed: str) -> None:
    sent = as_sent(client.get(address(offer, "conditions"))) | {"salary_min": typed}
    assert client.post(address(offer, "conditions"), sent).status_code == 302
    assert draft_of(offer).salary_min == 1950


def test_the_maximum_is_above_the_minimum(client, offer) -> None:
    sent = as_sent(client.get(address(offer, "conditions"))) | {
        "salary_min": "2000",
        "salary_max": "1900",
    }
    response = client.post(address(offer, "conditions"), sent)
    assert response.status_code == 422
    assert "Le maximum doit être supérieur au minimum." in words(response)


def test_a_title_beyond_ninety_characters_is_refused_even_for_later(client, offer) -> None:
    sent = as_sent(client.get(address(offer, "poste"))) | {"title": "a" * 91, "later": "1"}
    response = client.post(address(offer, "poste"), sent)
    assert response.status_code == 422
    assert "L’intitulé dépasse 90 caractères." in words(response)
    assert "a" * 91 in response.content.decode()


@pytest.mark.parametrize("later", [True, False])
def test_a_last_day_in_the_past_or_too_far_is_refused(client, offer, now, later: bool) -> None:
    sent = as_sent(client.get(address(offer, "conditions"))) | ({"later": "1"} if later else {})
    past = (now - dt.timedelta(days=1)).strftime("%d/%m/%Y")
    far = (now + dt.timedelta(days=91)).strftime("%d/%m/%y")
    response = client.post(address(offer, "conditions"), sent | {"last_day": past})
    assert response.status_code == 422
    assert "La date limite doit être dans le futur. Exemple : " in words(response)
    assert past in response.content.decode()
    assert client.post(address(offer, "conditions"), sent | {"last_day": far}).status_code == 422


def test_the_last_day_of_an_online_offer_moves_at_once_and_alone(client, cast: Cast, now) -> None:
    offer = make_offer(now, employer=cast.hospital)
    day = now.date() + dt.timedelta(days=60)
    sent = as_sent(client.get(address(offer, "conditions"))) | {
        "last_day": day.strftime("%d-%m-%Y")
    }
    assert client.post(address(offer, "conditions"), sent).status_code == 302
    after = fresh(offer)
    assert after.lifecycle.last_day == day
    assert after.latest_revision_id == after.live_revision_id


def test_a_change_of_an_online_offer_waits_as_a_draft(client, cast: Cast, now) -> None:
    offer = make_offer(now, employer=cast.hospital)
    sent = as_sent(client.get(address(offer, "poste"))) | {"title": "Cadre de santé (F/H)"}
    client.post(address(offer, "poste"), sent)
    assert fresh(offer).title == "Infirmière ou infirmier (F/H)"
    assert draft_of(offer).title == "Cadre de santé (F/H)"
    assert "Une modification enregistrée n’est pas encore envoyée" in words(
        client.get(address(offer))
    )


def test_a_fixed_term_needs_its_length_and_a_permanent_contract_drops_it(client, offer) -> None:
    sent = as_sent(client.get(address(offer, "conditions"))) | {"contract_type": "FIXED_TERM"}
    response = client.post(address(offer, "conditions"), sent)
    assert "Indiquez la durée du contrat en mois, par exemple 6." in words(response)
    client.post(address(offer, "conditions"), sent | {"contract_duration_months": "1,5"})
    assert float(draft_of(offer).contract_duration_months) == 1.5
    sent = as_sent(client.get(address(offer, "conditions"))) | {"contract_type": "PERMANENT"}
    client.post(address(offer, "conditions"), sent)
    assert draft_of(offer).contract_duration_months is None


def test_a_civil_service_post_asks_its_own_questions_and_may_follow_the_grid(client, offer) -> None:
    page = address(offer, "conditions")
    sent = as_sent(client.get(page)) | {
        "contract_type": "CIVIL_SERVANT", "salary_min": "", "salary_max": "", "salary_is_grid": "on",
    }  # fmt: skip
    response = client.post(page, sent)
    assert response.status_code == 422
    for said in (
        "versant",
        "catégorie du poste",
        "grade ou le cadre",
        "créé ou vacant",
        "numéro de l’annonce",
    ):
        assert said in words(response)
    assert b'<details class="space-fold" open' in response.content
    public = {
        "public_branch": "FPH", "public_category": "A", "public_grade": "Infirmier en soins généraux",
        "public_vacancy": "VACANCY", "public_csp_number": "2026-1",
    }  # fmt: skip
    assert client.post(page, sent | public).status_code == 302
    draft = draft_of(offer)
    assert (draft.public_branch, draft.salary_is_grid, draft.salary_unit) == ("FPH", True, "")
    back = as_sent(client.get(page)) | {"contract_type": "PERMANENT"}
    response = client.post(page, back)
    assert "Le salaire selon grille est réservé à la fonction publique." in words(response)


def test_text_is_typed_plainly_and_comes_back_as_it_was_typed(client, offer) -> None:
    typed = (
        "Première phrase **importante**.\r\n\r\n- une mission\r\n- une autre\r\n\r\n"
        + "Encore du texte. " * 20
    )
    page = address(offer, "description")
    sent = as_sent(client.get(page)) | {
        "missions": typed,
        "profile": "<b>gras</b> & <script>x</script>",
    }
    assert client.post(page, sent).status_code == 302
    draft = draft_of(offer)
    assert "<strong>importante</strong>" in draft.missions
    assert "<li>une mission</li>" in draft.missions
    assert "<script" not in draft.profile
    again = as_sent(client.get(page))
    assert again["missions"].split() == typed.split()
    revision = fresh(offer).latest_revision_id
    client.post(page, again)
    assert fresh(offer).latest_revision_id == revision


def test_skills_and_licences_are_kept_as_rows(client, offer) -> None:
    page = address(offer, "description")
    sent = as_sent(client.get(page)) | {
        "skills": "- Poser une perfusion\n\nAccueillir",
        "licences": ["B", "CACES"],
    }
    assert client.post(page, sent).status_code == 302
    draft = draft_of(offer)
    assert [row["label"] for row in draft.skills] == ["Poser une perfusion", "Accueillir"]
    assert draft.licences == ["B", "CACES"]
    assert as_sent(client.get(page))["skills"] == "Poser une perfusion\nAccueillir"


def test_experience_required_asks_for_its_length(client, offer) -> None:
    page = address(offer, "description")
    sent = as_sent(client.get(page)) | {"experience": "E"}
    assert "Indiquez l’expérience exigée en mois, par exemple 24." in words(client.post(page, sent))
    assert client.post(page, sent | {"experience_months": "24"}).status_code == 302
    assert draft_of(offer).experience_months == 24


@pytest.mark.parametrize(
    ("field", "value", "said"),
    [
        (
            "apply_email",
            "nom@",
            "Saisissez une adresse e-mail complète, par exemple nom@exemple.fr.",
        ),
        ("apply_url", "javascript:alert(1)", "L’adresse doit commencer par https://."),
        ("apply_url", "http://exemple.fr", "L’adresse doit commencer par https://."),
        ("apply_phone", "06 12", "Ce numéro semble incomplet. Exemple : 06 12 34 56 78."),
        ("apply_phone", "0899 10 20 30", "Les numéros surtaxés ne sont pas acceptés"),
    ],
)
def test_a_wrong_way_to_apply_is_explained(
    client, offer, field: str, value: str, said: str
) -> None:
    page = address(offer, "candidature")
    response = client.post(page, as_sent(client.get(page)) | {field: value})
    assert response.status_code == 422
    assert said in words(response)
    assert value in response.content.decode()


def test_an_address_without_scheme_is_understood(client, offer) -> None:
    page = address(offer, "candidature")
    assert (
        client.post(
            page, as_sent(client.get(page)) | {"apply_url": "www.exemple.fr/emploi"}
        ).status_code
        == 302
    )
    assert draft_of(offer).apply_url == "https://www.exemple.fr/emploi"


FIELDS = {
    "poste": ("title", "family", "commune", "other_communes", "address", "positions", "occupation"),
    "conditions": (
        "contract_type", "contract_duration_months", "contract_nature", "public_branch", "public_category",
        "public_grade", "public_vacancy", "public_vacancy_date", "public_csp_number", "public_csp_url",
        "working_time", "weekly_hours", "schedule", "remote_share", "travel", "salary_min", "salary_max",
        "salary_unit", "salary_months", "salary_note", "benefits", "start_date", "last_day",
    ),
    "description": (
        "missions", "profile", "offering", "experience", "experience_months", "diploma_level", "licences",
        "languages", "housing", "housing_note", "sector_code", "agreement_code", "qualification_code", "skills",
    ),
    "candidature": (
        "apply_email", "apply_url", "apply_phone", "contact_name", "recruitment_steps", "reply_delay_days",
    ),
}  # fmt: skip


@pytest.mark.parametrize(
    ("step", "field"), [(step, name) for step, names in FIELDS.items() for name in names]
)
def test_hostile_values_are_answered_and_never_break_a_step(
    client, offer, step: str, field: str
) -> None:
    page = address(offer, step)
    sent = as_sent(client.get(page))
    for value in HOSTILE:
        response = client.post(page, sent | {field: value, "revision": "", "later": "1"})
        assert response.status_code in (302, 422), (field, value)
        if response.status_code == 422:
            assert "à corriger" in words(response)
    assert client.post(page, {**sent, field: "x\x00y", "revision": ""}).status_code in (302, 422)
    for reading in ("", step, "verifier", "apercu"):
        assert client.get(address(offer, reading)).status_code == 200


def test_an_empty_request_is_a_form_to_correct(client, offer) -> None:
    for step in FIELDS:
        response = client.post(address(offer, step), {})
        assert response.status_code == 422, step


# --- Communes


@pytest.mark.parametrize(
    ("typed", "found"),
    [("Figeac", ["Figeac"]), ("46300", None), ("gramat", ["Gramat"]), ("St Céré", ["Saint-Céré"])],
)
def test_a_commune_is_understood_as_typed(client, offer, typed: str, found) -> None:
    page = address(offer, "poste")
    response = client.post(page, as_sent(client.get(page)) | {"commune": typed})
    if found is None:
        assert response.status_code == 422
        assert "De quelle commune s’agit-il ?" in words(response)
        return
    assert response.status_code == 302
    assert [place.name for place in draft_of(offer).municipalities.all()] == found


def test_a_postcode_of_several_communes_lets_one_choose(client, offer) -> None:
    page = address(offer, "poste")
    sent = as_sent(client.get(page)) | {"commune": "46300"}
    form = client.post(page, sent).context["form"]
    query = form.fields["commune_choice"].choices[1][0]
    response = client.post(page, sent | {"commune_choice": query})
    assert response.status_code == 302
    assert f"{draft_of(offer).municipalities.first().name} (46300)" == query


def test_an_unknown_commune_is_owned_up_to_with_suggestions(client, offer) -> None:
    page = address(offer, "poste")
    response = client.post(page, as_sent(client.get(page)) | {"commune": "Gramta"})
    assert response.status_code == 422
    assert "Nous ne trouvons pas « Gramta » dans le Lot. Vouliez-vous dire Gramat" in words(
        response
    )
    assert 'value="Gramta"' in response.content.decode()


def test_several_communes_are_separated_by_commas_and_survive_the_next_save(client, offer) -> None:
    page = address(offer, "poste")
    sent = as_sent(client.get(page)) | {
        "commune": "Cahors",
        "other_communes": "Gramat, Figeac; 46100",
    }
    assert client.post(page, sent).status_code == 422, "46100 names several communes"
    assert client.post(page, sent | {"other_communes": "Gramat ; Figeac"}).status_code == 302
    names = {place.name for place in draft_of(offer).municipalities.all()}
    assert names == {"Cahors", "Gramat", "Figeac"}
    client.post(
        address(offer, "candidature"),
        as_sent(client.get(address(offer, "candidature"))) | {"contact_name": "Zoé"},
    )
    assert {place.name for place in draft_of(offer).municipalities.all()} == names


def test_a_remote_post_needs_no_commune(client, offer) -> None:
    page = address(offer, "poste")
    sent = as_sent(client.get(page)) | {"commune": "", "is_fully_remote": "on"}
    assert client.post(page, sent).status_code == 302
    assert draft_of(offer).is_fully_remote


def test_the_communes_are_proposed_while_typing(client, offer) -> None:
    page = client.get(address(offer, "poste"))
    assert len(page.context["communes"]) == 318
    assert '<option value="Figeac (46100)">' in page.content.decode()


def test_several_establishments_make_one_choose_among_ones_own(
    client, cast: Cast, offer, now
) -> None:
    page = address(offer, "poste")
    assert "establishment" not in client.get(page).context["form"].fields
    second = Establishment.objects.create(employer=cast.hospital, name="Annexe")
    foreign = cast.cafe.establishments.get()
    sent = as_sent(client.get(page))
    assert client.post(page, sent | {"establishment": foreign.pk}).status_code == 422
    assert client.post(page, sent | {"establishment": second.pk}).status_code == 302
    assert draft_of(offer).establishment == second
