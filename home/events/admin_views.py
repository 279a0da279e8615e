"""The screens on which the team keeps the lists of events: who comes, who waits, who came."""

from __future__ import annotations

import uuid
from collections.abc import Callable
from functools import wraps
from typing import TYPE_CHECKING, Any

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.core.paginator import Paginator
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.template.response import TemplateResponse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods, require_POST
from wagtail.admin import messages as admin_messages

from . import services
from .availability import availability, seats_left
from .errors import (
    AlreadyRegistered,
    EventNotBegun,
    NoSeatLeft,
    NotOnTheList,
    PartyTooLarge,
    RegistrationRefused,
)
from .exporting import attendance_csv
from .forms import HandForm, too_large
from .models import EventPage, Registration, RegistrationLogEntry
from .states import RegistrationStatus

if TYPE_CHECKING:
    from accounts.models import User

MANAGE_PERMISSION = "events.manage_registration"
PAGE_SIZE = 50
HISTORY_SIZE = 100
PRESENT, ABSENT, SEAT, CANCEL = "present", "absent", "place", "annuler"


class StaffRequest(HttpRequest):
    """A request of a signed-in person, as the guard below leaves it."""

    user: User


View = Callable[..., HttpResponse]


def team_required(view: View) -> View:
    """Let only people who keep the lists through; others get 403."""

    @wraps(view)
    def guarded(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        if not request.user.has_perm(MANAGE_PERMISSION):
            raise PermissionDenied
        return view(request, *args, **kwargs)

    return guarded


@team_required
@require_GET
def event_list(request: StaffRequest) -> HttpResponse:
    """List the events: those to come, the next one first, or those that are over."""
    now = timezone.now()
    shows_past = request.GET.get("periode") == "passes"
    events = EventPage.objects.in_french().with_counts().for_lists()
    rows = events.past(now) if shows_past else events.upcoming(now)
    context = {
        "page_obj": Paginator(rows, PAGE_SIZE).get_page(request.GET.get("p")),
        "shows_past": shows_past,
    }
    return TemplateResponse(request, "events/admin/list.html", context)


@team_required
@require_GET
def event_detail(request: StaffRequest, pk: int) -> HttpResponse:
    """Show who comes to an event, who waits, and what was done on the list."""
    return _screen(request, _event_or_404(pk))


@team_required
@require_http_methods(["GET", "POST"])
def add(request: StaffRequest, pk: int) -> HttpResponse:
    """Write somebody down by hand; GET shows the list, with the form."""
    event = _event_or_404(pk)
    if request.method == "GET":
        return _screen(request, event)
    form = HandForm(request.POST, event=event)
    if not form.is_valid():
        return _screen(request, event, form=form, status=422)
    try:
        row = services.add_by_hand(
            event=event, attendee=form.attendee("fr"), by=request.user, now=timezone.now()
        )
    except AlreadyRegistered:
        form.add_error("email", _("This address is registered to this event already."))
        return _screen(request, event, form=form, status=409)
    except PartyTooLarge as refusal:
        form.add_error(None, too_large(refusal.limit))
        return _screen(request, event, form=form, status=422)
    except RegistrationRefused:
        form.add_error(None, _("This event is cancelled or over: nobody can be added."))
        return _screen(request, event, form=form, status=409)
    if row.status == RegistrationStatus.WAITING:
        messages.warning(request, _("There is no place left: this person is on the waiting list."))
    else:
        messages.success(request, _("This person is registered."))
    return redirect("events_admin:detail", pk=event.pk)


@team_required
@require_POST
def act(request: StaffRequest, public_id: uuid.UUID, word: str) -> HttpResponse:
    """Do one act on a registration: tick, untick, give a place, cancel."""
    row = get_object_or_404(
        Registration.objects.select_related("event__locale"), public_id=public_id
    )
    if word not in (PRESENT, ABSENT, SEAT, CANCEL):
        raise Http404
    try:
        _do(word, row, request.user, timezone.now())
    except NotOnTheList:
        problem = _("Only somebody who has a place can be marked as present.")
    except EventNotBegun:
        problem = _("Presence is marked from the day of the event on.")
    except NoSeatLeft:
        problem = _("There are fewer places left than this registration has persons.")
    except RegistrationRefused:
        problem = _("This event is cancelled or over: no place can be given.")
    except Registration.DoesNotExist as gone:
        raise Http404 from gone
    else:
        # The focus goes to what is said: from there one key leads back to where the list was left.
        place = "liste" if word == CANCEL else f"inscription-{row.public_id}"
        back = admin_messages.button(f"#{place}", _("Back to the list"))
        admin_messages.success(request, _said(word) % {"name": row.full_name}, buttons=[back])
        return redirect("events_admin:detail", pk=row.event_id)
    return _screen(request, row.event, problem=problem, status=409)


def _said(word: str) -> str:
    """Return what is said of an act once it is done, with the place of a name."""
    return {
        PRESENT: _("%(name)s is marked as present."),
        ABSENT: _("%(name)s is no longer marked as present."),
        SEAT: _("%(name)s has a place."),
        CANCEL: _("The registration of %(name)s is cancelled."),
    }[word]


def _do(word: str, row: Registration, by: User, now: Any) -> None:
    if word == CANCEL:
        services.cancel_registration(registration=row, by=by, now=now)
    elif word == SEAT:
        services.give_seat(registration=row, by=by, now=now)
    else:
        services.mark_present(registration=row, is_present=word == PRESENT, by=by, now=now)


@team_required
@require_GET
def sheet(request: StaffRequest, pk: int) -> HttpResponse:
    """Show the attendance list as it is printed: names and boxes, nothing else."""
    event = _event_or_404(pk)
    rows = Registration.objects.filter(event=event).confirmed().by_name()
    context = {"event": event, "rows": rows, "printed_at": timezone.now()}
    return TemplateResponse(request, "events/admin/sheet.html", context)


@team_required
@require_POST
def export(request: StaffRequest, pk: int) -> HttpResponse:
    """Give the list as a file, and write down that a copy was taken."""
    event = _event_or_404(pk)
    rows = Registration.objects.filter(event=event).proved().by_name()
    content = attendance_csv(rows)
    services.note_export(event=event, by=request.user, now=timezone.now())
    response = HttpResponse(content, content_type="text/csv; charset=utf-8")
    response["Content-Disposition"] = f'attachment; filename="{event.slug}.csv"'
    return response


def _event_or_404(pk: int) -> EventPage:
    event: EventPage = get_object_or_404(
        EventPage.objects.in_french().select_related("locale"), pk=pk
    )
    return event


def _screen(
    request: StaffRequest,
    event: EventPage,
    *,
    form: HandForm | None = None,
    problem: str = "",
    status: int = 200,
) -> HttpResponse:
    now = timezone.now()
    rows = list(Registration.objects.filter(event=event).by_arrival())
    confirmed = [row for row in rows if row.status == RegistrationStatus.CONFIRMED]
    pending = [row for row in rows if row.is_pending]
    held = sum(row.party_size for row in pending if row.holds_place_at(now))
    persons = sum(row.party_size for row in confirmed)
    history = RegistrationLogEntry.objects.filter(event_key=event.translation_key)
    context = {
        "event": event,
        "state": availability(event, taken=persons + held, now=now),
        "confirmed": confirmed,
        "waiting": [row for row in rows if row.status == RegistrationStatus.WAITING],
        "cancelled": [row for row in rows if row.status == RegistrationStatus.CANCELLED],
        "pending": pending,
        "taken": persons,
        "seats_left": seats_left(event, taken=persons + held),
        "present": sum(row.party_size for row in confirmed if row.present_at),
        "can_mark": services.has_day_come(event, now),
        "is_alive": not event.is_cancelled and now < event.ends_at,
        "form": form or HandForm(event=event),
        "form_with_errors": form,
        "problem": problem,
        # The title begins with « Erreur : ».
        "form_has_errors": bool(problem),
        "history": history.order_by("-created_at", "-pk")[:HISTORY_SIZE],
    }
    return TemplateResponse(request, "events/admin/detail.html", context, status=status)
