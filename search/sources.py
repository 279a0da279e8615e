"""The registry of what can be searched: each slice describes its own things here, the engine knows no model.

A source says what the public may see (`visible`), what to index (`entries`) and how to show what was found (`hits`).
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.db.models import QuerySet
from django.http import HttpRequest
from django.utils.functional import Promise

# The kind is the low bits of a document's key, the object the high ones.
KIND_BITS = 4
MAX_KINDS = 1 << KIND_BITS


@dataclass(frozen=True, slots=True)
class Entry:
    """What is indexed of one thing; `object_id` is its primary key."""

    object_id: int
    title: str
    body: str = ""
    language: str = "fr"
    excerpt: str = ""


@dataclass(frozen=True, slots=True)
class Hit:
    """How one thing found is shown; `text` is the excerpt unless the source gives better."""

    object_id: int
    title: str
    url: str
    text: str = ""
    language: str = "fr"
    detail: str = ""
    date: datetime | None = None


@dataclass(frozen=True, slots=True)
class Source:
    """One kind of thing. `number` (1 to 15) is stored in the index: never give it to another kind.

    `visible(now)` is the one door of its slice, `order` a total order of it; `entries(ids)` yields what is public
    among `ids`, or everything public for None; `hits(found, request)` shows objects of `visible` without one more
    query per object. `prefix` are the letters before a number by which people name one of its things (« OML » for
    OML-118): this name finds that thing first. `slug` is the value in addresses, `all_label(n)` says « Voir les 12 offres », `all_url(text)` is
    the page listing every result (None: the search page lists them itself), `rebuild()` writes again what the slice
    keeps of its own beside the documents. `for_readers(rows, language, now)` keeps among the visible those that readers
    of a language are shown (None: all). `has_screens`: the screens that are no pages are shown with these.
    """

    kind: str
    number: int
    slug: str
    label: str | Promise
    visible: Callable[[datetime], QuerySet[Any]]
    entries: Callable[[Sequence[int] | None], Iterable[Entry]]
    hits: Callable[[Sequence[Any], HttpRequest], list[Hit]]
    all_label: Callable[[int], str]
    order: tuple[str, ...] = ("-pk",)
    shown: int = 5
    all_url: Callable[[str], str] | None = None
    rebuild: Callable[[], object] | None = None
    prefix: str = ""
    for_readers: Callable[[QuerySet[Any], str, datetime], QuerySet[Any]] | None = None
    has_screens: bool = False


_SOURCES: dict[str, Source] = {}


def register(source: Source) -> None:
    """Make `source` searchable; raises ValueError for a number out of range or already taken."""
    if not 0 < source.number < MAX_KINDS:
        raise ValueError(
            f"The number of source {source.kind} must be between 1 and {MAX_KINDS - 1}."
        )
    taken = {other.number: other.kind for other in _SOURCES.values() if other.kind != source.kind}
    if source.number in taken:
        raise ValueError(f"Sources {source.kind} and {taken[source.number]} share a number.")
    _SOURCES[source.kind] = source


def source_of(kind: str) -> Source:
    """Return the source of `kind`; raises LookupError when nobody registered it."""
    try:
        return _SOURCES[kind]
    except KeyError:
        raise LookupError(f"Nothing is registered for search under “{kind}”.") from None


def all_sources() -> list[Source]:
    """Return every source, in the order of their numbers: the order of the search page."""
    return sorted(_SOURCES.values(), key=lambda source: source.number)


def document_key(number: int, object_id: int) -> int:
    """Return the key of the document of one thing."""
    return (object_id << KIND_BITS) | number
