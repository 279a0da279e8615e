"""The search shows each reader their own language; French stands in for what is not translated, and nothing else does."""

from __future__ import annotations

import re

import pytest
from django.test import Client
from wagtail.models import Locale

from home.translations import translate
from tests.factories import make_page

pytestmark = pytest.mark.django_db
PATHS = {"fr": "/recherche/", "en": "/en/recherche/"}


@pytest.fixture
def both() -> None:
    """Publish a page in both languages and another in French alone, found by the same word."""
    page = make_page("Zététique au lycée", slug="au-lycee")
    translate(page, Locale.objects.get(language_code="en"), {page.title: "Zététique at school"})
    make_page("Zététique du soir", slug="du-soir")


def links(client: Client, language: str, q: str = "zététique", **more: str) -> list[str]:
    """Return the addresses of the results, after checking that the counts agree with them."""
    response = client.get(PATHS[language], {"q": q, **more})
    page = response.content.decode()
    found = re.findall(r'search-hit__link" href="([^"]+)"', page)
    counts = re.findall(r'search-group__total">\((\d+)\)', page)
    assert sum(map(int, counts)) == len(found)
    return found


@pytest.mark.parametrize("more", [{}, {"dans": "pages"}])
def test_a_french_reader_is_shown_no_english_page(
    client: Client, both: None, more: dict[str, str]
) -> None:
    assert sorted(links(client, "fr", **more)) == ["/au-lycee/", "/du-soir/"]


@pytest.mark.parametrize("more", [{}, {"dans": "pages"}])
def test_an_english_reader_is_shown_the_french_of_what_is_not_translated(
    client: Client, both: None, more: dict[str, str]
) -> None:
    assert links(client, "en", **more) == ["/en/au-lycee/", "/du-soir/"]
    page = client.get(PATHS["en"], {"q": "zététique", **more}).content.decode()
    assert page.count('<li class="search-hit" lang="fr">') == 1


def test_a_translation_that_is_withdrawn_gives_its_place_back_to_the_french(
    client: Client, both: None
) -> None:
    from home.models import StandardPage

    StandardPage.objects.get(slug="au-lycee", locale__language_code="en").unpublish()

    assert sorted(links(client, "en")) == ["/au-lycee/", "/du-soir/"]
