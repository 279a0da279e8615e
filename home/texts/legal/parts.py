"""What a legal text is made of: parts in French, each with its English."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import groupby
from typing import NamedTuple

from ui.blocks.raw import Raw, block


class Part(NamedTuple):
    """A title, a paragraph or an item of a list, in both languages."""

    tag: str
    french: str
    english: str


@dataclass(frozen=True)
class LegalText:
    """A legal page; its kind is its address. `former` holds the digests of what it said before, to the letter."""

    kind: str
    title: tuple[str, str]
    summary: tuple[str, str]
    parts: tuple[Part, ...]
    former: frozenset[str] = frozenset()

    @property
    def html(self) -> str:
        """Return the French text; items that follow one another are one list."""
        return "".join(self._lines())

    def _lines(self) -> Iterator[str]:
        for is_list, parts in groupby(self.parts, key=lambda part: part.tag == "li"):
            lines = "".join(f"<{part.tag}>{part.french}</{part.tag}>" for part in parts)
            yield f"<ul>{lines}</ul>" if is_list else lines

    def body(self) -> list[Raw]:
        """Return its body as Wagtail stores it."""
        return [block("prose", self.html)]

    @property
    def english(self) -> dict[str, str]:
        """Return the English of every French sentence of the page, its title and summary included."""
        pairs = {_sentence(part.french): _sentence(part.english) for part in self.parts}
        return dict([self.title, self.summary]) | pairs


def _sentence(text: str) -> str:
    """Return a text as translators are given it: what is bold from end to end has lost its marks."""
    is_bold = text.startswith("<b>") and text.endswith("</b>") and text.count("<b>") == 1
    return text[len("<b>") : -len("</b>")] if is_bold else text


def h2(french: str, english: str) -> Part:
    """Return the title of a part of the page."""
    return Part("h2", french, english)


def h3(french: str, english: str) -> Part:
    """Return a title below it."""
    return Part("h3", french, english)


def p(french: str, english: str) -> Part:
    """Return a paragraph."""
    return Part("p", french, english)


def li(french: str, english: str) -> Part:
    """Return an item of a list."""
    return Part("li", french, english)


def to_fill(french: str, english: str) -> tuple[str, str]:
    """Return what only the Département knows, marked for its editors, in both languages."""
    return (
        f"<b>[À compléter par le Département : {french}]</b>",
        f"<b>[To be completed by the Département: {english}]</b>",
    )
