"""Catalogues compiled by a command that then writes words: it speaks them at once."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from django.utils import translation
from django.utils.translation import gettext

from config.catalogues import compile_catalogues

MESSAGE = "A sentence that only this test translates"


def write(folder: Path, words: str) -> Path:
    """Write a French catalogue of one message; returns its file."""
    source = folder / "fr" / "LC_MESSAGES" / "django.po"
    source.parent.mkdir(parents=True, exist_ok=True)
    head = 'msgid ""\nmsgstr "Content-Type: text/plain; charset=utf-8\\n"\n'
    source.write_text(f'{head}\nmsgid "{MESSAGE}"\nmsgstr "{words}"\n', encoding="utf-8")
    return source


@pytest.fixture
def folder(tmp_path: Path, settings: object) -> Path:
    """Give the site one folder of catalogues, empty."""
    settings.LOCALE_PATHS = [tmp_path]
    return tmp_path


def test_a_fresh_clone_speaks_french_in_the_command_that_compiles(folder: Path) -> None:
    write(folder, "Bonjour")
    # Anything read before, as the checks of every command do, finds no catalogue.
    assert gettext(MESSAGE) == MESSAGE

    assert compile_catalogues() == 1

    assert gettext(MESSAGE) == "Bonjour"
    with translation.override("fr"):
        assert gettext(MESSAGE) == "Bonjour"


def test_what_was_read_from_an_older_catalogue_is_forgotten(folder: Path) -> None:
    source = write(folder, "Bonjour")
    compile_catalogues()
    assert gettext(MESSAGE) == "Bonjour"
    write(folder, "Bonsoir")
    later = source.with_suffix(".mo").stat().st_mtime + 10
    os.utime(source, (later, later))

    with translation.override("fr"):
        assert compile_catalogues() == 1
        assert gettext(MESSAGE) == "Bonsoir"


@pytest.mark.parametrize("language", ["en", "fr", None])
def test_the_language_in_use_stays(folder: Path, language: str | None) -> None:
    write(folder, "Bonjour")
    with translation.override(language):
        compile_catalogues()
        assert translation.get_language() == language
