"""The settlement request: three steps at one address, then a page that names the referent."""

from __future__ import annotations

import datetime as dt
import uuid
from typing import Any

from django.conf import settings
from django.forms import Form
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from home.welcome import services
from home.welcome.forms import LONGEST_PLACE, NeedsForm
from home.welcome.models import SettlementRequest
from home.welcome.presentation import breadcrumb, current_language, section_path
from home.welcome.steps import LABELS, STEPS, Turn, all_forms, first_turn, number_of, turn
from operations.email_addresses import limit_key
from operations.ratelimit import Decision, allow, client_ip
from territory.welcome import Welcome
from ui.addresses import absolute, contract_path
from ui.http import wait_with_form
from ui.meta import Meta
from ui.navigation import shell_for

REQUESTS_PER_HOUR = 5
# The person receives a mail for each request: an address that is somebody else's is not flooded.
REQUESTS_PER_ADDRESS = 3
DAY = 24 * 3600
PROJECT = ("timing", "job", "occupation")
CONTACT = ("place", "first_name", "last_name", "email", "phone")
HOUSEHOLD = ("adults", "children_0_3", "children_3_6", "children_6_11", "children_11")


@require_http_methods(["GET", "HEAD", "POST"])
def ask(request: HttpRequest) -> HttpResponse:
    """Show a step, check it, show the next one or the one before; keep the request at the end."""
    if request.method != "POST":
        place = " ".join(request.GET.get("ou", "").replace("\x00", " ").split())
        return _draw(request, first_turn(place[:LONGEST_PLACE]))
    number = number_of(request.POST)
    if request.POST.get("go") == "back":
        return _draw(request, turn(max(0, number - 1), request.POST))
    form = STEPS[number][2](request.POST)
    if not form.is_valid():
        return _draw(request, turn(number, request.POST, form))
    if number < len(STEPS) - 1:
        return _draw(request, turn(number + 1, request.POST))
    forms = all_forms(request.POST)
    for rank, one in enumerate(forms):
        if not one.is_valid():
            return _draw(request, turn(rank, request.POST, one))
    return _keep(request, forms)


def _keep(request: HttpRequest, forms: list[Form]) -> HttpResponse:
    now = timezone.now()
    project, household, needs = (form.cleaned_data for form in forms)
    if not SettlementRequest.objects.filter(creation_key=needs["key"]).exists():
        decision = _may_send(request, needs["email"], now)
        if not decision:
            last = len(STEPS) - 1
            return wait_with_form(
                forms[last],
                decision.retry_after,
                lambda: _draw(request, turn(last, request.POST, forms[last])),
            )
    kept = services.submit_request(
        project={name: project[name] for name in PROJECT}
        | {name: needs[name] for name in CONTACT}
        | _places(forms[-1]),
        household={name: household[name] for name in HOUSEHOLD}
        | {"needs": needs["needs"], "message": needs["message"]},
        key=needs["key"],
        language=current_language(),
        now=now,
    )
    return redirect("welcome:request_done", public_id=kept.public_id)


def _places(form: Form) -> dict[str, Any]:
    if not isinstance(form, NeedsForm):
        return {}
    return {"territory_id": form.territory_id, "municipality_id": form.municipality_id}


def _may_send(request: HttpRequest, email: str, now: dt.datetime) -> Decision:
    """Count this request for the visitor's network and for the address that will be written to."""
    decision = allow(
        scope="welcome.request",
        key=client_ip(request),
        limit=REQUESTS_PER_HOUR,
        per_seconds=3600,
        now=now,
    )
    if not decision or not email:
        return decision
    return allow(
        scope="welcome.address",
        key=limit_key(email),
        limit=REQUESTS_PER_ADDRESS,
        per_seconds=DAY,
        now=now,
    )


def _draw(request: HttpRequest, shown: Turn) -> HttpResponse:
    has_errors = shown.form.is_bound and bool(shown.form.errors)
    number = shown.number
    context = {
        "turn": shown,
        "form_url": reverse("welcome:request"),
        "form": shown.form,
        "form_has_errors": has_errors,
        "step": STEPS[number][0],
        "steps": [str(label) for label in LABELS],
        "current": number + 1,
        "is_last": number == len(STEPS) - 1,
        "kept_years": max(1, round(settings.KEEP_SETTLEMENT_REQUEST_DAYS / 365)),
        "contact_url": reverse("contact:write"),
        "privacy_url": contract_path("donnees-personnelles", current_language()),
        "breadcrumb": breadcrumb(_("Settlement request")),
        "meta": Meta(
            title=_("Settlement request – step %(number)d of %(total)d")
            % {"number": number + 1, "total": len(STEPS)},
            description=_("Tell us about your project: a referent of the Lot answers you."),
            canonical=absolute(reverse("welcome:request")),
        ),
    }
    return render(request, "welcome/request.html", context, status=422 if has_errors else 200)


@require_safe
def request_done(request: HttpRequest, public_id: uuid.UUID) -> HttpResponse:
    """Say that the request is received, and who answers; nothing that was typed is shown again."""
    kept = get_object_or_404(
        SettlementRequest.objects.known().select_related("referent"), public_id=public_id
    )
    if kept.referent:
        shell_for(request).want_pictures([kept.referent.photo_id])
    steps = [_("Your referent reads your request, then calls you or writes to you.")]
    if kept.email:
        steps.append(_("An acknowledgement has been sent to the e-mail address you gave."))
    steps.append(_("What you wrote about your household is read by referents only."))
    context = {
        "kept": kept,
        "welcome": Welcome(kept.referent) if kept.referent else None,
        "next_steps": steps,
        "breadcrumb": breadcrumb(_("Settlement request")),
        "contact_url": reverse("contact:write"),
        "section_url": section_path(),
        "meta": Meta(title=_("Request received"), robots="noindex"),
    }
    return render(request, "welcome/request_done.html", context)
