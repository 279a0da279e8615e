"""The one door to background work: everyone imports `task` and `enqueue` from here."""

from __future__ import annotations

import logging
from datetime import datetime, timedelta
from typing import Any

from django.core.management import call_command
from django.db import transaction
from django_tasks import task

logger = logging.getLogger(__name__)

__all__ = ["enqueue", "prune_task_results", "task"]

KEEP_TASK_RESULTS = timedelta(days=14)


def enqueue(work: Any, *args: Any, **kwargs: Any) -> None:
    """Hand `work` (a `@task` function) to the worker once the current transaction is committed.

    Failing to hand it over never breaks the caller: what must happen is a row of its own, swept each minute.
    Arguments are plain JSON values.
    """

    def hand_over() -> None:
        try:
            with transaction.atomic():
                work.enqueue(*args, **kwargs)
        except Exception as error:  # noqa: BLE001 - the row is the truth, the task only wakes the worker
            logger.warning(
                "task not enqueued",
                extra={"task": work.module_path, "error": type(error).__name__},
            )

    transaction.on_commit(hand_over, robust=True)


def prune_task_results(_now: datetime) -> None:
    """Forget the results of finished tasks after two weeks."""
    call_command("prune_db_task_results", min_age_days=KEEP_TASK_RESULTS.days, verbosity=0)
