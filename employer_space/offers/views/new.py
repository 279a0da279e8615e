"""Start an offer: what to have at hand, then a first step that creates the draft once."""

from __future__ import annotations

import uuid

from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from employer_space.access import MemberRequest, is_suspended, member_required, suspended_page
from employer_space.offers.buttons import act_url
from employer_space.offers.example import EMPLOYER, PLACE, WHY, example_offer, parts_of
from employer_space.offers.facts import title_of
from employer_space.offers.forms import JobForm
from employer_space.offers.limits import count_draft
from employer_space.offers.writing import start_offer
from jobs.board import presentation
from jobs.offers.errors import ActNotAllowed
from jobs.offers.models import JobOffer
from ui.http import wait_with_form

from .edit import step_page, where_to_go
from .pages import Crumbs, crumbs, not_possible

MOST_COPIES = 10


@require_safe
@member_required
def before(request: MemberRequest) -> HttpResponse:
    """Say what to have at hand, and propose to start from a former offer."""
    if is_suspended(request):
        return suspended_page(request)
    former = (
        JobOffer.objects.filter(employer=request.employer)
        .select_related("lifecycle")
        .order_by("-pk")[:MOST_COPIES]
    )
    context = {
        "breadcrumb": new_crumbs(),
        "former": [
            (title_of(offer), offer.reference, act_url(offer, "offer_duplicate"))
            for offer in former
        ],
    }
    return render(request, "employer_space/offers/before.html", context)


@require_safe
@member_required
def example(request: MemberRequest) -> HttpResponse:
    """Show what a well-written offer looks like; what is shown is in no table."""
    offer = example_offer()
    context = {
        "breadcrumb": crumbs((_("Example of a well-written offer"), "")),
        "offer": offer,
        "employer_name": EMPLOYER,
        "place": PLACE,
        "facts": presentation.facts(offer),
        "details": presentation.details(offer),
        "parts": parts_of(offer),
        "reply_promise": presentation.reply_promise(offer),
        "why": WHY,
    }
    return render(request, "employer_space/offers/example.html", context)


@require_http_methods(["GET", "HEAD", "POST"])
@member_required
def start(request: MemberRequest) -> HttpResponse:
    """Show the first step of a new offer, and create its draft when it is saved."""
    if is_suspended(request):
        return suspended_page(request)
    now = timezone.now()
    key = read_key(request.POST.get("key", ""))
    form = JobForm(
        request.POST if request.method == "POST" else None,
        instance=JobOffer(employer=request.employer),
        now=now,
        is_strict="later" not in request.POST,
    )

    def draw() -> HttpResponse:
        context = {"key": key, "breadcrumb": new_crumbs(), "heading": _("Post an offer")}
        return step_page(request, form, context)

    if form.is_bound and form.is_valid():
        if not (decision := count_draft(user_id=request.user.pk, now=now)):
            return wait_with_form(form, decision.retry_after, draw)
        offer = JobOffer(employer=request.employer)
        try:
            offer = start_offer(
                form=form, employer=request.employer, by=request.user, key=key, now=now
            )
        except ActNotAllowed:
            sent_since = JobOffer.objects.select_related("lifecycle", "employer").get(
                employer=request.employer, creation_key=key
            )
            return not_possible(request, sent_since, now)
        return redirect(where_to_go(request, offer, JobForm.step))
    return draw()


def new_crumbs() -> Crumbs:
    """Return the way to the pages that start an offer."""
    return crumbs((_("My offers"), reverse("employer_space:dashboard")), (_("Post an offer"), ""))


def read_key(text: str) -> uuid.UUID:
    """Return the key under which the form creates its draft; a new one when there is none to read."""
    try:
        return uuid.UUID(text)
    except ValueError:
        return uuid.uuid4()
