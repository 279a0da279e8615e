"""Several people at the same time, for real: threads, each with its own connection, released together."""

import threading

import pytest
from django.db import connection, connections
from wagtail.models import Page

from operations import append_only

NEEDS_POSTGRESQL = [
    pytest.mark.postgresql,
    pytest.mark.skipif(
        connection.vendor != "postgresql",
        reason="Races need two writers at once, so PostgreSQL (DATABASE_URL): SQLite lets one write at a time.",
    ),
]


def keys_of_every_row():
    """Return, by table, its primary key and the keys of its rows."""
    found = {}
    with connection.cursor() as cursor:
        for table in connection.introspection.table_names(cursor):
            (key,) = connection.introspection.get_primary_key_columns(cursor, table) or (None,)
            if key is not None:
                cursor.execute(f'SELECT "{key}"::text FROM "{table}"')
                found[table] = (key, [row[0] for row in cursor.fetchall()])
    return found


@pytest.fixture(scope="module")
def committed(django_db_setup, django_db_blocker):
    """Let the tests of this module commit, as threads only see what is; then remove the rows they made.

    Flushing, as Django does after such tests, would also remove the site that all the others start from.
    """
    with django_db_blocker.unblock():
        # Without a test marked `django_db` in the run, no test database would have been made.
        assert str(connection.settings_dict["NAME"]).startswith("test_")
        before = keys_of_every_row()
        yield
        with append_only.unguarded(), connection.cursor() as cursor:
            # Foreign keys are checked at the end of the transaction: any order will do.
            for table, (key, keys) in before.items():
                cursor.execute(f'DELETE FROM "{table}" WHERE NOT ("{key}"::text = ANY(%s))', [keys])
        Page.fix_tree()  # the pages above still counted those just removed
        connection.close()


def at_once(*acts):
    """Run the acts in as many threads, released together; return what each gave or raised."""
    gate, results = threading.Barrier(len(acts)), [None] * len(acts)

    def run(position, act):
        try:
            gate.wait(timeout=20)
            results[position] = act()
        except Exception as error:  # noqa: BLE001 - told to the test
            results[position] = error
        finally:
            connections.close_all()

    threads = [threading.Thread(target=run, args=pair) for pair in enumerate(acts)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(timeout=60)
    return results


def winners(results):
    return [result for result in results if not isinstance(result, Exception)]


def losers(results):
    return [result for result in results if isinstance(result, Exception)]
