"""Declare the slice to Django and register what it brings to its own registries."""

from __future__ import annotations

from datetime import time, timedelta
from typing import Any

from django.apps import AppConfig
from django.conf import settings
from django.core.management import call_command
from django.core.signals import got_request_exception
from django.db.models.signals import post_migrate
from django.utils.translation import gettext_lazy as _


class OperationsConfig(AppConfig):
    """Health, the minute's schedule, purges: registries that the other slices fill."""

    name = "operations"
    label = "operations"
    verbose_name = _("Operations")
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        """Register the platform's own checks, acts and promises, and keep the cache's table present."""
        from operations import (
            checks,
            middleware,
            purge,
            readiness,
            retention,
            schedule,
            tallies,
            tasks,
        )

        readiness.register("database", checks.database)
        readiness.register("migrations", checks.migrations)
        readiness.register("storage", checks.storage)
        schedule.register("operations.purge", purge.run_each_day, daily_at=time(3, 40))
        schedule.register("operations.task_results", tasks.prune_task_results, daily_at=time(3, 50))
        schedule.register("operations.tallies", tallies.fold, every=timedelta(minutes=1))
        purge.register(retention.RATE_WINDOWS)
        purge.register(retention.SESSIONS)
        post_migrate.connect(create_cache_table, sender=self)
        got_request_exception.connect(
            middleware.remember_outage, dispatch_uid="operations.remember_outage"
        )


def create_cache_table(using: str, **_kwargs: Any) -> None:
    """Create the table of the database cache where it is missing: one command less to remember."""
    if any("DatabaseCache" in cache["BACKEND"] for cache in settings.CACHES.values()):
        call_command("createcachetable", database=using, verbosity=0)
