"""Reduce the many ways of writing a place to one key; knows no list of places."""

from __future__ import annotations

import re
import unicodedata

LIGATURES = str.maketrans({"œ": "oe", "æ": "ae", "ß": "ss"})
ABBREVIATIONS = {"st": "saint", "ste": "sainte", "sts": "saints", "stes": "saintes"}
ARTICLES = {"le", "la", "les", "l"}
SEPARATORS = re.compile(r"[^a-z0-9]+")
SHORT_FOR_SUR = re.compile(r"\bs/\s*")


def fold(text: str) -> list[str]:
    """Return the words without case, accents, ligatures or punctuation, "St" spelled out."""
    lowered = SHORT_FOR_SUR.sub("sur ", text.lower().translate(LIGATURES))
    decomposed = unicodedata.normalize("NFKD", lowered)
    bare = "".join(letter for letter in decomposed if not unicodedata.combining(letter))
    words = SEPARATORS.sub(" ", bare).split()
    return [ABBREVIATIONS.get(word, word) for word in words]


def key_of(words: list[str]) -> str:
    """Return one key for a folded name: « La Bastide-Murat » and « Labastide Murat » share it."""
    return "".join(words)


def without_article(words: list[str]) -> list[str]:
    """Return the words without a leading article; a name made of an article alone keeps it."""
    return words[1:] if len(words) > 1 and words[0] in ARTICLES else words


def slug_of(name: str) -> str:
    """Return a name as it stands in an address, ligatures as two letters (« coeur »)."""
    return "-".join(fold(name))
