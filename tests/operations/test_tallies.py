"""Counts gathered in files of the machine and folded by the worker: nothing breaks a page, nothing counts twice."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import pytest
from django.db import OperationalError

from operations import tallies
from operations.models import ScheduledAct

DAY = dt.date(2026, 11, 20)


@pytest.fixture
def folded(monkeypatch: pytest.MonkeyPatch) -> list[dict]:
    """Register one kind of count, and return what it is given."""
    given: list[dict] = []
    monkeypatch.setattr(tallies, "_consumers", {"essai": lambda totals: given.append(dict(totals))})
    return given


def fold(now: dt.datetime) -> None:
    tallies.fold(now)
    tallies.fold(now)


def test_lines_are_added_up_by_day_and_key(db, folded: list[dict], now: dt.datetime) -> None:
    for key in ("a", "b", "a"):
        tallies.note("essai", key, DAY)
    tallies.note("essai", "a", DAY + dt.timedelta(days=1))
    fold(now)

    assert folded == [{(DAY, "a"): 2, (DAY, "b"): 1, (DAY + dt.timedelta(days=1), "a"): 1}]


def test_what_was_counted_is_not_counted_again(db, folded: list[dict], now: dt.datetime) -> None:
    tallies.note("essai", "a", DAY)
    fold(now)
    fold(now)

    assert len(folded) == 1
    assert list(tallies.folder().iterdir()) == []


def test_a_file_waits_one_turn_for_those_who_still_write(
    db, folded: list[dict], now: dt.datetime
) -> None:
    tallies.note("essai", "a", DAY)
    tallies.fold(now)
    assert folded == []
    tallies.note("essai", "b", DAY)
    tallies.fold(now)
    assert folded == [{(DAY, "a"): 1}]


def test_a_file_is_offered_again_when_the_database_was_away(
    db, monkeypatch: pytest.MonkeyPatch, now: dt.datetime
) -> None:
    given: list[dict] = []

    def refuse_once(totals):
        given.append(dict(totals))
        if len(given) == 1:
            raise OperationalError

    monkeypatch.setattr(tallies, "_consumers", {"essai": refuse_once})
    tallies.note("essai", "a", DAY)
    tallies.fold(now)
    tallies.fold(now)
    tallies.fold(now)

    assert given == [{(DAY, "a"): 1}] * 2
    assert list(tallies.folder().iterdir()) == []


def test_a_file_that_is_refused_stops_nothing(
    db, monkeypatch: pytest.MonkeyPatch, now: dt.datetime, caplog: pytest.LogCaptureFixture
) -> None:
    given: list[tuple[str, dict]] = []

    def consumer(kind: str):
        def take(totals) -> None:
            if (DAY, "mauvaise") in totals:
                raise RuntimeError
            given.append((kind, dict(totals)))

        return take

    monkeypatch.setattr(tallies, "_consumers", {kind: consumer(kind) for kind in ("un", "deux")})
    for kind, key in (("un", "b"), ("deux", "mauvaise")):
        tallies.note(kind, key, DAY)
    fold(now)
    tallies.note("deux", "c", DAY)
    fold(now)

    assert sorted(given) == [("deux", {(DAY, "c"): 1}), ("un", {(DAY, "b"): 1})]
    (kept,) = tallies.folder().iterdir()
    assert (kept.suffix, "mauvaise" in kept.read_text()) == (".refused", True)
    assert "counts set aside" in caplog.text


def test_only_the_last_refused_files_are_kept(
    db, monkeypatch: pytest.MonkeyPatch, now: dt.datetime
) -> None:
    def refuse(_totals) -> None:
        raise RuntimeError

    monkeypatch.setattr(tallies, "_consumers", {"essai": refuse})
    monkeypatch.setattr(tallies, "MOST_REFUSED", 2)
    for _turn in range(4):
        tallies.note("essai", "a", DAY)
        fold(now)

    assert [one.suffix for one in tallies.folder().iterdir()] == [".refused"] * 2


def test_a_refused_file_counts_nothing_of_what_came_before(
    db, monkeypatch: pytest.MonkeyPatch, now: dt.datetime
) -> None:
    def write_then_refuse(totals) -> None:
        ScheduledAct.objects.create(name=f"essai-{len(totals)}")
        if (DAY, "b") in totals:
            raise RuntimeError

    monkeypatch.setattr(tallies, "_consumers", {"essai": write_then_refuse})
    monkeypatch.setattr(tallies, "BATCH", 1)
    for key in ("a", "a", "b"):
        tallies.note("essai", key, DAY)
    fold(now)

    assert not ScheduledAct.objects.filter(name__startswith="essai").exists()


def test_keys_are_handed_over_some_at_a_time_the_most_counted_first(
    db, monkeypatch: pytest.MonkeyPatch, folded: list[dict], now: dt.datetime
) -> None:
    monkeypatch.setattr(tallies, "BATCH", 2)
    monkeypatch.setattr(tallies, "MOST_KEYS", 3)
    for number, key in enumerate("abcde", start=1):
        for _turn in range(number):
            tallies.note("essai", key, DAY)
    fold(now)

    assert folded == [{(DAY, "e"): 5, (DAY, "d"): 4}, {(DAY, "c"): 3}]


@pytest.mark.parametrize("key", ["", "x" * 201, "a\nb", "a\tb", "nul\x00"])
def test_what_would_spoil_the_file_is_left_out(
    db, folded: list[dict], now: dt.datetime, key: str
) -> None:
    tallies.note("essai", key, DAY)
    fold(now)

    assert folded == []


def test_the_file_does_not_grow_without_end(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(tallies, "LARGEST_FILE", 100)
    for _turn in range(50):
        tallies.note("essai", "clef", DAY)

    assert (tallies.folder() / "essai.tally").stat().st_size < 130


def test_a_line_cut_short_is_left_out(db, folded: list[dict], now: dt.datetime) -> None:
    tallies.note("essai", "a", DAY)
    with (tallies.folder() / "essai.tally").open("ab") as file:
        file.write(b"2026-\n\xff\xfe\n")
    fold(now)

    assert folded == [{(DAY, "a"): 1}]


@pytest.mark.parametrize("key", ["", "nul\x00", "x" * 201, "a\x1bb", "a\u2028b"])
def test_a_bad_key_of_a_file_is_left_out(
    db, folded: list[dict], now: dt.datetime, key: str
) -> None:
    tallies.note("essai", "a", DAY)
    with (tallies.folder() / "essai.tally").open("ab") as file:
        file.write(f"{DAY}\t{key}\n".encode())
    fold(now)

    assert folded == [{(DAY, "a"): 1}]


def test_a_file_that_cannot_be_taken_stops_nothing(
    db, monkeypatch: pytest.MonkeyPatch, folded: list[dict], now: dt.datetime
) -> None:
    tallies.note("essai", "a", DAY)
    with monkeypatch.context() as patched:
        patched.setattr(Path, "rename", lambda *_names: (_ for _ in ()).throw(OSError()))
        tallies.fold(now)
    fold(now)

    assert folded == [{(DAY, "a"): 1}]


def test_a_folder_that_cannot_be_written_breaks_nothing(settings, tmp_path: Path) -> None:
    (tmp_path / "fichier").write_text("")
    settings.TALLY_DIR = tmp_path / "fichier" / "dedans"

    tallies.note("essai", "a", DAY)
