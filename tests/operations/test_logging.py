"""Logs hold no address and no token, and one entry is one line."""

from __future__ import annotations

import json
import logging

import pytest

from operations.logging import JsonFormatter, json_logging, without_secrets


def written(message, *args, exc_info=None, **extra):
    record = logging.LogRecord("site", logging.ERROR, __file__, 1, message, args, exc_info)
    record.__dict__.update(extra)
    line = JsonFormatter().format(record)
    assert "\n" not in line
    return json.loads(line)


def test_an_entry_is_one_line_of_json():
    entry = written("Not Found: %s", "/offres/", act="mailing.sweep", seconds=2)
    assert (entry["event"], entry["level"], entry["logger"]) == (
        "Not Found: /offres/",
        "error",
        "site",
    )
    assert (entry["act"], entry["seconds"]) == ("mailing.sweep", 2)


@pytest.mark.parametrize(
    ("message", "secret"),
    [
        ("mail for marie.dupont@exemple.fr", "marie"),
        (
            "Forbidden: /compte/mot-de-passe/nouveau/1a-cxz12-0123456789abcdef0123456789/",
            "0123456789",
        ),
        ("/espace-employeur/inscription/confirmer/eyJhbGciOi.AbC-123:x/", "eyJ"),
        ("GET /recherche/?q=marie", "marie"),
        ("key 0123456789abcdef0123456789abcdef", "0123456789abcdef"),
    ],
)
def test_addresses_and_tokens_are_removed(message, secret):
    assert secret not in written(message)["event"]


def test_a_forged_line_stays_inside_its_entry():
    assert written('x\r\n{"event": "forged"}\u2028y\x00')["event"] == 'x {"event": "forged"} y '


@pytest.mark.parametrize("name", ["email", "password", "token", "code", "cookie"])
def test_fields_named_like_secrets_are_hidden(name):
    assert written("x", **{name: "abc"})[name] == "(hidden)"


def test_an_exception_tells_its_type_and_place_but_not_its_words():
    try:
        raise ValueError("marie@exemple.fr")
    except ValueError:
        import sys

        entry = written("boom", exc_info=sys.exc_info())
    assert entry["exception"] == "ValueError"
    assert "test_logging.py" in entry["where"]
    assert "marie" not in json.dumps(entry)


def test_ordinary_words_are_left_alone():
    assert without_secrets("Internal Server Error: /offres/aide-soignante-2417/") == (
        "Internal Server Error: /offres/aide-soignante-2417/"
    )


def test_the_configuration_is_accepted_by_the_standard_library():
    import logging.config as standard

    standard.DictConfigurator(json_logging())
