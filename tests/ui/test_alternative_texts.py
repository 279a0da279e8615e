"""What an image shows is said in the reader's language, or else in French and said to be French."""

from __future__ import annotations

import pytest
from django.template import Context, Template
from django.utils import translation

from tests.factories import make_image
from ui.images import read_pictures

pytestmark = pytest.mark.django_db


class Shell:
    """The part of a page's surroundings that draws pictures."""

    def picture(self, pk: int) -> object:
        """Return the picture, read at once."""
        return read_pictures([pk])[pk]


def drawn(image: object, language: str, **context: object) -> str:
    with translation.override(language):
        template = Template("{% load site_pages %}{% picture image %}")
        return template.render(Context({"shell": Shell(), "image": image, **context}))


def test_an_english_page_says_what_an_image_shows_in_english() -> None:
    image = make_image(description_en="A bridge over the river")
    assert 'alt="A bridge over the river" ' in drawn(image, "en")
    assert "lang=" not in drawn(image, "en")
    assert 'alt="Un pont sur la rivière" ' in drawn(image, "fr")


def test_without_english_words_the_french_ones_are_said_in_french() -> None:
    image = make_image()
    assert 'alt="Un pont sur la rivière" lang="fr"' in drawn(image, "en")
    assert "lang=" not in drawn(image, "fr")


def test_an_image_amid_french_words_keeps_its_french_text_in_an_english_page() -> None:
    image = make_image(description_en="A bridge over the river")
    html = drawn(image, "en", content_language="fr")
    assert 'alt="Un pont sur la rivière" ' in html
    assert "lang=" not in html


def test_wagtails_own_tag_speaks_the_readers_language_too() -> None:
    image = make_image(description_en="A bridge over the river")
    with translation.override("en"):
        assert image.default_alt_text == "A bridge over the river"
    with translation.override("fr"):
        assert image.default_alt_text == "Un pont sur la rivière"


def test_editors_may_write_both(cast, client) -> None:
    from django.urls import reverse

    image = make_image()
    client.force_login(cast.editor)
    page = client.get(reverse("wagtailimages:edit", args=[image.pk])).content.decode()
    assert 'name="description_en"' in page
