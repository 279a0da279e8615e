"""Staff see the outbox and may try again; developers read their mails."""

from __future__ import annotations

from email.message import EmailMessage

import pytest
from django.core.mail import EmailMultiAlternatives, get_connection
from django.test import Client

from mailing import views
from mailing.models import OutgoingMail
from mailing.services import Letter, queue_letter
from mailing.states import MailStatus
from ui.typography import hour_in_words


@pytest.fixture
def failed(db, now):
    """Return a mail that was given up."""
    mail = queue_letter(Letter(to="b@exemple.fr", subject="Sujet", text="le texte"), now=now)
    OutgoingMail.objects.filter(pk=mail.pk).update(status=MailStatus.FAILED)
    return mail


def test_administrators_read_the_outbox_and_try_again(cast, failed):
    client = cast.client(cast.administrator)
    assert "Sujet" in client.get("/admin/outbox/").content.decode()
    page = client.get(f"/admin/outbox/inspect/{failed.pk}/").content.decode()
    assert "le texte" in page
    assert f"/admin/outbox/retry/{failed.pk}/" in page
    client.post(f"/admin/outbox/retry/{failed.pk}/")
    client.post(f"/admin/outbox/retry/{failed.pk}/")
    assert OutgoingMail.objects.get().status == MailStatus.QUEUED


def test_a_code_is_not_shown_to_staff(cast, failed):
    OutgoingMail.objects.update(is_secret=True)
    page = cast.client(cast.administrator).get(f"/admin/outbox/inspect/{failed.pk}/")
    assert "le texte" not in page.content.decode()


def test_nobody_writes_changes_or_deletes_a_mail(cast, failed):
    client = cast.client(cast.administrator)
    for action in ("new/", f"edit/{failed.pk}/", f"delete/{failed.pk}/"):
        assert client.post(f"/admin/outbox/{action}", {"subject": "x"}).status_code == 302
    assert OutgoingMail.objects.get().subject == "Sujet"
    assert client.get(f"/admin/outbox/retry/{failed.pk}/").status_code == 405


def test_others_see_nothing_of_the_outbox(cast, failed):
    for who in (cast.editor, cast.moderator, cast.nurse_manager, None):
        client = cast.client(who)
        assert "Sujet" not in client.get("/admin/outbox/", follow=True).content.decode()
        client.post(f"/admin/outbox/retry/{failed.pk}/")
    assert OutgoingMail.objects.get().status == MailStatus.FAILED


@pytest.fixture
def mailbox(settings, tmp_path):
    """Write two mails as files and return their folder."""
    settings.EMAIL_FILE_PATH = str(tmp_path)
    for number in range(2):
        connection = get_connection("django.core.mail.backends.filebased.EmailBackend")
        message = EmailMultiAlternatives(
            f"Été {number} <b>", "voir https://exemple.fr/x <script>alert(1)</script>", "a@exemple.fr",
            ["b@exemple.fr"], connection=connection,
        )  # fmt: skip
        message.attach_alternative("<p>html</p>", "text/html")
        message.send()
    return tmp_path


def test_the_development_mailbox_is_closed_elsewhere(mailbox, rf, db):
    from django.http import Http404

    with pytest.raises(Http404):
        views.mail_list(rf.get("/"))
    with pytest.raises(Http404):
        views.mail_detail(rf.get("/"), "x.log")
    assert Client().get("/_mails/").status_code in {302, 404}


def test_the_development_mailbox_reads_the_files_safely(mailbox, rf, settings, db, monkeypatch):
    settings.DEBUG = True
    seen = {}
    monkeypatch.setattr(
        views, "render", lambda _request, template, context: seen.setdefault(template, context)
    )
    views.mail_list(rf.get("/"))
    names = [name for name, _mail, _sent_at in seen["mailing/list.html"]["mails"]]
    assert len(names) == 2
    views.mail_detail(rf.get("/"), names[0])
    detail = seen["mailing/detail.html"]
    assert detail["mail"]["subject"].startswith("Été")
    assert "https://exemple.fr/x" in detail["text"]
    from django.http import Http404

    for name in ("../../etc/passwd", "absent.log", ""):
        with pytest.raises(Http404):
            views.mail_detail(rf.get("/"), name)


# Django writes « -0000 », which Python reads as a time without a place.
@pytest.mark.parametrize("zone", ["+0000", "-0000"])
def test_the_development_mailbox_gives_the_hour_of_paris(zone: str) -> None:
    mail = EmailMessage()
    mail["Date"] = f"Sat, 21 Nov 2026 07:05:00 {zone}"

    assert hour_in_words(views.sent_at(mail)) == "8\u00a0h\u00a005"
    assert views.sent_at(EmailMessage()) is None


def test_an_empty_mailbox_is_shown_as_such(settings, rf, tmp_path):
    settings.DEBUG = True
    settings.EMAIL_FILE_PATH = str(tmp_path / "absent")
    assert views.mail_files() == []
