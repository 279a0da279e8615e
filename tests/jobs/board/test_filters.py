"""Whatever an address holds, it is read: nothing is an error, nothing meaningless is kept."""

from __future__ import annotations

import random

import pytest
from django.http import QueryDict

from jobs.board.filters import LONGEST_TEXT, OfferFilters, without_blanks
from jobs.board.searching import of_place, read_search
from jobs.board.vocabulary import ContractGroup, EmployerGroup, contract_group, employer_group
from jobs.employers.states import EmployerKind
from jobs.offers import codes
from territory.places import Kind

HOSTILE = [
    "q=%00", "q=%00%00soins", "ou=%00", "page=%00", "q=%22%27%5C", "q=*", "q=(((((", "q=OR+AND+NOT+NEAR",
    "contrat=%00", "contrat[]=cdi", "contrat=cdi&contrat=cdi&contrat=inconnu", "domaine=../../etc/passwd",
    "page=0", "page=-1", "page=1e9", "page=99999999999999999999", "page=%D9%A3", "page=abc", "page=1&page=2",
    "rayon=-5", "rayon=NaN", "rayon=30&rayon=50", "tri=rand", "tri=distance", "depuis=9999999999999", "depuis=7'",
    "territoire=%F0%9F%8C%8B", "q=%ED%A0%80", "q=%FF%FE", "ou=%E2%80%AE", "=", "&&&", "q", "a=1&b=2&c[]=3",
    "employeur=prive%00", "temps=plein&temps=partiel&temps=plein", "accompagnement=31",
]  # fmt: skip


@pytest.mark.django_db
@pytest.mark.parametrize(
    "query", [*HOSTILE, f"q={'x' * 5000}", f"ou={'é' * 5000}", "&".join(["contrat=a"] * 900)]
)
def test_any_query_answers_a_page(client, query):
    response = client.get(f"/offres/?{query}", follow=True)
    assert response.status_code == 200
    assert client.get(f"/offres/flux/?{query}").status_code == 200


@pytest.mark.django_db
def test_random_bytes_in_any_parameter_answer_a_page(client):
    dice = random.Random(46)
    names = ["q", "ou", "rayon", "domaine", "contrat", "territoire", "depuis", "tri", "page"]
    for _turn in range(40):
        noise = "".join(f"%{dice.randrange(256):02X}" for _ in range(dice.randrange(1, 30)))
        response = client.get(
            f"/offres/?{dice.choice(names)}={noise}&{dice.choice(names)}={noise}", follow=True
        )
        assert response.status_code == 200


def test_known_values_are_kept_and_the_others_are_said():
    filters = OfferFilters(
        QueryDict("contrat=cdi&contrat=retire&rayon=131&page=x&tri=limite&temps=plein")
    )
    assert filters.values["contrat"] == ("cdi",)
    assert filters.values["tri"] == "limite"
    assert filters.values["page"] == 1
    assert filters.ignored() == ["131", "retire", "x"]


def test_unknown_parameters_are_none_of_our_business():
    assert OfferFilters(QueryDict("utm_source=lettre&fbclid=1&q=soins")).ignored() == []


def test_words_are_tidied_and_cut():
    values = OfferFilters(QueryDict(f"q=%20%20soins%00%20%20de%0Asuite%20{'x' * 500}")).values
    assert values["q"].startswith("soins de suite x")
    assert len(values["q"]) == LONGEST_TEXT


def test_the_address_of_a_search_leaves_defaults_and_page_out():
    filters = OfferFilters(
        QueryDict("page=3&tri=date&rayon=30&ou=Gramat&contrat=cdi&contrat=cdd&q=")
    )
    assert filters.parameters() == [("ou", "Gramat"), ("contrat", "cdi"), ("contrat", "cdd")]
    assert OfferFilters(QueryDict("rayon=50")).parameters() == []


@pytest.mark.parametrize(
    ("query", "clean"),
    [
        ("q=&ou=&rayon=30", ""),
        ("q=soins&ou=", "q=soins"),
        ("q=%20&contrat=cdi", "contrat=cdi"),
        ("q=a&rayon=10&ou=b", None),
    ],
)
def test_blank_parameters_are_dropped(query, clean):
    found = without_blanks(QueryDict(query))
    assert (None if found is None else found.urlencode()) == clean


def test_every_contract_and_kind_of_employer_has_its_filter():
    assert {contract_group(code, "") for code in codes.ContractType.values} == set(
        ContractGroup.values
    ) - {"alternance"}
    assert contract_group("FIXED_TERM", "E2") == "alternance"
    assert contract_group("UNKNOWN", "") == ""
    assert {employer_group(kind) for kind in EmployerKind.values} == set(EmployerGroup.values)


@pytest.mark.parametrize(
    ("name", "words"),
    [("Gramat", "de Gramat"), ("Albas", "d’Albas"), ("Le Vigan", "du Vigan"), ("Les Arques", "des Arques"),
     ("Élan", "d’Élan"), ("Lacapelle", "de Lacapelle")],
)  # fmt: skip
def test_the_name_of_a_commune_is_contracted_as_people_say_it(name, words):
    assert of_place(name) == words


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("query", "kind", "radius"),
    [
        ("ou=Gramat", Kind.MUNICIPALITY, 30),
        ("ou=gramat&rayon=10", Kind.MUNICIPALITY, 10),
        ("ou=Gramat&rayon=20", Kind.MUNICIPALITY, 20),
        ("ou=Gramat&rayon=lot", Kind.MUNICIPALITY, None),
        ("ou=46500", Kind.POSTCODE, 30),
        ("ou=Gramta", Kind.UNKNOWN, None),
        ("ou=Lot", Kind.WHOLE, None),
        ("rayon=10", Kind.EMPTY, None),
    ],
)
def test_the_place_gives_a_centre_and_a_radius(query, kind, radius):
    asked = read_search(QueryDict(query))
    assert (asked.place.kind, asked.criteria.radius_km) == (kind, radius)
    assert bool(asked.criteria.places) == (kind in {Kind.MUNICIPALITY, Kind.POSTCODE})


@pytest.mark.django_db
def test_sorting_by_distance_needs_a_place():
    assert read_search(QueryDict("tri=distance")).sort == "date"
    assert read_search(QueryDict("tri=distance&ou=Gramat")).sort == "distance"
