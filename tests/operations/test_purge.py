"""Promises of retention are applied, counted and independent."""

from __future__ import annotations

from datetime import timedelta
from io import StringIO

import pytest
from django.contrib.sessions.models import Session
from django.core.management import CommandError, call_command
from django.utils import timezone

from operations import purge, ratelimit
from operations.models import RateWindow
from operations.purge import Policy


def test_counts_whose_window_is_over_are_deleted(db):
    now = timezone.now()
    ratelimit.allow(scope="t", key="old", limit=1, per_seconds=60, now=now - timedelta(hours=1))
    ratelimit.allow(scope="t", key="new", limit=1, per_seconds=60, now=now)
    assert purge.run_all(now, dry_run=True)["operations.rate_windows"] == 1
    assert RateWindow.objects.count() == 2
    assert purge.run_all(now)["operations.rate_windows"] == 1
    assert purge.run_all(now)["operations.rate_windows"] == 0
    assert RateWindow.objects.count() == 1


def test_ended_sessions_are_deleted(db):
    now = timezone.now()
    Session.objects.create(
        session_key="old", session_data="", expire_date=now - timedelta(seconds=1)
    )
    Session.objects.create(session_key="new", session_data="", expire_date=now + timedelta(hours=1))
    purge.run_all(now)
    assert list(Session.objects.values_list("pk", flat=True)) == ["new"]


def test_a_failing_promise_stops_no_other_and_makes_the_command_fail(db, monkeypatch, caplog):
    def fail(now, dry_run):
        raise RuntimeError

    monkeypatch.setattr(
        purge,
        "_policies",
        {"a": Policy("a", "never", fail), "b": Policy("b", "always", lambda _now, _dry_run: 3)},
    )
    out = StringIO()
    with pytest.raises(CommandError, match="Not applied: a"):
        call_command("purge", stdout=out)
    assert "b (always): 3" in out.getvalue()
    with pytest.raises(RuntimeError):
        purge.run_each_day(timezone.now())
