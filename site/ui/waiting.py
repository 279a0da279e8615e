"""What waits for the team: each slice says how many, since when, and for whom; the dashboard shows them together."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from django.utils.functional import Promise


@dataclass(frozen=True, slots=True)
class Waiting:
    """How many things of one kind wait, and since when the oldest does."""

    count: int
    oldest: dt.datetime | None = None


@dataclass(frozen=True, slots=True)
class WaitingKind:
    """One kind of thing that waits for an answer.

    `permission` is what the reader must have; `read(user)` counts what waits for that person, in one query;
    `url_name` is the screen where it is dealt with, without arguments; `late_after` is what was promised.
    """

    name: str
    label: str | Promise
    permission: str
    read: Callable[[Any], Waiting]
    url_name: str
    late_after: dt.timedelta
    order: int = 100


_kinds: dict[str, WaitingKind] = {}


def register(kind: WaitingKind) -> None:
    """Add a kind of thing that waits, or replace the one of that name; call it from an app's `ready()`."""
    _kinds[kind.name] = kind


def registered() -> list[WaitingKind]:
    """List the kinds, in the order in which they are shown."""
    return sorted(_kinds.values(), key=lambda kind: (kind.order, kind.name))
