"""Try a mail again from the admin; read the mails of a development site."""

from __future__ import annotations

from datetime import UTC, datetime
from email import message_from_bytes, policy
from email.message import EmailMessage
from pathlib import Path

from django.conf import settings
from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from mailing.models import OutgoingMail
from mailing.services import retry_mail

LIST_SIZE = 200
SEPARATOR = b"-" * 79 + b"\n"


@require_POST
def retry(request: HttpRequest, pk: int) -> HttpResponse:
    """Put a mail that was given up back in the queue."""
    if not request.user.has_perm("mailing.change_outgoingmail"):
        raise PermissionDenied
    mail = get_object_or_404(OutgoingMail, pk=pk)
    if retry_mail(mail_id=mail.pk, now=timezone.now()):
        messages.success(request, _("The mail is back in the queue."))
    else:
        messages.error(request, _("This mail is not waiting for a retry any more."))
    return redirect("outbox:inspect", pk)


@require_safe
def mail_list(request: HttpRequest) -> HttpResponse:
    """List the mails written as files, newest first. For development only."""
    read = [(path.name, read_mail(path)) for path in mail_files()[:LIST_SIZE]]
    mails = [(name, mail, sent_at(mail)) for name, mail in read]
    return render(request, "mailing/list.html", {"mails": mails})


@require_safe
def mail_detail(request: HttpRequest, name: str) -> HttpResponse:
    """Show one mail: its headers and its plain text. For development only."""
    path = next((path for path in mail_files() if path.name == name), None)
    if path is None:
        raise Http404
    mail = read_mail(path)
    body = mail.get_body(preferencelist=("plain", "html"))
    text = body.get_content() if body else ""
    context = {"mail": mail, "name": name, "sent_at": sent_at(mail), "text": text}
    return render(request, "mailing/detail.html", context)


def mail_files() -> list[Path]:
    """Return the files of the development mailbox, newest first; none outside development."""
    if not settings.DEBUG:
        raise Http404
    folder = getattr(settings, "EMAIL_FILE_PATH", None)
    if not folder or not Path(folder).is_dir():
        return []
    files = [path for path in Path(folder).iterdir() if path.suffix == ".log" and path.is_file()]
    return sorted(files, key=lambda path: (path.stat().st_mtime, path.name), reverse=True)


def read_mail(path: Path) -> EmailMessage:
    """Parse the first message of a file written by Django's file backend."""
    content = path.read_bytes().split(SEPARATOR)[0]
    return message_from_bytes(content, EmailMessage, policy=policy.default)


def sent_at(mail: EmailMessage) -> datetime | None:
    """Return when a mail says it was sent, None when it does not say."""
    header = mail["Date"]
    moment: datetime | None = header.datetime if header is not None else None
    # « -0000 », which Django writes, is a time of Greenwich without a place: Python reads it as naive.
    return moment.replace(tzinfo=UTC) if moment and moment.tzinfo is None else moment
