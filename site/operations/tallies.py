"""Counts of what anonymous visitors do, gathered without a write in the database: lines in a file, folded by the worker.

A page that is read notes one line in a file of this machine; each minute the worker takes the files, adds the
lines up and gives each slice its totals. A line holds a day, a kind and a key that the slice chose: nothing of anybody.
"""

from __future__ import annotations

import contextlib
import datetime as dt
import logging
import os
import uuid
from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path

from django.conf import settings
from django.db import InterfaceError, OperationalError, transaction

logger = logging.getLogger(__name__)

# Counts by day and key: { (day, key): how many }.
Totals = Mapping[tuple[dt.date, str], int]
Consumer = Callable[[Totals], None]

# Somebody who asks for invented addresses all night must not fill the disk.
LARGEST_FILE = 5_000_000
KEY_MAX_LENGTH = 200
# Those of a minute: a site that is read has hundreds of them, and only a machine invents more.
MOST_KEYS = 5_000
# So many keys are handed over at once: a database reads only so many values in one query.
BATCH = 500
# Files that a slice refused, kept for somebody to look at: the last ones only.
MOST_REFUSED = 10
_GATHERING = ".tally"
_TAKEN = ".taken"
_REFUSED = ".refused"

_consumers: dict[str, Consumer] = {}


def register(kind: str, consumer: Consumer) -> None:
    """Hand the totals of `kind` to `consumer`, some keys at a time, inside a transaction; call it from `ready()`."""
    _consumers[kind] = consumer


def note(kind: str, key: str, day: dt.date) -> None:
    """Count one for `key`; whatever fails, the visitor is served: a count may be lost, a page may not."""
    if not is_fit(key):
        return
    path = folder() / f"{kind}{_GATHERING}"
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        # One small write in append mode is whole or absent, whatever the number of processes.
        file = os.open(path, os.O_WRONLY | os.O_APPEND | os.O_CREAT, 0o640)
        try:
            if os.fstat(file).st_size < LARGEST_FILE:
                os.write(file, f"{day.isoformat()}\t{key}\n".encode())
        finally:
            os.close(file)
    except OSError as error:
        logger.warning("count lost", extra={"kind": kind, "error": type(error).__name__})


def fold(_now: dt.datetime) -> None:
    """Give every slice what was set aside the last time, then set aside what was counted since.

    Between the two, whoever held a file open has long finished writing. A file that fails stops no other: when the
    database is away it is offered again, otherwise it is set aside for somebody to look at. A process killed
    between its commit and the removal of the file counts that file twice: a minute's worth.
    """
    for kind, consumer in sorted(_consumers.items()):
        for path in sorted(folder().glob(f"{kind}.*{_TAKEN}")):
            try:
                _fold_file(path, consumer)
            except (OperationalError, InterfaceError) as error:
                said = {"kind": kind, "error": type(error).__name__}
                logger.warning("counts wait for the database", extra=said)
            except Exception:
                logger.exception("counts set aside", extra={"kind": kind, "file": path.name})
                _set_aside(path)
        take(kind)


def _fold_file(path: Path, consumer: Consumer) -> None:
    """Hand a file over, the most counted keys first, whole or not at all; then remove it."""
    totals = Counter(lines_of(path)).most_common(MOST_KEYS)
    with transaction.atomic():
        for start in range(0, len(totals), BATCH):
            consumer(dict(totals[start : start + BATCH]))
    path.unlink(missing_ok=True)


def _set_aside(path: Path) -> None:
    """Keep a refused file out of the way; the oldest of those kept so go."""
    with contextlib.suppress(OSError):
        path.rename(path.with_suffix(_REFUSED))
        kept = sorted(folder().glob(f"*{_REFUSED}"), key=lambda one: one.stat().st_mtime)
        for old in kept[:-MOST_REFUSED]:
            old.unlink(missing_ok=True)


def take(kind: str) -> None:
    """Set the current file aside; visitors begin another one."""
    path = folder() / f"{kind}{_GATHERING}"
    try:
        if path.exists():
            path.rename(path.with_name(f"{kind}.{uuid.uuid4().hex}{_TAKEN}"))
    except OSError as error:
        said = {"kind": kind, "error": type(error).__name__}
        logger.warning("counts cannot be taken", extra=said)


def lines_of(path: Path) -> Iterator[tuple[dt.date, str]]:
    """Yield the day and the key of each line; one cut by a full disk, or that `note` would refuse, is left out."""
    with path.open(encoding="utf-8", errors="replace") as file:
        for line in file:
            day, _tab, key = line.rstrip("\n").partition("\t")
            try:
                read = dt.date.fromisoformat(day)
            except ValueError:
                continue
            if is_fit(key):
                yield read, key


def is_fit(key: str) -> bool:
    """Say whether a key may be kept: one short line of characters that every database takes."""
    return 0 < len(key) <= KEY_MAX_LENGTH and key.isprintable()


def folder() -> Path:
    """Return where the files of this machine are."""
    return Path(settings.TALLY_DIR)
