"""Passages of offers read as sentences."""

from __future__ import annotations

import pytest
from django.test import Client

from jobs.board.excerpts import in_sentences
from tests.factories import make_offer

LIST = "<p>Vos missions :</p><ul><li>Accueillir les <strong>patients</strong></li><li>Soigner ;</li></ul>"

LONG = (
    f"<p>{'Vous travaillez avec toute l’équipe du service. ' * 8}</p>"  # an offer must say enough
)


@pytest.mark.parametrize(
    ("markup", "text"),
    [
        ("", ""),
        (LIST, "Vos missions : Accueillir les patients. Soigner ;"),
        ("<p>- tenir la caisse<br>- ranger</p><p>Seul·e.</p>", "tenir la caisse. ranger. Seul·e."),
        ("<p>Un porte-clés &amp; 3 - 2 jours</p>", "Un porte-clés & 3 - 2 jours."),
    ],
)
def test_lists_become_sentences(markup: str, text: str) -> None:
    assert in_sentences(markup) == text


@pytest.mark.django_db
def test_the_search_of_the_site_shows_no_list_marks(client: Client, now) -> None:
    make_offer(now, title="Fauconnier (F/H)", missions=LIST + LONG)

    page = client.get("/recherche/", {"q": "fauconnier"}).content.decode().replace("\xa0", " ")
    assert "Accueillir les patients. Soigner ;" in page
    assert "- Accueillir" not in page
    assert "**" not in page
