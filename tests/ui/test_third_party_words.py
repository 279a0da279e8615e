"""The words of Wagtail that we say otherwise: ours win, and none is listed that Wagtail does not use."""

from __future__ import annotations

from pathlib import Path

import polib
import pytest
import wagtail
import wagtail_localize
from django.utils import translation
from wagtail.contrib.redirects.models import Redirect

from tests.cast import Cast
from ui.third_party_words import WORDS

pytestmark = pytest.mark.django_db


def test_each_word_is_a_message_of_wagtail_or_of_its_translations() -> None:
    folders = [Path(package.__file__).parent for package in (wagtail, wagtail_localize)]
    known = {
        entry.msgid
        for folder in folders
        for path in folder.rglob("locale/fr/LC_MESSAGES/*.po")
        for entry in polib.pofile(str(path))
    }

    assert sorted(set(WORDS) - known) == []


def test_the_old_addresses_of_redirections_are_called_so(cast: Cast) -> None:
    Redirect.add_redirect("/ancienne/", "/offres/")
    with translation.override("fr"):
        heading = translation.gettext("From")
    page = cast.client(cast.administrator).get("/admin/redirects/").content.decode()
    assert "Expéditeur" not in page
    assert heading in page
    with translation.override("fr"):
        assert "e.g" not in translation.gettext(WORDS[-1])


def test_a_language_is_called_a_language() -> None:
    with translation.override("fr"):
        said = [translation.gettext(word) for word in WORDS]

    assert [text for text in said if "région" in text.lower()] == []
    assert "Langues" in said
