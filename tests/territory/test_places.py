"""What people type for a place, and what it is understood to mean."""

from __future__ import annotations

import pytest
from pytest_django.fixtures import DjangoAssertNumQueries

from territory import gazetteer
from territory.models import Municipality, MunicipalityAlias, Territory
from territory.places import Kind, find, locate, resolve_insee


@pytest.mark.parametrize(
    ("typed", "name"),
    [
        ("Gramat", "Gramat"),
        ("  gramat ", "Gramat"),
        ("GRAMAT", "Gramat"),
        ("Gramat (46500)", "Gramat"),
        ("46500 Gramat", "Gramat"),
        ("Gramat, Lot", "Gramat"),
        ("Gramat (Lot), France", "Gramat"),
        ("46 - CAHORS", "Cahors"),
        ("46005 Cahors Cedex 9", "Cahors"),
        ("st cere", "Saint-Céré"),
        ("St-Céré", "Saint-Céré"),
        ("Saint Céré", "Saint-Céré"),
        ("Ste Colombe", "Sainte-Colombe"),
        ("saint-géry vers", "Saint Géry-Vers"),
        ("coeur de causse", "Cœur de Causse"),
        ("Cœur de Causse", "Cœur de Causse"),
        ("puy l eveque", "Puy-l'Évêque"),
        ("Puy-l’Évêque", "Puy-l'Évêque"),
        ("lacam d'ourcet", "Sousceyrac-en-Quercy"),
        ("Bastit", "Le Bastit"),
        ("le Vignon-en-Quercy", "Le Vignon-en-Quercy"),
        ("l'Herm", "Lherm"),
        ("La Bastide Murat", "Cœur de Causse"),
        ("Bagnac s/ Célé", "Bagnac-sur-Célé"),
        ("Labastide-Murat", "Cœur de Causse"),
        ("Pern", "Pern-Lhospitalet"),
        ("L'Hospitalet", "Pern-Lhospitalet"),
        ("Saux", "Porte-du-Quercy"),
        ("Montcuq", "Montcuq-en-Quercy-Blanc"),
        ("Sarrazac", "Cressensac-Sarrazac"),
        ("Limogne", "Limogne-en-Quercy"),
        ("Capdenac", "Capdenac"),
        ("Capdenac Gare", "Capdenac-Gare"),
        ("Castelnau", "Castelnau-Montratier"),
        ("46217", "Pern-Lhospitalet"),
        ("46128", "Gramat"),
        ("Gramat 46000", "Gramat"),
    ],
)
def test_a_commune_is_found_however_it_is_written(typed: str, name: str) -> None:
    result = find(typed)
    assert (result.kind, str(result.place)) == (Kind.MUNICIPALITY, name)


def test_what_a_place_is_called_finds_it_again() -> None:
    for place in gazetteer.current().places:
        assert find(place.label).place == place


def test_each_commune_is_found_by_its_own_name_but_loupiac_which_is_two() -> None:
    ambiguous = [
        place.name for place in gazetteer.current().places if find(place.name).place != place
    ]
    assert ambiguous == ["Loupiac"]


def test_loupiac_is_two_places_and_each_can_be_chosen() -> None:
    result = find("Loupiac")
    assert (result.kind, result.place, result.places) == (Kind.HOMONYMS, None, ())
    assert [one.label for one in result.candidates] == [
        "Loupiac (46350)",
        "Causse-et-Diège (12700) – Loupiac",
    ]
    assert [find(one.query).place for one in result.candidates] == [
        one.place for one in result.candidates
    ]


@pytest.mark.parametrize(
    ("typed", "insee"), [("Loupiac (46)", "46178"), ("12700 Loupiac", "12257")]
)
def test_the_digits_beside_a_name_choose_between_homonyms(typed: str, insee: str) -> None:
    place = find(typed).place
    assert place is not None
    assert place.insee == insee


def test_a_former_name_that_begins_a_current_one_is_ambiguous() -> None:
    assert [one.place.name for one in find("Sabadel").candidates] == [
        "Sabadel-Latronquière",
        "Sabadel-Lauzès",
    ]


def test_the_first_words_of_several_names_offer_a_choice() -> None:
    assert [one.place.name for one in find("St Cirq").candidates] == [
        "Saint-Cirq-Lapopie",
        "Saint-Cirq-Madelon",
        "Saint-Cirq-Souillaguet",
    ]


def test_a_word_shared_by_too_many_names_suggests_the_largest_communes() -> None:
    result = find("Saint")
    assert (result.kind, result.candidates) == (Kind.UNKNOWN, ())
    assert result.suggestions[0] == "Saint-Céré"


def test_a_postcode_means_all_its_communes() -> None:
    result = find("46500")
    assert (result.kind, result.place, len(result.places)) == (Kind.POSTCODE, None, 17)
    assert result.places[0].name == "Gramat"
    assert result.label == "46500"


def test_a_postcode_of_one_commune_is_that_commune() -> None:
    result = find("46000")
    assert (result.kind, str(result.place)) == (Kind.MUNICIPALITY, "Cahors")


def test_a_postcode_beside_an_unknown_name_is_enough() -> None:
    assert find("46500 Zorglub").kind == Kind.POSTCODE


@pytest.mark.parametrize("typed", ["Grand-Figeac", "grand figeac", "CC Grand-Figeac"])
def test_an_intercommunality_means_all_its_communes(typed: str) -> None:
    result = find(typed)
    assert (result.kind, result.label, len(result.places)) == (Kind.AREA, "Grand-Figeac", 92)


def test_a_territory_of_the_programme_is_found_under_its_new_name_at_once() -> None:
    find("Grand-Figeac")
    territory = Territory.objects.get(slug="grand-figeac")
    territory.name = "Pays de Figeac"
    territory.save()
    assert find("Pays de Figeac").kind == Kind.AREA


@pytest.mark.parametrize("typed", ["Lot", "le Lot", "Tout le Lot", "46", "Lot (46)", "dans le Lot"])
def test_the_whole_department_is_a_place_too(typed: str) -> None:
    result = find(typed)
    assert (result.kind, len(result.places)) == (Kind.WHOLE, 318)


@pytest.mark.parametrize(
    ("typed", "suggested"),
    [
        ("Gramta", "Gramat"),
        ("souilac", "Souillac"),
        ("Fijeac", "Figeac"),
        ("Rocamadou", "Rocamadour"),
        ("puy levesque", "Puy-l'Évêque"),
        ("Labastide Mura", "Labastide-Murat"),
    ],
)
def test_a_misspelled_name_brings_a_suggestion(typed: str, suggested: str) -> None:
    result = find(typed)
    assert (result.kind, result.place) == (Kind.UNKNOWN, None)
    assert result.suggestions[0] == suggested


@pytest.mark.parametrize(
    "typed", ["Toulouse", "31 - Toulouse", "75001", "Cahors 75001", "Vire (14)"]
)
def test_a_place_outside_is_unknown(typed: str) -> None:
    result = find(typed)
    assert (result.kind, result.places) == (Kind.UNKNOWN, ())


@pytest.mark.parametrize("typed", [None, "", "   ", "\x00", "\x00" * 5000])
def test_a_blank_text_is_no_place(typed: str | None) -> None:
    assert find(typed).kind == Kind.EMPTY


@pytest.mark.parametrize(
    "typed",
    [
        "a" * 5000,
        "46500" * 1000,
        "Gramat\x00",
        "'; DROP TABLE territory_municipality; --",
        "<script>alert(1)</script>",
        "%00%ff",
        "٤٦٥٠٠",
        "①②③④⑤",
        "\ud800",
        "🏰" * 200,
        "le",
        "()[]{}*+?",
    ],
)
def test_hostile_text_never_raises(typed: str) -> None:
    assert find(typed).kind in {Kind.UNKNOWN, Kind.MUNICIPALITY}


def test_one_small_query_answers_once_the_communes_are_in_memory(
    django_assert_num_queries: DjangoAssertNumQueries,
) -> None:
    find("Gramat")
    with django_assert_num_queries(1):
        find("Gramta")


def test_a_commune_added_renamed_or_retired_is_known_at_once() -> None:
    gramat = Municipality.objects.get(insee="46128")
    find("Gramat")
    MunicipalityAlias.objects.create(
        old_insee="46999", old_name="Grammatoux", municipality=gramat, kind="RENAME"
    )
    assert str(find("grammatoux").place) == "Gramat"
    gramat.name = "Gramat-en-Quercy"
    gramat.save()
    assert str(find("Gramat en Quercy").place) == "Gramat-en-Quercy"
    gramat.is_current = False
    gramat.save()
    assert find("Gramat en Quercy").place is None


def test_an_empty_database_knows_no_place() -> None:
    Municipality.objects.all().delete()
    assert find("Gramat").kind == Kind.UNKNOWN
    assert resolve_insee("46128") is None


@pytest.mark.parametrize(
    ("code", "name"),
    [
        ("46217", "Pern-Lhospitalet"),
        ("46172", "Pern-Lhospitalet"),
        ("12132", "Causse-et-Diège"),
        ("46067", "Le Vignon-en-Quercy"),
        ("46128", "Gramat"),
    ],
)
def test_an_insee_code_is_followed_through_the_mergers(code: str, name: str) -> None:
    assert str(resolve_insee(code)) == name


@pytest.mark.parametrize("code", ["", "75056", "46999", "\x00", "46500"])
def test_an_insee_code_of_elsewhere_designates_nothing(code: str) -> None:
    assert resolve_insee(code) is None


@pytest.mark.parametrize(
    ("insee", "postcode", "name", "expected"),
    [
        ("46217", "", "46 - Pern", "Pern-Lhospitalet"),
        ("", "46500", "46 - GRAMAT", "Gramat"),
        ("", "12700", "12 - LOUPIAC", "Causse-et-Diège"),
        ("46000", "46000", "Cahors", "Cahors"),
        ("75056", "", "Vire", None),
        ("", "14500", "14 - Vire", None),
        ("", "46500", "", None),
        ("", "", "", None),
    ],
)
def test_a_file_designates_a_commune_or_nothing(
    insee: str, postcode: str, name: str, expected: str | None
) -> None:
    place = locate(insee=insee, postcode=postcode, name=name)
    assert (str(place) if place else None) == expected
