"""Turn DATABASE_URL into Django's database settings, safe by default on SQLite and bounded on PostgreSQL."""

import contextlib
from pathlib import Path
from typing import Any

import environ

# Write-ahead log: readers never wait for the writer. FULL keeps an acknowledged write through a power cut. A row that
# another replaces is deleted: with recursive triggers, those of the append-only tables hear of it.
SQLITE_PRAGMAS = (
    "PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL; PRAGMA foreign_keys=ON;"
    " PRAGMA recursive_triggers=ON; PRAGMA temp_store=MEMORY; PRAGMA cache_size=-20000; PRAGMA mmap_size=134217728;"
)
# A stuck statement, lock or transaction ends by itself: other requests are served.
POSTGRESQL_LIMITS = (
    "-c statement_timeout=10s -c lock_timeout=5s -c idle_in_transaction_session_timeout=30s"
)


def sqlite(path: Path) -> dict[str, Any]:
    """Describe a SQLite file: write-ahead log, immediate transactions, 20 s of patience for the writer's turn."""
    # On a fresh clone the folder does not exist yet, and SQLite makes files only.
    with contextlib.suppress(OSError):
        path.parent.mkdir(parents=True, exist_ok=True)
    return {
        "ENGINE": "operations.sqlite3",
        "NAME": str(path),
        # Reconnecting costs a third of an empty page.
        "CONN_MAX_AGE": None,
        "OPTIONS": {
            "transaction_mode": "IMMEDIATE",
            "timeout": 20,
            "init_command": SQLITE_PRAGMAS,
        },
    }


def database_from_url(url: str, *, default_path: Path, pool_size: int = 8) -> dict[str, Any]:
    """Describe the database named by `url`; without one, a SQLite file at `default_path`.

    `pool_size` is the largest number of PostgreSQL connections of one process; 0 switches the pool off.
    Raises `environ.ImproperlyConfigured` when the address cannot be read.
    """
    if not url:
        return sqlite(default_path)
    config: dict[str, Any] = dict(environ.Env.db_url_config(url))
    if "sqlite" in config["ENGINE"]:
        return sqlite(Path(config["NAME"]))
    options = config.setdefault("OPTIONS", {})
    options.setdefault("connect_timeout", 3)
    options.setdefault("options", POSTGRESQL_LIMITS)
    if pool_size:
        options["pool"] = {"min_size": 1, "max_size": pool_size, "timeout": 3}
    return config
