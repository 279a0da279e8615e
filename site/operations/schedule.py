"""Acts done by the clock: slices register them, `manage.py run_scheduled` runs each once per period."""

from __future__ import annotations

import logging
import uuid
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, time, timedelta

from django.db import IntegrityError, transaction
from django.utils import timezone

from operations.models import ScheduledAct

logger = logging.getLogger(__name__)

# Past it, a process that took an act and never said it was done is taken for dead.
LEASE = timedelta(minutes=10)
LONGEST_WAIT = timedelta(hours=1)
# A daily act seen for the first time later than this after its hour waits for the next day.
FIRST_HOUR = timedelta(hours=1)

Function = Callable[[datetime], object]


@dataclass(frozen=True, slots=True)
class Act:
    """An act of the schedule: every so often, or each day from an hour of Paris."""

    name: str
    function: Function
    every: timedelta | None = None
    daily_at: time | None = None

    def period(self, now: datetime) -> str:
        """Name the period `now` belongs to: the act is due when this name changes."""
        if self.every is not None:
            return str(int(now.timestamp() // self.every.total_seconds()))
        local = timezone.localtime(now)
        day = local.date()
        if self.daily_at is not None and local.time() < self.daily_at:
            day -= timedelta(days=1)
        return day.isoformat()

    def is_out_of_hours(self, now: datetime) -> bool:
        """Say whether a daily act would run at an hour that nobody expects of it."""
        if self.daily_at is None:
            return False
        local = timezone.localtime(now).time()
        past = timedelta(
            hours=local.hour - self.daily_at.hour, minutes=local.minute - self.daily_at.minute
        )
        return not timedelta(0) <= past < FIRST_HOUR


_acts: dict[str, Act] = {}


def register(
    name: str,
    function: Function,
    *,
    every: timedelta | None = None,
    daily_at: time | None = None,
) -> None:
    """Add an act to the schedule. `function(now)` must be safe to run twice: a killed process's act is redone.

    After days of absence it runs once, not once per missed period. A daily act seen for the first time outside
    its hour waits for it: a site that starts at night sends no mail of the morning. Raises ValueError unless
    exactly one of `every` and `daily_at` is given.
    """
    if (every is None) == (daily_at is None):
        raise ValueError("Give either `every` or `daily_at`.")
    _acts[name] = Act(name=name, function=function, every=every, daily_at=daily_at)


def registered() -> list[Act]:
    """List the acts, in the order of their names."""
    return [_acts[name] for name in sorted(_acts)]


def run_due(now: datetime) -> list[str]:
    """Run every act that is due and return the names of those that succeeded; one failure stops no other."""
    return [act.name for act in registered() if run_act(act, now=now)]


def run_act(act: Act, *, now: datetime) -> bool:
    """Run one act if it is due and nobody else runs it; say whether it was run and succeeded."""
    claim = uuid.uuid4().hex
    if not take(act, claim=claim, now=now):
        return False
    try:
        act.function(now)
    except Exception as error:
        logger.exception("scheduled act failed", extra={"act": act.name})
        give_back(act, claim=claim, error=error, now=now)
        return False
    ScheduledAct.objects.filter(name=act.name, claim=claim).update(
        period=act.period(now),
        claimed_until=None,
        claim="",
        failures=0,
        retry_at=None,
        succeeded_at=now,
        last_error="",
    )
    return True


def take(act: Act, *, claim: str, now: datetime) -> bool:
    """Claim the act's row by one conditional update: of two processes exactly one succeeds."""
    due = ScheduledAct.objects.claimable(name=act.name, period=act.period(now), now=now)
    if due.update(claim=claim, claimed_until=now + LEASE):
        return True
    if ScheduledAct.objects.filter(name=act.name).exists():
        return False
    waits = act.is_out_of_hours(now)
    first: dict[str, object] = (
        {"period": act.period(now)} if waits else {"claim": claim, "claimed_until": now + LEASE}
    )
    try:
        with transaction.atomic():
            ScheduledAct.objects.create(name=act.name, **first)
    except IntegrityError:
        return False  # another process saw the act first
    return not waits


def give_back(act: Act, *, claim: str, error: Exception, now: datetime) -> None:
    """Record a failure: the act is tried again after 1, 2, 4… minutes, an hour at most."""
    row = ScheduledAct.objects.filter(name=act.name, claim=claim).first()
    if row is None:
        return
    wait = min(timedelta(minutes=2 ** min(row.failures, 10)), LONGEST_WAIT)
    ScheduledAct.objects.filter(pk=row.pk, claim=claim).update(
        claimed_until=None,
        claim="",
        failures=row.failures + 1,
        retry_at=now + wait,
        last_error=type(error).__name__[:200],
    )
