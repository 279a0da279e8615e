"""What the words of a page must respect: titles in order, links that say where they lead."""

from __future__ import annotations

import re
from html.parser import HTMLParser

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _

# Read out of their sentence, as screen readers list them, these words lead nowhere.
VAGUE_LINKS = frozenset(
    {
        "ici", "cliquez ici", "cliquer ici", "clic ici", "cliquez", "par ici", "en savoir plus", "savoir plus",
        "lire la suite", "la suite", "suite", "lire plus", "plus", "voir", "voir plus", "plus d’informations",
        "plus d’infos", "lien", "ce lien", "suivez ce lien", "page", "cette page", "détails", "télécharger",
        "here", "click here", "click", "read more", "more", "learn more", "find out more", "link", "this link",
        "this page", "details", "download", "see more",
    }
)  # fmt: skip
_TITLES = {"h1": 1, "h2": 2, "h3": 3, "h4": 4, "h5": 5, "h6": 6}
_BARE_ADDRESS = re.compile(r"(?:https?://|www\.)\S+", re.IGNORECASE)


class _Reader(HTMLParser):
    """Collect the titles and the links of rich text, with their words."""

    def __init__(self) -> None:
        super().__init__()
        self.titles: list[tuple[int, str]] = []
        self.links: list[str] = []
        self._open: list[tuple[str, list[str]]] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag in _TITLES or tag == "a":
            self._open.append((tag, []))

    def handle_data(self, data: str) -> None:
        for _tag, words in self._open:
            words.append(data)

    def handle_endtag(self, tag: str) -> None:
        if not self._open or self._open[-1][0] != tag:
            return
        _tag, words = self._open.pop()
        text = " ".join("".join(words).split())
        if tag == "a":
            self.links.append(text)
        else:
            self.titles.append((_TITLES[tag], text))


def _read(html: str) -> _Reader:
    reader = _Reader()
    reader.feed(html)
    reader.close()
    return reader


def title_levels(html: str) -> list[int]:
    """Return the levels of the titles of rich text, in order."""
    return [level for level, _text in _read(html).titles]


def is_vague(words: str) -> bool:
    """Say whether the words of a link tell nothing of where it leads."""
    plain = " ".join(words.replace("'", "’").split()).strip(" .…:;!?»«>→\u00a0").casefold()
    return not plain or plain in VAGUE_LINKS or bool(_BARE_ADDRESS.fullmatch(plain))


def check_link_words(words: str) -> None:
    """Raise ValidationError when the words of a link tell nothing of where it leads."""
    if is_vague(words):
        raise ValidationError(
            _("Say where the link leads instead of “%(words)s”.") % {"words": words.strip()},
            code="vague_link",
        )


def check_rich_text(html: str) -> None:
    """Raise ValidationError for a vague link or an empty title."""
    read = _read(html)
    for words in read.links:
        check_link_words(words)
    if any(not text for _level, text in read.titles):
        raise ValidationError(_("A title is empty: write it or remove it."), code="empty_title")


def check_outline(levels: list[int], before: int) -> int:
    """Return the last level of `levels`, which follow a title of level `before`.

    Raises ValidationError when one of them skips a level: after a title of level 2 comes 2 or 3, never 4.
    """
    for level in levels:
        if level > before + 1:
            raise ValidationError(
                _("A title of level %(level)d cannot follow one of level %(before)d.")
                % {"level": level, "before": before},
                code="title_order",
            )
        before = level
    return before
