"""The screens below `/sante/` that are not pages: the question of the aids, the request to be called back."""

from __future__ import annotations

import datetime as dt
import uuid
from typing import Any

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from jobs.offers.querysets import paris_day
from operations.email_addresses import limit_key
from operations.ratelimit import Decision, allow, client_ip
from ui.addresses import absolute, contract_path
from ui.durations import in_words
from ui.http import render_form, wait_with_form
from ui.meta import Meta

from . import listing, services
from .aids import answer_aids
from .asking import AidQuestion
from .blocks import callback_path
from .forms import CallbackForm
from .models import CallbackRequest
from .presentation import breadcrumb, current_language, profession_choices, promise, want_photo
from .retention import unanswered_days
from .states import BY_SLUG

REQUESTS_PER_HOUR = 5
# Each request is acknowledged by mail: an address that is somebody else's is not flooded.
REQUESTS_PER_ADDRESS = 3
DAY = 24 * 3600
ANSWERS = (
    "profession", "situation", "timeframe", "mode", "place", "first_name", "last_name", "email",
    "phone", "slot", "message", "wants_visit",
)  # fmt: skip


@require_safe
def aids(request: HttpRequest) -> HttpResponse:
    """Answer « profession × commune × date »; without a profession, only ask."""
    today = paris_day(timezone.now())
    question = AidQuestion.from_query(request.GET, today)
    answer = None
    if question.profession is not None:
        answer = answer_aids(
            profession=question.profession,
            place=question.place,
            day=question.day,
            months=settings.HEALTH_AID_CHECK_MONTHS,
            today=today,
        )
        want_photo(request, answer.contact)
    title = _("Aids to settle")
    context = {
        "question": question,
        "form_with_errors": question.errors,
        "answer": answer,
        "today": today,
        "professions": profession_choices(),
        "ask_url": callback_path(str(question.profession or "")),
        "breadcrumb": breadcrumb(title),
        "meta": Meta(
            title=f"{_subject(question)} – {title}" if answer else title,
            description=_(
                "By profession, commune and date: what is in force, how much, until when."
            ),
            canonical=absolute(reverse("health:aids")),
        ),
    }
    return render(request, "health/aids.html", context)


def _subject(question: AidQuestion) -> str:
    """Say for which profession and where, as the heading of the answer does."""
    named = [question.profession.label if question.profession else ""]
    if question.place:
        named.append(question.place.name)
    return ", ".join(str(name) for name in named)


@require_http_methods(["GET", "HEAD", "POST"])
def callback(request: HttpRequest) -> HttpResponse:
    """Take a request to be called back."""
    if request.method != "POST":
        profession = BY_SLUG.get(request.GET.get("profession", ""))
        form = CallbackForm(initial={"profession": profession})
        return render_form(request, "health/callback.html", _callback_context(request), form)
    form = CallbackForm(request.POST)
    if not form.is_valid():
        return render_form(request, "health/callback.html", _callback_context(request), form)
    key = form.cleaned_data["key"]
    kept = CallbackRequest.objects.filter(creation_key=key).first()
    if kept is None:
        decision = _may_ask(request, form.cleaned_data["email"])
        if not decision:
            return wait_with_form(
                form,
                decision.retry_after,
                lambda: render_form(
                    request, "health/callback.html", _callback_context(request), form
                ),
            )
        kept = services.ask_to_be_called(
            key=key,
            language=current_language(),
            now=timezone.now(),
            **{name: form.cleaned_data[name] for name in ANSWERS},
        )
    return redirect("health:callback_done", public_id=kept.public_id)


@require_safe
def callback_done(request: HttpRequest, public_id: uuid.UUID) -> HttpResponse:
    """Say that the request is received and who calls back; nothing that was typed is shown again."""
    kept = get_object_or_404(
        CallbackRequest.objects.known().select_related("contact"), public_id=public_id
    )
    want_photo(request, kept.contact)
    context = {
        "kept": kept,
        "contact": kept.contact,
        "promise": promise(by_phone=bool(kept.phone)),
        "next_steps": [
            _("An acknowledgement has been sent to your e-mail address: check that it arrived."),
            _("The person in charge reads your request, then calls you at the time you chose.")
            if kept.phone
            else _(
                "The person in charge reads your request, then writes to you to agree on a call."
            ),
            _("You change your mind? Answer the acknowledgement: your request is erased."),
        ],
        "aids_url": f"{reverse('health:aids')}?profession={_slug(kept.profession)}",
        "breadcrumb": breadcrumb(_("Being called back")),
        "meta": Meta(title=_("Request received"), robots="noindex"),
    }
    return render(request, "health/callback_done.html", context)


def _slug(profession: str) -> str:
    return next((slug for slug, known in BY_SLUG.items() if known == profession), "")


def _may_ask(request: HttpRequest, email: str) -> Decision:
    """Count this request for the visitor's network and for the address that will be written to."""
    now = timezone.now()
    decision = allow(
        scope="health.callback",
        key=client_ip(request),
        limit=REQUESTS_PER_HOUR,
        per_seconds=3600,
        now=now,
    )
    if not decision:
        return decision
    return allow(
        scope="health.callback_address",
        key=limit_key(email),
        limit=REQUESTS_PER_ADDRESS,
        per_seconds=DAY,
        now=now,
    )


def _callback_context(request: HttpRequest) -> dict[str, Any]:
    title = _("Being called back")
    contact = listing.contact_for(str(BY_SLUG.get(request.GET.get("profession", ""), "")))
    want_photo(request, contact)
    return {
        "contact": contact,
        "promise": promise(),
        "kept": in_words(dt.timedelta(days=settings.KEEP_HEALTH_CALLBACK_DAYS)),
        "kept_unanswered": in_words(dt.timedelta(days=unanswered_days())),
        "privacy_url": contract_path("donnees-personnelles", current_language()),
        "breadcrumb": breadcrumb(title),
        "meta": Meta(
            title=title,
            description=_("Tell us what you are looking for: somebody of the team calls you back."),
            canonical=absolute(reverse("health:callback")),
        ),
    }
