"""The first page of the space, and the choice between several employers."""

from __future__ import annotations

from typing import NamedTuple

from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from employer_space.access import (
    SESSION_KEY,
    MemberRequest,
    active_memberships,
    chosen_membership,
    is_suspended,
    member_required,
    take_seat,
    without_employer,
)

from .rows import TABS, Row, choose_tab, rows_of
from .tasks import banner_of, tasks_of

PER_PAGE = 30


class Step(NamedTuple):
    """A numbered step of the presentation, as the component `steps` shows it."""

    title: str
    text: str


@require_safe
def dashboard(request: HttpRequest) -> HttpResponse:
    """Present the space to visitors, explain a waiting account, else show what waits and the offers."""
    if not request.user.is_authenticated:
        return render(
            request, "employer_space/dashboard/presentation.html", {"steps": how_it_works()}
        )
    memberships = active_memberships(request.user)
    if not memberships:
        return without_employer(request, status=200)
    return overview(take_seat(request, memberships, chosen_membership(request, memberships)))


def overview(request: MemberRequest) -> HttpResponse:
    """Show the dashboard of the employer for which the person acts."""
    now = timezone.now()
    rows = rows_of(request.employer, now)
    is_closed = is_suspended(request)
    current = choose_tab(rows, request.GET.get("onglet", ""))
    shown = [row for row in rows if row.tab == current]
    context = {
        "banner": banner_of(request.employer),
        "tasks": [] if is_closed else tasks_of(rows, now),
        "is_closed": is_closed,
        "has_offers": bool(rows),
        "help_links": [
            (
                _("See an example of a well-written offer"),
                reverse("employer_space:offer_example"),
            )
        ],
        "tab_items": tab_items(rows, current),
        "tab_label": TABS[current],
        "page": Paginator(shown, PER_PAGE).get_page(request.GET.get("page")),
    }
    return render(request, "employer_space/dashboard/dashboard.html", context)


def tab_items(rows: list[Row], current: str) -> list[tuple[str, str, bool]]:
    """Return the tabs with the number of offers under each."""
    address = reverse("employer_space:dashboard")
    return [
        (
            f"{label} ({sum(row.tab == tab for row in rows)})",
            f"{address}?onglet={tab}#offres",
            tab == current,
        )
        for tab, label in TABS.items()
    ]


def how_it_works() -> list[Step]:
    """Return the steps from sign-up to the first application."""
    return [
        Step(
            _("Create your account"),
            _("Your address, your establishment, the network’s charter: five minutes."),
        ),
        Step(
            _("We verify it with you"),
            _("A person of the team reads your request and calls you if something is missing."),
        ),
        Step(
            _("Post your offers"),
            _(
                "Four short steps, saved as you go. The team proofreads each offer before it goes online."
            ),
        ),
        Step(
            _("Use the kit"),
            _(
                "Posters, pictures and texts ready to use, to make your establishment and the Lot known."
            ),
        ),
    ]


@require_safe
@member_required
def offers(_request: MemberRequest) -> HttpResponse:
    """Lead to the dashboard, where the offers are, whoever shortens the address of one."""
    return redirect("employer_space:dashboard")


@require_http_methods(["GET", "HEAD", "POST"])
@member_required
def switch(request: MemberRequest) -> HttpResponse:
    """Choose for which of several employers one acts, for this session."""
    if request.method == "POST":
        wanted = request.POST.get("employer", "")
        known = {str(one.employer.public_id) for one in request.memberships}
        if wanted in known:
            request.session[SESSION_KEY] = wanted
        return redirect("employer_space:dashboard")
    return render(request, "employer_space/dashboard/switch.html")
