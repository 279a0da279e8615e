"""What the site knows of a person: slices register how it is told to them, and how it is forgotten."""

from __future__ import annotations

import uuid
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.db.models import Model
from django.utils.functional import Promise
from django.utils.text import capfirst


@dataclass(frozen=True, slots=True)
class Person:
    """Who is meant: the account, every address it has, the name it bears."""

    id: int
    public_id: uuid.UUID
    addresses: tuple[str, ...]
    name: str


@dataclass(frozen=True, slots=True)
class Source:
    """What one slice holds of people.

    `export(person)` returns it by title, ready for JSON; `erase(person, now)` removes or blanks it, inside
    the transaction of the erasure, and finds nothing more to do when run again.
    """

    name: str
    export: Callable[[Person], dict[str, Any]]
    erase: Callable[[Person, datetime], None]


_sources: dict[str, Source] = {}


def register(source: Source) -> None:
    """Add what a slice holds, or replace the source of that name."""
    _sources[source.name] = source


def registered() -> list[Source]:
    """List the sources, in the order of their names."""
    return [_sources[name] for name in sorted(_sources)]


def collect(person: Person) -> dict[str, Any]:
    """Return all that is known of a person, by title; what is empty is left out."""
    known: dict[str, Any] = {}
    for source in registered():
        known |= {title: rows for title, rows in source.export(person).items() if rows}
    return known


def erase(person: Person, now: datetime) -> None:
    """Make every slice forget the person; must run inside a transaction."""
    for source in registered():
        source.erase(person, now)


def told(row: Model, *names: str) -> dict[str, Any]:
    """Return fields of a row under the words by which people know them."""
    values: dict[str, Any] = {}
    for name in names:
        display = getattr(row, f"get_{name}_display", None)
        value = display() if display else getattr(row, name)
        is_text = isinstance(value, (Model, Promise))
        label = getattr(row._meta.get_field(name), "verbose_name", name)
        values[capfirst(str(label))] = str(value) if is_text else value
    return values


def tell(rows: Iterable[Model], *names: str) -> list[dict[str, Any]]:
    """Return the same of each row."""
    return [told(row, *names) for row in rows]
