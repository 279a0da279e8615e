"""A mail exists if and only if the act it tells of does."""

from __future__ import annotations

import pytest
from django.core.exceptions import ValidationError
from django.core.mail import BadHeaderError, EmailMessage, EmailMultiAlternatives, send_mail
from django.core.validators import validate_email
from django.db import transaction
from django.utils.translation import gettext_lazy

from mailing.models import OutgoingMail
from mailing.services import Attachment, Letter, queue_letter, queue_mail
from mailing.states import MailStatus


@pytest.fixture(autouse=True)
def outbox(db, settings):
    """Send Django's mails as the site does (the test runner swaps the backend)."""
    settings.EMAIL_BACKEND = "mailing.backend.OutboxBackend"
    settings.BASE_URL = "https://ohmylot.example"


def test_a_mail_of_django_becomes_a_row_a_recipient():
    message = EmailMultiAlternatives(
        gettext_lazy("Password"),
        "texte",
        "Oh My Lot ! <a@exemple.fr>",
        ["b@exemple.fr"],
        bcc=["c@exemple.fr", "b@exemple.fr"],
        reply_to=["Léa <lea@exemple.fr>"],
        headers={"List-Id": "offres", "Subject": "ignored"},
    )
    message.attach_alternative("<p>texte</p>", "text/html")
    message.attach("kit.txt", "contenu", "text/plain")
    assert message.send() == 1
    rows = list(OutgoingMail.objects.order_by("to"))
    assert [row.to for row in rows] == ["b@exemple.fr", "c@exemple.fr"]
    row = rows[0]
    assert (row.text, row.html, row.reply_to) == ("texte", "<p>texte</p>", "Léa <lea@exemple.fr>")
    assert row.headers == {"List-Id": "offres"}
    assert type(row.subject) is str
    assert row.status == MailStatus.QUEUED
    assert row.message_id.endswith("@ohmylot.example>")
    assert rows[0].message_id != rows[1].message_id
    assert bytes(row.attachments.get().content) == b"contenu"


def test_a_mail_in_html_alone_keeps_its_body():
    message = EmailMessage("s", "<p>x</p>", None, ["b@exemple.fr"])
    message.content_subtype = "html"
    message.send()
    row = OutgoingMail.objects.get()
    assert (row.text, row.html) == ("", "<p>x</p>")


def test_a_mail_without_recipient_writes_nothing():
    assert EmailMessage("s", "t", None, []).send() == 0
    assert OutgoingMail.objects.count() == 0


@pytest.mark.parametrize("subject", ["a\nBcc: x@exemple.fr", "a\rb", "a\x00b"])
def test_a_line_break_never_reaches_a_header(subject):
    with pytest.raises(BadHeaderError):
        send_mail(subject, "t", None, ["b@exemple.fr"])
    for field in ("reply_to", "from_email"):
        with pytest.raises(BadHeaderError):
            queue_letter(
                Letter(to="b@exemple.fr", subject="s", text="t", **{field: subject}), now=_now()
            )
    with pytest.raises(BadHeaderError):
        queue_letter(
            Letter(to="b@exemple.fr", subject="s", text="t", headers={"X": subject}), now=_now()
        )
    assert OutgoingMail.objects.count() == 0


def _now():
    from django.utils import timezone

    return timezone.now()


def test_what_is_no_address_is_refused():
    with pytest.raises(ValidationError):
        send_mail("s", "t", None, ["pas une adresse"])


@pytest.mark.parametrize("address", ['"\\ "@exemple.fr', '"a<b"@exemple.fr'])
def test_an_address_of_quoted_words_is_written_as_it_was_typed(address):
    validate_email(address)
    queue_letter(Letter(to=address, subject="Sujet", text="texte"), now=_now())
    assert OutgoingMail.objects.get().to == address


def test_an_act_that_fails_leaves_no_mail():
    def act():
        with transaction.atomic():
            send_mail("s", "t", None, ["b@exemple.fr"])
            raise RuntimeError

    with pytest.raises(RuntimeError):
        act()
    assert OutgoingMail.objects.count() == 0


def test_the_worker_is_woken_after_the_commit_only(django_capture_on_commit_callbacks, mailoutbox):
    with django_capture_on_commit_callbacks(execute=True):
        send_mail("s", "t", None, ["b@exemple.fr"])
        assert OutgoingMail.objects.get().status == MailStatus.QUEUED
    assert OutgoingMail.objects.get().status == MailStatus.SENT
    assert [message.to for message in mailoutbox] == [["b@exemple.fr"]]


def test_a_worker_that_cannot_be_woken_breaks_nothing(
    django_capture_on_commit_callbacks, settings, caplog
):
    settings.TASKS = {
        "default": {"BACKEND": "django_tasks_db.DatabaseBackend", "QUEUES": ["other"]}
    }
    with django_capture_on_commit_callbacks(execute=True):
        send_mail("s", "t", None, ["b@exemple.fr"])
    assert OutgoingMail.objects.get().status == MailStatus.QUEUED
    assert "task not enqueued" in caplog.text


def test_a_template_is_drawn_in_the_reader_s_language_with_absolute_links(settings):
    settings.REPLY_TO_EMAIL = "lea@exemple.fr"
    rows = queue_mail(
        template="emails/login_code",
        to=["b@exemple.fr", "c@exemple.fr", "b@exemple.fr"],
        context={"code": "L'AB<C>"},
        related="user:3",
        secret=True,
    )
    assert [row.to for row in rows] == ["b@exemple.fr", "c@exemple.fr"]
    row = rows[0]
    assert (row.related, row.act, row.is_secret, row.language) == (
        "user:3",
        "login_code",
        True,
        "fr",
    )
    assert row.reply_to == "lea@exemple.fr"
    assert "L'AB<C>" in row.text
    assert "L&#x27;AB&lt;C&gt;" in row.html
    assert 'lang="fr"' in row.html
    assert "https://ohmylot.example/" in row.text
    assert "\u202f" not in row.text + row.html + row.subject
    assert row.subject.strip() == row.subject


def test_attachments_travel_with_each_copy():
    rows = queue_mail(
        template="emails/login_code",
        to=["b@exemple.fr", "c@exemple.fr"],
        context={"code": "x"},
        reply_to="",
        attachments=[Attachment("a.ics", "text/calendar", b"BEGIN")],
    )
    assert [row.attachments.get().name for row in rows] == ["a.ics", "a.ics"]
    assert rows[0].reply_to == ""
