"""Tables that the database itself refuses to rewrite: triggers made by migrations, on SQLite and PostgreSQL.

What a guard lets through is written in its `doors`, as conditions on OLD and NEW: usually the blanking of
a name. Everything else is refused with an IntegrityError, whoever asks.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from typing import Any

from django.db import connection, transaction

# What stands in a log in place of the name of a person whose account is gone: data, as it is read.
PSEUDONYM = "Compte supprimé"
PREFIX = "append_only"
SETTING = "append_only.door"

Step = Callable[[Any, Any], None]

FORGET_ACTOR = (
    "(NEW.actor_id IS NULL OR (OLD.actor_id IS NOT NULL AND NEW.actor_id = OLD.actor_id))"
)
FORGET_NAME = f"(NEW.actor_name = OLD.actor_name OR NEW.actor_name = '{PSEUDONYM}')"


def guard(table: str, doors: Mapping[str, str] | None = None) -> Step:
    """Return the step of a migration that guards `table`.

    `doors` gives, by column, the condition under which an UPDATE may change it; a condition is never
    NULL. The other columns may not change, and no row may go.
    """

    def forwards(_apps: Any, schema_editor: Any) -> None:
        for statement in statements(schema_editor.connection, table, dict(doors or {})):
            schema_editor.execute(statement, params=None)

    return forwards


def unguard(table: str) -> Step:
    """Return the step of a migration that takes the guard of `table` away."""

    def backwards(_apps: Any, schema_editor: Any) -> None:
        on_table = f' ON "{table}"' if schema_editor.connection.vendor == "postgresql" else ""
        for name in trigger_names(schema_editor.connection.vendor, table):
            schema_editor.execute(f'DROP TRIGGER IF EXISTS "{name}"{on_table}', params=None)
        if on_table:
            schema_editor.execute(f'DROP FUNCTION IF EXISTS "{PREFIX}_{table}"()', params=None)

    return backwards


def trigger_names(vendor: str, table: str) -> list[str]:
    """Return the names of the triggers that guard a table."""
    acts = ("update", "delete", "truncate") if vendor == "postgresql" else ("update", "delete")
    return [f"{PREFIX}_{act}_{table}" for act in acts]


def guarding(table: str) -> list[str]:
    """Return the triggers of ours that the database has on `table`, in the order of their names."""
    query = (
        "SELECT tgname FROM pg_trigger WHERE tgrelid = %s::regclass AND NOT tgisinternal"
        if connection.vendor == "postgresql"
        else "SELECT name FROM sqlite_master WHERE type = 'trigger' AND tbl_name = %s"
    )
    with connection.cursor() as cursor:
        cursor.execute(query, [table])
        return sorted(name for (name,) in cursor.fetchall() if name.startswith(PREFIX))


def statements(database: Any, table: str, doors: dict[str, str]) -> list[str]:
    """Return the SQL of the guard of a table."""
    make = _postgresql if database.vendor == "postgresql" else _sqlite
    return make(database, table, doors)


def _trigger(act: str, table: str) -> str:
    return f'CREATE TRIGGER "{PREFIX}_{act.lower()}_{table}" BEFORE {act} ON "{table}"'


def _postgresql(_database: Any, table: str, doors: dict[str, str]) -> list[str]:
    kept = "ARRAY[" + ", ".join(f"'{column}'" for column in doors) + "]::text[]"
    same = f"(to_jsonb(NEW) - {kept}) = (to_jsonb(OLD) - {kept})"
    allowed = " AND ".join((same, *doors.values()))
    run = f'EXECUTE FUNCTION "{PREFIX}_{table}"()'
    return [
        f"""CREATE OR REPLACE FUNCTION "{PREFIX}_{table}"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF current_setting('{SETTING}', true) = 'open' THEN
    IF TG_OP = 'DELETE' THEN RETURN OLD; END IF;
    IF TG_OP = 'UPDATE' THEN RETURN NEW; END IF;
    RETURN NULL;
  END IF;
  RAISE EXCEPTION '{table} is append-only' USING ERRCODE = 'integrity_constraint_violation';
END $$""",
        f"{_trigger('UPDATE', table)} FOR EACH ROW WHEN (NOT ({allowed})) {run}",
        f"{_trigger('DELETE', table)} FOR EACH ROW {run}",
        f"{_trigger('TRUNCATE', table)} FOR EACH STATEMENT {run}",
    ]


def _sqlite(database: Any, table: str, doors: dict[str, str]) -> list[str]:
    with database.cursor() as cursor:
        columns = [row.name for row in database.introspection.get_table_description(cursor, table)]
    same = [f'NEW."{column}" IS OLD."{column}"' for column in columns if column not in doors]
    allowed = " AND ".join((*same, *doors.values()))
    refuse = f"BEGIN SELECT RAISE(ABORT, '{table} is append-only'); END"
    return [
        f"{_trigger('UPDATE', table)} FOR EACH ROW WHEN NOT ({allowed}) {refuse}",
        f"{_trigger('DELETE', table)} FOR EACH ROW {refuse}",
    ]


@contextmanager
def unguarded() -> Iterator[None]:
    """Let rows of guarded tables go, inside one transaction: for emptying a whole database, nothing else."""
    with transaction.atomic(), connection.cursor() as cursor:
        if connection.vendor == "postgresql":
            cursor.execute("SELECT set_config(%s, 'open', true)", [SETTING])
            yield
            cursor.execute("SELECT set_config(%s, 'shut', true)", [SETTING])
            return
        cursor.execute(
            "SELECT name, sql FROM sqlite_master WHERE type = 'trigger' AND name LIKE %s",
            [f"{PREFIX}%"],
        )
        triggers = cursor.fetchall()
        for name, _sql in triggers:
            cursor.execute(f'DROP TRIGGER "{name}"')
        yield
        for _name, sql in triggers:
            cursor.execute(sql, None)
