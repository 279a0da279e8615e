"""Retention: slices register what they keep and for how long, `manage.py purge` applies it."""

from __future__ import annotations

import logging
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.db.models import QuerySet

logger = logging.getLogger(__name__)

# So many rows in one transaction: a night's work never holds the others up.
BATCH = 500


@dataclass(frozen=True, slots=True)
class Policy:
    """One promise of retention.

    `run(now, dry_run)` returns how many things are past their time; it removes or blanks them unless
    `dry_run`, and finds nothing more to do when run again. `keeps` says the promise in words.
    """

    name: str
    keeps: str
    run: Callable[[datetime, bool], int]


_policies: dict[str, Policy] = {}


def register(policy: Policy) -> None:
    """Add a promise of retention, or replace the one of that name."""
    _policies[policy.name] = policy


def registered() -> list[Policy]:
    """List the promises, in the order of their names."""
    return [_policies[name] for name in sorted(_policies)]


def run_all(now: datetime, *, dry_run: bool = False) -> dict[str, int | None]:
    """Apply every promise and return its count by name; None for one that failed, which stops no other."""
    counts: dict[str, int | None] = {}
    for policy in registered():
        try:
            counts[policy.name] = policy.run(now, dry_run)
        except Exception:
            logger.exception("purge failed", extra={"policy": policy.name})
            counts[policy.name] = None
    return counts


def run_each_day(now: datetime) -> None:
    """Apply every promise; raise RuntimeError if one failed, so that the schedule tries again."""
    failed = [name for name, count in run_all(now).items() if count is None]
    if failed:
        raise RuntimeError(f"Retention not applied: {', '.join(failed)}")


def batches(rows: QuerySet[Any]) -> Iterator[list[Any]]:
    """Yield the primary keys of `rows`, `BATCH` at a time; what is done to one batch does not move the next."""
    ordered = rows.order_by("pk").values_list("pk", flat=True)
    some = list(ordered[:BATCH])
    while some:
        yield some
        some = list(ordered.filter(pk__gt=some[-1])[:BATCH])
