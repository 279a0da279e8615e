"""Fold letters: lower case, no accent, no ligature, plain apostrophes and hyphens."""

from __future__ import annotations

import unicodedata

# What Unicode decomposition leaves alone, and the signs that stand for one another in French typing.
_LETTERS = str.maketrans(
    {
        "œ": "oe",
        "æ": "ae",
        "ß": "ss",
        "ø": "o",
        "đ": "d",
        "ł": "l",
        "’": "'",
        "‘": "'",
        "ʼ": "'",
        "`": "'",
        "´": "'",
        "‐": "-",
        "‑": "-",
        "‒": "-",
        "–": "-",
        "—": "-",
        "•": "·",
        "∙": "·",
        "⋅": "·",
        "‧": "·",
        "・": "·",
        "\xad": None,
        "\u200b": None,
    }
)
_NO_COMBINING_MARK = dict.fromkeys(
    code for code in range(0x300, 0x370) if unicodedata.combining(chr(code))
)


def fold(text: str) -> str:
    """Return `text` in lower case without accents or ligatures, its punctuation kept."""
    if text.isascii():
        return text.lower()
    signs = text.translate(
        _LETTERS
    )  # before NFKD, which would turn some of them into a space and a mark
    decomposed = unicodedata.normalize("NFKD", signs.lower().translate(_LETTERS))
    return decomposed.translate(_NO_COMBINING_MARK).translate(_LETTERS)
