"""Watchers learn what they need, and nothing more."""

from __future__ import annotations

from datetime import timedelta

from django.test import Client
from django.utils import timezone

from mailing.services import Letter, queue_letter
from operations import checks, readiness


def test_the_process_answers_without_the_database(client):
    response = client.get("/healthz")  # the test may not touch the database
    assert (response.status_code, response.json()) == (200, {"status": "ok"})
    assert "no-store" in response["Cache-Control"]
    assert not response.cookies


def test_a_ready_site_says_so(db):
    response = Client().get("/readyz")
    assert response.status_code == 200
    assert response.json() == {
        "status": "ready",
        "checks": {"database": "ok", "migrations": "ok", "outbox": "ok", "storage": "ok"},
    }


def test_a_failing_check_makes_the_site_not_ready_and_tells_no_detail(db, monkeypatch, caplog):
    def fail():
        raise RuntimeError("password=secret host=db.example")

    monkeypatch.setitem(readiness._checks, "database", readiness.Registered(fail, blocking=True))
    response = Client().get("/readyz")
    assert response.status_code == 503
    assert response.json()["checks"] == {
        "database": "failed",
        "migrations": "unknown",
        "outbox": "unknown",
        "storage": "unknown",
    }
    assert b"secret" not in response.content


def test_migrations_to_apply_make_the_site_not_ready(db, monkeypatch):
    from django.db.migrations.executor import MigrationExecutor

    monkeypatch.setattr(MigrationExecutor, "migration_plan", lambda _self, _targets: [("x", False)])
    assert checks.migrations() == "pending"


def test_a_late_outbox_is_shown_and_turns_no_visitor_away(db):
    old = timezone.now() - timedelta(minutes=16)
    queue_letter(Letter(to="a@exemple.fr", subject="s", text="t"), now=old)
    response = Client().get("/readyz")
    assert (response.status_code, response.json()["checks"]["outbox"]) == (200, "late")


def test_a_folder_without_room_or_right_is_told(settings, tmp_path, monkeypatch):
    settings.MEDIA_ROOT = tmp_path / "not" / "yet" / "there"
    assert checks.storage() == ""
    monkeypatch.setattr(checks.os, "access", lambda *_args: False)
    assert checks.storage() == "not writable"
    monkeypatch.undo()
    settings.MEDIA_ROOT = tmp_path
    monkeypatch.setattr(checks, "LEAST_FREE_BYTES", 2**62)
    assert checks.storage() == "nearly full"


def test_writing_to_a_watcher_is_refused(db, client):
    assert client.post("/healthz").status_code == 405
    assert client.post("/readyz").status_code == 405
