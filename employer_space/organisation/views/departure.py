"""What a person may ask of their own data: all of it in a file, or its erasure."""

from __future__ import annotations

import datetime as dt
import json

from django import forms
from django.contrib.auth import logout
from django.core.serializers.json import DjangoJSONEncoder
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from accounts.erasure import person_of
from accounts.models import User
from employer_space.access import active_memberships, chosen_membership, take_seat
from employer_space.organisation import proof
from employer_space.organisation.departure import contact_of, erase_own_account, needs
from employer_space.organisation.errors import StillNeeded
from employer_space.organisation.forms import CodeProofForm, PasswordProofForm
from operations import personal_data, ratelimit
from ui.http import render_form, too_many

PROOFS, QUARTER_OF_AN_HOUR = 5, 900


@require_safe
def own_data(request: HttpRequest) -> HttpResponse:
    """Give the person all that the site knows of them, in a file; nothing is written."""
    user: User = request.user  # type: ignore[assignment]  # deny by default: signed in
    known = {_("Date"): timezone.localtime(), **personal_data.collect(person_of(user))}
    text = json.dumps(known, cls=DjangoJSONEncoder, ensure_ascii=False, indent=2)
    response = HttpResponse(text, content_type="application/json; charset=utf-8")
    response.headers["Content-Disposition"] = 'attachment; filename="mes-donnees-oh-my-lot.json"'
    return response


@require_http_methods(["GET", "HEAD", "POST"])
def delete_account(request: HttpRequest) -> HttpResponse:
    """Delete the person's own account, once the password or a code has proved who asks."""
    user: User = request.user  # type: ignore[assignment]  # deny by default: signed in
    now = timezone.now()
    if memberships := active_memberships(user):
        take_seat(request, memberships, chosen_membership(request, memberships))
    if refusal := not_yet(request, user, now):
        return refusal
    if request.method == "POST":
        decision = ratelimit.allow(
            scope="account.delete",
            key=str(user.pk),
            limit=PROOFS,
            per_seconds=QUARTER_OF_AN_HOUR,
            now=now,
        )
        if not decision:
            return too_many(request, decision.retry_after)
        if "send" in request.POST and not user.has_usable_password():
            proof.send_code(request, user, now)
            return redirect("employer_space:account_delete")
    return ask_proof(request, user, now)


def ask_proof(request: HttpRequest, user: User, now: dt.datetime) -> HttpResponse:
    """Ask for the password or the code, and delete the account when it is right."""
    form = proof_form(request, user, now)
    if form.is_bound and form.is_valid() and check(request, user, form, now):
        try:
            erase_own_account(user=user, now=now)
        except StillNeeded:
            return redirect("employer_space:account_delete")
        logout(request)
        return render(request, "employer_space/organisation/account_deleted.html")
    context = {
        "breadcrumb": way(),
        "asks_code": not user.has_usable_password(),
        "code_is_sent": proof.is_waiting(request, now),
        "contact_of": contact_of(user),
    }
    return render_form(request, "employer_space/organisation/account_delete.html", context, form)


def proof_form(request: HttpRequest, user: User, now: dt.datetime) -> forms.Form:
    """Return the form by which this person proves who they are; a code is asked for once it is sent."""
    posted = request.POST if request.method == "POST" else None
    if user.has_usable_password():
        return PasswordProofForm(posted)
    return CodeProofForm(posted if proof.is_waiting(request, now) else None)


def check(request: HttpRequest, user: User, form: forms.Form, now: dt.datetime) -> bool:
    """Say whether the proof is right, and tell the form when it is not."""
    given = form.cleaned_data
    if "password" in given:
        if user.check_password(given["password"]):
            return True
        form.add_error("password", _("Incorrect password."))
        return False
    if proof.is_right(request, user, given["code"], now):
        return True
    form.add_error("code", _("This code is not the right one. Check it, or ask for another."))
    return False


def not_yet(request: HttpRequest, user: User, now: dt.datetime) -> HttpResponse | None:
    """Explain what comes first to the staff and to the last administrator of an employer; None to others."""
    is_staff = user.has_perm("wagtailadmin.access_admin")
    found = [] if is_staff else needs(user, now)
    if not is_staff and not found:
        return None
    context = {"breadcrumb": way(), "is_team": is_staff, "needs": found}
    return render(
        request,
        "employer_space/organisation/account_needed.html",
        context,
        status=409 if request.method == "POST" else 200,
    )


def way() -> list[tuple[str, str]]:
    """Return the way to the page."""
    return [
        (_("Employer area"), reverse("employer_space:dashboard")),
        (_("My account"), reverse("employer_space:account")),
        (_("Delete my account"), ""),
    ]
