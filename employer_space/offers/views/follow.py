"""Follow an offer: its state, what can be done, its history; see it as the public will."""

from __future__ import annotations

import datetime as dt
import uuid
from typing import Any

from django.http import HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_safe

from employer_space.access import (
    MemberRequest,
    is_suspended,
    member_required,
    own_offer_or_404,
)
from employer_space.dashboard.tasks import banner_of
from employer_space.offers import notes
from employer_space.offers.buttons import (
    act_url,
    is_in_review,
    life_buttons,
    step_url,
    write_button,
)
from employer_space.offers.facts import SHOWN_STATES, dates_of, sentence_of, state_tag, title_of
from employer_space.offers.steps import CHECK
from employer_space.offers.writing import has_something_to_send
from jobs.board.presentation import offer_page_context
from jobs.offers import services
from jobs.offers.models import JobOffer
from jobs.offers.situation import offer_state, possible_acts
from jobs.offers.states import OfferAct, Role

from .pages import crumbs


@require_safe
@member_required
def detail(request: MemberRequest, public_id: uuid.UUID) -> HttpResponse:
    """Show where an offer stands, in words, with every act its state allows."""
    now = timezone.now()
    offer = own_offer_or_404(request, public_id)
    state = offer_state(offer, now)
    note = notes.requested_changes(offer)
    is_closed = is_suspended(request)
    context: dict[str, Any] = {
        "offer": offer,
        "title": title_of(offer),
        "breadcrumb": crumbs((title_of(offer), "")),
        "state": state_tag(state, request.employer),
        "sentence": sentence_of(state, request.employer),
        "dates": dates_of(offer),
        "note": note,
        "field_notes": notes.labelled(note),
        "refusal": notes.refusal(offer),
        "suspension": notes.suspension(offer),
        "old_refusal": notes.old_refusal(offer),
        "write_button": None if is_closed else write_button(offer, now, note),
        "buttons": [] if is_closed else life_buttons(offer, now),
        "preview_url": act_url(offer, "offer_preview"),
        "public_url": offer.get_absolute_url()
        if state in SHOWN_STATES and request.employer.is_verified
        else "",
        "unsent_url": "" if is_closed else unsent_url(offer, now),
        "account_banner": banner_of(request.employer) if is_closed else None,
        "history": notes.history(offer),
    }
    return render(request, "employer_space/offers/detail.html", context)


def unsent_url(offer: JobOffer, now: dt.datetime) -> str:
    """Return where to send a change that was saved but not sent, empty when there is none."""
    can_send = OfferAct.SUBMIT in possible_acts(offer, Role.EMPLOYER, now)
    is_second = offer.live or is_in_review(offer)
    return step_url(offer, CHECK) if can_send and is_second and has_something_to_send(offer) else ""


@require_safe
@member_required
def preview(request: MemberRequest, public_id: uuid.UUID) -> HttpResponse:
    """Show the latest version on the real page, under a banner that says it is not public."""
    offer = own_offer_or_404(request, public_id)
    draft = services.latest_draft(offer)
    draft.employer = offer.employer
    context = offer_page_context(draft, now=timezone.now(), is_preview=True)
    context["back_url"] = act_url(offer, "offer_detail")
    return render(request, "board/offer_detail.html", context)
