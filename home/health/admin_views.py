"""The screens on which the health contacts read the requests to be called back and follow them."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from functools import wraps
from typing import TYPE_CHECKING, Any

from django import forms
from django.conf import settings
from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.template.response import TemplateResponse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_POST

from jobs.offers.querysets import paris_day
from ui.durations import in_words

from . import services
from .emails import ANSWER_PERMISSION
from .errors import RequestForgotten, StaleRequest
from .forms import HandOverForm, NoteForm, PlanForm, StatusForm
from .models import CallbackRequest, HealthContact
from .retention import unanswered_days
from .states import RequestStatus
from .waiting import LATE_AFTER

if TYPE_CHECKING:
    from accounts.models import User

PAGE_SIZE = 50
# The words of `?etat=`; what waits, new or due, is shown first, as the home of the admin counts it.
WAITING = "attente"
STATUS_WORDS: dict[str, RequestStatus] = {
    "nouvelles": RequestStatus.NEW,
    "rappelees": RequestStatus.CALLED_BACK,
    "suivies": RequestStatus.FOLLOW_UP,
    "closes": RequestStatus.CLOSED,
}


class StaffRequest(HttpRequest):
    """A request of a signed-in person, as the guard below leaves it."""

    user: User


View = Callable[..., HttpResponse]


def contact_required(view: View) -> View:
    """Let only people who call health professionals back through; others get 403."""

    @wraps(view)
    def guarded(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        if not request.user.has_perm(ANSWER_PERMISSION):
            raise PermissionDenied
        return view(request, *args, **kwargs)

    return guarded


@contact_required
@require_GET
def callback_list(request: StaffRequest) -> HttpResponse:
    """List the requests: those that wait, the oldest first; else those of a status, the latest first."""
    word = request.GET.get("etat", WAITING)
    status = STATUS_WORDS.get(word)
    rows = CallbackRequest.objects.newest_first()
    if word == WAITING:
        rows = CallbackRequest.objects.due_on(paris_day(timezone.now())).oldest_first()
    elif status == RequestStatus.NEW:
        rows = CallbackRequest.objects.waiting()
    elif status is not None:
        rows = rows.filter(status=status)
    number = request.GET.get("contact", "")
    if number.isascii() and number.isdigit() and len(number) < 10:
        rows = rows.filter(contact_id=int(number))
    page = Paginator(rows.select_related("contact"), PAGE_SIZE).get_page(request.GET.get("p"))
    context = {
        "page_obj": page,
        "word": word if status is not None or word == WAITING else "toutes",
        "words": [
            (WAITING, _("What waits: new, or to contact again")),
            *((known, value.label) for known, value in STATUS_WORDS.items()),
        ],
        "contacts": list(HealthContact.objects.active().values_list("pk", "name")),
        "contact": number,
        "late_before": timezone.now() - LATE_AFTER,
    }
    return TemplateResponse(request, "health/admin/list.html", context)


@contact_required
@require_GET
def callback_detail(request: StaffRequest, pk: int) -> HttpResponse:
    """Show a request whole, its notes and its history."""
    return _screen(request, _request_or_404(pk))


@contact_required
@require_POST
def callback_status(request: StaffRequest, pk: int) -> HttpResponse:
    """Say what has become of a request; 409 when somebody else did meanwhile."""
    return _act(
        request,
        pk,
        StatusForm(request.POST),
        lambda found, cleaned: services.change_status(
            request=found,
            status=RequestStatus(cleaned["status"]),
            expected=cleaned["expected"],
            by=request.user,
            now=timezone.now(),
        ),
    )


@contact_required
@require_POST
def callback_plan(request: StaffRequest, pk: int) -> HttpResponse:
    """Set the day of the next contact."""
    return _act(
        request,
        pk,
        PlanForm(request.POST),
        lambda found, cleaned: services.plan_next_contact(
            request=found, day=cleaned["day"], by=request.user, now=timezone.now()
        ),
    )


@contact_required
@require_POST
def callback_hand_over(request: StaffRequest, pk: int) -> HttpResponse:
    """Give a request to another contact."""
    return _act(
        request,
        pk,
        HandOverForm(request.POST),
        lambda found, cleaned: services.hand_over(
            request=found, contact=cleaned["contact"], by=request.user, now=timezone.now()
        ),
    )


@contact_required
@require_POST
def callback_note(request: StaffRequest, pk: int) -> HttpResponse:
    """Write a note down."""
    return _act(
        request,
        pk,
        NoteForm(request.POST),
        lambda found, cleaned: services.add_note(
            request=found, text=cleaned["text"], by=request.user, now=timezone.now()
        ),
    )


@contact_required
@require_POST
def callback_forget(request: StaffRequest, pk: int) -> HttpResponse:
    """Erase the person who asks for it."""
    services.forget_request(request=_request_or_404(pk), by=request.user, now=timezone.now())
    messages.success(request, _("The person is erased; the trace of the follow-up stays."))
    return redirect("health_admin:list")


def _act(
    request: StaffRequest,
    pk: int,
    form: forms.Form,
    act: Callable[[CallbackRequest, dict[str, Any]], object],
) -> HttpResponse:
    """Check the form, do the act, come back; 422 or 409 show the request again with what was typed."""
    found = _request_or_404(pk)
    if not form.is_valid():
        return _screen(request, found, form, status=422)
    started = timezone.now()
    try:
        done = act(found, form.cleaned_data)
    except StaleRequest:
        text = _("Somebody changed the status meanwhile: read the history, then decide again.")
        messages.error(request, text)
        return _screen(request, _request_or_404(pk), status=409)
    except RequestForgotten:
        messages.error(request, _("This person was erased: nothing more can be done."))
        return _screen(request, _request_or_404(pk), status=409)
    if isinstance(done, CallbackRequest) and done.last_acted_at < started:
        messages.info(request, _("Nothing has changed."))
    else:
        messages.success(request, _("Saved."))
    return redirect("health_admin:detail", pk=pk)


def _request_or_404(pk: int) -> CallbackRequest:
    found: CallbackRequest = get_object_or_404(
        CallbackRequest.objects.select_related("contact"), pk=pk
    )
    return found


def _screen(
    request: StaffRequest,
    found: CallbackRequest,
    wrong: forms.Form | None = None,
    status: int = 200,
) -> HttpResponse:
    """Draw the request; the form that was sent keeps what was typed, the others start from the request."""

    def shown(kind: type[forms.Form], **initial: Any) -> forms.Form:
        return wrong if isinstance(wrong, kind) else kind(initial=initial)

    context = {
        "found": found,
        "notes": found.notes.order_by("-created_at", "-pk"),
        "events": found.events.select_related("contact").order_by("-created_at", "-pk"),
        "status_form": shown(StatusForm, status=found.status, expected=found.status),
        "plan_form": shown(PlanForm, day=found.next_contact_on),
        "hand_over_form": shown(HandOverForm, contact=found.contact_id),
        "note_form": shown(NoteForm),
        "form_with_errors": wrong,
        "kept": in_words(
            dt.timedelta(
                days=unanswered_days()
                if found.status == RequestStatus.NEW
                else settings.KEEP_HEALTH_CALLBACK_DAYS
            )
        ),
    }
    return TemplateResponse(request, "health/admin/detail.html", context, status=status)
