"""Find in every source what the public may see now, grouped by kind."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any, overload

from django.core.paginator import Page, Paginator
from django.db.models import Count, OuterRef, QuerySet, Subquery, Window
from django.http import HttpRequest
from django.urls import reverse
from django.utils.translation import get_language

from . import screens
from .engine import Group as Terms
from .engine import best_first, in_french, kinds_holding, read, select
from .generations import numbers
from .models import Document
from .snippets import Piece, snippet
from .sources import Hit, Source, all_sources, document_key

PER_PAGE = 20


@dataclass(frozen=True, slots=True)
class Result:
    """One thing found and the passage that shows why."""

    hit: Hit
    passage: list[Piece]


@dataclass(frozen=True, slots=True)
class Group:
    """What one source found: the number of all results, the first ones, and where the others are."""

    source: Source
    total: int
    results: list[Result]
    all_url: str = ""
    all_label: str = ""


@dataclass(frozen=True, slots=True)
class Found:
    """The answer of the search page; `page` is set when one kind alone is listed.

    `french` are the words also searched for the English ones.
    """

    total: int
    groups: list[Group]
    page: Page[Result] | None = None
    french: tuple[str, ...] = ()


def find(text: str, *, now: datetime, request: HttpRequest) -> Found:
    """Return the first results of each source for `text`, empty groups left out.

    One query for each source that has a document with the words, and two more.
    """
    stamps = numbers()
    terms = read(text, stamps)
    if not terms:
        return Found(0, [])
    found = []
    excerpts: dict[int, str] = {}
    held = kinds_holding(terms)
    for source in all_sources():
        first, last = _screens(source, terms)
        shown = []
        if source.number in held:
            rows = _rows(source, terms, now)
            shown = list(rows.annotate(found_total=Window(Count("pk")))[: source.shown])
        excerpts |= _excerpts(source, shown)
        total = len(first) + len(last) + (shown[0].found_total if shown else 0)
        if total:
            hits = [*first, *source.hits(shown, request), *last][: source.shown]
            found.append((source, total, hits))
    results = _with_passages(
        [(source, hit) for source, _total, hits in found for hit in hits], excerpts, terms
    )
    groups = []
    for source, total, hits in found:
        mine = [results.pop(0) for _hit in hits]
        more = total > len(mine)
        groups.append(
            Group(
                source,
                total,
                mine,
                _all_url(source, text) if more else "",
                source.all_label(total) if more else "",
            )
        )
    total = sum(group.total for group in groups)
    return Found(total, groups, french=in_french(text, stamps))


def list_one(source: Source, text: str, page: int, *, now: datetime, request: HttpRequest) -> Found:
    """Return one page of the results of `source` for `text`; a page too far is the last one."""
    stamps = numbers()
    terms = read(text, stamps)
    if not terms:
        return Found(0, [])
    first, last = _screens(source, terms)
    rows = _Joined(first, _rows(source, terms, now), last)
    listed: Page[Any] = Paginator(rows, PER_PAGE).get_page(page)
    found = list(listed.object_list)
    pages = [one for one in found if not isinstance(one, Hit)]
    shown = iter(source.hits(pages, request))
    hits = [one if isinstance(one, Hit) else next(shown) for one in found]
    listed.object_list = _with_passages(
        [(source, hit) for hit in hits], _excerpts(source, pages), terms
    )
    total = listed.paginator.count
    groups = [Group(source, total, list(listed.object_list))] if total else []
    return Found(total, groups, listed, in_french(text, stamps))


def _rows(source: Source, terms: tuple[Terms, ...], now: datetime) -> QuerySet[Any]:
    """Return what readers of the active language find in `source`, the best first."""
    rows = source.visible(now)
    if source.for_readers is not None:
        rows = source.for_readers(rows, get_language() or "fr", now)
    documents = Document.objects.filter(kind=source.kind, object_id=OuterRef("pk"))
    rows = rows.annotate(found_excerpt=Subquery(documents.values("excerpt")[:1]))
    return best_first(rows, select(source.kind, terms), source.order)


def _excerpts(source: Source, rows: list[Any]) -> dict[int, str]:
    """Return the excerpts read with `rows`, by the key of the document."""
    return {document_key(source.number, row.pk): row.found_excerpt or "" for row in rows}


def _screens(source: Source, terms: tuple[Terms, ...]) -> tuple[list[Hit], list[Hit]]:
    """Return the screens shown before and after what `source` finds."""
    return screens.matching(terms) if source.has_screens else ([], [])


class _Joined(Sequence[Any]):
    """Screens around the rows of a query, cut into pages without reading more rows than a page has."""

    def __init__(self, first: list[Hit], rows: QuerySet[Any], last: list[Hit]) -> None:
        self._first, self._rows, self._last = first, rows, last
        self._number = rows.count()

    def __len__(self) -> int:
        return len(self._first) + self._number + len(self._last)

    @overload
    def __getitem__(self, place: int) -> Any: ...
    @overload
    def __getitem__(self, place: slice) -> list[Any]: ...
    def __getitem__(self, place: int | slice) -> Any:
        """Return the things at `place`, an object of the query or a hit."""
        if isinstance(place, int):
            return self[place : place + 1][0]
        start, stop, _step = place.indices(len(self))
        before, after = len(self._first), len(self._first) + self._number
        rows = self._rows[max(0, start - before) : max(0, min(stop, after) - before)]
        around = self._last[max(0, start - after) : max(0, stop - after)]
        return [*self._first[start:stop], *rows, *around]


def _all_url(source: Source, text: str) -> str:
    if source.all_url is not None:
        return source.all_url(text)
    return reverse("search:results", query={"q": text, "dans": source.slug})


def _with_passages(
    hits: list[tuple[Source, Hit]], excerpts: dict[int, str], terms: tuple[Terms, ...]
) -> list[Result]:
    """Illustrate each hit from its own text, else from its document's."""
    return [
        Result(
            hit,
            snippet(
                hit.text or excerpts.get(document_key(source.number, hit.object_id), ""), terms
            ),
        )
        for source, hit in hits
    ]
