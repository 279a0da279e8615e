"""What the employer shows of itself, and its places of work."""

from __future__ import annotations

import uuid
from typing import Any

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from employer_space.access import MemberRequest, member_required
from employer_space.joining.siret import spaced
from employer_space.organisation.forms import PlaceForm, PresentationForm
from employer_space.organisation.guards import administrator_required, own_establishment_or_404
from employer_space.organisation.services import update_presentation
from jobs.employers.models import Establishment
from jobs.employers.services import update_establishment
from ui.http import render_form

METHODS = ["GET", "HEAD", "POST"]


def posted(request: MemberRequest) -> Any:
    """Return what was sent, nothing on GET."""
    return request.POST if request.method == "POST" else None


def crumbs(label: str) -> list[tuple[str, str]]:
    """Return the way to a page below the establishment's."""
    return [
        (_("Employer area"), reverse("employer_space:dashboard")),
        (_("My establishment"), reverse("employer_space:establishments")),
        (label, ""),
    ]


@require_safe
@member_required
def overview(request: MemberRequest) -> HttpResponse:
    """Show the presentation and every establishment."""
    places = [
        (place, spaced(place.siret))
        for place in request.employer.establishments.order_by("name", "pk")
    ]
    context = {"places": places, "breadcrumb": [*crumbs("")[:1], (_("My establishment"), "")]}
    return render(request, "employer_space/organisation/establishments.html", context)


@require_http_methods(METHODS)
@member_required
@administrator_required
def presentation(request: MemberRequest) -> HttpResponse:
    """Change what candidates read; the name of a verified employer goes through the team."""
    form = PresentationForm(posted(request), employer=request.employer)
    if form.is_bound and form.is_valid():
        changed = form.carry()
        update_presentation(
            employer=request.employer, by=request.user, changed=changed, now=timezone.now()
        )
        messages.success(request, _("Your presentation is saved."))
        return redirect("employer_space:establishments")
    context = {"breadcrumb": crumbs(_("Change the presentation"))}
    return render_form(request, "employer_space/organisation/presentation.html", context, form)


@require_http_methods(METHODS)
@member_required
@administrator_required
def add(request: MemberRequest) -> HttpResponse:
    """Add a place of work."""
    place = Establishment(employer=request.employer)
    return place_page(request, place, _("Add an establishment"))


@require_http_methods(METHODS)
@member_required
@administrator_required
def edit(request: MemberRequest, public_id: uuid.UUID) -> HttpResponse:
    """Change a place of work; its SIRET, once verified, goes through the team."""
    place = own_establishment_or_404(request, public_id)
    return place_page(request, place, _("Change the establishment"))


def place_page(request: MemberRequest, place: Establishment, heading: str) -> HttpResponse:
    """Show the form of a place, and save it."""
    form = PlaceForm(posted(request), place=place)
    if form.is_bound and form.is_valid():
        changed = form.carry()
        update_establishment(
            establishment=place, by=request.user, now=timezone.now(), changed=changed
        )
        messages.success(request, _("The establishment is saved."))
        return redirect("employer_space:establishments")
    context = {
        "heading": heading,
        "breadcrumb": crumbs(heading),
        "fixed_siret": spaced(place.siret) if "siret" not in form.fields else "",
    }
    return render_form(request, "employer_space/organisation/place.html", context, form)
