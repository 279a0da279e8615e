"""French spaces, dates, amounts and sizes."""

import datetime as dt

import pytest
from django.utils import translation
from django.utils.safestring import mark_safe

from ui import typography
from ui.typography import NARROW_NBSP, NBSP


@pytest.mark.parametrize(
    ("typed", "shown"),
    [
        ("Vous recrutez ?", f"Vous recrutez{NBSP}?"),
        ("Attention : fragile", f"Attention{NBSP}: fragile"),
        ("« jeune »", f"«{NBSP}jeune{NBSP}»"),
        ("«jeune»", f"«{NBSP}jeune{NBSP}»"),
        ("2 250 à 2 600 € brut", f"2{NBSP}250 à 2{NBSP}600{NBSP}€ brut"),
        ("1 234 567 €", f"1{NBSP}234{NBSP}567{NBSP}€"),
        ("l'offre d'emploi", "l’offre d’emploi"),
        (f"10{NARROW_NBSP}%", f"10{NBSP}%"),
        ("https://exemple.fr:8000/?q=a", "https://exemple.fr:8000/?q=a"),
        ("46500 Gramat", "46500 Gramat"),
        ("le 12 2026", "le 12 2026"),
    ],
)
def test_spaces_become_unbreakable_where_french_wants_it(typed, shown):
    assert typography.with_french_spaces(typed) == shown


def test_plain_text_is_escaped():
    assert typography.typographic("<script> & ?") == f"&lt;script&gt; &amp;{NBSP}?"


def test_the_tags_of_safe_html_are_left_alone():
    html = mark_safe("<a title='a : b' href=\"/x?a ; b\">Quoi ?</a>")
    assert typography.typographic(html) == f"<a title='a : b' href=\"/x?a ; b\">Quoi{NBSP}?</a>"


def test_nothing_is_written_for_nothing():
    assert typography.typographic(None) == ""
    assert typography.money(None) == ""
    assert typography.weight(None) == ""
    assert typography.day_in_words(None, with_year=True) == ""
    assert typography.hour_in_words(None) == ""


@pytest.mark.parametrize(
    ("amount", "shown"),
    [
        (1950, f"1{NBSP}950{NBSP}€"),
        ("12.02", f"12,02{NBSP}€"),
        (1234567.5, f"1{NBSP}234{NBSP}567,50{NBSP}€"),
        (-12, f"−12{NBSP}€"),
        (0, f"0{NBSP}€"),
        ("à voir", "à voir"),
    ],
)
def test_amounts_are_written_in_euros(amount, shown):
    assert typography.money(amount) == shown


@pytest.mark.parametrize(
    ("amount", "shown"), [(1950, "€1,950"), ("12.02", "€12.02"), (-12, "−€12")]
)
def test_amounts_are_written_the_english_way_in_english(amount, shown):
    with translation.override("en"):
        assert typography.money(amount) == shown


def test_the_first_of_the_month_is_an_ordinal_in_french_only():
    day = dt.date(2027, 1, 1)
    with translation.override("fr"):
        assert typography.day_in_words(day, with_year=True) == f"1er{NBSP}janvier 2027"
        assert (
            typography.day_in_words(dt.date(2026, 12, 14), with_year=False) == f"14{NBSP}décembre"
        )
    with translation.override("en"):
        assert typography.day_in_words(day, with_year=False) == f"1{NBSP}January"


def test_an_instant_is_dated_by_the_clock_of_the_lot():
    late = dt.datetime(2026, 12, 14, 23, 30, tzinfo=dt.UTC)
    with translation.override("fr"):
        assert typography.day_in_words(late, with_year=False) == f"15{NBSP}décembre"
    assert typography.hour_in_words(late) == f"0{NBSP}h{NBSP}30"


@pytest.mark.parametrize(
    ("size", "shown"),
    [(0, "1 ko"), (340_400, "340 ko"), (1_240_000, "1,2 Mo"), (48_000_000, "48 Mo")],
)
def test_file_sizes_are_written_as_people_say_them(size, shown):
    assert typography.weight(size) == shown.replace(" ", NBSP)


@pytest.mark.parametrize(
    ("name", "letters"),
    [
        ("Centre de soins du Causse", "CS"),
        ("Mécanique des Vallées", "MV"),
        ("L’Auberge", "LA"),
        ("", ""),
        ("bar", "B"),
    ],
)
def test_initials_skip_small_words(name, letters):
    assert typography.initials_of(name) == letters
