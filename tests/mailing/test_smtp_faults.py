"""Whatever a real mail server does, nothing written is lost."""

from __future__ import annotations

import asyncio
import os
import random
import signal
import socket
import sqlite3
import subprocess
import sys
import time
from datetime import timedelta
from pathlib import Path

import pytest
from aiosmtpd.controller import Controller

from mailing.delivery import deliver, deliver_due
from mailing.models import OutgoingMail
from mailing.services import Letter, queue_letter
from mailing.states import MailStatus

ROOT = Path(__file__).resolve().parents[2]


class Server:
    """An SMTP server that answers as told and keeps what it took."""

    def __init__(self):
        self.taken: list[str] = []
        self.answer = "250 OK"
        self.cut_after_data = False
        self.wait = 0.0

    async def handle_DATA(self, server, session, envelope):  # noqa: ARG002, N802 - as aiosmtpd calls it
        await asyncio.sleep(self.wait)
        if self.answer.startswith("250"):
            content = envelope.content.decode("utf-8", "replace")
            self.taken.append(message_id(content))
        if self.cut_after_data:
            server.transport.abort()
        return self.answer


def message_id(content):
    """Read the identity of a mail as it travels."""
    return next(line for line in content.splitlines() if line.lower().startswith("message-id:"))


@pytest.fixture
def smtp(settings):
    """Run a real SMTP server and deliver to it."""
    handler = Server()
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    controller = Controller(handler, hostname="127.0.0.1", port=port)
    controller.start()
    settings.DELIVERY_EMAIL_BACKEND = "django.core.mail.backends.smtp.EmailBackend"
    settings.EMAIL_HOST, settings.EMAIL_PORT, settings.EMAIL_TIMEOUT = "127.0.0.1", port, 1
    handler.port = port
    yield handler
    controller.stop()


def write(now, count=1):
    return [
        queue_letter(Letter(to=f"p{n}@exemple.fr", subject="Été", text="texte"), now=now)
        for n in range(count)
    ]


def test_a_working_server_takes_the_mail(db, now, smtp):
    (mail,) = write(now)
    assert deliver(mail_id=mail.pk, now=now) == MailStatus.SENT
    assert smtp.taken == [f"Message-ID: {mail.message_id}"]


@pytest.mark.parametrize("answer", ["451 try again later", "554 refused"])
def test_a_refused_mail_leaves_when_the_server_takes_mail_again(db, now, smtp, answer, caplog):
    write(now, 3)
    smtp.answer = answer
    assert deliver_due(now=now) == 0
    code = answer[:3]
    assert set(OutgoingMail.objects.values_list("last_error", flat=True)) == {
        f"SMTPDataError {code}"
    }
    smtp.answer = "250 OK"
    assert deliver_due(now=now + timedelta(minutes=1)) == 3
    assert len(set(smtp.taken)) == 3


def test_a_closed_port_delays_the_mail(db, now, smtp, settings, caplog):
    write(now, 2)
    settings.EMAIL_PORT = 1
    assert deliver_due(now=now) == 0
    settings.EMAIL_PORT = smtp.port
    assert deliver_due(now=now + timedelta(minutes=1)) == 2


def test_a_server_that_does_not_answer_in_time_delays_the_mail(db, now, smtp, caplog):
    (mail,) = write(now)
    smtp.wait = 3
    started = time.monotonic()
    assert deliver(mail_id=mail.pk, now=now) == MailStatus.QUEUED
    assert time.monotonic() - started < 3
    smtp.wait = 0
    assert deliver_due(now=now + timedelta(minutes=1)) == 1


def test_a_lost_answer_costs_a_second_copy_of_the_same_identity(db, now, smtp, caplog):
    (mail,) = write(now)
    smtp.cut_after_data = True
    assert deliver(mail_id=mail.pk, now=now) == MailStatus.QUEUED
    smtp.cut_after_data = False
    assert deliver_due(now=now + timedelta(minutes=1)) == 1
    assert smtp.taken == [f"Message-ID: {mail.message_id}"] * 2


# --- the worker is killed, with a database of its own -----------------------------------------------------------------

# How many times the worker is killed: a few in the suite; WORKER_KILLS=100 for the long trial.
KILLS = int(os.environ.get("WORKER_KILLS", "4"))
MAILS = 10 + 6 * KILLS
WRITE = f"""
from django.utils import timezone
from mailing.services import Letter, queue_letter
for n in range({MAILS}):
    queue_letter(Letter(to=f"p{{n}}@exemple.fr", subject="s", text="t"), now=timezone.now())
"""
SWEEP = """
from django.utils import timezone
from mailing.tasks import sweep
while sweep(timezone.now()):  # each call lasts half a minute at most, as the schedule has one each minute
    pass
"""


def manage(environment, *arguments, **options):
    return subprocess.Popen(
        [sys.executable, "manage.py", *arguments],
        cwd=ROOT,
        env=environment,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        **options,
    )


def run(environment, *arguments):
    assert manage(environment, *arguments).wait(timeout=120) == 0


def states(path):
    with sqlite3.connect(path, timeout=20) as database:
        return dict(
            database.execute("SELECT status, COUNT(*) FROM mailing_outgoingmail GROUP BY status")
        )


def end_leases(path):
    """Let the time of the leases of killed workers pass."""
    with sqlite3.connect(path, timeout=20) as database:
        database.execute(
            "UPDATE mailing_outgoingmail SET lease_until = '2000-01-01' WHERE status = 'SENDING'"
        )


@pytest.mark.fault
def test_a_worker_killed_at_random_loses_no_mail(smtp, tmp_path):
    environment = {
        **{name: value for name, value in os.environ.items() if name != "DATABASE_URL"},
        "DJANGO_SETTINGS_MODULE": "config.settings.dev",
        "VAR_DIR": str(tmp_path),
        "EMAIL_URL": f"smtp://127.0.0.1:{smtp.port}",
    }
    for app in ("mailing", "django_tasks_database"):
        run(environment, "migrate", app, "-v0")
    run(environment, "shell", "-v0", "-c", WRITE)
    smtp.wait = 0.03
    chance = random.Random(46)
    database = tmp_path / "db.sqlite3"
    for _ in range(KILLS):
        worker = manage(
            environment, "db_worker", "--no-reload", "--no-startup-delay", "--interval=0.1"
        )
        before = len(smtp.taken)
        deadline = time.monotonic() + 30
        while len(smtp.taken) == before and time.monotonic() < deadline:
            time.sleep(0.02)
        time.sleep(chance.uniform(0, 0.2))
        worker.send_signal(signal.SIGKILL)
        worker.wait()
    end_leases(database)
    run(environment, "shell", "-v0", "-c", SWEEP)
    assert states(database) == {"SENT": MAILS}
    assert len(set(smtp.taken)) == MAILS
    assert len(smtp.taken) <= MAILS + KILLS  # a copy more at most for each kill
