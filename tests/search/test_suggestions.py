"""Mistyped words are recognised among the words of the titles."""

from __future__ import annotations

import pytest

from search import index
from search.suggestions import edit_distance, suggest
from tests.search.conftest import Library

TITLES = [
    "Infirmière de nuit",
    "Mécanicien agricole",
    "Boulanger",
    "Charpentier",
    "Éducatrice spécialisée",
    "Vendeur",
]


@pytest.fixture
def titles(library: Library) -> Library:
    for number, title in enumerate(TITLES, 1):
        library.add(number, title, "Une description avec le mot fournil")
    index.refresh("book", range(1, len(TITLES) + 1))
    return library


def _typos(word: str) -> set[str]:
    cut = [(word[:at], word[at:]) for at in range(1, len(word))]
    return {
        *(start + end[1:] for start, end in cut),
        *(start + "w" + end for start, end in cut),
        *(start + "w" + end[1:] for start, end in cut),
        *(start + end[1] + end[0] + end[2:] for start, end in cut if len(end) > 1),
    }


def test_every_single_error_in_a_title_is_recovered(titles: Library) -> None:
    for word, meant in (
        ("mecanicien", "mécanicien"),
        ("boulanger", "boulanger"),
        ("charpentier", "charpentier"),
    ):
        missed = {typo: suggest(typo, "book") for typo in _typos(word) if typo != word}
        assert {typo: found for typo, found in missed.items() if found not in (meant, None)} == {}
        # None: the misspelling has a known stem and finds the word by itself
        assert sum(found is None for found in missed.values()) <= len(missed) // 10


def test_only_the_unknown_word_is_replaced(titles: Library) -> None:
    assert suggest("mecanicein agricole", "book") == "mécanicien agricole"


def test_a_word_that_some_document_holds_is_left_alone(titles: Library) -> None:
    assert suggest("fournil", "book") is None
    assert suggest("boulangère", "book") is None


def test_nothing_near_gives_no_suggestion(titles: Library) -> None:
    assert suggest("xylophoniste", "book") is None
    assert suggest("", "book") is None
    assert suggest("\x00 !!", "book") is None


def test_the_vocabulary_follows_the_titles(titles: Library) -> None:
    assert suggest("fromagre", "book") is None
    titles.add(50, "Fromager")
    index.refresh("book", [50])
    assert suggest("fromagre", "book") == "fromager"


def test_a_swap_of_two_letters_is_one_error() -> None:
    assert edit_distance("boulnager", "boulanger") == 1
    assert edit_distance("boulanger", "boulanger") == 0
    assert edit_distance("", "abc") == 3
