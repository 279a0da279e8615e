"""What several pages of an offer share: the way back, the refusal of an act, its state in words."""

from __future__ import annotations

import datetime as dt

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _

from employer_space.access import MemberRequest
from employer_space.offers.buttons import act_url
from employer_space.offers.facts import title_of
from jobs.offers.models import JobOffer
from jobs.offers.situation import offer_state

Crumbs = list[tuple[str, str]]


def crumbs(*items: tuple[str, str]) -> Crumbs:
    """Return the way from the space to the page."""
    return [(_("Employer area"), reverse("employer_space:dashboard")), *items]


def offer_crumbs(offer: JobOffer, label: str) -> Crumbs:
    """Return the way to a page of an offer."""
    return crumbs((title_of(offer), act_url(offer, "offer_detail")), (label, ""))


def not_possible(
    request: MemberRequest | HttpRequest, offer: JobOffer, now: dt.datetime
) -> HttpResponse:
    """Explain why an act cannot be done: the state in which the offer stands. Answers 409."""
    state = offer_state(offer, now)
    context = {
        "offer": offer,
        "title": title_of(offer),
        "state": state.label,
        "offer_url": act_url(offer, "offer_detail"),
        "breadcrumb": offer_crumbs(offer, _("Not possible")),
    }
    return render(request, "employer_space/offers/not_possible.html", context, status=409)
