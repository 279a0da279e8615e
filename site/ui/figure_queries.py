"""The named queries that may compute a key figure: each slice of the site says what it can count, and how."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from dataclasses import dataclass

from django.utils.functional import Promise


@dataclass(frozen=True, slots=True)
class NamedQuery:
    """A count that the site can do by itself.

    `count(now)` is one cheap query. `definition` and `source` are French words, data: they are written in the figure
    when its editor leaves them empty. `covers_year` tells a total of the year under way from a count of that day.
    """

    name: str
    label: str | Promise
    definition: str
    source: str
    count: Callable[[dt.datetime], int]
    covers_year: bool = False


_queries: dict[str, NamedQuery] = {}


def register(query: NamedQuery) -> None:
    """Add a query, or replace the one of that name; call it from an app's `ready()`."""
    _queries[query.name] = query


def find(name: str) -> NamedQuery | None:
    """Return the query of that name; None when nobody knows it any more."""
    return _queries.get(name)


def registered() -> list[NamedQuery]:
    """List the queries, in the order of their names."""
    return [_queries[name] for name in sorted(_queries)]


def choices() -> list[tuple[str, str | Promise]]:
    """Return what an editor chooses from."""
    return [(query.name, query.label) for query in registered()]
