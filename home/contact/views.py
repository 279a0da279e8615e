"""The page with which anyone writes to the team. It holds a form that posts: it alone sets a cookie."""

from __future__ import annotations

import datetime as dt
import re
import uuid
from typing import Any

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import get_language, ngettext
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from operations.email_addresses import limit_key
from operations.ratelimit import Decision, allow, client_ip
from ui.addresses import contract_path, language_prefix
from ui.durations import in_words
from ui.http import render_form, wait_with_form

from . import services
from .delays import answer_days, promise
from .forms import ORIGIN, ContactForm
from .models import ContactMessage
from .states import SUBJECT_WORDS

MESSAGES_PER_HOUR = 5
# The person receives a mail for each message: an address that is somebody else's is not flooded.
MESSAGES_PER_ADDRESS = 5
DAY = 24 * 3600


@require_http_methods(["GET", "HEAD", "POST"])
def write(request: HttpRequest) -> HttpResponse:
    """Take a message for the team."""
    if request.method != "POST":
        return render_form(request, "contact/form.html", _context(), _first_form(request))
    form = ContactForm(request.POST)
    if not form.is_valid():
        return render_form(request, "contact/form.html", _context(), form)
    key = form.cleaned_data["key"] or uuid.uuid4()
    message = ContactMessage.objects.filter(creation_key=key).first()
    if message is None:
        decision = _may_send(request, form.cleaned_data["email"])
        if not decision:
            return wait_with_form(
                form,
                decision.retry_after,
                lambda: render_form(request, "contact/form.html", _context(), form),
            )
        message = services.send_message(
            letter=_letter(form),
            creation_key=key,
            origin=form.cleaned_data["origin"] or "",
            now=timezone.now(),
        )
    return redirect("contact:sent", public_id=message.public_id)


@require_safe
def sent(request: HttpRequest, public_id: uuid.UUID | None = None) -> HttpResponse:
    """Say that the message arrived, under which reference, and when the answer comes; nothing that was typed."""
    message = get_object_or_404(ContactMessage, public_id=public_id) if public_id else None
    days = answer_days()
    steps = [
        _("We have sent you an e-mail: check that it arrived, your address is then right."),
        _("Your message goes to the person in charge of this subject."),
        ngettext(
            "They answer you within %(days)d working day.",
            "They answer you within %(days)d working days.",
            days,
        )
        % {"days": days},
    ]
    context = {"promise": promise(), "reference": message.reference if message else ""}
    return render(request, "contact/sent.html", _context() | context | {"next_steps": steps})


def _first_form(request: HttpRequest) -> ContactForm:
    """Return an empty form, its subject chosen by `?sujet=`; what is unknown there is ignored."""
    subject = SUBJECT_WORDS.get(request.GET.get("sujet", ""))
    origin = request.GET.get("c", "")
    return ContactForm(
        initial={
            "subject": subject.value if subject else None,
            "origin": origin if re.fullmatch(ORIGIN, origin) else "",
        }
    )


def _may_send(request: HttpRequest, email: str) -> Decision:
    """Count this message for the visitor's network and for the address that will be written to."""
    now = timezone.now()
    decision = allow(
        scope="contact.network",
        key=client_ip(request),
        limit=MESSAGES_PER_HOUR,
        per_seconds=3600,
        now=now,
    )
    if not decision:
        return decision
    return allow(
        scope="contact.address",
        key=limit_key(email),
        limit=MESSAGES_PER_ADDRESS,
        per_seconds=DAY,
        now=now,
    )


def _letter(form: ContactForm) -> services.Letter:
    names = ("subject", "first_name", "last_name", "email", "message")
    typed = {name: form.cleaned_data[name] for name in names}
    return services.Letter(**typed, language=(get_language() or "fr")[:2])


def _context() -> dict[str, Any]:
    language = get_language() or "fr"
    return {
        "breadcrumb": [(_("Home"), f"{language_prefix(language)}/"), (_("Contact us"), "")],
        "privacy_url": contract_path("donnees-personnelles", language),
        "days": answer_days(),
        "kept": in_words(dt.timedelta(days=settings.KEEP_CONTACT_MESSAGE_DAYS)),
    }
