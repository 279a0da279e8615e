"""What is no page is translated beside its French: nothing else of it is shown, nothing else is changed."""

from __future__ import annotations

import datetime as dt
import html
from typing import Any

import pytest
from django.contrib.contenttypes.models import ContentType
from django.db import models
from django.test import Client
from django.urls import reverse

from home import english_columns, translation_rows
from home.ambassadors.models import Charter, Good
from home.english_columns import known, lacks, remember_what_is_not
from home.english_forms import CHANGED
from home.health.models import (
    HealthContact,
    HealthGrant,
    HealthHousing,
    HealthStructure,
    TrainingPractice,
)
from home.models import TranslatedText
from home.translation_states import TranslationState
from territory.models import Municipality, ResourceCard, Territory
from tests.cast import Cast
from tests.factories import make_image
from ui.models import NavigationSettings, SiteImage, SiteSettings

pytestmark = pytest.mark.django_db
REPORT = "/admin/reports/traductions/"


def make_row(model: type[models.Model]) -> Any:
    """Return a row that the site shows, with French words and no English."""
    commune = Municipality.objects.order_by("pk").first()
    place = {"municipality": commune, "phone": "05 65 00 00 46", "contact_name": "Camille Essai"}
    if model is SiteImage:
        return make_image(description="Un pont")
    if model is SiteSettings:
        SiteSettings.objects.update(footer_text="Le programme du Lot.", footer_text_en="")
        return SiteSettings.objects.get()
    made: dict[type[models.Model], dict[str, Any]] = {
        HealthGrant: {
            "name": "Aide d’essai",
            "conditions": "S’installer.",
            "source": "Essai",
            "amount": 1,
        },
        HealthContact: {"name": "Camille Essai", "function": "Chargée de mission", "phone": "05"},
        HealthStructure: {"name": "Maison", "summary": "Une phrase.", "kind": "MSP", **place},
        HealthHousing: {"title": "Studio", "conditions": "Meublé.", "kind": "FLAT", **place},
        TrainingPractice: {"name": "Cabinet", "summary": "Une phrase.", "kind": "GP", **place},
        Good: {"name": "Affiche", "description": "Grand format"},
    }
    return model._default_manager.create(**made[model])


KINDS = [
    HealthGrant, HealthContact, HealthStructure, HealthHousing, TrainingPractice, Good, SiteImage, SiteSettings,
]  # fmt: skip


def screen(row: models.Model) -> str:
    return reverse("translation_text", args=[row._meta.label_lower, row.pk])


def written(client: Client, address: str, **words: str) -> dict[str, str]:
    """Return what the form sends: all of its fields, with some words."""
    form = client.get(address).context["form"]
    return {name: str(form[name].value() or "") for name in form.fields} | words


@pytest.mark.parametrize("model", KINDS, ids=lambda model: model.__name__)
def test_a_translator_reads_the_french_and_writes_the_english_alone(
    cast: Cast, model: type[models.Model]
) -> None:
    row, client = make_row(model), cast.client(cast.translator)
    [column, name] = next(
        (column, english)
        for column, english in english_columns.pairs(model)
        if getattr(row, column.name) and not getattr(row, english)
    )
    before = model._default_manager.filter(pk=row.pk).values().get()
    [told] = [
        one
        for one in translation_rows.columns(model, cast.translator).rows
        if one.url == screen(row)
    ]
    assert told.state == TranslationState.UNTRANSLATED

    page = client.get(told.url).content.decode()
    french = str(getattr(row, column.name))
    assert french in html.unescape(page).replace("\u00a0", " ")
    assert f'id="id_{column.name}"' not in page
    sent = written(client, told.url, **{name: "In English.", column.name: "Autre chose."})
    answer = client.post(told.url, sent | {"phone": "0", "is_active": ""})

    assert answer.status_code == 302
    assert client.get(answer["Location"]).status_code == 200
    after = model._default_manager.filter(pk=row.pk).values().get()
    changed = {key for key in after if after[key] != before[key]}
    assert changed - {"updated_at"} == {name}
    assert after[name] == "In English."


def test_nothing_personal_is_on_these_screens(cast: Cast) -> None:
    contact = make_row(HealthContact)
    HealthContact.objects.filter(pk=contact.pk).update(email="boite-interne@essai.example")
    housing = make_row(HealthHousing)
    client = cast.client(cast.translator)

    for row in (contact, housing):
        kind = reverse("translation_texts", args=[row._meta.label_lower])
        for address in (screen(row), kind):
            page = client.get(address).content.decode()
            assert "boite-interne" not in page
            assert "05 65 00 00 46" not in page
    HealthContact.objects.filter(pk=contact.pk).update(is_active=False)
    assert client.get(screen(contact)).status_code == 404  # gone from the site


def test_a_translator_still_writes_changes_and_deletes_nothing_else(cast: Cast) -> None:
    grant, client = make_row(HealthGrant), cast.client(cast.translator)

    for act, args in (("add", []), ("edit", [grant.pk]), ("delete", [grant.pk])):
        address = reverse(f"wagtailsnippets_health_healthgrant:{act}", args=args)
        assert client.get(address).status_code == 302, act
    assert client.get(reverse("health_contacts:add")).status_code == 302


@pytest.mark.parametrize("who", ["moderator", "referent", "health_contact"])
def test_people_who_do_not_translate_do_not_enter(cast: Cast, who: str) -> None:
    row, client = make_row(Good), cast.client(getattr(cast, who))
    menus = NavigationSettings.objects.get()
    for address in (
        screen(row),
        reverse("translation_texts", args=["ambassadors.good"]),
        reverse("translation_menus", args=[menus.site_id]),
    ):
        assert client.get(address)["Location"] == "/admin/"
        assert client.post(address, {"name_en": "x"}).status_code == 302
    row.refresh_from_db()
    assert row.name_en == ""


@pytest.mark.parametrize(
    "label", ["ambassadors.charter", "ambassadors.ambassador", "accounts.user", "x", "ui.keyfigure"]
)
def test_only_the_kinds_with_english_columns_are_there(cast: Cast, label: str) -> None:
    client = cast.client(cast.translator)

    assert client.get(reverse("translation_texts", args=[label])).status_code == 404
    assert client.get(reverse("translation_text", args=[label, 1])).status_code == 404


def test_a_version_of_the_charter_stays_as_it_was_accepted(cast: Cast) -> None:
    Charter.objects.update(text_en="")

    assert {row.url for row in translation_rows.columns(Charter, cast.translator).rows} == {""}


def test_too_long_a_text_is_refused_beside_its_field_and_kept(cast: Cast) -> None:
    row, client = make_row(Good), cast.client(cast.translator)
    long = "x" * 400

    answer = client.post(screen(row), written(client, screen(row), name_en=long))

    assert answer.status_code == 422
    assert "name_en" in answer.context["form"].errors
    assert long in answer.content.decode()


def test_words_written_beside_a_french_that_changed_meanwhile_are_kept_and_shown_with_it(
    cast: Cast,
) -> None:
    row, client = make_row(Good), cast.client(cast.translator)
    sent = written(client, screen(row), name_en="Poster")
    Good.objects.filter(pk=row.pk).update(name="Affiche et brochure")

    answer = client.post(screen(row), sent)

    assert answer.status_code == 422
    assert str(CHANGED) in answer.context["form"].non_field_errors()
    page = answer.content.decode()
    assert "Affiche et brochure" in page
    assert 'value="Poster"' in page
    again = {name: answer.context["form"][name].value() for name in answer.context["form"].fields}
    assert client.post(screen(row), again).status_code == 302


def test_the_list_of_a_kind_says_where_each_stands_at_a_fixed_cost(
    cast: Cast, django_assert_num_queries: Any, django_assert_max_num_queries: Any
) -> None:
    client, address = (
        cast.client(cast.translator), reverse("translation_texts", args=["ambassadors.good"]),
    )  # fmt: skip
    make_row(Good)
    client.get(address)
    with django_assert_max_num_queries(40) as seen:
        client.get(address)
    for number in range(30):
        Good.objects.create(name=f"Objet {number}", name_en=f"Thing {number}")
    with django_assert_num_queries(len(seen)):
        page = client.get(address).content.decode()

    assert str(TranslationState.UNTRANSLATED.label) in page
    assert str(TranslationState.TRANSLATED.label) in page


def test_the_menus_are_translated_without_touching_their_french(cast: Cast) -> None:
    menus = NavigationSettings.objects.get()
    menus.main_menu[0].value["label_en"] = ""
    menus.save()
    client = cast.client(cast.translator)
    [row] = translation_rows.menus(cast.translator).rows
    form = client.get(row.url).context["form"]
    [empty] = [name for name in form.places if not form[name].value()]
    before = {
        name: list(getattr(menus, name).raw_data) for name in ("footer_columns", "legal_links")
    }
    label = menus.main_menu[0].value["label"]

    answer = client.post(row.url, written(client, row.url, **{empty: "In one word"}))

    assert answer.status_code == 302
    kept = NavigationSettings.objects.get()
    assert kept.main_menu[0].value["label_en"] == "In one word"
    assert kept.main_menu[0].value["label"] == label
    assert len(kept.main_menu) == len(menus.main_menu)
    assert {name: list(getattr(kept, name).raw_data) for name in before} == before
    assert translation_rows.menus(cast.translator).rows == []
    assert ">In one word</a>" in client.get("/en/").content.decode()


def test_editors_keep_their_own_screens_and_the_report_leads_to_them(cast: Cast) -> None:
    grant, contact = make_row(HealthGrant), make_row(HealthContact)

    [own] = [
        one.url
        for one in translation_rows.columns(HealthGrant, cast.editor).rows
        if one.url.endswith(f"/{grant.pk}/")
    ]
    assert own == reverse("wagtailsnippets_health_healthgrant:edit", args=[grant.pk])
    [english] = [one.url for one in translation_rows.columns(HealthContact, cast.editor).rows]
    assert english == screen(contact)


# --- behind the French


def state_of(row: Any) -> set[str]:
    row.refresh_from_db()
    return {one.state for one in lacks(row, known())}


def test_an_english_text_is_behind_once_its_french_changes_and_no_more_once_read_again(
    cast: Cast,
) -> None:
    good = Good.objects.create(name="Affiche", name_en="Poster")
    assert state_of(good) == set()

    good.name = "Affiche et brochure"
    good.save()
    assert state_of(good) == {TranslationState.BEHIND}
    client = cast.client(cast.translator)
    [row] = translation_rows.columns(Good, cast.translator).rows
    assert (row.state, row.url) == (TranslationState.BEHIND, screen(good))
    assert "Affiche et brochure" in client.get(REPORT, {"state": "BEHIND"}).content.decode()
    assert (
        "Affiche et brochure" not in client.get(REPORT, {"state": "UNTRANSLATED"}).content.decode()
    )

    client.post(screen(good), written(client, screen(good)))  # right as it is: it was read again
    assert state_of(good) == set()


def test_french_and_english_changed_together_are_level(cast: Cast) -> None:
    good = Good.objects.create(name="Affiche", name_en="Poster")
    good.name, good.name_en = "Brochure", "Leaflet"
    good.save()

    assert state_of(good) == set()


def test_another_column_changes_nothing_of_it() -> None:
    good = Good.objects.create(name="Affiche", name_en="Poster")
    good.name = "Brochure"
    good.save()
    good.max_per_request = 3
    good.save()

    assert state_of(good) == {TranslationState.BEHIND}


def test_an_alternative_text_and_a_card_are_told_too(cast: Cast) -> None:
    image = make_image(description="Un pont")
    image.description_en = "A bridge"
    image.save()
    card = ResourceCard.objects.create(
        territory=Territory.objects.order_by("pk").first(), theme="SCHOOLS", title="Les écoles",
        text="Deux.", title_en="Schools", text_en="Two.", checked_on=dt.date(2026, 3, 4),
    )  # fmt: skip
    image.description, card.text = "Un pont et une tour", "Trois."
    image.save()
    card.save()

    assert state_of(image) == state_of(card) == {TranslationState.BEHIND}


def test_what_was_english_before_is_taken_for_that_of_today(cast: Cast) -> None:
    good = Good.objects.create(name="Affiche", name_en="Poster")
    TranslatedText.objects.all().delete()
    assert state_of(good) == set()

    remember_what_is_not()
    good.name = "Brochure"
    good.save()
    assert state_of(good) == {TranslationState.BEHIND}
    remember_what_is_not()
    assert state_of(good) == {TranslationState.BEHIND}


def test_nothing_is_remembered_of_what_is_gone() -> None:
    good = Good.objects.create(name="Affiche", name_en="Poster")
    kind = ContentType.objects.get_for_model(Good)
    mine = TranslatedText.objects.filter(content_type=kind, object_id=good.pk, field="name")
    assert mine.exists()

    good.name_en = ""
    good.save()
    assert not mine.exists()
    good.name_en = "Poster"
    good.save()
    good.delete()
    assert not mine.exists()
