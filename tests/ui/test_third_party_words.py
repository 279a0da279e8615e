"""The words of Wagtail that we say otherwise: ours win, and none is listed that Wagtail does not use."""

from __future__ import annotations

from pathlib import Path

import polib
import wagtail
import wagtail_localize
from django.utils import translation

from ui.third_party_words import WORDS


def test_each_word_is_a_message_of_wagtail_or_of_its_translations() -> None:
    folders = [Path(package.__file__).parent for package in (wagtail, wagtail_localize)]
    known = {
        entry.msgid
        for folder in folders
        for path in folder.rglob("locale/fr/LC_MESSAGES/*.po")
        for entry in polib.pofile(str(path))
    }

    assert sorted(set(WORDS) - known) == []


def test_a_language_is_called_a_language() -> None:
    with translation.override("fr"):
        said = [translation.gettext(word) for word in WORDS]

    assert [text for text in said if "région" in text.lower()] == []
    assert "Langues" in said
