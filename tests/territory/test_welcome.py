"""Who answers in each commune, on each day: the referent, the backup, the next one, else the département."""

from __future__ import annotations

import datetime as dt

import pytest
from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction
from django.utils import translation

from territory.around import read_around
from territory.gazetteer import current
from territory.living import living_in
from territory.models import (
    Municipality,
    MunicipalityAlias,
    Postcode,
    ReferentAbsence,
    ReferentTerritory,
    ResourceCard,
    Territory,
    WelcomeReferent,
)
from territory.places import Kind, find
from territory.welcome import WelcomeNetwork, referent_for, referents_for
from territory.words import in_town
from tests.factories import make_referent

TODAY = dt.date(2026, 11, 20)


def commune(name: str) -> Municipality:
    """Return a current commune by its name."""
    found: Municipality = Municipality.objects.get(name=name, is_current=True)
    return found


def away(
    referent: WelcomeReferent, backup: WelcomeReferent | None = None, **days: int
) -> ReferentAbsence:
    """Make a referent absent around today."""
    return ReferentAbsence.objects.create(
        referent=referent,
        first_day=TODAY - dt.timedelta(days=days.get("since", 1)),
        last_day=TODAY + dt.timedelta(days=days.get("until", 1)),
        backup=backup,
    )


def name_of(place: str, on: dt.date = TODAY) -> str:
    """Return the name of who answers for a commune, "" when nobody does."""
    welcome = referent_for(commune(place), on)
    return welcome.referent.name if welcome else ""


@pytest.fixture
def network() -> dict[int, WelcomeReferent]:
    """Make a referent for each territory, by the number of the territory."""
    return {
        territory.pk: make_referent(f"Essai {territory.short_name}", territory)
        for territory in Territory.objects.all()
    }


# --- the 318 communes


def test_each_of_the_318_communes_has_the_referent_of_its_territory(
    network: dict[int, WelcomeReferent],
) -> None:
    communes = list(Municipality.objects.filter(is_current=True))
    assert len(communes) == 318
    answers = referents_for(communes, TODAY)
    wrong = [
        one.name
        for one in communes
        if answers[one.pk] is None
        or one.territory_id is None
        or answers[one.pk].referent != network[one.territory_id]  # type: ignore[union-attr]
    ]
    assert wrong == []


def test_each_of_the_318_communes_is_found_by_its_name_and_its_postcodes() -> None:
    lost = []
    for one in Municipality.objects.filter(is_current=True).prefetch_related("postcodes"):
        for code in one.postcodes.all():
            found = find(f"{one.name} {code.code}").place
            if found is None or (found.id, found.territory_id) != (one.pk, one.territory_id):
                lost.append(f"{one.name} {code.code}")
    assert lost == []


def test_a_bare_name_means_its_commune_or_offers_the_choice_with_it() -> None:
    lost = []
    for one in Municipality.objects.filter(is_current=True):
        found = find(one.name)
        meant = {place.id for place in found.places} | {each.place.id for each in found.candidates}
        if one.pk not in meant:
            lost.append(one.name)
    assert lost == []


def test_every_former_name_and_every_postcode_leads_to_its_communes() -> None:
    for alias in MunicipalityAlias.objects.select_related("municipality"):
        found = find(alias.old_name)
        meant = {place.id for place in found.places} | {each.place.id for each in found.candidates}
        assert (alias.old_name, alias.municipality_id in meant) == (alias.old_name, True)
    for code in Postcode.objects.values_list("code", flat=True).distinct():
        held = set(Postcode.objects.filter(code=code).values_list("municipality_id", flat=True))
        assert (code, set(find(code).ids)) == (code, held)


@pytest.mark.parametrize(
    ("typed", "territory"),
    [
        ("Laramière", "ouest-aveyron-communaute"),
        ("Promilhanes", "ouest-aveyron-communaute"),
        ("Capdenac-Gare", "grand-figeac"),
        ("Capdenac (46100)", "grand-figeac"),
        ("Labastide-Murat", "causse-de-labastide-murat"),
        ("Saux", "quercy-blanc"),
        ("Pern", "quercy-blanc"),
        ("Montcuq", "quercy-blanc"),
        ("St Géry", "grand-cahors"),
    ],
)
def test_the_difficult_places(typed: str, territory: str) -> None:
    place = find(typed).place
    assert place is not None
    assert Territory.objects.get(pk=place.territory_id).slug == territory


def test_loupiac_is_two_places_and_both_are_offered() -> None:
    found = find("Loupiac")
    assert found.kind is Kind.HOMONYMS
    assert {one.place.insee for one in found.candidates} >= {"46178", "12257"}


# --- absences


def test_an_absent_referent_is_replaced_by_the_backup_until_the_day_of_return() -> None:
    figeac = commune("Figeac").territory
    absent, backup = make_referent("Absente", figeac), make_referent("Remplaçante")
    away(absent, backup, since=0, until=2)
    welcome = referent_for(commune("Figeac"), TODAY)
    assert welcome is not None
    assert (welcome.referent, welcome.instead_of) == (backup, absent)
    assert welcome.back_on == TODAY + dt.timedelta(days=3)
    assert name_of("Figeac", TODAY - dt.timedelta(days=1)) == "Absente"
    assert name_of("Figeac", TODAY + dt.timedelta(days=2)) == "Remplaçante"
    assert name_of("Figeac", TODAY + dt.timedelta(days=3)) == "Absente"


def test_the_backup_of_an_absent_backup_answers() -> None:
    first, second, third = (
        make_referent("Un", commune("Figeac").territory),
        make_referent("Deux"),
        make_referent("Trois"),
    )
    away(first, second)
    away(second, third)
    assert name_of("Figeac") == "Trois"


def test_two_who_stand_in_for_one_another_leave_it_to_the_next_of_the_territory() -> None:
    figeac = commune("Figeac").territory
    first, second = make_referent("Un", figeac), make_referent("Deux")
    away(first, second)
    away(second, first)
    assert name_of("Figeac") == ""
    third = make_referent("Trois")
    ReferentTerritory.objects.create(referent=third, territory=figeac, order=5)
    assert name_of("Figeac") == "Trois"


def test_without_a_backup_the_next_of_the_territory_answers_then_the_departement() -> None:
    figeac = commune("Figeac").territory
    first, second = make_referent("Un", figeac), make_referent("Deux")
    ReferentTerritory.objects.create(referent=second, territory=figeac, order=1)
    make_referent("Département", is_departmental=True)
    away(first)
    assert name_of("Figeac") == "Deux"
    away(second)
    welcome = referent_for(commune("Figeac"), TODAY)
    assert welcome is not None
    assert (welcome.referent.name, welcome.is_departmental) == ("Département", True)


def test_the_longest_of_two_absences_says_when_the_person_is_back() -> None:
    absent, backup = make_referent("Absente", commune("Figeac").territory), make_referent("Autre")
    away(absent, until=1)
    away(absent, backup, until=9)
    welcome = referent_for(commune("Figeac"), TODAY)
    assert welcome is not None
    assert (welcome.referent, welcome.back_on) == (backup, TODAY + dt.timedelta(days=10))


def test_somebody_who_left_the_network_answers_nowhere() -> None:
    gone = make_referent("Partie", commune("Figeac").territory, is_active=False)
    absent = make_referent("Absente", commune("Gramat").territory)
    away(absent, gone)
    assert (name_of("Figeac"), name_of("Gramat")) == ("", "")


def test_the_rank_in_the_territory_comes_before_the_general_rank() -> None:
    figeac = commune("Figeac").territory
    early, late = make_referent("Générale", order=0), make_referent("Locale", order=9)
    ReferentTerritory.objects.create(referent=early, territory=figeac, order=2)
    ReferentTerritory.objects.create(referent=late, territory=figeac, order=1)
    assert name_of("Figeac") == "Locale"


def test_one_query_answers_for_every_commune(
    network: dict[int, WelcomeReferent], django_assert_num_queries: object
) -> None:
    communes = list(Municipality.objects.filter(is_current=True))
    with django_assert_num_queries(1):  # type: ignore[operator]
        referents_for(communes, TODAY)


def test_a_commune_without_a_territory_has_the_team_of_the_departement() -> None:
    make_referent("Département", is_departmental=True)
    Municipality.objects.filter(name="Figeac").update(territory=None)
    assert name_of("Figeac") == "Département"
    assert WelcomeNetwork.read(TODAY).answer_for(None) is not None


# --- what the database refuses


def test_nobody_stands_in_for_themselves_nor_comes_back_before_leaving() -> None:
    referent = make_referent()
    for broken in (
        {"first_day": TODAY, "last_day": TODAY - dt.timedelta(days=1)},
        {"first_day": TODAY, "last_day": TODAY, "backup": referent},
    ):
        with pytest.raises(IntegrityError), transaction.atomic():
            ReferentAbsence.objects.create(referent=referent, **broken)


def test_a_referent_can_be_reached() -> None:
    with pytest.raises(ValidationError, match="telephone|téléphone"):
        WelcomeReferent(name="Muette", role="Référente").full_clean()


# --- cards and life around a commune


def card(theme: str = "SCHOOLS", **fields: object) -> ResourceCard:
    """Make a resource card of the territory of Figeac."""
    values = {"title": "Les écoles", "text": "Deux phrases.", "checked_on": TODAY}
    territory = commune("Figeac").territory
    return ResourceCard.objects.create(territory=territory, theme=theme, **values | fields)


def test_a_card_nobody_checked_for_long_is_stale(settings: object) -> None:
    settings.RESOURCE_CARD_STALE_DAYS = 30  # type: ignore[attr-defined]
    fresh, stale = (
        card(checked_on=TODAY - dt.timedelta(days=30)),
        card(checked_on=TODAY - dt.timedelta(days=31)),
    )
    assert (fresh.is_stale_on(TODAY), stale.is_stale_on(TODAY)) == (False, True)


def test_cards_come_by_theme_then_by_rank() -> None:
    card("CLUBS", title="Clubs")
    card("HOUSING", title="Louer", order=2)
    card("HOUSING", title="Acheter", order=1)
    card("SCHOOLS", title="Écoles")
    elsewhere = card("HOUSING", title="Ailleurs")
    number = elsewhere.territory_id
    elsewhere.territory = Territory.objects.get(slug="cauvaldor")
    elsewhere.save()
    shown = [one.title for one in read_around(number).cards]
    assert shown == ["Écoles", "Acheter", "Louer", "Clubs"]


def test_a_card_without_english_words_says_that_they_are_french() -> None:
    half = card(title_en="Schools")
    assert (half.title_shown, half.language) == ("Les écoles", "")
    with translation.override("en"):
        assert (half.title_shown, half.text_shown, half.language) == (
            "Schools",
            "Deux phrases.",
            "fr",
        )


def test_life_around_a_commune_takes_two_queries_and_a_card_for_each_theme(
    django_assert_num_queries: object,
) -> None:
    make_referent("Camille", commune("Figeac").territory)
    for order, title in enumerate(("Écoles", "Une autre école")):
        card(title=title, order=order)
    card("HEALTH", title="Santé")
    figeac = commune("Figeac")
    with django_assert_num_queries(2):  # type: ignore[operator]
        living = living_in(figeac, on=TODAY, language="fr")
    assert [line.text for line in living.items] == ["Écoles", "Santé"]
    assert living.welcome is not None
    assert living.page_url == "/s-installer/grand-figeac/"
    assert living_in(figeac, on=TODAY, language="en").page_url == "/en/s-installer/grand-figeac/"


def test_the_page_of_the_territory_is_known_without_a_card_and_without_a_referent() -> None:
    figeac = commune("Figeac")
    living = living_in(figeac, on=TODAY, language="fr")
    assert (living.cards, living.welcome) == ((), None)
    assert living.page_url == "/s-installer/grand-figeac/"


def test_a_territory_is_read_with_every_word_of_its_cards(
    django_assert_num_queries: object,
) -> None:
    figeac = commune("Figeac").territory
    assert figeac is not None
    card(url="https://www.exemple.fr/", phone="05 65 00 00 02", title_en="Schools", order=3)
    with django_assert_num_queries(1):  # type: ignore[operator]
        around = read_around(figeac.pk)
    assert (around.territory.name, around.territory.slug) == (figeac.name, figeac.slug)
    [kept] = around.cards
    for field in ResourceCard._meta.concrete_fields:
        if field.attname != "updated_at":
            wanted = getattr(ResourceCard.objects.get(), field.attname)
            assert getattr(kept, field.attname) == wanted


def test_an_absence_until_the_last_day_of_the_calendar_hides_nobody() -> None:
    figeac = commune("Figeac").territory
    gone, here = make_referent("Camille", figeac), make_referent("Sacha", figeac, order=1)
    ReferentAbsence.objects.create(
        referent=gone, first_day=TODAY, last_day=dt.date.max, backup=here
    )
    welcome = referent_for(commune("Figeac"), TODAY)
    assert welcome is not None
    assert (welcome.referent, welcome.back_on) == (here, dt.date.max)


def test_an_absence_without_end_is_refused() -> None:
    ReferentAbsence(first_day=TODAY, last_day=TODAY + dt.timedelta(days=731)).clean()
    with pytest.raises(ValidationError) as refused:
        ReferentAbsence(first_day=TODAY, last_day=TODAY + dt.timedelta(days=732)).clean()
    assert "last_day" in refused.value.message_dict


def test_one_lives_in_a_town_with_its_article() -> None:
    assert [in_town(name) for name in ("Gramat", "Le Vigan", "Les Arques", "Lacave")] == [
        "à Gramat",
        "au Vigan",
        "aux Arques",
        "à Lacave",
    ]
    with translation.override("en"):
        assert in_town("Le Vigan") == "in Le Vigan"


def test_the_places_in_memory_know_the_territory_that_an_editor_chose() -> None:
    other = Territory.objects.exclude(pk=commune("Figeac").territory_id).first()
    assert other is not None
    from django.utils import timezone

    from territory.services import choose_municipalities

    choose_municipalities(
        territory=other, municipalities=[commune("Figeac").pk], now=timezone.now()
    )
    place = next(one for one in current().places if one.name == "Figeac")
    assert place.territory_id == other.pk
