"""SQLite where those who have waited longest for the writer's turn are the most likely to get it.

SQLite's own busy handler asks again after 1, 2, 5 … and in the end 100 milliseconds: the longer a process has waited, the
less often it asks, and newcomers pass before it. With sixteen writers some wait for seconds while the median is a few
milliseconds. Here the pauses shorten instead: docs/decisions/0013-fair-turns-on-sqlite.md gives the figures.
"""

from __future__ import annotations

import random
import time

from django.db.backends.sqlite3.base import DatabaseWrapper as SQLiteWrapper
from django.db.utils import OperationalError

FIRST_PAUSE = 0.02  # seconds
SHORTEST_PAUSE = 0.001
# After so many seconds of waiting, one asks as often as one may.
PATIENCE = 0.5


def pause(waited: float) -> float:
    """Return how long to sleep before asking again, in seconds, after `waited` seconds."""
    share = max(0.0, 1 - waited / PATIENCE)
    longest = max(SHORTEST_PAUSE, FIRST_PAUSE * share)
    return random.uniform(longest / 2, longest)  # noqa: S311 - only spreads the attempts


class DatabaseWrapper(SQLiteWrapper):
    """Django's wrapper, which asks for an immediate transaction in its own way."""

    def _start_transaction_under_autocommit(self) -> None:
        """Begin, asking again until the `timeout` of the options has passed; then `OperationalError` as usual."""
        if self.transaction_mode != "IMMEDIATE":  # type: ignore[attr-defined] # django-stubs leave it out
            super()._start_transaction_under_autocommit()  # type: ignore[misc] # the same
            return
        timeout = float(self.settings_dict["OPTIONS"].get("timeout", 5))
        started = time.monotonic()
        with self.cursor() as cursor:
            cursor.execute("PRAGMA busy_timeout = 0")
            try:
                while not self._begun(cursor, last_call=time.monotonic() - started >= timeout):
                    time.sleep(pause(time.monotonic() - started))
            finally:
                cursor.execute(f"PRAGMA busy_timeout = {int(timeout * 1000)}")

    @staticmethod
    def _begun(cursor: object, *, last_call: bool) -> bool:
        """Try once; say whether the turn was taken."""
        try:
            cursor.execute("BEGIN IMMEDIATE")  # type: ignore[attr-defined]
        except OperationalError as error:
            if last_call or "locked" not in str(error):
                raise
            return False
        return True
