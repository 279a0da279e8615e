"""The person's own account: names, telephone, position; address, password and second factor one link away."""

from __future__ import annotations

from django.contrib import messages
from django.db import transaction
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from accounts.models import User
from employer_space.access import active_memberships, chosen_membership, take_seat
from employer_space.organisation.forms import OwnAccountForm
from jobs.employers.models import Membership
from ui.http import render_form


@require_http_methods(["GET", "HEAD", "POST"])
def account(request: HttpRequest) -> HttpResponse:
    """Show and save the person's own details, even when they act for no employer (any more)."""
    user: User = request.user  # type: ignore[assignment]  # deny by default: signed in
    memberships = active_memberships(user)
    seat = chosen_membership(request, memberships) if memberships else None
    if seat is not None:
        take_seat(request, memberships, seat)
    initial = {name: getattr(user, name) for name in ("first_name", "last_name", "phone")}
    initial["job_title"] = seat.job_title if seat else ""
    form = OwnAccountForm(
        request.POST if request.method == "POST" else None,
        initial=initial,
        has_employer=seat is not None,
    )
    if form.is_bound and form.is_valid():
        save_account(user, seat, form)
        messages.success(request, _("Your details are saved."))
        return redirect("employer_space:account")
    way = [(_("Employer area"), reverse("employer_space:dashboard")), (_("My account"), "")]
    context = {"breadcrumb": way}
    return render_form(request, "employer_space/organisation/account.html", context, form)


@transaction.atomic
def save_account(user: User, seat: Membership | None, form: OwnAccountForm) -> None:
    """Write the names on the person and the position on their tie to the employer."""
    names = ["first_name", "last_name", "phone"]
    for name in names:
        setattr(user, name, form.cleaned_data[name])
    user.save(update_fields=names)
    if seat is not None:
        Membership.objects.filter(pk=seat.pk).update(job_title=form.cleaned_data["job_title"])
