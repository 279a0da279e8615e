"""Find in every source what the public may see now, grouped by kind."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from django.core.paginator import Page, Paginator
from django.db.models import Count, Window
from django.http import HttpRequest
from django.urls import reverse

from .engine import Group as Terms
from .engine import best_first, in_french, read, select
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
    """Return the first results of each source for `text`, empty groups left out; one query a source and two more."""
    stamps = numbers()
    terms = read(text, stamps)
    if not terms:
        return Found(0, [])
    found = []
    for source in all_sources():
        rows = best_first(source.visible(now), select(source.kind, terms), source.order)
        shown = list(rows.annotate(found_total=Window(Count("pk")))[: source.shown])
        if shown:
            found.append((source, shown[0].found_total, source.hits(shown, request)))
    results = _with_passages(
        [(source, hit) for source, _total, hits in found for hit in hits], terms
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
    rows = best_first(source.visible(now), select(source.kind, terms), source.order)
    listed = Paginator(rows, PER_PAGE).get_page(page)
    hits = source.hits(list(listed.object_list), request)
    listed.object_list = _with_passages([(source, hit) for hit in hits], terms)
    total = listed.paginator.count
    groups = [Group(source, total, list(listed.object_list))] if total else []
    return Found(total, groups, listed, in_french(text, stamps))


def _all_url(source: Source, text: str) -> str:
    if source.all_url is not None:
        return source.all_url(text)
    return reverse("search:results", query={"q": text, "dans": source.slug})


def _with_passages(hits: list[tuple[Source, Hit]], terms: tuple[Terms, ...]) -> list[Result]:
    """Illustrate each hit from its own text, else from its document's, read in one query."""
    keys = [document_key(source.number, hit.object_id) for source, hit in hits if not hit.text]
    excerpts = (
        dict(Document.objects.filter(pk__in=keys).values_list("pk", "excerpt")) if keys else {}
    )
    return [
        Result(
            hit,
            snippet(
                hit.text or excerpts.get(document_key(source.number, hit.object_id), ""), terms
            ),
        )
        for source, hit in hits
    ]
