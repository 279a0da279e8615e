"""Cut a short passage around the words found, those words set apart."""

from __future__ import annotations

import re
from dataclasses import dataclass

from .analysis import analyse
from .engine import Group

LENGTH = 220
_BEFORE = 60
_WORD = re.compile(r"[^\W_]+")


@dataclass(frozen=True, slots=True)
class Piece:
    """A run of text; `is_found` when it is a word of the query."""

    text: str
    is_found: bool


def snippet(text: str, groups: tuple[Group, ...]) -> list[Piece]:
    """Return a passage of at most about 220 characters of `text`, starting near the first word found."""
    plain = " ".join(text.split())
    wanted = {term.lstrip("_") for group in groups for phrase in group for term in phrase}
    spans = [word.span() for word in _WORD.finditer(plain) if wanted.intersection(analyse(word[0]))]
    start = _start(plain, spans[0][0]) if spans else 0
    end = _end(plain, start)
    pieces = [Piece("… ", is_found=False)] if start else []
    position = start
    for first, last in spans:
        if start <= first and last <= end:
            pieces += [
                Piece(plain[position:first], is_found=False),
                Piece(plain[first:last], is_found=True),
            ]
            position = last
    pieces.append(Piece(plain[position:end] + (" …" if end < len(plain) else ""), is_found=False))
    return [piece for piece in pieces if piece.text]


def _start(plain: str, found: int) -> int:
    """Return where to begin so that `found` has some words before it."""
    if found <= _BEFORE:
        return 0
    return plain.rfind(" ", 0, found - _BEFORE) + 1


def _end(plain: str, start: int) -> int:
    """Return where to stop, between two words."""
    if len(plain) - start <= LENGTH:
        return len(plain)
    space = plain.rfind(" ", start, start + LENGTH)
    return space if space > start else start + LENGTH
