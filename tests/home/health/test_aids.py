"""« Profession × commune × date »: what is in force, how much, until when, under which text."""

from __future__ import annotations

import datetime as dt
import re
from decimal import Decimal

import pytest
import time_machine
from django.conf import settings
from django.core.exceptions import ValidationError
from django.db import IntegrityError, connection, transaction
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone, translation
from django.utils.translation import gettext

from home.health.aids import AidAnswer, answer_aids
from home.health.asking import AidQuestion
from home.health.first_aids import FIRST_AIDS, SOURCE
from home.health.models import HealthGrant, HealthZoning
from home.health.models.aids import months_before
from home.health.reference import load_aids
from home.health.states import Profession, Zone
from home.health.waiting import aids_waiting
from territory import places
from territory.gazetteer import Place
from territory.models import Intercommunality
from territory.names import fold
from tests.cast import Cast
from tests.factories import make_image
from tests.home.health.making import commune, make_contact, make_grant, make_zoning

pytestmark = pytest.mark.django_db
EVE = dt.date(2025, 12, 31)
NEW_YEAR = dt.date(2026, 1, 1)
ADDRESS = "/sante/aides/"


def place(name: str = "Gramat") -> Place:
    found = places.find(name).place
    assert found is not None
    return found


def answer(
    day: dt.date,
    profession: Profession = Profession.GENERAL_PRACTITIONER,
    where: str | None = "Gramat",
    today: dt.date | None = None,
) -> AidAnswer:
    return answer_aids(
        profession=profession,
        place=place(where) if where else None,
        day=day,
        months=6,
        today=today or day,
    )


def codes(found: tuple[object, ...]) -> list[str]:
    return [one.grant.code for one in found]  # type: ignore[attr-defined]


def amounts(found: tuple[object, ...]) -> dict[str, Decimal | None]:
    return {one.grant.code: one.grant.amount for one in found}  # type: ignore[attr-defined]


def plain(page: str) -> str:
    """Return the page with the spaces that one types."""
    return page.replace("\u00a0", " ")


# --- the data that a site starts with


def test_bootstrap_has_loaded_the_aids_of_the_fact_sheet() -> None:
    assert set(HealthGrant.objects.values_list("code", flat=True)) == {
        one.code for one in FIRST_AIDS
    }
    assert not HealthGrant.objects.filter(source="").exists()
    assert not HealthGrant.objects.filter(checked_on__isnull=False).exists()
    assert not HealthZoning.objects.exists()


def test_the_shipped_aids_name_their_text_or_say_that_it_is_not_given(client: Client) -> None:
    """Two professions that between them see nearly all the aids of the fact sheet, with and without a text."""
    make_zoning(Zone.ZIP, dt.date(2024, 1, 1))
    told = {one.code: one.legal_text for one in HealthGrant.objects.all()}
    assert {code for code, text in told.items() if not text} == {
        "docteur-junior-zip", "docteur-junior-semestre", "cauvaldor-parcours-maides",
    }  # fmt: skip
    asked = {"commune": "Gramat", "date": "01/12/2026"}
    for slug, texts, without in (
        ("medecin-generaliste", ["Convention médicale du 4 juin 2024"] * 3, 0),
        ("interne", ["Code de l’éducation, article L. 632-6"], 1),
        ("docteur-junior", [], 2),
    ):
        page = plain(client.get(f"/en{ADDRESS}", asked | {"profession": slug}).content.decode())
        answered = page.split('id="reponse"')[1]
        for text in set(texts):
            assert answered.count(text) == texts.count(text)
        assert answered.count("<dd>text not given</dd>") == without
        assert answered.count("<dt>For whom</dt>") == len(texts) + without
        assert answered.count("<dd>the programme, without a public reference</dd>") == (
            len(texts) + without
        )
        assert SOURCE not in page


def test_an_aid_says_for_whom_it_is(client: Client) -> None:
    HealthGrant.objects.exclude(code="cesp").update(is_active=False)
    page = client.get(f"/en{ADDRESS}", {"profession": "interne"}).content.decode()
    words = "<dt>For whom</dt><dd>Medical student (extern), Intern</dd>"
    assert words in plain(page)


def test_loading_again_creates_nothing_and_overwrites_nothing() -> None:
    HealthGrant.objects.filter(code="caim").update(amount=Decimal(45_000), is_active=False)

    assert load_aids() == 0

    caim = HealthGrant.objects.get(code="caim")
    assert (caim.amount, caim.is_active) == (Decimal(45_000), False)


def test_an_aid_that_an_older_site_lacks_is_added() -> None:
    HealthGrant.objects.filter(code="cesp").update(code="autre-nom")

    assert load_aids() == 1
    assert HealthGrant.objects.filter(code="cesp").count() == 1


def test_an_aid_of_an_intercommunality_is_tied_to_it() -> None:
    cauvaldor = HealthGrant.objects.get(code="cauvaldor-parcours-maides")
    assert [area.siren for area in cauvaldor.intercommunalities.all()] == ["200066371"]


# --- 31 December 2025 and 1 January 2026


def test_in_a_priority_zone_the_answers_of_the_two_days_differ_as_the_data_say() -> None:
    make_zoning(Zone.ZIP, dt.date(2024, 1, 1))

    assert amounts(answer(EVE).in_force) == {
        "caim": Decimal(50_000),
        "forfait-medecin-traitant": None,
    }
    assert amounts(answer(NEW_YEAR).in_force) == {
        "premiere-installation-zip": Decimal(10_000),
        "cabinet-secondaire-zip": Decimal(3_000),
        "forfait-medecin-traitant": None,
    }


def test_in_a_complementary_zone_too() -> None:
    make_zoning(Zone.ZAC, dt.date(2024, 1, 1))

    assert codes(answer(EVE).in_force) == []
    assert amounts(answer(NEW_YEAR).in_force) == {"premiere-installation-zac": Decimal(5_000)}


def test_on_the_eve_what_begins_the_next_day_is_announced_as_not_in_force_yet() -> None:
    make_zoning(Zone.ZIP, dt.date(2024, 1, 1))

    assert codes(answer(EVE).later) == ["premiere-installation-zip", "cabinet-secondaire-zip"]
    assert codes(answer(NEW_YEAR).later) == []


def test_an_aid_that_ended_is_nowhere_the_next_day() -> None:
    make_zoning(Zone.ZIP, dt.date(2020, 1, 1))
    last, after = answer(dt.date(2023, 12, 31)), answer(dt.date(2024, 1, 1))

    assert "cde" in codes(last.in_force)
    assert "cde" not in codes((*after.in_force, *after.conditional, *after.later))


def test_the_pages_of_the_two_days_differ(client: Client) -> None:
    make_zoning(Zone.ZIP, dt.date(2024, 1, 1))
    asked = {"profession": "medecin-generaliste", "commune": "Gramat"}
    eve = client.get(ADDRESS, asked | {"date": "31/12/2025"}).content.decode()
    new_year = client.get(ADDRESS, asked | {"date": "01/01/2026"}).content.decode()

    assert "50\u00a0000\u00a0€" in eve
    assert "50\u00a0000\u00a0€" not in new_year
    assert "10\u00a0000\u00a0€" in new_year
    assert "31 décembre 2025" in plain(eve)


def test_junior_doctors_have_their_allowance_from_the_first_cohort_on() -> None:
    make_zoning(Zone.ZIP, dt.date(2024, 1, 1))
    before = answer(dt.date(2026, 10, 31), Profession.JUNIOR_DOCTOR)
    after = answer(dt.date(2026, 11, 1), Profession.JUNIOR_DOCTOR)

    assert codes(before.in_force) == []
    assert amounts(after.in_force) == {
        "docteur-junior-zip": Decimal(1_000),
        "docteur-junior-semestre": Decimal(500),
    }


# --- zones


def test_an_unknown_zone_is_said_and_is_not_no_aid(client: Client) -> None:
    found = answer(NEW_YEAR)

    assert not found.is_zone_known
    assert codes(found.in_force) == []
    assert set(codes(found.conditional)) == {
        "premiere-installation-zip", "premiere-installation-zac", "cabinet-secondaire-zip",
        "forfait-medecin-traitant",
    }  # fmt: skip
    page = client.get(
        f"/en{ADDRESS}",
        {"profession": "medecin-generaliste", "commune": "Gramat", "date": "01/01/2026"},
    ).content.decode()
    assert "Unknown zoning" in page
    assert "It does not mean that there is no aid" in page


@pytest.mark.parametrize("zone", [Zone.ZAC, Zone.OUTSIDE])
def test_outside_its_zone_an_aid_with_a_condition_is_possible_and_never_certain(
    zone: Zone, client: Client
) -> None:
    make_zoning(zone, dt.date(2024, 1, 1))
    found = answer(NEW_YEAR)

    assert "forfait-medecin-traitant" not in codes(found.in_force)
    assert codes(found.conditional) == ["forfait-medecin-traitant"]
    assert not found.is_empty
    asked = {"profession": "medecin-generaliste", "commune": "Gramat", "date": "01/01/2026"}
    page = plain(client.get(f"/en{ADDRESS}", asked | {"date": ""}).content.decode())
    assert "<h3>Possible on a condition</h3>" in page
    assert "<b>On condition:</b> in a priority neighbourhood (QPV)" in page
    assert "according to the zone (unknown)" not in page
    assert "no aid for this profession" not in page


def test_inside_its_zone_the_same_aid_is_certain(client: Client) -> None:
    make_zoning(Zone.ZIP, dt.date(2024, 1, 1))
    found = answer(NEW_YEAR)
    assert [one.condition for one in found.in_force] == ["", "", ""]
    assert found.conditional == ()


def test_an_aid_without_a_condition_is_not_told_outside_its_zone() -> None:
    make_zoning(Zone.OUTSIDE, dt.date(2024, 1, 1))
    HealthGrant.objects.update(elsewhere="")
    assert answer(NEW_YEAR).is_empty


# --- an aid of which nobody knows when it started


def test_on_a_day_of_the_past_an_aid_without_a_start_is_told_apart(client: Client) -> None:
    make_zoning(Zone.ZIP, dt.date(2000, 1, 1))
    long_ago = dt.date(2010, 1, 1)
    found = answer(long_ago, today=NEW_YEAR)

    assert codes(found.in_force) == []
    assert codes(found.perhaps) == ["cde", "caim", "forfait-medecin-traitant"]
    asked = {"profession": "medecin-generaliste", "commune": "Gramat", "date": "01/01/2010"}
    page = plain(client.get(f"/en{ADDRESS}", asked).content.decode())
    assert "in force, 3 whose start is unknown" in page.split("aid-answer__count")[1]
    assert "Perhaps in force at that date: their start is unknown" in page
    assert "start unknown, until 31 December 2025" in page
    with translation.override("en"):
        assert gettext("start unknown, without an end set") in page


def test_its_last_day_and_today_are_certain() -> None:
    make_zoning(Zone.ZIP, dt.date(2000, 1, 1))
    assert codes(answer(EVE, today=dt.date(2026, 6, 1)).in_force) == ["caim"]
    assert "caim" in codes(answer(dt.date(2025, 12, 30), today=NEW_YEAR).perhaps)
    today = dt.date(2026, 6, 1)
    assert "forfait-medecin-traitant" in codes(answer(today, today=today).in_force)


def test_the_zone_is_that_of_the_day(client: Client) -> None:
    make_zoning(Zone.ZIP, dt.date(2024, 1, 1), dt.date(2026, 3, 31))
    make_zoning(Zone.OUTSIDE, dt.date(2026, 4, 1))

    assert "premiere-installation-zip" in codes(answer(dt.date(2026, 3, 31)).in_force)
    assert codes(answer(dt.date(2026, 4, 1)).in_force) == []
    page = client.get(
        ADDRESS, {"profession": "medecin-generaliste", "commune": "Gramat", "date": "31/03/2026"}
    ).content.decode()
    assert "Arrêté d’essai" in page


def test_an_aid_to_come_is_weighed_by_the_zone_of_its_first_day() -> None:
    make_zoning(Zone.ZIP, dt.date(2024, 1, 1), EVE)
    make_zoning(Zone.ZAC, NEW_YEAR)

    assert codes(answer(EVE).later) == ["premiere-installation-zac"]


def test_those_who_train_follow_the_zoning_of_the_general_practitioners() -> None:
    make_zoning(Zone.OUTSIDE, dt.date(2024, 1, 1))

    assert answer(NEW_YEAR, Profession.LOCUM).is_zone_known
    assert not answer(NEW_YEAR, Profession.NURSE).is_zone_known


def test_an_aid_of_an_intercommunality_exists_there_only() -> None:
    assert "cauvaldor-parcours-maides" in codes(answer(NEW_YEAR, Profession.INTERN).in_force)
    assert "cauvaldor-parcours-maides" not in codes(
        answer(NEW_YEAR, Profession.INTERN, "Cahors").in_force
    )
    assert "cauvaldor-parcours-maides" in codes(
        answer(NEW_YEAR, Profession.INTERN, None).conditional
    )


def test_two_zones_never_hold_on_one_day() -> None:
    make_zoning(Zone.ZIP, dt.date(2024, 1, 1), dt.date(2025, 6, 30))
    clash = HealthZoning(
        profession=Profession.GENERAL_PRACTITIONER, municipality=commune(), zone=Zone.ZAC,
        valid_from=dt.date(2025, 6, 30), order_reference="Arrêté",
    )  # fmt: skip
    with pytest.raises(ValidationError, match=r"30|2024|zone|ZIP"):
        clash.full_clean()
    clash.valid_from = dt.date(2025, 7, 1)
    clash.full_clean()
    clash.save()
    with pytest.raises(IntegrityError), transaction.atomic():
        make_zoning(Zone.ZIP, dt.date(2026, 1, 1))


# --- what an aid must say


def test_an_aid_gives_its_amount_its_end_its_text_its_source_and_its_last_check(
    client: Client,
) -> None:
    HealthGrant.objects.all().delete()
    make_contact(name="Démo Santé", phone="05 36 49 46 10")
    make_grant(
        name="Aide d’essai", amount=Decimal("1200.50"), unit="MONTH", valid_from=dt.date(2026, 1, 1),
        valid_to=dt.date(2026, 12, 31), legal_text="Arrêté du 3 mars", conditions="Cinq ans d’exercice.",
        source="Agence d’essai", source_url="https://agence.example/aide", checked_on=dt.date(2026, 2, 1),
    )  # fmt: skip
    page = client.get(
        f"/en{ADDRESS}", {"profession": "medecin-generaliste", "date": "01/06/2026"}
    ).content.decode()
    for words in (
        "€1,200.50 a month", "Arrêté du 3 mars", "Cinq ans d’exercice.", "Agence d’essai",
        "https://agence.example/aide", "Démo Santé", "31 December 2026", "1 February 2026",
    ):  # fmt: skip
        assert words in plain(page), words


def test_an_aid_without_amount_unit_or_source_is_refused() -> None:
    grant = HealthGrant(name="Aide", professions=["NURSE"], source="Essai")
    with pytest.raises(ValidationError) as refused:
        grant.full_clean()
    assert "amount" in refused.value.message_dict
    with pytest.raises(IntegrityError), transaction.atomic():
        make_grant(source="")
    with pytest.raises(IntegrityError), transaction.atomic():
        make_grant(valid_from=NEW_YEAR, valid_to=EVE)
    with pytest.raises(ValidationError):
        HealthGrant(name="Aide", professions=["PLUMBER"], source="x", amount=1).full_clean()


def test_what_was_entered_by_mistake_is_not_shown() -> None:
    grant = make_grant(is_active=False)

    assert grant not in [one.grant for one in answer(NEW_YEAR).in_force]


def test_no_role_may_delete_an_aid(cast: Cast) -> None:
    grant = make_grant()
    address = f"/admin/snippets/health/healthgrant/delete/{grant.pk}/"
    for user in (cast.editor, cast.publisher, cast.health_contact):
        cast.client(user).post(address)
        assert HealthGrant.objects.filter(pk=grant.pk).exists()


# --- six months


@pytest.mark.parametrize(
    ("checked_on", "is_flagged"),
    [(dt.date(2026, 5, 21), True), (dt.date(2026, 5, 22), False), (None, True)],
)
def test_an_aid_unchecked_for_six_months_is_flagged(
    checked_on: dt.date | None, is_flagged: bool, cast: Cast
) -> None:
    HealthGrant.objects.all().delete()
    make_grant(checked_on=checked_on)
    with time_machine.travel(dt.datetime(2026, 11, 21, 9, tzinfo=dt.UTC)):
        assert aids_waiting(cast.editor).count == int(is_flagged)
        page = cast.client(cast.editor).get("/admin/").content.decode()
    found = answer_aids(
        profession=Profession.GENERAL_PRACTITIONER, place=None, day=dt.date(2026, 11, 21), months=6,
        today=dt.date(2026, 11, 21),
    )  # fmt: skip
    assert found.in_force[0].is_unchecked is is_flagged
    assert ("/admin/snippets/health/healthgrant/" in page) is True


def test_an_aid_waits_since_the_day_when_its_check_became_too_old(cast: Cast) -> None:
    HealthGrant.objects.all().delete()
    make_grant(checked_on=dt.date(2026, 4, 21))
    make_grant(checked_on=dt.date(2026, 4, 1), valid_to=dt.date(2026, 5, 1))
    with time_machine.travel(dt.datetime(2026, 11, 21, 9, tzinfo=dt.UTC)):
        oldest = aids_waiting(cast.editor).oldest
    assert oldest is not None
    assert timezone.localdate(oldest) == dt.date(2026, 10, 21)


def test_an_aid_to_confirm_waits_too_is_said_in_the_list_and_found_there(cast: Cast) -> None:
    HealthGrant.objects.all().delete()
    day = dt.date(2026, 11, 1)
    make_grant(name="Aide confirmée", checked_on=day, valid_from=dt.date(2026, 9, 1))
    make_grant(name="Aide douteuse", checked_on=day, is_to_confirm=True)
    make_grant(name="Finie", checked_on=day, is_to_confirm=True, valid_to=dt.date(2026, 11, 2))
    address = reverse("wagtailsnippets_health_healthgrant:list")
    client = cast.client(cast.editor)
    with time_machine.travel(dt.datetime(2026, 11, 21, 9, tzinfo=dt.UTC)):
        waiting = aids_waiting(cast.editor)
        assert (waiting.count, waiting.oldest) == (1, None)
        page = plain(client.get(address).content.decode())
        names = ("Aide confirmée", "Aide douteuse", "Finie")
        lines = re.findall(r"<tr.*?</tr>", page, re.DOTALL)
        rows = {name: row for row in lines for name in names if name in row}
        assert {name: "Oui" in row for name, row in rows.items()} == {
            "Aide confirmée": False, "Aide douteuse": True, "Finie": True,
        }  # fmt: skip
        assert "1er septembre 2026" in rows["Aide confirmée"]
        found = client.get(address, {"is_to_confirm": "true"}).content.decode()
    assert "Aide douteuse" in found
    assert "Aide confirmée" not in found


def test_an_aid_that_ended_is_not_flagged(cast: Cast) -> None:
    HealthGrant.objects.all().delete()
    make_grant(valid_to=dt.date(2020, 1, 1))
    assert aids_waiting(cast.editor).count == 0


def test_months_are_counted_on_the_calendar() -> None:
    assert months_before(dt.date(2026, 8, 31), 6) == dt.date(2026, 2, 28)
    assert months_before(dt.date(2024, 8, 31), 6) == dt.date(2024, 2, 29)
    assert months_before(dt.date(2026, 3, 15), 6) == dt.date(2025, 9, 15)
    assert settings.HEALTH_AID_CHECK_MONTHS == 6


# --- what anybody may type


def test_the_question_forgives_what_it_does_not_understand(client: Client) -> None:
    for asked in (
        {"profession": "plombier"}, {"profession": "\x00"}, {"profession": "interne", "commune": "x" * 5000},
        {"profession": "interne", "commune": "\x00", "date": "99/99/9999"},
        {"profession": "interne", "date": "32/01/2026"}, {"profession": "interne", "date": "01/01/0001"},
        {"profession[]": "interne"}, {"date": "1" * 300}, {"profession": ["x", "interne"]},
        {"profession": "interne", "date": "9999-12-31"}, {"profession": "interne", "date": "31/12/9999"},
        {"profession": "interne", "date": "0000-00-00"}, {"profession": "interne", "date": "🙂"},
        {"profession": "interne", "commune": "99999"}, {"profession": "interne", "commune": "🙂" * 200},
        {"profession": "interne", "commune": "<b>"}, {"profession": "interne", "date": "١٢/١٢/٢٠٢٦"},
    ):  # fmt: skip
        assert client.get(ADDRESS, asked).status_code == 200, asked


def test_what_is_ignored_is_said() -> None:
    today = dt.date(2026, 11, 21)
    asked = AidQuestion.from_query(
        {"profession": "plombier", "commune": "Xyzzyx", "date": "31/02/2026"}, today
    )
    assert (asked.profession, asked.place, asked.day) == (None, None, today)
    assert len(asked.errors) == 3
    assert AidQuestion.from_query({"date": "01/01/1850"}, today).day == today


def test_what_is_wrong_is_said_beside_its_field_and_in_the_title(client: Client) -> None:
    asked = {"profession": "plombier", "commune": "Xyzzyx", "date": "31/02/2026"}
    page = client.get(ADDRESS, asked).content.decode().replace("\u00a0", " ")
    assert "<title>Erreur : " in page
    for name, hint in (("profession", ""), ("commune", ""), ("date", "aid-date-hint ")):
        field = re.search(rf'<(?:input|select)[^>]* id="aid-{name}"[^>]*>', page)
        assert field
        assert f'aria-invalid="true" aria-describedby="{hint}aid-{name}-error"' in field[0]
        before = page[: field.start()].split('<div class="field"')[-1]
        assert f'<p class="field-error" id="aid-{name}-error">' in before


def test_the_choices_stand_with_the_field_that_they_answer(client: Client) -> None:
    page = client.get(ADDRESS, {"commune": "Loupiac"}).content.decode()
    assert 'class="aid-choices"' in page.split('id="aid-commune"')[1].split('id="aid-date"')[0]


def test_the_title_of_an_answer_says_for_whom_and_where(client: Client) -> None:
    def title(**asked: str) -> str:
        page = client.get(ADDRESS, asked).content.decode().replace("\u00a0", " ")
        return page.split("<title>")[1].split("</title>")[0]

    first = title()
    assert "Erreur" not in first
    assert title(profession="interne") == f"{Profession.INTERN.label} – {first}"
    asked = title(profession="interne", commune="Gramat", date="01/01/2027")
    assert asked == f"{Profession.INTERN.label}, Gramat – {first}"
    page = client.get(ADDRESS).content.decode()
    assert 'name="profession" required aria-invalid="false"' in page


def test_a_date_that_is_not_understood_stays_in_its_field_but_in_no_link(client: Client) -> None:
    asked = {"profession": "interne", "commune": "Loupiac", "date": "31/02/2026"}
    response = client.get(ADDRESS, asked)
    assert 'value="31/02/2026"' in response.content.decode()
    question = response.context["question"]
    assert [one.query for one in question.candidates if "date=" in one.query] == []
    followed = client.get(ADDRESS + question.candidates[0].query).context["question"]
    assert followed.errors == []


def test_homonyms_and_postcodes_are_offered_as_choices_that_keep_the_question() -> None:
    today = dt.date(2026, 11, 21)
    asked = AidQuestion.from_query(
        {"profession": "interne", "commune": "Loupiac", "date": "01/01/2026"}, today
    )
    assert asked.place is None
    assert len(asked.candidates) == 2
    assert all(
        "profession=interne" in one.query and "date=" in one.query for one in asked.candidates
    )
    assert len(AidQuestion.from_query({"commune": "46500"}, today).candidates) > 3


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ("46100", "Several communes have this postcode: choose yours."),
        ("Loupiac", "Several communes answer to this: choose yours."),
    ],
)
def test_several_communes_are_a_question_and_no_error(
    client: Client, typed: str, said: str
) -> None:
    asked = {"profession": "interne", "commune": typed}
    response = client.get(f"/en{ADDRESS}", asked)
    page = response.content.decode()

    assert response.status_code == 200
    assert response.context["question"].errors == []
    assert said in page
    assert "Error:" not in page
    assert "error-summary" not in page
    assert 'aria-describedby="aid-commune-note"' in page
    assert "aid-answer__count" in page


def test_the_communes_of_a_postcode_are_in_order() -> None:
    asked = AidQuestion.from_query({"commune": "46100"}, dt.date(2026, 11, 21))
    names = [one.label for one in asked.candidates]
    assert len(names) > 3
    assert names == sorted(names, key=fold)


def test_a_former_name_answers_for_the_commune_of_today() -> None:
    asked = AidQuestion.from_query({"commune": "Labastide-Murat"}, dt.date(2026, 1, 1))
    assert asked.place is not None
    assert asked.place.name == "Cœur de Causse"


def test_one_and_many_aids_cost_the_same(client: Client) -> None:
    make_contact()
    make_zoning(Zone.ZIP, dt.date(2024, 1, 1))
    asked = {"profession": "medecin-generaliste", "commune": "Gramat"}
    area = Intercommunality.objects.get(siren="200066371")
    counts = []
    for more in (1, 12):
        for _turn in range(more):
            make_grant().intercommunalities.add(area)
        client.get(ADDRESS, asked)
        with CaptureQueriesContext(connection) as queries:
            assert client.get(ADDRESS, asked).status_code == 200
        counts.append(len(queries))
    assert counts[0] == counts[1] <= 8


@pytest.mark.parametrize(
    "asked",
    [
        {}, {"profession": "interne"}, {"profession": "interne", "commune": "Gramat"},
        {"profession": "medecin-generaliste", "commune": "46500", "date": "01/01/2026"},
        {"profession": "medecin-generaliste", "commune": "Loupiac"}, {"commune": "Nulle-part"},
        {"profession": "medecin-generaliste", "commune": "Gramat", "date": "31/12/2025"},
    ],
)  # fmt: skip
def test_no_question_costs_more_than_a_public_page_may(
    client: Client, asked: dict[str, str]
) -> None:
    area = Intercommunality.objects.get(siren="200066371")
    make_zoning(Zone.ZIP, dt.date(2024, 1, 1))
    for number in range(30):
        contact = make_contact(photo=make_image(f"Portrait {number}")) if number < 3 else None
        grant = make_grant(professions=["INTERN", "GENERAL_PRACTITIONER"], contact=contact)
        grant.intercommunalities.add(area)
    for address in (ADDRESS, f"/en{ADDRESS}"):
        client.get(address, asked)
        with CaptureQueriesContext(connection) as queries:
            assert client.get(address, asked).status_code == 200
        assert len(queries) <= 10


def test_an_aid_to_confirm_says_one_thing_and_never_the_internal_source(client: Client) -> None:
    make_grant(source=SOURCE, is_to_confirm=True, checked_on=dt.date(2026, 11, 1))
    page = client.get("/en/sante/aides/", {"profession": "medecin-generaliste"}).content.decode()
    assert "to be confirmed" in page
    for absent in ("Fiche de faits", "1 November 2026", "1er novembre"):
        assert absent not in page.replace("\u00a0", " ")


def test_amounts_are_written_as_the_reader_writes_them() -> None:
    grant = make_grant(amount=Decimal(1200), unit="MONTH")
    with translation.override("en"):
        assert grant.shown_amount == "€1,200 a month"
    with translation.override("fr"):
        assert (
            grant.shown_amount.replace("\u00a0", " ").replace("\u202f", " ") == "1 200 € par mois"
        )
