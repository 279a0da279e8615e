"""One mailbox is one address, however its domain is written and whatever label is added."""

from __future__ import annotations

import pytest

from operations.email_addresses import folded, limit_key, spellings_of


@pytest.mark.parametrize(
    "typed",
    [
        "fw@gmail.com",
        "Fw@GMAIL.com",
        "fw@ｇmail.com",
        "fw@ＧＭＡＩＬ.com",
        "fw@gmail。com",
        "fw+1@gmail.com",
        "FW+a+b@gｍail.com",
        " fw@gma\u00adil.com ",
    ],
)
def test_the_same_mailbox_is_counted_under_one_key(typed: str) -> None:
    assert limit_key(typed) == "fw@gmail.com"


@pytest.mark.parametrize(
    ("typed", "key"),
    [
        ("+seul@essai.example", "+seul@essai.example"),
        ("a@xn--été.fr", "a@xn--été.fr"),
        ("A@" + "é" * 90 + ".fr", "a@" + "é" * 90 + ".fr"),
        ("personne", "personne"),
        ("", ""),
    ],
)
def test_what_cannot_be_folded_is_counted_as_it_is(typed: str, key: str) -> None:
    assert limit_key(typed) == key


def test_the_local_part_is_kept_as_it_is_typed() -> None:
    assert folded("Jean.Dupont+lot@Été.FR") == "Jean.Dupont+lot@xn--t-9fab.fr"


def test_an_address_kept_before_is_still_found() -> None:
    assert spellings_of("a@été.fr") == ["a@été.fr", "a@xn--t-9fab.fr"]
    assert spellings_of("a@essai.example") == ["a@essai.example"]
    assert spellings_of("a@xn--été.fr") == ["a@xn--été.fr"]
