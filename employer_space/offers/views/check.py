"""« Vérifier et envoyer »: everything read back, advice, what is missing, then the sending."""

from __future__ import annotations

import datetime as dt
import uuid
from typing import Any

from django.conf import settings
from django.contrib.humanize.templatetags.humanize import apnumber
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_http_methods, require_safe

from employer_space.access import (
    MemberRequest,
    is_suspended,
    member_required,
    own_offer_or_404,
    suspended_page,
)
from employer_space.offers.answers import Missing, answers_of, missing_answers
from employer_space.offers.buttons import act_url, is_in_review, step_url
from employer_space.offers.notes import old_refusal, requested_changes
from employer_space.offers.steps import CHECK
from employer_space.offers.writing import has_something_to_send, send_offer
from jobs.offers import services
from jobs.offers.checks import writer_hints
from jobs.offers.errors import ActNotAllowed, OfferIncomplete
from jobs.offers.models import JobOffer
from jobs.offers.querysets import paris_day
from jobs.offers.situation import possible_acts
from jobs.offers.states import OfferAct, Role
from jobs.offers.validation import submission_errors

from .pages import not_possible, offer_crumbs


def check_page(
    request: MemberRequest,
    offer: JobOffer,
    now: dt.datetime,
    *,
    is_refused: bool = False,
    has_moved: bool = False,
) -> HttpResponse:
    """Read the latest version back; 422 when it was sent incomplete, 409 when another was read."""
    context = {
        "offer": offer,
        "breadcrumb": offer_crumbs(offer, _("Check and send")),
        "old_refusal": old_refusal(offer),
        "form_has_errors": is_refused or has_moved,
        "is_refused": is_refused,
        "has_moved": has_moved,
        **content(offer, now),
        **ways_on(offer),
    }
    status = 409 if has_moved else 422 if is_refused else 200
    return render(request, "employer_space/offers/check.html", context, status=status)


def content(offer: JobOffer, now: dt.datetime) -> dict[str, Any]:
    """Return the answers of the latest version, what it lacks and what a careful reader would point at."""
    draft = services.latest_draft(offer)
    draft.employer = offer.employer
    errors = submission_errors(draft, last_day=offer.lifecycle.last_day, today=paris_day(now))
    return {
        "answers": answers_of(draft, offer, now),
        "missing": missing_answers(errors, offer),
        "hints": [Missing(one.message, link_to(offer, one.field)) for one in writer_hints(draft)],
    }


def ways_on(offer: JobOffer) -> dict[str, Any]:
    """Return what may be done from the check: send, send again, look, come back later."""
    note = requested_changes(offer)
    return {
        "note": note,
        "can_send": has_something_to_send(offer),
        "is_in_review": is_in_review(offer),
        "send_label": _("Send again") if note else _("Send for review"),
        "send_url": act_url(offer, "offer_submit"),
        "preview_url": act_url(offer, "offer_preview"),
        "offer_url": act_url(offer, "offer_detail"),
    }


def link_to(offer: JobOffer, field: str) -> str:
    """Return the address of a field in the form."""
    found = missing_answers({field: [""]}, offer)
    return found[0].url if found else ""


@require_http_methods(["GET", "HEAD", "POST"])
@member_required
def submit(request: MemberRequest, public_id: uuid.UUID) -> HttpResponse:
    """Send the latest version for review; reading it first is on the check page."""
    now = timezone.now()
    offer = own_offer_or_404(request, public_id)
    if is_suspended(request):
        return suspended_page(request)
    if OfferAct.SUBMIT not in possible_acts(offer, Role.EMPLOYER, now):
        return not_possible(request, offer, now)
    if request.method != "POST":
        return redirect(step_url(offer, CHECK))
    if request.POST.get("revision", str(offer.latest_revision_id)) != str(offer.latest_revision_id):
        return check_page(request, offer, now, has_moved=True)
    try:
        send_offer(offer=offer, by=request.user, now=now)
    except OfferIncomplete:
        return check_page(request, offer, now, is_refused=True)
    except ActNotAllowed:
        return not_possible(request, own_offer_or_404(request, public_id), now)
    return redirect(act_url(offer, "offer_sent"))


@require_safe
@member_required
def sent(request: MemberRequest, public_id: uuid.UUID) -> HttpResponse:
    """Say that the offer has arrived, its number and what happens next."""
    offer = own_offer_or_404(request, public_id)
    if not is_in_review(offer):
        return redirect(act_url(offer, "offer_detail"))
    actions = [
        (_("Preview"), act_url(offer, "offer_preview"), "secondary"),
        (_("Follow this offer"), act_url(offer, "offer_detail"), "secondary"),
    ]
    context = {
        "offer": offer,
        "breadcrumb": offer_crumbs(offer, _("Offer sent")),
        "next": next_sentences(request.employer.is_verified),
        "actions": actions,
    }
    return render(request, "employer_space/offers/sent.html", context)


def next_sentences(is_verified: bool) -> list[str]:
    """Return what happens after the sending."""
    if not is_verified:
        return [
            _("Your account is being verified: the offer joins the queue as soon as it is."),
            _("You will receive an e-mail at each step."),
        ]
    days = -(-settings.OFFER_LATE_REVIEW_HOURS // 24)
    delay = ngettext(
        "Review within %(days)s working day.", "Review within %(days)s working days.", days
    )
    return [
        delay % {"days": apnumber(days)},
        _("You will receive an e-mail."),
        _("Until then you may still change the offer: send it again afterwards."),
    ]
