"""Make the database of the tests once, and copy it for the processes that run them side by side.

    python -m tests.mother [suffix …]

Making the tables by their migrations keeps a processor busy for some forty seconds; copying them does not. The names are
those that pytest-django gives (`--reuse-db`): a process takes the copy that is there as it is.
"""

from __future__ import annotations

import os
import shutil
import sys
from pathlib import Path

# Says to the processes of a run that their database was made, bootstrap included, for that very run.
MADE = "TESTS_DATABASE_MADE"


def make(suffixes: list[str]) -> None:
    """Make the mother, or bring her up to date, then copy her anew."""
    from django.core.management import call_command
    from django.db import connection

    from config.catalogues import compile_catalogues

    # What the site writes at first has words of both languages: on a fresh clone there are none yet.
    compile_catalogues()
    creation = connection.creation
    name = str(creation.create_test_db(verbosity=0, autoclobber=True, serialize=False, keepdb=True))
    call_command("bootstrap", verbosity=0)
    connection.close()
    for suffix in suffixes:
        if connection.vendor == "sqlite":
            copy_file(Path(name), Path(f"{name}_{suffix}"))
        else:
            copy_on_the_server(name, f"{name}_{suffix}")


def copy_file(source: Path, target: Path) -> None:
    """Copy a closed SQLite database in the place of a former copy."""
    for former in target.parent.glob(f"{target.name}*"):
        former.unlink()
    shutil.copy(source, target)


def copy_on_the_server(source: str, target: str) -> None:
    """Copy a PostgreSQL database to which nobody is connected in the place of a former copy."""
    from django.db import connection
    from psycopg import sql

    names = {"target": sql.Identifier(target), "source": sql.Identifier(source)}
    with connection.creation._nodb_cursor() as cursor:
        cursor.execute(sql.SQL("DROP DATABASE IF EXISTS {target}").format(**names))
        cursor.execute(sql.SQL("CREATE DATABASE {target} TEMPLATE {source}").format(**names))


if __name__ == "__main__":
    os.environ["DJANGO_SETTINGS_MODULE"] = "config.settings.test"
    import django

    django.setup()
    make(sys.argv[1:])
