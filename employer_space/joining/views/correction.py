"""Correct an account that the team sent back, then send it again."""

from __future__ import annotations

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from employer_space.access import MemberRequest, member_required
from employer_space.joining.forms import CorrectionForm
from employer_space.joining.forms.establishment import initial_of
from employer_space.joining.services import sign_up_data
from employer_space.organisation.guards import administrator_required
from jobs.employers.errors import EmployerActNotAllowed
from jobs.employers.services import resubmit_employer
from jobs.employers.states import EMPLOYER_TRANSITIONS, EmployerAct, EmployerStatus
from ui.http import render_form

CORRECTABLE = EMPLOYER_TRANSITIONS[EmployerAct.RESUBMIT][0]


@require_http_methods(["GET", "HEAD", "POST"])
@member_required
@administrator_required
def correct(request: MemberRequest) -> HttpResponse:
    """Show the team's message above what was answered; 404 when nothing was sent back."""
    employer = request.employer
    if employer.status not in CORRECTABLE:
        if request.method == "POST":
            return nothing_to_correct(request)
        raise Http404
    form = CorrectionForm(
        request.POST if request.method == "POST" else None,
        initial=initial_of(employer),
    )
    if form.is_bound and form.is_valid():
        answers, phone = form.answers(), form.cleaned_data["phone"]
        data = sign_up_data(answers, phone=phone, job_title=request.membership.job_title)
        try:
            resubmit_employer(employer=employer, by=request.user, data=data, now=timezone.now())
        except EmployerActNotAllowed:
            return nothing_to_correct(request)
        else:
            messages.success(request, _("Your corrected request is sent. The team reads it again."))
            return redirect("employer_space:dashboard")
    context = {
        "reason": employer.status_reason,
        "is_refused": employer.status == EmployerStatus.REFUSED,
    }
    return render_form(request, "employer_space/joining/correct.html", context, form)


def nothing_to_correct(request: MemberRequest) -> HttpResponse:
    """Say that the account has moved since the page was opened. Answers 409."""
    return render(request, "employer_space/joining/nothing_to_correct.html", status=409)
