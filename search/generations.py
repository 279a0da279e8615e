"""The stamps by which each process learns that its copy of something is old."""

from __future__ import annotations

import secrets

from .models import Generation

_BITS = 62


def numbers() -> dict[str, int]:
    """Return the stamp of each name, 0 for one that never moved, in one query."""
    found = dict(Generation.objects.values_list("name", "number"))
    return {name: found.get(name, 0) for name in Generation.Name.values}


def advance(name: Generation.Name) -> None:
    """Tell every process, from the commit on, that its copy of `name` is old.

    The stamp is drawn at random rather than counted: a copy read inside a transaction that was then rolled back is
    never taken for a later one.
    """
    number = secrets.randbits(_BITS)
    if not Generation.objects.filter(name=name).update(number=number):
        Generation.objects.update_or_create(name=name, defaults={"number": number})
