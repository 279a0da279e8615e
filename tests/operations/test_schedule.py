"""Each act runs once per period, whatever fails, dies or comes twice."""

from __future__ import annotations

from datetime import datetime, time, timedelta
from zoneinfo import ZoneInfo

import pytest

from operations import schedule
from operations.models import ScheduledAct
from operations.schedule import Act

PARIS = ZoneInfo("Europe/Paris")


@pytest.fixture
def ran(monkeypatch):
    """Empty the registry and return the list of the runs."""
    monkeypatch.setattr(schedule, "_acts", {})
    return []


def test_an_act_runs_once_per_period(db, now, ran):
    schedule.register("a", ran.append, every=timedelta(hours=1))
    for minutes in (0, 1, 2):
        schedule.run_due(now + timedelta(minutes=minutes))
    assert len(ran) == 1
    schedule.run_due(now + timedelta(hours=1))
    assert len(ran) == 2


def test_a_daily_act_waits_for_its_hour_in_paris(db, ran):
    schedule.register("digest", ran.append, daily_at=time(8))
    day = datetime(2026, 12, 14, 8, 0, tzinfo=PARIS)
    schedule.run_due(day)
    schedule.run_due(day + timedelta(hours=23, minutes=59))
    assert len(ran) == 1
    schedule.run_due(day + timedelta(days=1))
    assert len(ran) == 2


@pytest.mark.parametrize("first", [time(1, 40), time(7, 59), time(9), time(23, 50)])
def test_a_daily_act_does_not_run_on_the_first_start_outside_its_hour(db, ran, first):
    schedule.register("digest", ran.append, daily_at=time(8))
    day = datetime(2026, 12, 14, 8, 0, tzinfo=PARIS)
    schedule.run_due(datetime.combine(day, first, tzinfo=PARIS))
    assert ran == []
    expected = day if first < time(8) else day + timedelta(days=1)
    schedule.run_due(expected - timedelta(minutes=1))
    assert ran == []
    schedule.run_due(expected)
    assert ran == [expected]


def test_a_daily_act_first_seen_within_its_hour_runs(db, ran):
    schedule.register("digest", ran.append, daily_at=time(8))
    schedule.run_due(datetime(2026, 12, 14, 8, 59, tzinfo=PARIS))
    assert len(ran) == 1


@pytest.mark.parametrize("day", [(2027, 3, 28), (2026, 10, 25)])
def test_a_daily_act_runs_once_on_the_days_the_clocks_change(db, ran, day):
    schedule.register("digest", ran.append, daily_at=time(2, 30))
    start = datetime(*day, 0, 0, tzinfo=PARIS)
    schedule.run_due(start - timedelta(hours=1))
    ran.clear()
    for quarter in range(4 * 25):
        schedule.run_due(start + timedelta(minutes=15 * quarter))
    assert len(ran) == 1


def test_after_days_of_absence_it_catches_up_once(db, now, ran):
    schedule.register("a", ran.append, every=timedelta(minutes=1))
    schedule.register("b", ran.append, daily_at=time(8))
    schedule.run_due(now)
    ran.clear()
    schedule.run_due(now + timedelta(days=3))
    schedule.run_due(now + timedelta(days=3, seconds=1))
    assert len(ran) == 2


def test_a_failing_act_stops_no_other_and_is_tried_again_later(db, now, ran, caplog):
    def fail(_now):
        ran.append("failed")
        raise RuntimeError("jeanne@exemple.fr")

    schedule.register("a", fail, every=timedelta(hours=1))
    schedule.register("b", ran.append, every=timedelta(hours=1))
    assert schedule.run_due(now) == ["b"]
    row = ScheduledAct.objects.get(name="a")
    assert (row.failures, row.last_error, row.retry_at) == (
        1,
        "RuntimeError",
        now + timedelta(minutes=1),
    )
    schedule.run_due(now + timedelta(seconds=30))
    assert ran.count("failed") == 1
    schedule.run_due(now + timedelta(minutes=1))
    assert ran.count("failed") == 2
    assert ScheduledAct.objects.get(name="a").retry_at == now + timedelta(minutes=3)


def test_two_processes_at_once_have_one_effect(db, now, ran):
    act = Act("a", ran.append, every=timedelta(hours=1))
    assert schedule.take(act, claim="first", now=now) is True
    assert schedule.take(act, claim="second", now=now) is False
    assert schedule.run_act(act, now=now) is False
    assert ran == []


def test_the_act_of_a_killed_process_is_taken_up_again(db, now, ran):
    act = Act("a", ran.append, every=timedelta(hours=1))
    schedule.take(act, claim="killed", now=now)
    assert schedule.run_act(act, now=now + schedule.LEASE - timedelta(seconds=1)) is False
    assert schedule.run_act(act, now=now + schedule.LEASE) is True
    assert len(ran) == 1


def test_a_process_that_wakes_up_late_undoes_nothing(db, now, ran):
    act = Act("a", ran.append, every=timedelta(hours=1))
    schedule.take(act, claim="slow", now=now)
    schedule.run_act(act, now=now + schedule.LEASE)
    schedule.give_back(act, claim="slow", error=RuntimeError(), now=now + schedule.LEASE)
    assert ScheduledAct.objects.get().failures == 0


def test_an_act_has_one_rhythm(ran):
    with pytest.raises(ValueError, match="either"):
        schedule.register("a", ran.append)
    with pytest.raises(ValueError, match="either"):
        schedule.register("a", ran.append, every=timedelta(days=1), daily_at=time(8))


def test_the_slices_registered_their_acts():
    names = {act.name for act in schedule.registered()}
    assert {"mailing.sweep", "operations.purge", "operations.task_results"} <= names
