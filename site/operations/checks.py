"""The readiness checks of the platform itself: database, migrations, file storage."""

from __future__ import annotations

import os
import shutil
from pathlib import Path

from django.core.files.storage import FileSystemStorage, default_storage
from django.db import connection
from django.db.migrations.executor import MigrationExecutor

# Below it, SQLite and uploads fail soon: better to say so before.
LEAST_FREE_BYTES = 50 * 1024 * 1024


def database() -> str:
    """Ask the database for a constant."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT 1")
        cursor.fetchone()
    return ""


def migrations() -> str:
    """Compare the migrations of the code with those applied."""
    executor = MigrationExecutor(connection)
    return "pending" if executor.migration_plan(executor.loader.graph.leaf_nodes()) else ""


def storage() -> str:
    """Say whether a file could be stored, without storing one; an object store is asked for a name."""
    store = default_storage
    if not isinstance(store, FileSystemStorage):
        store.exists("readyz")
        return ""
    folder = Path(store.location)
    while not folder.exists():
        folder = folder.parent
    if not os.access(folder, os.W_OK | os.X_OK):
        return "not writable"
    return "nearly full" if shutil.disk_usage(folder).free < LEAST_FREE_BYTES else ""
