"""The page of an invitation: whom one joins, then a button, or an account to create first."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.contrib.auth.models import AnonymousUser
from django.db import transaction
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from accounts.models import User
from employer_space.access import SESSION_KEY
from employer_space.joining.accounts import (
    AddressTaken,
    Person,
    create_account,
    has_account,
    let_in,
)
from employer_space.joining.forms import AccountForm
from employer_space.joining.tokens import mask
from employer_space.organisation.errors import InvitationOver
from employer_space.organisation.models import Invitation
from employer_space.organisation.services import accept_invitation
from employer_space.organisation.tokens import read_invitation
from ui.http import render_form


@require_http_methods(["GET", "HEAD", "POST"])
def answer(request: HttpRequest, token: str) -> HttpResponse:
    """Show the invitation on GET, use it on POST; 410 when it is over."""
    try:
        response = page_of(request, token)
    except InvitationOver:
        response = render(request, "employer_space/organisation/invitation_over.html", status=410)
    response.headers["Referrer-Policy"] = "same-origin"
    response.headers["Cache-Control"] = "private, no-store"
    return response


def page_of(request: HttpRequest, token: str) -> HttpResponse:
    """Choose the page: join, change account, sign in or create one. Raises `InvitationOver`."""
    public_id = read_invitation(token)
    rows = Invitation.objects.usable(timezone.now()).select_related("employer", "invited_by")
    invitation = rows.filter(public_id=public_id).first() if public_id else None
    if invitation is None:
        raise InvitationOver
    user = request.user
    if not isinstance(user, AnonymousUser):
        is_theirs = user.email.lower() == invitation.email.lower()
        return join(request, invitation, user) if is_theirs else other_account(request, invitation)
    if has_account(invitation.email):
        return render(
            request, "employer_space/organisation/invitation_sign_in.html", about(invitation)
        )
    return new_account(request, invitation)


def about(invitation: Invitation) -> dict[str, Any]:
    """Return what every page of an invitation says of it."""
    inviter = invitation.invited_by
    return {
        "employer_name": invitation.employer.name,
        "inviter": inviter.get_full_name() if inviter else "",
        "address": invitation.email,
    }


def join(request: HttpRequest, invitation: Invitation, user: User) -> HttpResponse:
    """Ask a person who is signed in to join, and let them in on POST."""
    if request.method != "POST":
        return render(
            request, "employer_space/organisation/invitation_join.html", about(invitation)
        )
    accept_invitation(public_id=invitation.public_id, user=user, job_title="", now=timezone.now())
    return welcome(request, invitation)


def other_account(request: HttpRequest, invitation: Invitation) -> HttpResponse:
    """Say that the invitation is for another address than the one signed in with."""
    context = {**about(invitation), "address": mask(invitation.email)}
    return render(request, "employer_space/organisation/invitation_other.html", context, status=403)


def new_account(request: HttpRequest, invitation: Invitation) -> HttpResponse:
    """Ask who the person is; the mail has proved the address."""
    form = AccountForm(request.POST if request.method == "POST" else None, email=invitation.email)
    if not (form.is_bound and form.is_valid()):
        return render_form(
            request, "employer_space/organisation/invitation_new.html", about(invitation), form
        )
    names = {name: form.cleaned_data[name] for name in ("first_name", "last_name", "phone")}
    person = Person(email=invitation.email, password_hash=form.password_hash(), **names)
    try:
        with transaction.atomic():
            user = create_account(person)
            job_title = form.cleaned_data["job_title"]
            accept_invitation(
                public_id=invitation.public_id, user=user, job_title=job_title, now=timezone.now()
            )
            let_in(request, user)
    except AddressTaken:
        return render(
            request, "employer_space/organisation/invitation_sign_in.html", about(invitation)
        )
    return welcome(request, invitation)


def welcome(request: HttpRequest, invitation: Invitation) -> HttpResponse:
    """Open the space of the employer just joined."""
    request.session[SESSION_KEY] = str(invitation.employer.public_id)
    messages.success(
        request, _("Welcome to the team of %(name)s.") % {"name": invitation.employer.name}
    )
    return redirect("employer_space:dashboard")
