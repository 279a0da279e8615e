"""The screens on which referents read requests and follow them up."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from django import forms
from django.contrib import messages
from django.core.paginator import Paginator
from django.db.models import BooleanField, ExpressionWrapper
from django.http import Http404, HttpResponse
from django.shortcuts import redirect
from django.template.response import TemplateResponse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_GET, require_POST

from home.welcome import services
from home.welcome.errors import ActNotAllowed
from home.welcome.follow_up_forms import HandOverForm, NoteForm, PlanForm
from home.welcome.models import SettlementRequest
from home.welcome.querysets import for_nobody, stands_in
from home.welcome.states import OPEN, RequestAct, acts_from
from jobs.offers.querysets import paris_day

from .guard import StaffRequest, referent_required, request_or_404

PAGE_SIZE = 50
# What stands in addresses for each act that changes the status.
ACTS = {
    "contact": RequestAct.CONTACT,
    "installation": RequestAct.SETTLE,
    "cloture": RequestAct.CLOSE,
    "reprise": RequestAct.REOPEN,
}
WORDS = {act: word for word, act in ACTS.items()}
BUTTONS = {
    RequestAct.CONTACT: gettext_lazy("I have been in contact"),
    RequestAct.SETTLE: gettext_lazy("The household has settled"),
    RequestAct.CLOSE: gettext_lazy("Close the follow-up"),
    RequestAct.REOPEN: gettext_lazy("Open the follow-up again"),
}


@referent_required
@require_GET
def request_list(request: StaffRequest) -> HttpResponse:
    """List the requests that are followed, the next contacts first; one's own unless all are asked for."""
    today = paris_day(timezone.now())
    shows_over, shows_all = request.GET.get("etat") == "finies", request.GET.get("de") == "tous"
    rows = SettlementRequest.objects.known()
    rows = rows.exclude(status__in=OPEN) if shows_over else rows.open()
    if not shows_all:
        rows = rows.filter_for(request.user, today)
    rows = rows.annotate(
        stands_in=ExpressionWrapper(stands_in(request.user, today), BooleanField()),
        for_nobody=ExpressionWrapper(for_nobody(), BooleanField()),
    )
    rows = rows.select_related("referent", "territory").newest_first()
    context = {
        "page_obj": Paginator(rows, PAGE_SIZE).get_page(request.GET.get("p")),
        "shows_over": shows_over,
        "shows_all": shows_all,
        "today": today,
    }
    return TemplateResponse(request, "welcome/admin/list.html", context)


@referent_required
@require_GET
def request_detail(request: StaffRequest, pk: int) -> HttpResponse:
    """Show a request whole: the project, the household, the notes, what happened."""
    return _screen(request, request_or_404(pk))


@referent_required
@require_POST
def move(request: StaffRequest, pk: int, act: str) -> HttpResponse:
    """Do an act that changes the status."""
    if act not in ACTS:
        raise Http404
    kept = request_or_404(pk)

    def do() -> None:
        services.move_request(request=kept, act=ACTS[act], by=request.user, now=timezone.now())

    return _done(request, kept, do, _("It is written down."))


@referent_required
@require_POST
def plan(request: StaffRequest, pk: int) -> HttpResponse:
    """Set the day of the next contact."""
    kept = request_or_404(pk)
    form = PlanForm(request.POST)
    if not form.is_valid():
        return _screen(request, kept, plan_form=form, status=422)

    day = form.cleaned_data["day"]

    def do() -> None:
        services.plan_contact(request=kept, day=day, by=request.user, now=timezone.now())

    if day == kept.next_contact_on:
        return _done(request, kept, do, _("Nothing has changed."), messages.INFO)
    return _done(request, kept, do, _("The next contact is planned."))


@referent_required
@require_POST
def hand_over(request: StaffRequest, pk: int) -> HttpResponse:
    """Give the request to a colleague."""
    kept = request_or_404(pk)
    form = HandOverForm(request.POST, current=kept.referent_id)
    if not form.is_valid():
        return _screen(request, kept, hand_over_form=form, status=422)
    colleague = form.cleaned_data["to"]

    def do() -> None:
        services.hand_over(request=kept, to=colleague, by=request.user, now=timezone.now())

    return _done(
        request, kept, do, _("%(name)s follows this request now.") % {"name": colleague.name}
    )


@referent_required
@require_POST
def note(request: StaffRequest, pk: int) -> HttpResponse:
    """Add a note."""
    kept = request_or_404(pk)
    form = NoteForm(request.POST)
    if not form.is_valid():
        return _screen(request, kept, note_form=form, status=422)

    def do() -> None:
        text = form.cleaned_data["text"]
        services.add_note(request=kept, text=text, by=request.user, now=timezone.now())

    return _done(request, kept, do, _("The note is kept."))


@referent_required
@require_POST
def forget(request: StaffRequest, pk: int) -> HttpResponse:
    """Erase the person who asks for it: the consent is withdrawn."""
    services.forget_request(request=request_or_404(pk), by=request.user, now=timezone.now())
    messages.success(request, _("The person is erased; the trace of the follow-up stays."))
    return redirect("welcome_admin:list")


def _done(
    request: StaffRequest,
    kept: SettlementRequest,
    do: Callable[[], None],
    said: str,
    level: int = messages.SUCCESS,
) -> HttpResponse:
    """Do an act and come back to the request; 409 when a colleague was faster."""
    try:
        do()
    except ActNotAllowed:
        messages.error(request, _("Somebody was faster: this request has changed meanwhile."))
        return _screen(request, request_or_404(kept.pk), status=409)
    messages.add_message(request, level, said)
    return redirect("welcome_admin:detail", pk=kept.pk)


def _screen(
    request: StaffRequest,
    kept: SettlementRequest,
    *,
    status: int = 200,
    **bound: forms.Form,
) -> HttpResponse:
    all_forms: dict[str, forms.Form] = {
        "plan_form": PlanForm(initial={"day": kept.next_contact_on}),
        "hand_over_form": HandOverForm(current=kept.referent_id),
        "note_form": NoteForm(),
    } | bound
    context: dict[str, Any] = {
        "kept": kept,
        "household": getattr(kept, "household", None),
        "is_open": kept.status in OPEN,
        "acts": [(WORDS[act], BUTTONS[act]) for act in acts_from(kept.status)],
        "notes": kept.notes.order_by("-created_at", "-pk"),
        "history": kept.events.select_related("referent").order_by("-created_at", "-pk"),
        "form_with_errors": next(iter(bound.values()), None),
    }
    return TemplateResponse(
        request, "welcome/admin/detail.html", context | all_forms, status=status
    )
