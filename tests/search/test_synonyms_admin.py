"""Editors complete the synonyms in the admin; nobody else does."""

from __future__ import annotations

from django.urls import reverse

from search.models import Synonym
from tests.cast import Cast


def test_an_editor_adds_a_synonym(cast: Cast) -> None:
    client = cast.client(cast.editor)
    address = reverse("wagtailsnippets_search_synonym:add")
    assert client.get(address).status_code == 200

    response = client.post(address, {"term": "panetier", "equivalents": "boulanger | mitron"})

    assert response.status_code == 302
    assert Synonym.objects.get().equivalents == "boulanger | mitron"


def test_the_same_word_twice_is_refused_with_a_message(cast: Cast) -> None:
    Synonym.objects.create(term="panetier", equivalents="boulanger")
    client = cast.client(cast.editor)
    client.post(
        reverse("wagtailsnippets_search_synonym:add"), {"term": "panetier", "equivalents": "mitron"}
    )

    assert Synonym.objects.count() == 1


def test_a_moderator_of_offers_does_not_touch_synonyms(cast: Cast) -> None:
    response = cast.client(cast.moderator).get(reverse("wagtailsnippets_search_synonym:add"))
    assert response.status_code in (302, 403)
