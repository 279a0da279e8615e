"""The pages of an offer's life: each asks first, acts on POST, and does no harm when pressed twice."""

from __future__ import annotations

import datetime as dt
import uuid
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from django import forms
from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect
from django.utils import timezone
from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_http_methods

from employer_space.access import (
    MemberRequest,
    is_suspended,
    member_required,
    own_offer_or_404,
    suspended_page,
)
from employer_space.offers.buttons import act_url, is_in_review, step_url
from employer_space.offers.facts import title_of
from employer_space.offers.forms import CloseForm, ExtendForm
from employer_space.offers.limits import count_draft
from employer_space.offers.steps import STEPS
from jobs.offers import services
from jobs.offers.errors import ActNotAllowed, InvalidLastDay
from jobs.offers.models import JobOffer
from jobs.offers.services.drafts import default_last_day
from jobs.offers.services.life import latest_last_day
from jobs.offers.situation import offer_state, possible_acts
from jobs.offers.states import OfferAct, OfferState, Outcome, Role
from ui.http import render_form, too_many

from .new import read_key
from .pages import not_possible, offer_crumbs

Words = str | Promise


@dataclass(frozen=True)
class Page:
    """The words of an act: before, on its button, and once done."""

    heading: Words
    text: Words
    button: Words
    done: Words


PAGES: dict[OfferAct, Page] = {
    OfferAct.RECALL: Page(
        gettext_lazy("Take the offer back"),
        gettext_lazy(
            "The team will not read it. It stays among your drafts: you can send it again."
        ),
        gettext_lazy("Take back the offer"),
        gettext_lazy("The offer is taken back."),
    ),
    OfferAct.WITHDRAW: Page(
        gettext_lazy("Withdraw the offer"),
        gettext_lazy(
            "Nobody will see it any more, for good. Its text stays here and can be duplicated."
        ),
        gettext_lazy("Withdraw this offer"),
        gettext_lazy("The offer is withdrawn."),
    ),
    OfferAct.PAUSE: Page(
        gettext_lazy("Pause the offer"),
        gettext_lazy(
            "The public will not see it until you put it back online. Its last day does not change."
        ),
        gettext_lazy("Pause this offer"),
        gettext_lazy("The offer is paused."),
    ),
    OfferAct.RESUME: Page(
        gettext_lazy("Put the offer back online"),
        gettext_lazy("The public will see it again at once."),
        gettext_lazy("Put this offer back online"),
        gettext_lazy("The offer is back online."),
    ),
    OfferAct.EXTEND: Page(
        gettext_lazy("Extend the offer"),
        gettext_lazy("The new last day counts at once, without another review."),
        gettext_lazy("Extend this offer"),
        gettext_lazy("The last day is moved."),
    ),
    OfferAct.CLOSE: Page(
        gettext_lazy("Close the offer"),
        gettext_lazy(
            "Candidates will read that it is over. This is for good; you can duplicate it later."
        ),
        gettext_lazy("Close this offer"),
        gettext_lazy("The offer is closed. Thank you for your answer."),
    ),
    OfferAct.DUPLICATE: Page(
        gettext_lazy("Duplicate the offer"),
        gettext_lazy("A new draft will start from this text. You choose its dates again."),
        gettext_lazy("Duplicate this offer"),
        gettext_lazy("Here is the copy: check it, then send it."),
    ),
}
# Pressing twice: the states in which an act has nothing left to do.
ALREADY: dict[OfferAct, frozenset[OfferState]] = {
    OfferAct.WITHDRAW: frozenset({OfferState.WITHDRAWN}),
    OfferAct.PAUSE: frozenset({OfferState.PAUSED}),
    OfferAct.RESUME: frozenset({OfferState.ONLINE, OfferState.ONLINE_CHANGE_PENDING}),
    OfferAct.CLOSE: frozenset({OfferState.FILLED, OfferState.CLOSED}),
}
SERVICES: dict[OfferAct, Callable[..., JobOffer]] = {
    OfferAct.RECALL: services.recall_offer,
    OfferAct.WITHDRAW: services.withdraw_offer,
    OfferAct.PAUSE: services.pause_offer,
    OfferAct.RESUME: services.resume_offer,
}


def is_done(offer: JobOffer, act: OfferAct, now: dt.datetime) -> bool:
    """Say whether the act has been done already, by a second press or by a colleague."""
    if act == OfferAct.RECALL:
        return not is_in_review(offer)
    return offer_state(offer, now) in ALREADY.get(act, frozenset())


def run(
    request: MemberRequest,
    public_id: uuid.UUID,
    act: OfferAct,
    form: forms.Form,
    perform: Callable[[JobOffer, dt.datetime], JobOffer | None],
) -> HttpResponse:
    """Ask on GET, act on POST: 409 when the state forbids it, 422 when the form needs correcting."""
    now = timezone.now()
    offer = own_offer_or_404(request, public_id)
    if is_suspended(request):
        return suspended_page(request)
    detail_url = act_url(offer, "offer_detail")
    if request.method == "POST" and is_done(offer, act, now):
        return redirect(detail_url)
    is_allowed = act in possible_acts(offer, Role.EMPLOYER, now) and not is_done(offer, act, now)
    if not is_allowed:
        return not_possible(request, offer, now)
    if request.method != "POST" or not form.is_valid():
        return ask(request, offer, act, form)
    try:
        result = perform(offer, now)
    except ActNotAllowed:
        return not_possible(request, own_offer_or_404(request, public_id), now)
    if result is None:
        return ask(request, offer, act, form)
    messages.success(request, str(PAGES[act].done))
    return redirect(detail_url if result.pk == offer.pk else step_url(result, STEPS[0]))


def ask(request: MemberRequest, offer: JobOffer, act: OfferAct, form: forms.Form) -> HttpResponse:
    """Show the question, its form if any, and one button."""
    page = PAGES[act]
    context: dict[str, Any] = {
        "offer": offer,
        "offer_title": title_of(offer),
        "heading": page.heading,
        "text": page.text,
        "button_label": page.button,
        "cancel_url": act_url(offer, "offer_detail"),
        "cancel_label": _("Back to the offer"),
        "breadcrumb": offer_crumbs(offer, str(page.heading)),
    }
    return render_form(request, "employer_space/offers/act.html", context, form)


@require_http_methods(["GET", "HEAD", "POST"])
@member_required
def confirm(request: MemberRequest, public_id: uuid.UUID, act: OfferAct) -> HttpResponse:
    """Take back, withdraw, pause or put back online, once confirmed."""

    def perform(offer: JobOffer, now: dt.datetime) -> JobOffer:
        return SERVICES[act](offer=offer, by=request.user, now=now)

    return run(request, public_id, act, forms.Form(data_of(request)), perform)


@require_http_methods(["GET", "HEAD", "POST"])
@member_required
def extend(request: MemberRequest, public_id: uuid.UUID) -> HttpResponse:
    """Move the last day, within the limits."""
    latest = latest_last_day(timezone.now())
    proposed = min(default_last_day(timezone.now()), latest)
    form = ExtendForm(data_of(request), latest=latest, initial={"last_day": proposed})

    def perform(offer: JobOffer, now: dt.datetime) -> JobOffer | None:
        day = form.cleaned_data["last_day"]
        try:
            return services.extend_offer(offer=offer, by=request.user, last_day=day, now=now)
        except InvalidLastDay as error:
            form.add_error("last_day", wrong_day(day, error.latest, now))
            return None

    return run(request, public_id, OfferAct.EXTEND, form, perform)


def wrong_day(day: dt.date, latest: dt.date, now: dt.datetime) -> str:
    """Return what to do about a last day that cannot be kept."""
    shown = {"date": latest.strftime("%d/%m/%Y")}
    if day < timezone.localdate(now):
        return _("The last day must be in the future. Example: %(date)s.") % shown
    return _("The last day is %(date)s at the latest.") % shown


@require_http_methods(["GET", "HEAD", "POST"])
@member_required
def close(request: MemberRequest, public_id: uuid.UUID) -> HttpResponse:
    """End the offer and keep how it ended."""
    form = CloseForm(data_of(request))

    def perform(offer: JobOffer, now: dt.datetime) -> JobOffer:
        outcome = Outcome(form.cleaned_data["outcome"])
        words = form.cleaned_data["filled_by"]
        return services.close_offer(
            offer=offer, by=request.user, outcome=outcome, filled_by=words, now=now
        )

    return run(request, public_id, OfferAct.CLOSE, form, perform)


class CopyForm(forms.Form):
    """The key under which the copy is made: pressing twice gives the same copy."""

    key = forms.CharField(widget=forms.HiddenInput, required=False)


@require_http_methods(["GET", "HEAD", "POST"])
@member_required
def duplicate(request: MemberRequest, public_id: uuid.UUID) -> HttpResponse:
    """Start a new draft from the text of this offer."""
    if request.method == "POST" and not (
        decision := count_draft(user_id=request.user.pk, now=timezone.now())
    ):
        return too_many(request, decision.retry_after)
    form = CopyForm(data_of(request), initial={"key": uuid.uuid4()})

    def perform(offer: JobOffer, now: dt.datetime) -> JobOffer:
        key = read_key(form.cleaned_data["key"])
        return services.duplicate_offer(offer=offer, by=request.user, key=key, now=now)

    return run(request, public_id, OfferAct.DUPLICATE, form, perform)


def data_of(request: MemberRequest) -> Any:
    """Return what was sent, nothing on GET."""
    return request.POST if request.method == "POST" else None
