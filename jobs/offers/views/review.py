"""The review screen: read-only but for the decision."""

from __future__ import annotations

import datetime as dt
from typing import Any

from django import forms
from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.template.response import TemplateResponse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.clickjacking import xframe_options_sameorigin
from django.views.decorators.http import require_GET, require_http_methods, require_POST
from wagtail.models import TaskState

from jobs.offers import moderation, queue, services
from jobs.offers.checks import review_checks
from jobs.offers.comparison import FieldReading, differences, readings
from jobs.offers.errors import ActNotAllowed, AlreadyDecided
from jobs.offers.forms import ChangesForm, ReasonForm, RefusalForm
from jobs.offers.models import JobOffer
from jobs.offers.preview import render_preview
from jobs.offers.situation import offer_state, possible_acts
from jobs.offers.states import STATE_VARIANTS, OfferState, ReviewState, Role

from .guard import StaffRequest, offer_or_404, reviewer_required

# Each form of the screen has its own ids: several of them ask for a reason.
FORMS: dict[str, type[forms.Form]] = {
    "changes_form": ChangesForm,
    "refusal_form": RefusalForm,
    "suspension_form": ReasonForm,
}
AUTO_IDS = {
    "changes_form": "changes_%s",
    "refusal_form": "refuse_%s",
    "suspension_form": "suspend_%s",
}


@reviewer_required
@require_GET
def review(request: StaffRequest, pk: int) -> HttpResponse:
    """Show an offer as it is submitted: preview, differences, checks, history, decisions."""
    return _screen(request, offer_or_404(pk))


def _text_to_read(offer: JobOffer) -> JobOffer:
    """Return the version to read: the one in review, else the latest (imported offers have only one)."""
    state = offer.current_workflow_state
    if offer.lifecycle.review != ReviewState.PENDING or state is None:
        return services.latest_draft(offer)
    text: JobOffer = state.current_task_state.revision.as_object()
    text.lifecycle = offer.lifecycle
    return text


def _screen(
    request: StaffRequest, offer: JobOffer, *, status: int = 200, **bound: forms.Form
) -> HttpResponse:
    now = timezone.now()
    text = _text_to_read(offer)
    state = offer_state(offer, now)
    workflow = offer.current_workflow_state
    in_review = offer.lifecycle.review == ReviewState.PENDING and workflow is not None
    acts = {act.name for act in possible_acts(offer, Role.MODERATOR, now)}
    task = (
        workflow.current_task_state_id if in_review and not offer.lifecycle.suspended_at else None
    )
    fields = readings(text)
    unbound = {
        name: make(auto_id=AUTO_IDS[name], **extra(name, fields)) for name, make in FORMS.items()
    }
    is_public = now_public(offer, now)
    context = {
        "offer": offer,
        "text": text,
        "state": state,
        "public_url": offer.get_absolute_url() if is_public else "",
        "is_public_version": is_public and is_version_online(offer, text),
        "state_label": OfferState(state).label,
        "state_variant": STATE_VARIANTS.get(state, "neutral"),
        "task_state_id": task,
        "acts": acts,
        "can_decide": bool(task or acts & {"SUSPEND", "RESTORE"}),
        "checks": review_checks(text),
        "readings": fields,
        "changes": differences(offer, text) if offer.live and in_review else None,
        "log": offer.log.order_by("-created_at", "-pk").prefetch_related("notes")[:50],
        "reports": offer.reports.order_by("-created_at")[:20],
        "duplicates": _duplicates(offer, text),
        **unbound,
        **bound,
        "form_with_errors": next(iter(bound.values()), None),
        "next_offer": queue.next_after(offer),
    }
    return TemplateResponse(request, "offers/review.html", context, status=status)


def extra(name: str, fields: list[FieldReading]) -> dict[str, Any]:
    """Return what a form of the screen needs: the notes are proposed beside what is filled in."""
    return {"filled": [one.field for one in fields]} if name == "changes_form" else {}


def now_public(offer: JobOffer, now: dt.datetime) -> bool:
    """Say whether the public sees a version of the offer."""
    return bool(JobOffer.objects.visible(now).filter(pk=offer.pk).exists())


def is_version_online(offer: JobOffer, text: JobOffer) -> bool:
    """Say whether the text to read is the one online."""
    return not differences(offer, text)


def _duplicates(offer: JobOffer, text: JobOffer) -> list[JobOffer]:
    now = timezone.now()
    same = JobOffer.objects.visible(now).filter(employer=offer.employer, title__iexact=text.title)
    return list(same.exclude(pk=offer.pk).select_related("lifecycle").order_by("pk")[:5])


@reviewer_required
@require_GET
@xframe_options_sameorigin
def review_preview(request: StaffRequest, pk: int) -> HttpResponse:
    """Draw the version to read as the public will see it, for the frame of the review screen."""
    offer = offer_or_404(pk)
    text = _text_to_read(offer)
    is_online = now_public(offer, timezone.now()) and is_version_online(offer, text)
    return render_preview(request, text, is_online=is_online)


@reviewer_required
@require_POST
def decide(request: StaffRequest, pk: int, task_state_id: int, decision: str) -> HttpResponse:
    """Take one decision on the version that was read, then go to the next offer."""
    offer = offer_or_404(pk)
    tasks = TaskState.objects.filter(workflow_state__in=offer.workflow_states.all())
    get_object_or_404(tasks, pk=task_state_id)
    form, name = _decision_form(decision, offer, request)
    if form is not None and not form.is_valid():
        return _screen(request, offer, status=422, **{name: form})
    try:
        message = _carry_out(decision, form, task_state_id, request) % {"offer": offer.reference}
    except AlreadyDecided as already:
        return _already(request, offer, already)
    except ActNotAllowed:
        return _not_now(request, pk)
    return _next(request, message)


def _decision_form(decision: str, offer: JobOffer, request: StaffRequest) -> tuple[Any, str]:
    if decision == "changes":
        fields = readings(_text_to_read(offer))
        return _bound("changes_form", request, **extra("changes_form", fields)), "changes_form"
    if decision == "refuse":
        return _bound("refusal_form", request), "refusal_form"
    return None, ""


def _bound(name: str, request: StaffRequest, **kwargs: Any) -> Any:
    return FORMS[name](request.POST, auto_id=AUTO_IDS[name], **kwargs)


def _carry_out(decision: str, form: Any, task_state_id: int, request: StaffRequest) -> str:
    who: dict[str, Any] = {
        "task_state_id": task_state_id,
        "by": request.user,
        "now": timezone.now(),
    }
    if decision == "approve":
        moderation.approve_offer(**who)
        return _("%(offer)s published.")
    if decision == "changes":
        moderation.request_changes(**who, reason=form.cleaned_data["reason"], notes=form.notes)
        return _("Changes requested for %(offer)s.")
    moderation.refuse_offer(
        **who, reason=form.cleaned_data["reason"], reason_code=form.cleaned_data["reason_code"]
    )
    return _("%(offer)s refused.")


def _already(request: StaffRequest, offer: JobOffer, already: AlreadyDecided) -> HttpResponse:
    offer = offer_or_404(offer.pk)
    context = {"offer": offer, "already": already, "next_offer": queue.next_after(offer)}
    return TemplateResponse(request, "offers/already_decided.html", context, status=409)


def _not_now(request: StaffRequest, pk: int) -> HttpResponse:
    """Show the offer as it is now, and say that the act is not possible from there."""
    messages.error(
        request,
        _("The offer has changed meanwhile: this is not possible now. Nothing was recorded."),
    )
    return _screen(request, offer_or_404(pk), status=409)


def _next(request: StaffRequest, message: str) -> HttpResponse:
    following = queue.next_after()
    if following is None:
        messages.success(request, " ".join([message, _("Nothing left to review.")]))
        return redirect("offers_admin:queue")
    left = JobOffer.objects.in_review().count()
    rest = ngettext("%(count)d left.", "%(count)d left.", left) % {"count": left}
    coming = _("Next offer: %(offer)s.") % {"offer": following.reference}
    messages.success(request, f"{message} {coming} {rest}")
    return redirect("offers_admin:review", following.pk)


@reviewer_required
@require_http_methods(["POST"])
def suspend(request: StaffRequest, pk: int) -> HttpResponse:
    """Take an offer off the site at once."""
    offer = offer_or_404(pk)
    form = _bound("suspension_form", request)
    if not form.is_valid():
        return _screen(request, offer, status=422, suspension_form=form)
    try:
        moderation.suspend_offer(
            offer=offer, by=request.user, reason=form.cleaned_data["reason"], now=timezone.now()
        )
    except ActNotAllowed:
        return _not_now(request, pk)
    messages.success(request, _("%(offer)s suspended.") % {"offer": offer.reference})
    return redirect("offers_admin:review", pk)


@reviewer_required
@require_POST
def restore(request: StaffRequest, pk: int) -> HttpResponse:
    """Put a suspended offer back."""
    offer = offer_or_404(pk)
    try:
        moderation.restore_offer(offer=offer, by=request.user, now=timezone.now())
    except ActNotAllowed:
        return _not_now(request, pk)
    messages.success(request, _("%(offer)s restored.") % {"offer": offer.reference})
    return redirect("offers_admin:review", pk)
