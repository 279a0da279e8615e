"""Turn French text into search terms, the same for both databases and for both sides of a comparison.

`analyse` gives the terms of a text to index; queries pass through it too (`search.queries` adds the synonyms).
Every term is made of `[a-z0-9]` only: none can be read as an operator by a search engine.
"""

from __future__ import annotations

from .folding import fold
from .inclusive import merge_inclusive_forms
from .stemming import stem
from .words import words_of

__all__ = ["analyse", "analyse_words", "fold"]


def analyse(text: str) -> list[str]:
    """Return the terms of `text`, in its order, repeated as it repeats them."""
    return [term for _word, term in analyse_words(text)]


def analyse_words(text: str) -> list[tuple[str, str]]:
    """Return `(folded word, term)` for each word of `text` that carries a meaning."""
    return [(word, stem(word)) for word in words_of(merge_inclusive_forms(fold(text)))]
