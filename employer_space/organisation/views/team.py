"""The colleagues: list, invitation, role, removal, leaving. Administrators act, the others read."""

from __future__ import annotations

import uuid
from typing import Any

from django import forms
from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from employer_space.access import MemberRequest, member_required
from employer_space.organisation import services
from employer_space.organisation.errors import AlreadyMember, EmployerNotVerified
from employer_space.organisation.forms import InviteForm, RoleForm
from employer_space.organisation.guards import administrator_required, own_colleague_or_404
from employer_space.organisation.models import Invitation
from jobs.employers.errors import LastAdministrator
from jobs.employers.models import Membership
from jobs.employers.services import change_role, remove_member
from jobs.employers.states import MembershipRole, MembershipStatus
from operations import ratelimit
from ui.http import render_form, wait_with_form

METHODS = ["GET", "HEAD", "POST"]
INVITATIONS_PER_DAY, DAY = 20, 86_400


def crumbs(label: str) -> list[tuple[str, str]]:
    """Return the way to a page below the team's."""
    return [
        (_("Employer area"), reverse("employer_space:dashboard")),
        (_("Team"), reverse("employer_space:team")),
        (label, ""),
    ]


def posted(request: MemberRequest) -> Any:
    """Return what was sent, nothing on GET."""
    return request.POST if request.method == "POST" else None


@require_safe
@member_required
def members(request: MemberRequest) -> HttpResponse:
    """List the people who act for the employer, and the invitations that wait."""
    rows = request.employer.memberships.active().select_related("user")
    context = {
        "breadcrumb": [*crumbs("")[:1], (_("Team"), "")],
        "members": rows.order_by("role", "user__last_name", "user__first_name", "pk"),
        "invitations": Invitation.objects.usable(timezone.now())
        .filter(employer=request.employer)
        .order_by("-created_at"),
    }
    return render(request, "employer_space/organisation/team.html", context)


@require_http_methods(METHODS)
@member_required
@administrator_required
def invite_colleague(request: MemberRequest) -> HttpResponse:
    """Write to a colleague, who joins from the mail; for verified employers only."""
    if not request.employer.is_verified:
        return invitations_closed(request)
    form = InviteForm(posted(request))

    def draw() -> HttpResponse:
        heading = _("Invite a colleague")
        context = {"heading": heading, "breadcrumb": crumbs(heading)}
        return render_form(request, "employer_space/organisation/invite.html", context, form)

    if form.is_bound and form.is_valid():
        now, email = timezone.now(), form.cleaned_data["email"]
        decision = ratelimit.allow(
            scope="team.invite",
            key=str(request.employer.pk),
            limit=INVITATIONS_PER_DAY,
            per_seconds=DAY,
            now=now,
        )
        if not decision:
            return wait_with_form(form, decision.retry_after, draw)
        try:
            services.invite(employer=request.employer, email=email, by=request.user, now=now)
        except AlreadyMember:
            form.add_error("email", _("This person is already in the team."))
        except EmployerNotVerified:
            return invitations_closed(request)
        else:
            messages.success(
                request, _("The invitation is sent to %(address)s.") % {"address": email}
            )
            return redirect("employer_space:team")
    return draw()


def invitations_closed(request: MemberRequest) -> HttpResponse:
    """Say when colleagues may be invited; nothing is written, even in the session."""
    return render(request, "employer_space/organisation/invitations_closed.html", status=403)


@require_http_methods(METHODS)
@member_required
@administrator_required
def cancel(request: MemberRequest, public_id: uuid.UUID) -> HttpResponse:
    """Close an invitation that waits."""
    invitation = Invitation.objects.filter(employer=request.employer, public_id=public_id).first()
    if invitation is None:
        raise Http404
    if request.method == "POST":
        services.cancel_invitation(invitation=invitation, now=timezone.now())
        messages.success(request, _("The invitation is cancelled: its link no longer works."))
        return redirect("employer_space:team")
    text = _("The link sent to %(address)s will no longer work.") % {"address": invitation.email}
    return ask(request, _("Cancel the invitation"), text, _("Cancel this invitation"), forms.Form())


@require_http_methods(METHODS)
@member_required
@administrator_required
def role(request: MemberRequest, public_id: uuid.UUID) -> HttpResponse:
    """Give or take the role of administrator."""
    colleague = active_or_404(request, public_id)
    form = RoleForm(posted(request), initial={"role": colleague.role})
    if form.is_bound and form.is_valid():
        chosen = MembershipRole(form.cleaned_data["role"])
        try:
            change_role(membership=colleague, role=chosen, by=request.user, now=timezone.now())
        except LastAdministrator:
            form.add_error("role", last_administrator())
        else:
            messages.success(request, _("The role is saved."))
            return redirect("employer_space:team")
    heading = _("Role of %(name)s") % {
        "name": colleague.user.get_full_name() or colleague.user.email
    }
    text = _("An administrator invites and removes colleagues, and changes the establishment.")
    return ask(request, heading, text, _("Save the role"), form)


@require_http_methods(METHODS)
@member_required
@administrator_required
def remove(request: MemberRequest, public_id: uuid.UUID) -> HttpResponse:
    """Take away a colleague's access."""
    colleague = own_colleague_or_404(request, public_id)
    name = colleague.user.get_full_name() or colleague.user.email
    form = forms.Form(posted(request))
    if form.is_bound and form.is_valid():
        return taken_away(request, colleague, form, name)
    if colleague.status != MembershipStatus.ACTIVE:
        raise Http404
    return ask_removal(request, form, name)


def taken_away(
    request: MemberRequest, colleague: Membership, form: forms.Form, name: str
) -> HttpResponse:
    """Remove the colleague and say so; the last administrator stays."""
    try:
        remove_member(membership=colleague, by=request.user, now=timezone.now())
    except LastAdministrator:
        form.add_error(None, last_administrator())
        return ask_removal(request, form, name)
    messages.success(request, _("%(name)s no longer has access.") % {"name": name})
    return redirect(
        "employer_space:dashboard"
        if colleague.user_id == request.user.pk
        else "employer_space:team"
    )


def ask_removal(request: MemberRequest, form: forms.Form, name: str) -> HttpResponse:
    """Ask before removing a colleague."""
    text = _("%(name)s will lose access at once. The offers stay with the establishment.") % {
        "name": name
    }
    heading = _("Remove %(name)s from the team") % {"name": name}
    return ask(request, heading, text, _("Remove this colleague"), form)


@require_http_methods(METHODS)
@member_required
def leave(request: MemberRequest) -> HttpResponse:
    """Leave the team oneself."""
    form = forms.Form(posted(request))
    if form.is_bound and form.is_valid():
        try:
            remove_member(membership=request.membership, by=request.user, now=timezone.now())
        except LastAdministrator:
            form.add_error(None, last_administrator())
        else:
            messages.success(
                request, _("You have left the team of %(name)s.") % {"name": request.employer.name}
            )
            return redirect("employer_space:dashboard")
    text = _("You will lose access to the offers of %(name)s at once.") % {
        "name": request.employer.name
    }
    return ask(request, _("Leave the team"), text, _("Leave this team"), form)


def active_or_404(request: MemberRequest, public_id: uuid.UUID) -> Membership:
    """Return a colleague who has access. Raises `Http404`."""
    colleague = own_colleague_or_404(request, public_id)
    if colleague.status != MembershipStatus.ACTIVE:
        raise Http404
    return colleague


def last_administrator() -> str:
    """Say why the last administrator stays, and what to do."""
    return _("The team needs at least one administrator. First give this role to a colleague.")


def ask(
    request: MemberRequest, heading: str, text: str, label: str, form: forms.Form
) -> HttpResponse:
    """Show the question with one button, 422 when the answer needs correcting."""
    context = {
        "heading": heading,
        "breadcrumb": crumbs(heading),
        "text": text,
        "button_label": label,
        "cancel_url": reverse("employer_space:team"),
    }
    return render_form(request, "employer_space/organisation/ask.html", context, form)
