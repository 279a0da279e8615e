"""The French analyser on pairs of job titles and on hostile text."""

from __future__ import annotations

import csv
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from search.analysis import analyse
from search.engine import expand
from search.synonyms import Thesaurus, build, shipped

PAIRS = list(
    csv.DictReader(
        (Path(__file__).parent / "data" / "pairs.csv").open(encoding="utf-8", newline="")
    )
)
KNOWN = build(shipped(), shipped("english"))


def finds(query: str, title: str, known: Thesaurus = KNOWN) -> bool:
    held = set(analyse(title))
    held |= {f"_{term}" for term in held}
    groups = expand(list(dict.fromkeys(analyse(query))), known)
    return bool(groups) and all(
        any(held.issuperset(phrase) for phrase in group) for group in groups
    )


def test_masculine_feminine_plural_accent_and_inclusive_forms_find_one_another() -> None:
    expected = [pair for pair in PAIRS if pair["found"] == "yes"]
    missed = [pair for pair in expected if not finds(pair["query"], pair["title"])]

    assert len(expected) >= 100
    assert len(missed) / len(expected) <= 0.03, missed


def test_words_that_only_look_alike_do_not_find_one_another() -> None:
    unwanted = [pair for pair in PAIRS if pair["found"] == "no"]
    found = [pair for pair in unwanted if finds(pair["query"], pair["title"])]

    assert len(unwanted) >= 20
    assert len(found) / len(unwanted) <= 0.05, found


@pytest.mark.parametrize("mark", ["H/F", "F/H", "(H/F)", "f-h", "F / H", "H/F/X", "m/f", "(F|H)"])
def test_a_post_open_to_all_is_not_a_word(mark: str) -> None:
    assert analyse(f"Soudeur {mark}") == analyse("Soudeur")


@pytest.mark.parametrize(
    "spelling",
    [
        "infirmier·ère·s",
        "infirmier.ère.s",
        "infirmier-ère-s",
        "infirmiers/ières",
        "infirmier(ère)s",
        "infirmier•e",
    ],
)
def test_inclusive_spellings_are_one_word(spelling: str) -> None:
    assert analyse(spelling) == analyse("infirmier")


def test_initials_are_read_as_one_word() -> None:
    assert analyse("I.D.E.") == analyse("IDE")


def test_a_hyphen_joins_two_words_and_an_apostrophe_cuts_an_article() -> None:
    assert analyse("aide-soignant de l’hôpital") == analyse("aide soignant hôpital")


def test_stop_words_alone_leave_nothing() -> None:
    assert analyse("de la pour les") == []


@pytest.mark.parametrize("text", ["", "\x00", "'\"*()", "….;:!?", "💶", "\ud83d", "—", "ﬀ" * 3000])
def test_nothing_but_letters_and_digits_comes_out(text: str) -> None:
    assert all(term.isascii() and term.isalnum() and term == term.lower() for term in analyse(text))


@given(st.text(max_size=300))
@settings(max_examples=200, deadline=None)
def test_any_text_gives_plain_terms(text: str) -> None:
    assert all(term.isascii() and term.isalnum() and term == term.lower() for term in analyse(text))


def test_a_long_hostile_text_is_read_in_a_moment() -> None:
    for text in ("a·e" * 20_000, "(" * 50_000, "a.b." * 20_000, "d'" * 30_000, "-e" * 40_000):
        assert isinstance(analyse(text), list)


def test_a_synonym_works_both_ways_and_one_step_only() -> None:
    known = build([("toubib", "médecin"), ("médecin", "praticien")])

    assert finds("toubib", "Médecin", known)
    assert finds("médecin", "Toubib", known)
    assert not finds("toubib", "Praticien", known)


def test_the_longest_known_phrase_is_taken() -> None:
    known = build([("aide ménagère", "aide à domicile"), ("aide", "assistance")])

    assert finds("aide ménagère", "Aide à domicile", known)


def test_a_short_abbreviation_nobody_typed_counts_in_titles_only() -> None:
    groups = expand(analyse("community manager"), build([("cm", "community manager")]))

    assert groups == ((("community", "manageu"), ("_cm",)),)
