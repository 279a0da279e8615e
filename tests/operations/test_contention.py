"""Eight processes read then write the same SQLite file: each waits its turn, none is told « database is locked » (F12)."""

from __future__ import annotations

from pathlib import Path

import pytest
from django.db import connection

from tests.benchmarks.sqlite_writers import run

pytestmark = [
    pytest.mark.fault,
    pytest.mark.skipif(
        connection.vendor != "sqlite", reason="This is about SQLite's one writer at a time."
    ),
]


@pytest.mark.django_db
def test_eight_processes_that_read_then_write_are_never_refused(tmp_path):
    # The tables of the tests' own database: making them again would keep the machine busy for a minute.
    tables = Path(connection.settings_dict["NAME"])
    report = run(folder=tmp_path, writers=8, turns=5, patience=120, tables=tables)
    assert report.errors == []
    assert report.written == 8 * 5
    assert report.counted == 8 * 5


def test_the_journal_and_the_transactions_are_set_so():
    assert connection.settings_dict["OPTIONS"]["transaction_mode"] == "IMMEDIATE"
    assert connection.settings_dict["OPTIONS"]["timeout"] >= 20
    assert "journal_mode=WAL" in connection.settings_dict["OPTIONS"]["init_command"]
