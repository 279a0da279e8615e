"""Reading one value, whatever a file holds there."""

from __future__ import annotations

import datetime as dt
from decimal import Decimal

import pytest

from jobs.exchange import values

ODD = [
    None,
    True,
    12,
    -1.5,
    float("nan"),
    float("inf"),
    "",
    "\x00",
    "\ud800",
    [],
    [[[]]],
    {},
    {"a": {}},
    "x" * 10**6,
]


@pytest.mark.parametrize("odd", ODD, ids=lambda odd: repr(odd)[:12])
def test_no_value_makes_a_reader_raise(odd: object) -> None:
    assert len(values.text(odd, 10)) <= 10
    assert len(values.printable(odd)) <= 81
    assert isinstance(values.mappings(odd), list)
    assert isinstance(values.mapping(odd), dict)
    values.number(odd)
    values.integer(odd, 1, 9)
    values.flag(odd)
    values.instant(odd)
    values.day(odd)
    assert values.web_address(odd) == ""


def test_control_characters_never_reach_the_terminal_or_the_database() -> None:
    assert values.text("a\x1b[31m\x00b\r\nc", 20) == "a[31mb c"
    assert "\x1b" not in values.printable("\x1b]0;owned\x07")
    values.text("\udce9t\udce9", 5).encode("utf-8")


def test_lines_are_kept_in_long_texts() -> None:
    assert values.long_text("un\r\n\r\ndeux\x0b", 50) == "un\n\ndeux"


@pytest.mark.parametrize(
    ("written", "found"),
    [
        ("1 950,50", Decimal("1950.50")),
        ("1 950", Decimal(1950)),
        (12, Decimal(12)),
        ("12 €", Decimal(12)),
    ],
)
def test_french_numbers_are_read(written: object, found: Decimal) -> None:
    assert values.number(written) == found


@pytest.mark.parametrize("written", ["à voir", "1e9", "٣", "12,345,6", True])
def test_other_numbers_are_not(written: object) -> None:
    assert values.number(written) is None


@pytest.mark.parametrize(
    "address",
    [
        "javascript:alert(1)",
        "https://user:secret@exemple.fr/",
        "https://exemple.fr/a b",
        "https://",
        "//exemple.fr",
        "https://exemple.fr:99999/",
        "https://[::1",
        "data:text/html,x",
        "https://localhost/",
        "https://exemple.fr\\@autre.fr",
    ],
)
def test_an_address_that_is_not_safe_is_left_out(address: str) -> None:
    assert values.web_address(address) == ""


def test_a_safe_address_is_kept() -> None:
    assert values.web_address(" https://exemple.fr/offre?id=1 ") == "https://exemple.fr/offre?id=1"


def test_dates_are_read_in_both_ways_of_writing() -> None:
    assert values.day("14/12/2026") == values.day("2026-12-14") == dt.date(2026, 12, 14)
    assert values.day("31/02/2026") is None
    found = values.instant("2024-11-15T09:27:46.863Z")
    assert found == dt.datetime(2024, 11, 15, 9, 27, 46, 863000, tzinfo=dt.UTC)
    assert values.instant("0001-01-01") is None
