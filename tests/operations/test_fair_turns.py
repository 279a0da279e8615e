"""SQLite's one writer at a time: who waits gets its turn, who waited too long is told, and the oldest ask most often."""

import sqlite3
import threading
import time

import pytest
from django.db.utils import OperationalError

from operations.sqlite3.base import DatabaseWrapper, pause


@pytest.fixture
def path(db, tmp_path):
    """Return a database with one table."""
    path = tmp_path / "turns.sqlite3"
    with sqlite3.connect(path) as database:
        database.execute("PRAGMA journal_mode=WAL")
        database.execute("CREATE TABLE note (word TEXT)")
    return path


def wrapper(path, *, timeout):
    """Return a connection of ours to the file."""
    return DatabaseWrapper(
        {
            "NAME": str(path), "OPTIONS": {"transaction_mode": "IMMEDIATE", "timeout": timeout},
            "AUTOCOMMIT": True, "CONN_HEALTH_CHECKS": False, "CONN_MAX_AGE": 0, "TIME_ZONE": None,
        }
    )  # fmt: skip


def holding(path):
    """Return a plain connection that has the writer's turn."""
    writer = sqlite3.connect(path, isolation_level=None, check_same_thread=False)
    writer.execute("BEGIN IMMEDIATE")
    return writer


def busy_timeout(connection):
    with connection.cursor() as cursor:
        return cursor.execute("PRAGMA busy_timeout").fetchone()[0]


def test_one_waits_for_the_writer_before(path):
    writer, ours = holding(path), wrapper(path, timeout=10)
    release = threading.Timer(0.3, writer.commit)
    release.start()

    ours.set_autocommit(False, force_begin_transaction_with_broken_autocommit=True)
    with ours.cursor() as cursor:
        cursor.execute("INSERT INTO note VALUES ('après')")
    ours.commit()
    ours.set_autocommit(True)

    assert busy_timeout(ours) == 10_000
    ours.close()
    with sqlite3.connect(path) as database:
        assert database.execute("SELECT word FROM note").fetchall() == [("après",)]


def test_one_who_waited_too_long_is_told(path):
    writer, ours = holding(path), wrapper(path, timeout=0.2)
    started = time.monotonic()

    with pytest.raises(OperationalError, match="locked"):
        ours.set_autocommit(False, force_begin_transaction_with_broken_autocommit=True)

    assert time.monotonic() - started >= 0.2
    assert busy_timeout(ours) == 200
    writer.rollback()
    ours.close()


def test_the_longer_one_waits_the_more_often_one_asks():
    assert 0.01 <= pause(0) <= 0.02
    assert pause(0.25) <= 0.01
    assert 0.0005 <= pause(5) <= 0.001
