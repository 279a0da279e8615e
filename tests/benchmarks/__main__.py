"""Measure the pages and the search on SQLite, and on PostgreSQL when DATABASE_URL names a server.

    python -m tests.benchmarks [--offers 2000]

Each database is made for the occasion (bootstrap, demonstration, seeded offers) and thrown away.
"""

from __future__ import annotations

import argparse
import os
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from urllib.parse import urlsplit, urlunsplit

ROOT = Path(__file__).resolve().parents[2]
SETTINGS = {"DJANGO_SETTINGS_MODULE": "config.settings.benchmark", "PYTHONPATH": "site"}


def run(environment: dict[str, str], *command: str) -> None:
    """Run a step in a process of its own, and stop at the first failure."""
    subprocess.run(
        [sys.executable, *command], cwd=ROOT, env={**os.environ, **environment}, check=True
    )


@contextmanager
def postgresql_database(url: str) -> Iterator[str]:
    """Create a database beside the one of `url`, give its address, drop it."""
    import psycopg

    parts = urlsplit(url)
    name = f"ohmylot_bench_{os.getpid()}"
    with psycopg.connect(url, autocommit=True) as connection:
        connection.execute(f'CREATE DATABASE "{name}"')
    try:
        yield urlunsplit(parts._replace(path=f"/{name}"))
    finally:
        with psycopg.connect(url, autocommit=True) as connection:
            connection.execute(f'DROP DATABASE IF EXISTS "{name}" WITH (FORCE)')


def measure(label: str, environment: dict[str, str], offers: int) -> None:
    """Fill a database, then measure pages and search on it."""
    print(f"\n=== {label}, demonstration and {offers} seeded offers", flush=True)
    run(environment, "manage.py", "migrate", "-v0")
    run(environment, "manage.py", "load_demo", "-v0")
    run(environment, "manage.py", "seed_offers", f"--count={offers}", "--seed=46", "--force")
    run(environment, "-m", "tests.benchmarks.pages")
    run(environment, "-m", "tests.benchmarks.search_bench")


def main() -> None:
    """Measure every database at hand."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--offers", type=int, default=2000, help="seeded offers (default 2000)")
    offers = parser.parse_args().offers
    with tempfile.TemporaryDirectory() as folder:
        environment = {**SETTINGS, "VAR_DIR": folder}
        measure(
            "SQLite", {**environment, "DATABASE_URL": f"sqlite:///{folder}/bench.sqlite3"}, offers
        )
        if url := os.environ.get("DATABASE_URL", ""):
            with postgresql_database(url) as database:
                measure("PostgreSQL", {**environment, "DATABASE_URL": database}, offers)
        else:
            print("\n!!! LEFT OUT: PostgreSQL (set DATABASE_URL to measure it too).")


if __name__ == "__main__":
    main()
