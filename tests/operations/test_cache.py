"""A cache out of service is a cache that remembers nothing."""

from __future__ import annotations

import pytest
from django.core.cache.backends.base import InvalidCacheBackendError
from django.db import OperationalError, connection, transaction

from operations import cache as caches
from operations.cache import FailSafeDatabaseCache, FailSafeRedisCache


def database_cache(table="cache", **options):
    return FailSafeDatabaseCache(table, {"OPTIONS": options})


def exercise(store):
    """Use every act of a cache and return what it says."""
    store.set("a", 1)
    return {
        "get": store.get("a", "default"),
        "get_many": store.get_many(["a"]),
        "add": store.add("b", 1),
        "touch": store.touch("a"),
        "has_key": "a" in store,
        "set_many": store.set_many({"c": 1}),
        "get_or_set": store.get_or_set("d", 2),
        "delete": store.delete("a"),
        "delete_many": store.delete_many(["b"]),
        "clear": store.clear(),
    }


def test_a_working_store_remembers(db):
    said = exercise(database_cache())
    assert (said["get"], said["get_many"], said["touch"], said["has_key"]) == (
        1,
        {"a": 1},
        True,
        True,
    )


def test_a_missing_table_is_a_miss_and_leaves_the_transaction_usable(db, caplog):
    with transaction.atomic():
        said = exercise(database_cache("no_such_table"))
        with connection.cursor() as cursor:
            cursor.execute("SELECT 1")
            assert cursor.fetchone() == (1,)
    assert (said["get"], said["get_many"], said["add"], said["get_or_set"]) == (
        "default",
        {},
        True,
        2,
    )
    assert "cache unavailable" in caplog.text


def test_a_database_that_is_down_is_a_miss(db, monkeypatch, caplog):
    store = database_cache()

    def fail(*args, **kwargs):
        raise OperationalError("connection refused")

    with monkeypatch.context() as patch:
        patch.setattr(connection, "cursor", fail)
        assert store.get("a", "default") == "default"


def test_a_redis_server_that_is_down_is_a_miss(caplog):
    store = FailSafeRedisCache(
        "redis://127.0.0.1:1", {"OPTIONS": {"socket_connect_timeout": 0.2, "socket_timeout": 0.2}}
    )
    said = exercise(store)
    assert (said["get"], said["add"], said["has_key"], said["get_or_set"]) == (
        "default",
        True,
        False,
        2,
    )
    assert store.incr("n") == 1


def test_the_roots_of_the_sites_live_in_the_process_for_a_minute_at_most(
    db, monkeypatch, django_assert_num_queries
):
    clock = [1000.0]
    monkeypatch.setattr(caches.time, "monotonic", lambda: clock[0])
    caches._local.clear()
    store = database_cache()
    with django_assert_num_queries(0):
        store.set("wagtail_site_root_paths", ["/"], 3600, version=1)
        assert store.get("wagtail_site_root_paths", version=1) == ["/"]
        clock[0] += 59
        assert store.get("wagtail_site_root_paths", version=1) == ["/"]
        clock[0] += 2
        assert store.get("wagtail_site_root_paths", version=1) is None
        store.set("wagtail_site_root_paths", ["/"], 3600, version=1)
        store.delete("wagtail_site_root_paths", version=1)
        assert store.get("wagtail_site_root_paths", version=1) is None
    caches._local.clear()


def test_the_local_memory_can_be_off_and_stays_small(db):
    store = database_cache(LOCAL_SECONDS=0)
    store.set("wagtail_site_root_paths", ["/"])
    assert store.get("wagtail_site_root_paths") is None
    memory = caches.LocalMemory(10_000)
    assert memory.seconds == 60
    for number in range(500):
        memory.set(str(number), number)
    assert len(memory._values) <= 101


def test_an_unknown_backend_is_still_an_error():
    from django.core.cache import caches as configured

    with pytest.raises(InvalidCacheBackendError):
        configured["nothing"]
