"""A mail leaves at least once, under one identity, and never twice from two processes."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.core.mail.backends.base import BaseEmailBackend

from mailing import delivery
from mailing.delivery import deliver, deliver_due
from mailing.models import OutgoingMail
from mailing.retention import BODIES, ROWS, outbox_age
from mailing.services import Attachment, Letter, queue_letter, retry_mail
from mailing.states import MailStatus


class Refusing(BaseEmailBackend):
    """A mail server that takes nothing."""

    tried = 0

    def send_messages(self, _email_messages):
        Refusing.tried += 1
        raise ConnectionRefusedError("marie@exemple.fr")


@pytest.fixture
def refusing(settings):
    """Deliver to a server that takes nothing."""
    settings.DELIVERY_EMAIL_BACKEND = f"{__name__}.Refusing"
    Refusing.tried = 0
    return Refusing


@pytest.fixture
def mail(db, now):
    """Return a mail waiting its turn."""
    return write(now)


def write(now, **fields):
    return queue_letter(
        Letter(**{"to": "b@exemple.fr", "subject": "Sujet é", "text": "texte", **fields}), now=now
    )


def apply(policy, now, *, dry_run):
    return policy.run(now, dry_run)


def fresh(mail):
    return OutgoingMail.objects.get(pk=mail.pk)


def test_a_sent_mail_carries_what_was_written(db, now, mailoutbox):
    mail = write(
        now,
        html="<p>texte</p>",
        reply_to="lea@exemple.fr",
        headers={"List-Id": "x"},
        attachments=(Attachment("a.txt", "text/plain", b"contenu"),),
    )
    assert deliver(mail_id=mail.pk, now=now) == MailStatus.SENT
    (message,) = mailoutbox
    sent = message.message()
    assert sent["Message-ID"] == mail.message_id
    assert (sent["List-Id"], sent["Reply-To"], sent["Content-Language"]) == (
        "x",
        "lea@exemple.fr",
        "fr",
    )
    assert (
        message.attachments[0][:2] == ("a.txt", b"contenu")
        or message.attachments[0][1] == "contenu"
    )
    assert fresh(mail).sent_at == now
    assert fresh(mail).text == "texte"


def test_a_mail_is_sent_once(mail, now, mailoutbox):
    deliver(mail_id=mail.pk, now=now)
    assert deliver(mail_id=mail.pk, now=now + timedelta(days=1)) == ""
    assert len(mailoutbox) == 1


def test_the_body_of_a_code_is_blanked_as_soon_as_it_has_left(db, now, mailoutbox):
    mail = write(now, is_secret=True, html="<p>123456</p>")
    deliver(mail_id=mail.pk, now=now)
    row = fresh(mail)
    assert (row.text, row.html, row.blanked_at, row.subject) == ("", "", now, "Sujet é")
    assert mailoutbox[0].body == "texte"


def test_waits_grow_from_a_minute_to_an_hour_then_staff_is_told(mail, now, refusing, caplog):
    waits, moment = [], now
    while fresh(mail).status == MailStatus.QUEUED:
        deliver(mail_id=mail.pk, now=moment)
        waits.append((fresh(mail).next_attempt_at - moment).total_seconds() / 60)
        moment = fresh(mail).next_attempt_at
    assert waits[:7] == [1, 2, 4, 8, 16, 32, 60]
    assert set(waits[6:]) == {60}
    row = fresh(mail)
    assert row.status == MailStatus.FAILED
    assert timedelta(hours=23) <= moment - timedelta(hours=1) - now <= timedelta(hours=24)
    assert row.last_error == "ConnectionRefusedError"
    assert "marie" not in caplog.text
    assert row.can_be_retried


def test_before_its_time_a_mail_is_left_alone(mail, now, refusing):
    deliver(mail_id=mail.pk, now=now)
    assert deliver(mail_id=mail.pk, now=now + timedelta(seconds=59)) == ""
    assert refusing.tried == 1


def test_a_code_that_could_not_leave_is_blanked_and_cannot_be_retried(db, now, refusing):
    mail = write(now, is_secret=True)
    deliver(mail_id=mail.pk, now=now + timedelta(hours=24))
    row = fresh(mail)
    assert (row.status, row.text, row.can_be_retried) == (MailStatus.FAILED, "", False)
    assert retry_mail(mail_id=mail.pk, now=now) is False


def test_a_mail_being_sent_by_another_process_is_left_to_it(mail, now, mailoutbox):
    OutgoingMail.objects.filter(pk=mail.pk).update(
        status=MailStatus.SENDING, lease_until=now + delivery.LEASE, claim="other"
    )
    assert deliver(mail_id=mail.pk, now=now) == ""
    assert deliver_due(now=now) == 0


def test_the_mail_of_a_killed_worker_is_taken_up_again(mail, now, mailoutbox):
    OutgoingMail.objects.filter(pk=mail.pk).update(
        status=MailStatus.SENDING, lease_until=now, claim="killed"
    )
    assert deliver_due(now=now) == 1
    assert fresh(mail).status == MailStatus.SENT


def test_a_worker_that_wakes_up_late_changes_nothing(mail, now):
    late = fresh(mail)
    deliver(mail_id=mail.pk, now=now)
    delivery.record_failure(late, claim="late", error=RuntimeError(), now=now)
    assert fresh(mail).status == MailStatus.SENT


def test_the_sweep_stops_when_the_server_does_not_answer(db, now, refusing):
    for _ in range(10):
        write(now)
    assert deliver_due(now=now) == 0
    assert refusing.tried == delivery.FAILURES_IN_A_ROW


def test_the_sweep_sends_oldest_first(db, now, mailoutbox):
    for number in (2, 1, 3):
        write(now - timedelta(minutes=number), subject=str(number))
    assert deliver_due(now=now) == 3
    assert [message.subject for message in mailoutbox] == ["3", "2", "1"]


def test_staff_may_put_a_failed_mail_back_in_the_queue(mail, now, mailoutbox):
    OutgoingMail.objects.filter(pk=mail.pk).update(status=MailStatus.FAILED, attempts=30)
    later = now + timedelta(days=2)
    assert retry_mail(mail_id=mail.pk, now=later) is True
    assert retry_mail(mail_id=mail.pk, now=later) is False
    assert deliver(mail_id=mail.pk, now=later) == MailStatus.SENT


def test_bodies_are_blanked_after_a_month_and_rows_deleted_after_six(db, now, mailoutbox):
    sent = write(now, attachments=(Attachment("a", "text/plain", b"x"),))
    deliver(mail_id=sent.pk, now=now)
    owed = write(now)
    month = now + timedelta(days=30)
    assert apply(BODIES, month - timedelta(seconds=1), dry_run=False) == 0
    assert apply(BODIES, month, dry_run=True) == 1
    assert fresh(sent).text == "texte"
    assert apply(BODIES, month, dry_run=False) == 1
    assert apply(BODIES, month, dry_run=False) == 0
    assert (fresh(sent).text, fresh(sent).attachments.count(), fresh(owed).text) == ("", 0, "texte")
    assert apply(ROWS, now + timedelta(days=182), dry_run=True) == 2
    apply(ROWS, now + timedelta(days=182), dry_run=False)
    assert OutgoingMail.objects.count() == 0


def test_a_mail_that_waits_too_long_is_seen(db, now):
    from django.utils import timezone

    assert outbox_age() == ""
    write(timezone.now() - timedelta(minutes=14))
    assert outbox_age() == ""
    write(timezone.now() - timedelta(minutes=16))
    assert outbox_age() == "late"
