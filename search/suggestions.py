"""Propose the word that a mistyped one stands for, among the words of the titles that the public can see.

Words are compared after folding. Each known word is filed under itself and under itself less one letter, and the
typed word is looked up in the same way: every single typing error (a letter missing, added, replaced, swapped with
its neighbour) meets there, without comparing it with each known word.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from django.db import connection

from .analysis import analyse_words, fold
from .engine import LONGEST_QUERY, MOST_TERMS, expand, query_text
from .generations import numbers
from .models import Document
from .sources import MAX_KINDS, source_of
from .synonyms import thesaurus

_SHORTEST = 4
_WORD = re.compile(r"[^\W\d_]+")


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """The words of the titles: `near` files them under their shortened forms, `spelt` gives their usual spelling."""

    near: dict[str, tuple[str, ...]]
    count: dict[str, int]
    spelt: dict[str, str]

    def closest(self, word: str) -> str | None:
        """Return the usual spelling of the known word nearest to `word` (folded), the most frequent at equality."""
        found = {known for form in _shortened(word) for known in self.near.get(form, ())}
        ranked = sorted(
            (distance, -self.count[known], known)
            for known in found
            if (distance := edit_distance(word, known)) <= (1 if len(word) <= 5 else 2)
        )
        return self.spelt[ranked[0][2]] if ranked else None


_cached: dict[str | None, tuple[int, Vocabulary]] = {}


def suggest(text: str, kind: str | None = None) -> str | None:
    """Return `text` with its unknown words replaced by the nearest known ones, None when nothing is better.

    Only words that no document (of `kind`) holds are touched. Two queries, a third when the titles have changed.
    """
    words = analyse_words(text[:LONGEST_QUERY])[:MOST_TERMS]
    generations = numbers()
    unknown = _without_document(kind, words, generations["synonyms"])
    if not unknown:
        return None
    vocabulary = _vocabulary(kind, generations["documents"])
    better = {word: vocabulary.closest(word) for word in unknown}
    if not any(better.values()):
        return None

    def replaced(found: re.Match[str]) -> str:
        return better.get(fold(found[0])) or found[0]

    return _WORD.sub(replaced, text[:LONGEST_QUERY].replace("\0", "")).strip()


def edit_distance(one: str, other: str) -> int:
    """Return the number of letters to add, drop, replace or swap with their neighbour to go from one to the other."""
    before: list[int] = []
    row = list(range(len(other) + 1))
    for i, letter in enumerate(one, 1):
        previous, row = row, [i]
        for j, target in enumerate(other, 1):
            cost = min(previous[j] + 1, row[j - 1] + 1, previous[j - 1] + (letter != target))
            if i > 1 and j > 1 and letter == other[j - 2] and one[i - 2] == target:
                cost = min(cost, before[j - 2] + 1)
            row.append(cost)
        before = previous
    return row[-1]


def build(titles: Iterable[str]) -> Vocabulary:
    """Build the vocabulary of `titles`."""
    spellings: defaultdict[str, Counter[str]] = defaultdict(Counter)
    for title, times in Counter(titles).items():
        for spelling in _WORD.findall(title.lower()):
            spellings[fold(spelling)][spelling] += times
    known = {
        word: found
        for word, found in spellings.items()
        if len(word) >= _SHORTEST and analyse_words(word)
    }
    near: defaultdict[str, list[str]] = defaultdict(list)
    for word in known:
        for form in _shortened(word):
            near[form].append(word)
    return Vocabulary(
        near={form: tuple(words) for form, words in near.items()},
        count={word: found.total() for word, found in known.items()},
        spelt={word: found.most_common(1)[0][0] for word, found in known.items()},
    )


def _vocabulary(kind: str | None, generation: int) -> Vocabulary:
    cached = _cached.get(kind)
    if cached is None or cached[0] != generation:
        documents = Document.objects.filter(kind=kind) if kind else Document.objects.all()
        titles = documents.order_by("pk").values_list("title", flat=True)
        cached = _cached[kind] = (generation, build(titles.iterator(chunk_size=5_000)))
    return cached[1]


def _without_document(kind: str | None, words: list[tuple[str, str]], generation: int) -> list[str]:
    """Return the folded words of `words` found in no document, in one query."""
    candidates = [(word, term) for word, term in words if len(word) >= _SHORTEST and word.isalpha()]
    if not candidates:
        return []
    if connection.vendor == "postgresql":
        one = "EXISTS (SELECT 1 FROM search_document WHERE vector @@ CAST(%s AS tsquery) AND id & %s = %s)"
    else:
        one = "EXISTS (SELECT 1 FROM search_terms WHERE search_terms MATCH %s AND rowid & %s = %s)"
    known = thesaurus(generation)
    params: list[str | int] = []
    for _word, term in candidates:
        mask, number = (MAX_KINDS - 1, source_of(kind).number) if kind else (0, 0)
        params += [query_text(expand([term], known)), mask, number]
    with connection.cursor() as cursor:
        cursor.execute("SELECT " + ", ".join([one] * len(candidates)), params)
        row = cursor.fetchone()
    return [word for (word, _term), found in zip(candidates, row, strict=True) if not found]


def _shortened(word: str) -> Iterator[str]:
    yield word
    for position in range(len(word)):
        yield word[:position] + word[position + 1 :]
