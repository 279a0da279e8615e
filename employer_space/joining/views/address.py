"""Prove an address: ask for it, write to it, then a page with a button. The answer never says who has an account."""

from __future__ import annotations

import datetime as dt
from urllib.parse import urlencode

from django.db import transaction
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_safe

from employer_space.access import active_memberships
from employer_space.joining import emails, journey
from employer_space.joining.accounts import has_account
from employer_space.joining.forms import AddressForm
from employer_space.joining.journey import labels
from employer_space.joining.tokens import read_address, read_mask, sign_mask
from operations import ratelimit
from operations.email_addresses import limit_key
from operations.ratelimit import Decision
from ui.http import render_form, wait_with_form

HOUR = 3600
PER_NETWORK, PER_ADDRESS = 20, 5


@require_http_methods(["GET", "HEAD", "POST"])
def sign_up(request: HttpRequest) -> HttpResponse:
    """Ask for an address and write to it; the page that follows is the same whether it is known or not."""
    if request.user.is_authenticated:
        is_member = bool(active_memberships(request.user))
        return redirect(
            "employer_space:dashboard" if is_member else "employer_space:sign_up_establishment"
        )
    form = AddressForm(request.POST if request.method == "POST" else None)

    def draw() -> HttpResponse:
        context = {"is_restart": "reprise" in request.GET, "steps": labels()}
        return render_form(request, "employer_space/joining/address.html", context, form)

    if not (form.is_bound and form.is_valid()):
        return draw()
    now, email = timezone.now(), form.cleaned_data["email"]
    decision = count(request, email, now)
    if not decision:
        return wait_with_form(form, decision.retry_after, draw)
    write_to(email, now)
    query = urlencode({"adresse": sign_mask(email)})
    return redirect(f"{reverse('employer_space:sign_up_sent')}?{query}")


def count(request: HttpRequest, email: str, now: dt.datetime) -> Decision:
    """Count a request by network address and by e-mail address."""
    by_network = ratelimit.allow(
        scope="sign_up.ip",
        key=ratelimit.client_ip(request),
        limit=PER_NETWORK,
        per_seconds=HOUR,
        now=now,
    )
    if not by_network:
        return by_network
    return ratelimit.allow(
        scope="sign_up.address", key=limit_key(email), limit=PER_ADDRESS, per_seconds=HOUR, now=now
    )


@transaction.atomic
def write_to(email: str, now: dt.datetime) -> None:
    """Send one mail, whichever it is."""
    if has_account(email):
        emails.account_known(email=email, now=now)
    else:
        emails.address_to_confirm(email=email, now=now)


@require_safe
def sent(request: HttpRequest) -> HttpResponse:
    """Ask to open one's mail box."""
    address = read_mask(request.GET.get("adresse", "")[:500])
    return render(request, "employer_space/joining/sent.html", {"address": address})


@require_http_methods(["GET", "HEAD", "POST"])
def confirm(request: HttpRequest, token: str) -> HttpResponse:
    """Show a button on GET; open the next steps on POST. Scanners that follow the link do nothing."""
    response = answer_to_link(request, read_address(token))
    response.headers["Referrer-Policy"] = "same-origin"
    response.headers["Cache-Control"] = "private, no-store"
    return response


def answer_to_link(request: HttpRequest, email: str | None) -> HttpResponse:
    """Return the page of a link sent to `email`, None for a link that is worth nothing."""
    if email is None:
        return render(request, "employer_space/joining/link_over.html", status=410)
    if request.user.is_authenticated:
        return redirect("employer_space:sign_up")
    if has_account(email):
        return render(request, "employer_space/joining/has_account.html", status=409)
    if request.method != "POST":
        return render(request, "employer_space/joining/confirm.html", {"email": email})
    journey.begin(request.session, email=email)
    return redirect("employer_space:sign_up_establishment")
