"""A commune written among the words of a job gives a way out, and changes nothing by itself."""

from __future__ import annotations

import html

import pytest
from django.http import QueryDict

from jobs.board.search.towns import town_at_the_end
from jobs.board.searching import read_search
from territory.models import Municipality
from tests.factories import make_offer

pytestmark = pytest.mark.django_db


def town(text: str) -> tuple[str, str] | None:
    read_search(QueryDict())  # reads the places, as each request does
    found = town_at_the_end(text)
    return (found.words, found.query) if found else None


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("infirmier figeac", ("infirmier", "Figeac")),
        ("infirmier à Figeac", ("infirmier", "Figeac")),
        ("aide à domicile près de Gramat", ("aide à domicile", "Gramat")),
        ("chef de cuisine autour de saint-cirq-lapopie", ("chef de cuisine", "Saint-Cirq-Lapopie")),
        ("maçon St Cirq Lapopie", ("maçon", "Saint-Cirq-Lapopie")),
        ("nurse near Cahors", ("nurse", "Cahors")),
        ("médecin d'Assier", ("médecin", "Assier")),
        ("soins Le Vigan", ("soins", "Le Vigan-en-Quercy")),
        ("Figeac", ("", "Figeac")),
        ("infirmier", None),
        ("infirmier à Bordeaux", None),
        ("Figeac infirmier", None),
        ("infirmier Loupiac", ("infirmier", "Loupiac (46350)")),
        ("", None),
        ("x " * 100, None),
    ],
)
def test_the_commune_is_read_at_the_end(text: str, found: tuple[str, str] | None) -> None:
    assert town(text) == found


def test_an_empty_answer_offers_to_look_around_the_commune(client, now):
    near = make_offer(now, municipalities=[Municipality.objects.get(insee="46055")])
    response = client.get("/offres/?q=infirmier+à+figeac&contrat=cdi")

    assert response.context["results"].total == 0
    label, address = response.context["exits"][0]
    assert label.startswith("infirmier autour de Figeac (")
    assert html.unescape(address) == "/offres/?contrat=cdi&q=infirmier&ou=Figeac"
    around = client.get(address)
    assert [offer.pk for offer in around.context["results"].offers] == [near.pk]


def test_the_words_as_typed_stay_when_they_find_something(client, now):
    offer = make_offer(now, municipalities=[Municipality.objects.get(insee="46102")])
    response = client.get("/offres/?q=infirmier+figeac")

    assert [one.pk for one in response.context["results"].offers] == [offer.pk]
    assert response.context["exits"] == []
