"""What the platform itself keeps, and for how long."""

from __future__ import annotations

from datetime import datetime

from django.contrib.sessions.models import Session

from operations.models import RateWindow
from operations.purge import Policy


def forget_rate_windows(now: datetime, dry_run: bool) -> int:
    """Delete the counts of attempts whose window is over."""
    rows = RateWindow.objects.over(now)
    return rows.count() if dry_run else rows.delete()[0]


def forget_sessions(now: datetime, dry_run: bool) -> int:
    """Delete the sessions that have ended."""
    rows = Session.objects.filter(expire_date__lte=now)
    return rows.count() if dry_run else rows.delete()[0]


RATE_WINDOWS = Policy(
    name="operations.rate_windows",
    keeps="counts of attempts, as digests: until their window ends",
    run=forget_rate_windows,
)
SESSIONS = Policy(
    name="operations.sessions",
    keeps="sessions: until they end",
    run=forget_sessions,
)
