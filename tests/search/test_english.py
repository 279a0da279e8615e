"""English words find the French offers, one way, and no French word is taken for an English one."""

from __future__ import annotations

import csv
from pathlib import Path

import pytest

from jobs.offers import occupations
from search import index
from search.analysis import analyse
from search.engine import LONGEST_QUERY, expand, in_french
from search.generations import numbers
from search.models import Synonym
from search.synonyms import build, shipped
from tests.search.conftest import Library
from tests.search.test_engine import found

OCCUPATIONS = Path(occupations.__file__).parent / "data" / "rome_codes.csv"
KNOWN = build(shipped(), shipped("english"))


def french_words() -> set[str]:
    """Return the terms of the French words we know: names of occupations and synonyms."""
    with OCCUPATIONS.open(encoding="utf-8", newline="") as lines:
        names = [row["libelle_rome"] for row in csv.DictReader(lines, delimiter=";")]
    return {
        term for text in [*names, *(term for term, _other in shipped())] for term in analyse(text)
    }


def test_no_english_word_alone_is_also_a_french_one() -> None:
    alone = {term: analyse(term) for term, _french in shipped("english")}

    assert len(alone) > 120
    assert [
        term for term, terms in alone.items() if len(terms) == 1 and terms[0] in french_words()
    ] == []


def test_every_english_word_has_french_ones_and_none_is_listed_twice() -> None:
    listed = [tuple(analyse(term)) for term, _french in shipped("english")]

    assert len(listed) == len(set(listed))
    assert all(KNOWN.french[phrase] and KNOWN.equivalents[phrase] for phrase in listed)


def test_an_english_word_finds_the_french_one_but_is_not_found_by_it() -> None:
    assert ("infirmi",) in KNOWN.equivalents[("nurs",)] or ("infirmier",) in KNOWN.equivalents[
        ("nurs",)
    ]
    assert all(("nurs",) not in group for group in expand(analyse("infirmier"), KNOWN))


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("typed", "french"),
    [
        ("nurse", ("infirmier",)),
        ("Nurses in Figeac", ("infirmier",)),
        ("truck driver", ("conducteur poids lourd", "chauffeur poids lourd")),
        ("infirmier", ()),
        ("télétravail", ()),
        ("", ()),
        ("x" * LONGEST_QUERY * 9, ()),
    ],
)
def test_the_french_words_also_searched_are_told(typed: str, french: tuple[str, ...]) -> None:
    assert in_french(typed, numbers()) == french


def test_an_editor_may_add_an_english_word(library: Library) -> None:
    library.add(1, "Sabotier")
    index.refresh("book", [1])
    assert found("clogmaker") == {}

    Synonym.objects.create(term="clogmaker", equivalents="sabotier")
    assert found("clogmaker") == {1: 1}


def test_english_words_find_french_titles(library: Library) -> None:
    library.add(1, "Infirmière de nuit")
    library.add(2, "Serveuse ou serveur")
    library.add(3, "Conductrice ou conducteur de poids lourd")
    index.refresh("book", [1, 2, 3])

    assert found("night nurse") == {1: 1}
    assert found("nurse") == {1: 1}
    assert found("waitress") == {2: 1}
    assert found("lorry driver") == {3: 1}
    assert found("drivers") == {3: 1}
