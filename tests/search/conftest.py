"""A small library to search: a source of books that no slice of the site knows."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

import pytest

from search import sources
from search.sources import Entry, Source


class Library:
    """What the public may see: entries by number."""

    def __init__(self) -> None:
        self.books: dict[int, Entry] = {}

    def add(self, number: int, title: str, body: str = "", language: str = "fr") -> None:
        self.books[number] = Entry(number, title, body, language)

    def entries(self, ids: Sequence[int] | None) -> Iterator[Entry]:
        wanted = self.books if ids is None else ids
        return (self.books[number] for number in wanted if number in self.books)


@pytest.fixture
def library(db: None, monkeypatch: pytest.MonkeyPatch) -> Library:
    """Return an empty library registered as the kind « book »."""
    library = Library()
    unused: Any = None
    book = Source(
        kind="book", number=15, slug="livres", label="Livres", visible=unused, entries=library.entries,
        hits=unused, all_label=str,
    )  # fmt: skip
    monkeypatch.setitem(sources._SOURCES, "book", book)
    return library
