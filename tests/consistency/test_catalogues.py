"""The catalogues are complete, and French is written as French is printed."""

from __future__ import annotations

import ast
import re
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import polib
import pytest
from django.utils.html import strip_tags

from config.catalogues import catalogue_files

NBSP = "\u00a0"
PLACEHOLDER = re.compile(r"%\([a-z_]+\)[sd]|%[sd]|\{[a-z_]*\}", re.IGNORECASE)
TAG = re.compile(r"</?[a-z]+", re.IGNORECASE)
ADDRESS = re.compile(r"(?:https?|mailto|tel):(?://)?[^\s»,]*")
# What a reader sees as a mistake: the sign, and what should stand beside it.
MISPRINTS = {
    "a narrow no-break space, which the fonts lack": re.compile("\u202f"),
    "a straight apostrophe or quotation mark": re.compile(r"['\"“”]"),
    "no no-break space before a double sign": re.compile(rf"[^{NBSP}\s/]([;!?»€]|:(?!\d))"),
    "a breaking space before a double sign": re.compile(r"[ \n][;:!?»€]|(?<=\d) %(?!\()"),
    "no no-break space after an opening guillemet": re.compile(rf"«(?!{NBSP})"),
    "three dots instead of an ellipsis": re.compile(r"\.\.\."),
    "a double space": re.compile(r"[^\s]  +[^\s]"),
}


def catalogue(language: str) -> polib.POFile:
    """Return the catalogue of a language."""
    [path] = [path for path in catalogue_files() if f"/{language}/" in path.as_posix()]
    return polib.pofile(str(Path(path)))


ROOT = Path(__file__).resolve().parents[2]
# Where the words are, among the arguments of each function that translates.
TRANSLATES = {
    "gettext": 0, "gettext_lazy": 0, "ngettext": 0, "ngettext_lazy": 0,
    "pgettext": 1, "pgettext_lazy": 1, "npgettext": 1, "npgettext_lazy": 1,
}  # fmt: skip


def said_in_python() -> Iterator[tuple[str, str]]:
    """Yield each message of our modules with its place, under whatever name the function was imported."""
    for top in ("home", "jobs", "employer_space", "search", "site"):
        for path in (ROOT / top).rglob("*.py"):
            if "migrations" in path.parts:
                continue
            tree = ast.parse(path.read_text())
            names = {
                alias.asname or alias.name: TRANSLATES[alias.name]
                for node in ast.walk(tree)
                if isinstance(node, ast.ImportFrom) and node.module == "django.utils.translation"
                for alias in node.names
                if alias.name in TRANSLATES
            }
            for node in ast.walk(tree):
                if not (isinstance(node, ast.Call) and isinstance(node.func, ast.Name)):
                    continue
                rank = names.get(node.func.id)
                said = node.args[rank] if rank is not None and len(node.args) > rank else None
                if isinstance(said, ast.Constant) and isinstance(said.value, str):
                    yield said.value, f"{path.relative_to(ROOT)}:{node.lineno}"


def test_every_message_of_the_code_was_collected() -> None:
    """Words inside an f-string, or of a function with another name, escape the tool that collects them."""
    known = {entry.msgid for entry in catalogue("fr") if not entry.obsolete}
    said = list(said_in_python())
    assert len(said) > 1500
    assert {place: words for words, place in said if words not in known} == {}


def forms(entry: polib.POEntry) -> list[tuple[str, str]]:
    """Return each translation of a message beside the English it says."""
    if not entry.msgid_plural:
        return [(entry.msgid, entry.msgstr)]
    return [
        (entry.msgid if index == 0 else entry.msgid_plural, text)
        for index, text in sorted(entry.msgstr_plural.items())
    ]


def printed(text: str) -> str:
    """Return what a reader sees: neither markup nor addresses, and a word for each placeholder."""
    return PLACEHOLDER.sub("x", ADDRESS.sub("x", strip_tags(text.replace("%%", "%"))))


@pytest.mark.parametrize("language", ["fr", "en"])
def test_every_message_is_translated_and_none_is_doubtful(language: str) -> None:
    missing = [
        entry.msgid
        for entry in catalogue(language)
        if not entry.obsolete and (not entry.translated() or entry.fuzzy)
    ]

    assert missing == []


@pytest.mark.parametrize("language", ["fr", "en"])
def test_a_translation_keeps_the_placeholders_and_the_tags_of_its_message(language: str) -> None:
    broken = []
    for entry in catalogue(language):
        for index, (message, text) in enumerate(forms(entry)):
            expected, found = (
                Counter(PLACEHOLDER.findall(message)),
                Counter(PLACEHOLDER.findall(text)),
            )
            # « Voir l’offre » may leave the number out where there is only one.
            same = found <= expected if entry.msgid_plural and index == 0 else found == expected
            if not same or Counter(TAG.findall(message)) != Counter(TAG.findall(text)):
                broken.append((message, text))

    assert broken == []


@pytest.mark.parametrize("language", ["fr", "en"])
def test_a_translation_starts_and_ends_with_the_blanks_of_its_message(language: str) -> None:
    broken = [
        (message, text)
        for entry in catalogue(language)
        for message, text in forms(entry)
        if message[: len(message) - len(message.lstrip())] != text[: len(text) - len(text.lstrip())]
        or message[len(message.rstrip()) :] != text[len(text.rstrip()) :]
    ]

    assert broken == []


@pytest.mark.parametrize("misprint", MISPRINTS)
def test_french_has_no_misprint(misprint: str) -> None:
    pattern = MISPRINTS[misprint]
    found = [
        text
        for entry in catalogue("fr")
        for _, text in forms(entry)
        if pattern.search(printed(text))
    ]

    assert found == []


def test_french_counts_zero_as_singular() -> None:
    assert catalogue("fr").metadata["Plural-Forms"] == "nplurals=2; plural=(n > 1);"


def test_the_states_of_an_offer_are_the_words_that_were_decided() -> None:
    words = {entry.msgid: entry.msgstr for entry in catalogue("fr") if not entry.msgctxt}

    assert {
        "Draft": "Brouillon",
        "Waiting for your account": "En attente de votre compte",
        "Being reviewed": "En cours de vérification",
        "To correct": "À corriger",
        "Online": "En ligne",
        "Online, change being reviewed": "En ligne, modification en cours de vérification",
        "Paused": "En pause",
        "Suspended": "Suspendue",
        "Expired": "Expirée",
        "Filled": "Pourvue",
        "Closed": "Fermée",
        "Refused": "Refusée",
        "Withdrawn": "Retirée",
    }.items() <= words.items()
