"""The members: the list with its filters, the table to export, and what the team does to one file."""

from __future__ import annotations

import csv
from typing import Any

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import Http404, HttpResponse
from django.shortcuts import redirect
from django.template.response import TemplateResponse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from home.ambassadors import services
from home.ambassadors.admin.forms import DetailsForm, MemberFilterForm, PortraitForm
from home.ambassadors.admin.guard import (
    PAGE_SIZE,
    StaffRequest,
    person_or_404,
    screens,
    team_required,
)
from home.ambassadors.admin.people import show
from home.ambassadors.errors import ActNotAllowed, AddressTaken
from home.ambassadors.models import Ambassador, AmbassadorLogEntry
from home.ambassadors.querysets import AmbassadorQuerySet
from home.ambassadors.states import WITHDRAWABLE, Actor, AmbassadorAct, Purpose
from jobs.offers.querysets import paris_day
from ui.exports import as_text

# What French spreadsheets open without a question.
DELIMITER, MARK = ";", "\ufeff"
EXPORTS_SHOWN = 5


def chosen_members(request: StaffRequest) -> tuple[MemberFilterForm, AmbassadorQuerySet]:
    """Return the filters and the members that they keep."""
    filters = MemberFilterForm(request.GET)
    return filters, filters.narrow(Ambassador.objects.members())


@team_required
@require_GET
def members(request: StaffRequest) -> HttpResponse:
    """List the members."""
    filters, people = chosen_members(request)
    query = request.GET.copy()
    query.pop("p", None)
    context = {
        "screens": screens("members"),
        "filters": filters,
        "page_obj": Paginator(
            people.by_name().with_agreements().select_related("portrait"), PAGE_SIZE
        ).get_page(request.GET.get("p")),
        "is_narrowed": bool(filters.chosen()),
        "query": query.urlencode(),
        "exports": AmbassadorLogEntry.objects.filter(act=AmbassadorAct.EXPORT).order_by(
            "-created_at", "-pk"
        )[:EXPORTS_SHOWN],
    }
    return TemplateResponse(request, "ambassadors/admin/members.html", context)


@team_required
@require_POST
@never_cache
def export(request: StaffRequest) -> HttpResponse:
    """Give the members that the filters keep as a table, and write down that a copy was taken."""
    filters, people = chosen_members(request)
    now = timezone.now()
    day = paris_day(now).isoformat()
    response = HttpResponse(content_type="text/csv; charset=utf-8")
    response.headers["Content-Disposition"] = f'attachment; filename="ambassadeurs-{day}.csv"'
    response.write(MARK)
    writer = csv.writer(response, delimiter=DELIMITER)
    writer.writerow(_titles())
    rows = list(people.by_name().with_agreements())
    for person in rows:
        writer.writerow([as_text(value) for value in _row(person)])
    # Who took how many, never whom.
    services.note_export(number=len(rows), choice=filters.words(), by=request.user, now=now)
    return response


def _titles() -> list[str]:
    return [
        _("First name"),
        _("Last name"),
        _("E-mail address"),
        _("Commune"),
        _("Activity"),
        _("Help offered"),
        _("Social network"),
        _("Language"),
        _("Member since"),
        _("Letters of the network"),
        _("Publication of the portrait"),
    ]


def _row(person: Any) -> list[Any]:
    yes, no = _("yes"), _("no")
    joined = timezone.localtime(person.joined_at).strftime("%d/%m/%Y") if person.joined_at else ""
    return [
        person.first_name,
        person.last_name,
        person.email,
        person.place,
        person.activity,
        person.help_words,
        person.social_url,
        person.language,
        joined,
        yes if person.agrees_to_letters else no,
        yes if person.agrees_to_publication else no,
    ]


@team_required
@require_http_methods(["GET", "POST"])
def edit(request: StaffRequest, pk: int) -> HttpResponse:
    """Correct a person's details at their request."""
    person = person_or_404(pk)
    if AmbassadorAct.EDIT not in person.team_acts:
        raise Http404
    # The form's own instance is not the one that the service holds.
    form = DetailsForm(request.POST or None, instance=person_or_404(pk))
    if form.is_valid():
        try:
            services.correct_details(
                person=person, changes=form.cleaned_data, by=request.user, now=timezone.now()
            )
        except AddressTaken:
            form.add_error("email", _("Another open file has this e-mail address."))
        except ActNotAllowed:
            messages.error(request, _("This file is closed: nothing was changed."))
            return show(request, person_or_404(pk), status=409)
        else:
            messages.success(request, _("%(name)s: details corrected.") % {"name": person})
            return redirect("ambassadors_admin:detail", pk)
    has_errors = form.is_bound and bool(form.errors)
    context = {
        "screens": screens(""),
        "person": person,
        "form": form,
        "form_with_errors": form if has_errors else None,
    }
    template = "ambassadors/admin/edit.html"
    return TemplateResponse(request, template, context, status=422 if has_errors else 200)


@team_required
@require_POST
def link_portrait(request: StaffRequest, pk: int) -> HttpResponse:
    """Say which portrait is this person's; without their consent it leaves the site."""
    person = person_or_404(pk)
    form = PortraitForm(request.POST, person=person)
    if not form.is_valid():
        return show(request, person, status=422, bound=("portrait", form))
    try:
        services.link_portrait(
            person=person,
            portrait=form.cleaned_data["portrait"],
            by=request.user,
            now=timezone.now(),
        )
    except ActNotAllowed:
        return _closed(request, pk)
    messages.success(request, _("%(name)s: portrait recorded.") % {"name": person})
    return redirect("ambassadors_admin:detail", pk)


@team_required
@require_POST
def withdraw(request: StaffRequest, pk: int, word: str) -> HttpResponse:
    """Withdraw an agreement for a person who asked it by telephone or by letter; the team never gives one."""
    person = person_or_404(pk)
    purpose: Purpose | None = WITHDRAWABLE.get(word)
    if purpose is None:
        raise Http404
    try:
        services.change_consent(
            person=person, purpose=purpose, agrees=False, by=request.user, now=timezone.now()
        )
    except ActNotAllowed:
        return _closed(request, pk)
    messages.success(request, _("%(name)s: agreement withdrawn.") % {"name": person})
    return redirect("ambassadors_admin:detail", pk)


@team_required
@require_POST
def end(request: StaffRequest, pk: int) -> HttpResponse:
    """End a membership; the person is told."""
    person = person_or_404(pk)
    try:
        services.leave(person=person, actor=Actor.MODERATOR, by=request.user, now=timezone.now())
    except ActNotAllowed:
        return _closed(request, pk)
    messages.success(request, _("%(name)s is no longer a member.") % {"name": person})
    return redirect("ambassadors_admin:members")


@team_required
@require_POST
def erase(request: StaffRequest, pk: int) -> HttpResponse:
    """Forget a person who asks for it: nothing can bring the file back."""
    person = person_or_404(pk)
    services.erase_person(person=person, actor=Actor.MODERATOR, by=request.user, now=timezone.now())
    messages.success(request, _("This person’s file is erased."))
    return redirect("ambassadors_admin:queue")


def _closed(request: StaffRequest, pk: int) -> HttpResponse:
    messages.error(request, _("This file is closed: nothing was changed."))
    return show(request, person_or_404(pk), status=409)
