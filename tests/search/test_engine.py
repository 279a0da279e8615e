"""Matching: the same documents, in the title or not, whatever is typed."""

from __future__ import annotations

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from search import index
from search.engine import LONGEST_QUERY, MOST_TERMS, match
from search.models import Synonym
from tests.search.conftest import Library


def found(text: str, language: str | None = None) -> dict[int, int] | None:
    """Return the numbers found with 1 for those whose title holds every term; None when nothing is searched."""
    what = match("book", text, language)
    if what is None:
        return None
    with connection.cursor() as cursor:
        cursor.execute(what.sql, what.params)
        return {object_id: int(in_title) for object_id, in_title in cursor.fetchall()}


@pytest.fixture
def shelves(library: Library) -> Library:
    library.add(1, "Infirmière de nuit", "Un service de médecine à Figeac")
    library.add(2, "Aide-soignant", "Vous secondez l’infirmier du service")
    library.add(3, "Boulanger", "Un fournil à Gramat")
    library.add(4, "Nurse", "A night shift", language="en")
    index.refresh("book", [1, 2, 3, 4])
    return library


def test_every_term_is_required_and_the_title_is_told_apart(shelves: Library) -> None:
    assert found("infirmier") == {1: 1, 2: 0}
    assert found("infirmier service") == {1: 0, 2: 0}
    assert found("infirmiers figeac") == {1: 0}
    assert found("infirmier gramat") == {}


def test_a_text_without_any_term_searches_nothing(shelves: Library) -> None:
    assert found("") is None
    assert found("de la !!!") is None


def test_a_language_may_be_asked_for(shelves: Library) -> None:
    assert found("shift") == {4: 0}
    assert found("shift", "fr") == {}
    assert found("shift", "en") == {4: 0}


def test_a_synonym_written_by_an_editor_counts_from_the_next_search_on(shelves: Library) -> None:
    assert found("panetier") == {}

    synonym = Synonym.objects.create(term="panetier", equivalents="boulanger | mitron")
    assert found("panetier") == {3: 1}

    synonym.delete()
    assert found("panetier") == {}


def test_another_kind_with_the_same_number_is_not_found(shelves: Library) -> None:
    what = match("page", "gramat")
    assert what is not None
    with connection.cursor() as cursor:
        cursor.execute(what.sql, what.params)
        assert 3 not in {object_id for object_id, _in_title in cursor.fetchall()}


def test_matching_costs_one_query_and_none_once_run(shelves: Library) -> None:
    match("book", "infirmier")
    with CaptureQueriesContext(connection) as queries:
        match("book", "infirmier de nuit")
    assert len(queries) == 1


def test_a_query_is_bounded(shelves: Library) -> None:
    what = match("book", " ".join(f"mot{number}" for number in range(500)))
    assert what is not None
    assert len(what.groups) <= MOST_TERMS
    long = match("book", "x" * LONGEST_QUERY * 25)
    assert long is None or found("x" * 5_000) == {}


@given(text=st.text(max_size=240))
@settings(
    max_examples=150, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
def test_no_text_is_an_error(shelves: Library, text: str) -> None:
    result = found(text)
    assert result is None or isinstance(result, dict)


@pytest.mark.parametrize(
    "text",
    [
        '"',
        "'",
        "infirmier\x00",
        'title:"x" OR *',
        "NEAR(a b)",
        "a & b | !c",
        "\\",
        "%s %d %%",
        "infirmier AND NOT x",
        "{}",
    ],
)
def test_operators_of_the_databases_are_only_text(shelves: Library, text: str) -> None:
    result = found(text)
    assert result is None or isinstance(result, dict)
