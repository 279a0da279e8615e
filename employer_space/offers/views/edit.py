"""A step of the form: show it, save it, tell the second of two colleagues."""

from __future__ import annotations

import datetime as dt
import uuid
from typing import Any

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from employer_space.access import (
    MemberRequest,
    is_suspended,
    member_required,
    own_offer_or_404,
    suspended_page,
)
from employer_space.offers import steps
from employer_space.offers.answers import titles
from employer_space.offers.buttons import act_url, noted_steps, step_url
from employer_space.offers.forms import FORMS, StepForm
from employer_space.offers.forms.places import all_labels
from employer_space.offers.forms.step import answer_of
from employer_space.offers.notes import Note, old_refusal, requested_changes
from employer_space.offers.writing import save_step
from jobs.offers import services
from jobs.offers.errors import ActNotAllowed, DraftConflict
from jobs.offers.models import JobOffer
from jobs.offers.situation import possible_acts
from jobs.offers.states import OfferAct, Role
from ui.http import render_form
from ui.typography import day_in_words, hour_in_words

from .check import check_page
from .pages import not_possible, offer_crumbs

LONGEST_NUMBER = 18


@require_http_methods(["GET", "HEAD", "POST"])
@member_required
def edit(request: MemberRequest, public_id: uuid.UUID, step: str) -> HttpResponse:
    """Show or save one step of an offer; the last one reads everything back."""
    now = timezone.now()
    offer = own_offer_or_404(request, public_id)
    if is_suspended(request):
        return suspended_page(request)
    if OfferAct.SAVE not in possible_acts(offer, Role.EMPLOYER, now):
        return not_possible(request, offer, now)
    if step == steps.CHECK:
        return check_page(request, offer, now)
    note = requested_changes(offer)
    form = bind(request, offer, step, note, now)
    if not form.is_bound or not form.is_valid():
        # The version one started from stays the same until what was typed is saved.
        kept = {"revision": request.POST["revision"]} if "revision" in request.POST else {}
        return step_page(request, form, offer_context(offer, note) | kept)
    try:
        save_step(
            offer=offer,
            form=form,
            by=request.user,
            expected_revision=read_revision(request),
            now=now,
        )
    except DraftConflict as conflict:
        return conflict_page(request, public_id, step, conflict, now)
    except ActNotAllowed:
        return not_possible(request, own_offer_or_404(request, public_id), now)
    return redirect(where_to_go(request, offer, step))


def bind(
    request: MemberRequest, offer: JobOffer, step: str, note: Note | None, now: dt.datetime
) -> StepForm:
    """Return the form of a step on the latest version of the offer, with what was sent if anything was."""
    draft = services.latest_draft(offer)
    draft.employer = offer.employer
    return FORMS[step](
        request.POST if request.method == "POST" else None,
        instance=draft,
        now=now,
        is_strict="later" not in request.POST,
        notes=note.fields if note else None,
    )


def read_revision(request: MemberRequest) -> int | None:
    """Return the version the writer started from; one that cannot be read is never the latest."""
    text = request.POST.get("revision", "")
    if not text:
        return None
    return int(text) if text.isascii() and text.isdigit() and len(text) <= LONGEST_NUMBER else 0


def where_to_go(request: MemberRequest, offer: JobOffer, step: str) -> str:
    """Return the next page: the next step, or the offer when the rest is for later."""
    if "later" in request.POST:
        saved = _("Draft saved at %(hour)s.") % {"hour": hour_in_words(timezone.now())}
        messages.success(request, saved)
        return act_url(offer, "offer_detail")
    return step_url(offer, steps.next_step(step))


def heading_of(offer: JobOffer, note: Note | None) -> str:
    """Return what one is doing: answering the team, changing an offer online, or writing a new one."""
    if note is not None:
        return _("Correct your offer")
    return _("Change the offer") if offer.live else _("Post an offer")


def offer_context(offer: JobOffer, note: Note | None) -> dict[str, Any]:
    """Return what the page of a step says of an offer that exists."""
    return {
        "offer": offer,
        "revision": offer.latest_revision_id,
        "heading": heading_of(offer, note),
        "note": note,
        "old_refusal": old_refusal(offer),
        "breadcrumb": offer_crumbs(offer, _("Change (page)")),
    }


def step_page(request: MemberRequest, form: StepForm, context: dict[str, Any]) -> HttpResponse:
    """Show a step: 200, or 422 with everything typed."""
    return render_form(request, template_of(form), step_context(form, context), form)


def template_of(form: StepForm) -> str:
    """Return the template of a step."""
    return f"employer_space/offers/steps/{form.step}.html"


def step_context(form: StepForm, context: dict[str, Any]) -> dict[str, Any]:
    """Return what every step shows: where one is, and the communes to propose on the first."""
    number = steps.STEPS.index(form.step) + 1
    is_first = number == 1
    return {
        "step_labels": list(steps.LABELS.values()),
        "step_number": number,
        "step_label": steps.LABELS[form.step],
        "communes": all_labels() if is_first else [],
        **context,
        **ways_between_steps(form, context),
    }


def ways_between_steps(form: StepForm, context: dict[str, Any]) -> dict[str, Any]:
    """Return the step before, and the steps on which the moderator left a note; none on a new offer."""
    offer, note = context.get("offer"), context.get("note")
    if offer is None:
        return {}
    number = steps.STEPS.index(form.step)
    labels = titles()
    return {
        "previous_url": step_url(offer, steps.STEPS[number - 1]) if number else "",
        "noted_steps": [
            (labels[step], "" if step == form.step else step_url(offer, step))
            for step in (noted_steps(note) if note else [])
        ],
    }


def conflict_page(
    request: MemberRequest,
    public_id: uuid.UUID,
    step: str,
    conflict: DraftConflict,
    now: dt.datetime,
) -> HttpResponse:
    """Tell that a colleague saved in between, show both answers, keep what was typed. Answers 409.

    The form now starts from the colleague's version: saving again is a choice made knowingly.
    """
    offer = own_offer_or_404(request, public_id)
    note = requested_changes(offer)
    form = bind(request, offer, step, note, now)
    form.is_valid()
    context = {
        **step_context(form, offer_context(offer, note)),
        "form": form,
        "form_has_errors": True,
        "conflict": conflict_sentence(request, offer, conflict, now),
        "differences": differences(form),
    }
    return render(request, template_of(form), context, status=409)


def conflict_sentence(
    request: MemberRequest, offer: JobOffer, conflict: DraftConflict, now: dt.datetime
) -> str:
    """Return who changed the offer and when: a colleague, or oneself in another window."""
    when = hour_in_words(conflict.at)
    if conflict.at is not None and timezone.localdate(conflict.at) != timezone.localdate(now):
        when = _("%(hour)s on %(day)s") % {
            "hour": when,
            "day": day_in_words(conflict.at, with_year=False),
        }
    if offer.lifecycle.saved_by_id == request.user.pk:
        return _(
            "You changed this offer in another window at %(when)s. Read that version before saving."
        ) % {"when": when}
    return _("A colleague changed this offer at %(when)s. Read these changes before saving.") % {
        "when": when
    }


def differences(form: StepForm) -> list[tuple[str, str, str]]:
    """Return each question answered in two ways: its label, the saved answer, the one just typed."""
    found = []
    for name in form.changed_data:
        bound = form[name]
        typed = bound.data
        found.append((str(bound.label), answer_of(bound, bound.initial), answer_of(bound, typed)))
    return found
