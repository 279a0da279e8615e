"""What the blocks of a page's body share: the language of their words, their place in the outline, their sample."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from django.conf import settings
from django.utils import translation
from django.utils.safestring import SafeString
from django.utils.translation import gettext_lazy as _
from wagtail.blocks import StructBlock

# The groups of the chooser, in the order of the body.
TEXT = _("Text")
MEDIA = _("Pictures and videos")
FACTS = _("Facts and lists")
ACTIONS = _("To act")


def words_language(context: Mapping[str, Any] | None) -> str:
    """Return the language in which the words of the page are written."""
    given = (context or {}).get("content_language")
    return str(given or translation.get_language() or settings.LANGUAGE_CODE)


class BodyBlockMixin:
    """What a block of a page's body does, whatever it is made of.

    What the site adds to the editor's words (labels, dates) is written in their language, which is French on a page
    shown in English before its translation: the page says so once, around its whole body.
    """

    # The level of its title among those of the page; 0 when its title is not one.
    title_level = 0
    # Set where the site's words are many and the editor's few: the block then says itself what is in which language.
    speaks_to_the_reader = False

    def render(self, value: Any, context: Mapping[str, Any] | None = None) -> SafeString:
        """Draw the block in the language of its words."""
        draw = super().render  # type: ignore[misc]
        if self.speaks_to_the_reader:
            return draw(value, context)  # type: ignore[no-any-return]
        with translation.override(words_language(context)):
            return draw(value, context)  # type: ignore[no-any-return]

    def get_preview_context(
        self, value: Any, parent_context: dict[str, Any] | None = None
    ) -> dict[str, Any]:
        """Say that a sample is drawn, in French, where the site may have no picture or figure yet."""
        return {
            **(parent_context or {}),
            "is_preview": True,
            "content_language": settings.LANGUAGE_CODE,
        }

    def announce(self, value: Any, shell: Any) -> None:
        """Tell the screen what will be shown that is neither a page, an image nor a figure: nothing, for most."""

    def outline(self, value: Any) -> list[int]:
        """Return the levels of the titles that the block draws."""
        return [self.title_level] if self.title_level and value.get("title") else []


class BodyBlock(BodyBlockMixin, StructBlock):
    """A block of a page's body, made of fields."""
