"""Caches that fail open: when the store is down, pages are served without it."""

from __future__ import annotations

import logging
import threading
import time
from collections.abc import Callable
from contextlib import nullcontext
from typing import Any, TypeVar

from django.core.cache.backends.db import DatabaseCache
from django.core.cache.backends.redis import RedisCache
from django.db import DatabaseError, InterfaceError, connections, router, transaction

logger = logging.getLogger(__name__)
T = TypeVar("T")

# Wagtail asks for these on each page and would write them from a visitor's GET. They are the same for all,
# tiny and cheap to find again: each process remembers them for a moment, the table never sees them.
LOCAL_KEYS = frozenset({"wagtail_site_root_paths", "wagtail_locales_display_name"})
LONGEST_LOCAL_SECONDS = 60


class LocalMemory:
    """Keep a few named values in this process for at most a minute."""

    def __init__(self, seconds: float) -> None:
        self.seconds = min(seconds, LONGEST_LOCAL_SECONDS)
        self._values: dict[str, tuple[float, Any]] = {}
        self._lock = threading.Lock()

    def get(self, key: str, default: Any = None) -> Any:
        """Return the value of `key` while it is fresh."""
        until, value = self._values.get(key, (0.0, default))
        return value if until > time.monotonic() else default

    def set(self, key: str, value: Any) -> None:
        """Remember a value; there are as many as LOCAL_KEYS times the cache's versions, so few."""
        with self._lock:
            if len(self._values) > 100:
                self._values.clear()
            if self.seconds > 0:
                self._values[key] = (time.monotonic() + self.seconds, value)

    def delete(self, key: str) -> bool:
        """Forget a value; say whether there was one."""
        with self._lock:
            return self._values.pop(key, None) is not None

    def clear(self) -> None:
        """Forget everything."""
        with self._lock:
            self._values.clear()


# Django builds one cache object per thread: this memory is shared by all of a process.
_local = LocalMemory(LONGEST_LOCAL_SECONDS)


class FailSafeDatabaseCache(DatabaseCache):
    """The database cache; a missing table or a failing database is a miss, not an error.

    `OPTIONS["LOCAL_SECONDS"]` is how long LOCAL_KEYS live in the process (0: not at all).
    """

    def __init__(self, table: str, params: dict[str, Any]) -> None:
        options = params.setdefault("OPTIONS", {})
        self._local_seconds = float(options.pop("LOCAL_SECONDS", LONGEST_LOCAL_SECONDS))
        super().__init__(table, params)

    def _attempt(self, act: Callable[[], T], *, fallback: T) -> T:
        alias = router.db_for_write(self.cache_model_class)
        try:
            # On PostgreSQL a failed statement would spoil the caller's transaction: a savepoint holds it.
            inside = connections[alias].in_atomic_block
            with transaction.atomic(using=alias) if inside else nullcontext():
                return act()
        except (DatabaseError, InterfaceError) as error:
            logger.warning("cache unavailable", extra={"error": type(error).__name__})
            return fallback

    def get(self, key: Any, default: Any = None, version: int | None = None) -> Any:
        """Read a value; the default when the store fails."""
        if key in LOCAL_KEYS:
            return (
                _local.get(self.make_key(key, version), default) if self._local_seconds else default
            )
        return self._attempt(
            lambda: super(FailSafeDatabaseCache, self).get(key, default, version), fallback=default
        )

    def get_many(self, keys: Any, version: int | None = None) -> dict[Any, Any]:
        """Read several values; none when the store fails."""
        return self._attempt(
            lambda: super(FailSafeDatabaseCache, self).get_many(keys, version), fallback={}
        )

    def set(self, key: Any, value: Any, timeout: Any = ..., version: int | None = None) -> None:
        """Write a value, or nothing when the store fails."""
        if key in LOCAL_KEYS:
            if self._local_seconds:
                _local.set(self.make_key(key, version), value)
            return
        given = {} if timeout is ... else {"timeout": timeout}
        self._attempt(
            lambda: super(FailSafeDatabaseCache, self).set(key, value, version=version, **given),
            fallback=None,
        )

    def add(self, key: Any, value: Any, timeout: Any = ..., version: int | None = None) -> bool:
        """Write a value if there is none; when the store fails, say it was written: locks must not block."""
        given = {} if timeout is ... else {"timeout": timeout}
        return self._attempt(
            lambda: super(FailSafeDatabaseCache, self).add(key, value, version=version, **given),
            fallback=True,
        )

    def touch(self, key: Any, timeout: Any = ..., version: int | None = None) -> bool:
        """Prolong a value; False when the store fails."""
        given = {} if timeout is ... else {"timeout": timeout}
        return self._attempt(
            lambda: super(FailSafeDatabaseCache, self).touch(key, version=version, **given),
            fallback=False,
        )

    def delete(self, key: Any, version: int | None = None) -> bool:
        """Forget a value; False when the store fails."""
        if key in LOCAL_KEYS:
            return _local.delete(self.make_key(key, version))
        return self._attempt(
            lambda: super(FailSafeDatabaseCache, self).delete(key, version), fallback=False
        )

    def delete_many(self, keys: Any, version: int | None = None) -> None:
        """Forget several values, or none when the store fails."""
        self._attempt(
            lambda: super(FailSafeDatabaseCache, self).delete_many(keys, version), fallback=None
        )

    def has_key(self, key: Any, version: int | None = None) -> bool:
        """Say whether a value is there; False when the store fails."""
        if key in LOCAL_KEYS:
            return self.get(key, version=version) is not None
        return self._attempt(
            lambda: super(FailSafeDatabaseCache, self).has_key(key, version), fallback=False
        )

    def clear(self) -> None:
        """Forget everything."""
        _local.clear()
        self._attempt(super().clear, fallback=None)


class FailSafeRedisCache(RedisCache):
    """The Redis cache; an unreachable server is a miss, not an error."""

    def _attempt(self, act: Callable[[], T], *, fallback: T) -> T:
        import redis

        try:
            return act()
        except (redis.RedisError, OSError) as error:
            logger.warning("cache unavailable", extra={"error": type(error).__name__})
            return fallback

    def get(self, key: Any, default: Any = None, version: int | None = None) -> Any:
        """Read a value; the default when the server fails."""
        return self._attempt(
            lambda: super(FailSafeRedisCache, self).get(key, default, version), fallback=default
        )

    def get_many(self, keys: Any, version: int | None = None) -> dict[Any, Any]:
        """Read several values; none when the server fails."""
        return self._attempt(
            lambda: super(FailSafeRedisCache, self).get_many(keys, version), fallback={}
        )

    def set(self, key: Any, value: Any, *args: Any, **kwargs: Any) -> None:
        """Write a value, or nothing when the server fails."""
        self._attempt(
            lambda: super(FailSafeRedisCache, self).set(key, value, *args, **kwargs), fallback=None
        )

    def set_many(self, data: Any, *args: Any, **kwargs: Any) -> list[Any]:
        """Write several values, or none when the server fails."""
        return self._attempt(
            lambda: super(FailSafeRedisCache, self).set_many(data, *args, **kwargs),
            fallback=list(data),
        )

    def add(self, key: Any, value: Any, *args: Any, **kwargs: Any) -> bool:
        """Write a value if there is none; when the server fails, say it was written: locks must not block."""
        return self._attempt(
            lambda: super(FailSafeRedisCache, self).add(key, value, *args, **kwargs), fallback=True
        )

    def touch(self, key: Any, *args: Any, **kwargs: Any) -> bool:
        """Prolong a value; False when the server fails."""
        return self._attempt(
            lambda: super(FailSafeRedisCache, self).touch(key, *args, **kwargs), fallback=False
        )

    def incr(self, key: Any, delta: int = 1, version: int | None = None) -> int:
        """Count; a lost server counts from nothing. Raises ValueError for an unknown key, as Django does."""
        return self._attempt(
            lambda: super(FailSafeRedisCache, self).incr(key, delta, version), fallback=delta
        )

    def delete(self, key: Any, version: int | None = None) -> bool:
        """Forget a value; False when the server fails."""
        return self._attempt(
            lambda: super(FailSafeRedisCache, self).delete(key, version), fallback=False
        )

    def delete_many(self, keys: Any, version: int | None = None) -> None:
        """Forget several values, or none when the server fails."""
        self._attempt(
            lambda: super(FailSafeRedisCache, self).delete_many(keys, version), fallback=None
        )

    def has_key(self, key: Any, version: int | None = None) -> bool:
        """Say whether a value is there; False when the server fails."""
        return self._attempt(
            lambda: super(FailSafeRedisCache, self).has_key(key, version), fallback=False
        )

    def clear(self) -> None:
        """Forget everything, or nothing when the server fails."""
        self._attempt(super().clear, fallback=None)
