"""The public views of the agenda: calendar files, the registration and its link. Pages are Wagtail's affair."""

from __future__ import annotations

import datetime as dt
from typing import Any

from allauth.account.models import EmailAddress
from django.conf import settings
from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.html import format_html
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_safe

from home.events import services
from home.events.availability import availability
from home.events.calendars import CONTENT_TYPE, calendar_ics, event_ics
from home.events.errors import EventHasStarted, PartyTooLarge, RegistrationRefused
from home.events.forms import RegistrationForm, too_large
from home.events.limits import forgive, may_hold, may_register
from home.events.models import EventPage, Registration
from home.events.presentation import ics_url, kept_facts, taken_seats
from home.events.states import TAKES_NAMES, Availability, RegistrationMode, RegistrationStatus
from home.events.tokens import read_registration, sign_registration
from home.events.translations import in_language
from home.events.wording import hour_in_words
from ui.addresses import contract_path, language_prefix
from ui.durations import in_words
from ui.http import render_form, wait_with_form
from ui.menus import FrenchWords
from ui.meta import Meta
from ui.typography import in_french, typographic

SECONDS = 900
# What a calendar still shows of what is past.
FEED_BEFORE = dt.timedelta(days=90)
FEED_NUMBER = 300
# One may still confirm what was asked before registration closed.
CONFIRMABLE = TAKES_NAMES | {Availability.CLOSED}
# In the address after a button: visitors have no session that would carry a message to the next page.
JUST_DONE = "fait"


def language() -> str:
    """Return the language being spoken."""
    return (get_language() or "fr")[:2]


def event_or_404(slug: str) -> EventPage:
    """Return the event that anybody may read at this address, in the language being spoken."""
    found = EventPage.objects.online().filter(slug=slug, locale__language_code=language())
    event: EventPage | None = found.with_sequence().select_related("locale").first()
    if event is None:
        raise Http404
    return event


@require_safe
def feed(_request: HttpRequest) -> HttpResponse:
    """Give the whole agenda to a calendar that comes back for it."""
    online = EventPage.objects.online().filter(locale__language_code=language())
    recent = online.filter(ends_at__gt=timezone.now() - FEED_BEFORE).with_sequence().for_lists()
    events = recent.order_by("starts_at", "pk")[:FEED_NUMBER]
    content = calendar_ics(
        ((event, event.sequence) for event in events), name=_("Agenda – Oh My Lot !")
    )
    return _calendar(content, "agenda")


@require_safe
def ics(_request: HttpRequest, slug: str) -> HttpResponse:
    """Give one event as a file."""
    event: Any = event_or_404(slug)
    return _calendar(event_ics(event, sequence=event.sequence), event.slug)


def _calendar(content: bytes, name: str) -> HttpResponse:
    response = HttpResponse(content, content_type=f"{CONTENT_TYPE}; charset=utf-8")
    response["Content-Disposition"] = f'attachment; filename="{name}.ics"'
    response["Cache-Control"] = f"public, max-age={SECONDS}"
    return response


@require_http_methods(["GET", "HEAD", "POST"])
def register(request: HttpRequest, slug: str) -> HttpResponse:
    """Take a request; the mail's link confirms it. The answer never tells whether the address was registered already.

    Who is signed in with that address has proved it: they are registered at once.
    """
    event = event_or_404(slug)
    if event.registration_mode != RegistrationMode.HERE:
        raise Http404
    now = timezone.now()
    state = availability(event, taken=taken_seats(event), now=now)
    if state not in TAKES_NAMES:
        return _closed(request, event, state, status=409 if request.method == "POST" else 200)
    is_full = state == Availability.FULL
    context = _context(event, _("Join the waiting list") if is_full else _("Register")) | {
        "is_full": is_full,
        "kept": in_words(dt.timedelta(days=settings.KEEP_EVENT_REGISTRATION_DAYS)),
    }
    if request.method != "POST":
        return render_form(request, "events/register.html", context, RegistrationForm(event=event))
    form = RegistrationForm(request.POST, event=event)
    if not form.is_valid():
        return render_form(request, "events/register.html", context, form)
    attendee = form.attendee(language())
    email, persons = attendee.email, attendee.party_size
    decision = may_register(request, event, email=email, persons=persons)
    if not decision:
        return wait_with_form(
            form,
            decision.retry_after,
            lambda: render_form(request, "events/register.html", context, form),
        )
    is_own = _is_own(request, email)
    try:
        row = services.register(
            event=event,
            attendee=attendee,
            form_key=form.cleaned_data["key"],
            now=now,
            is_proved=is_own,
            may_hold=may_hold(request, event),
        )
    except RegistrationRefused as refusal:
        return _closed(request, event, refusal.state, status=409)
    except PartyTooLarge as refusal:
        form.add_error(
            "party_size" if "party_size" in form.fields else None, too_large(refusal.limit)
        )
        return render_form(request, "events/register.html", context, form)
    if is_own:
        forgive(request, event, persons=persons)
        return _to_manage(sign_registration(row.public_id), is_just_done=True)
    return redirect("events:registered", slug=slug)


def _is_own(request: HttpRequest, email: str) -> bool:
    """Say whether the address is one that the person signed in has proved."""
    if not request.user.is_authenticated:
        return False
    proved = EmailAddress.objects.filter(user_id=request.user.pk, verified=True)
    return bool(proved.filter(email__iexact=email).exists())


def _closed(
    request: HttpRequest, event: EventPage, state: Availability, *, status: int
) -> HttpResponse:
    """Say why nobody can register now."""
    context = _context(event, _("Register")) | {"state": state}
    return render(request, "events/closed.html", context, status=status)


@require_safe
def registered(request: HttpRequest, slug: str) -> HttpResponse:
    """Send the person to their mailbox: the same page for everybody."""
    event = event_or_404(slug)
    steps = [
        _(
            "No e-mail after a few minutes? Look among the unwanted mails, then register again: the address"
            " had perhaps a typing error."
        ),
        _("If there was no place left, confirming puts you on the waiting list."),
        _("Once you have confirmed, a second e-mail brings the date for your calendar."),
        _("You can no longer come? The link in that e-mail gives your place to somebody else."),
    ]
    context = _context(event, _("Request sent")) | {"next_steps": steps, "ics_url": ics_url(event)}
    return render(request, "events/registered.html", context)


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def confirm(request: HttpRequest, token: str) -> HttpResponse:
    """Ask who has the mail's link to confirm; only the button does."""
    registration = _registration_or_404(token)
    if not registration.is_pending:
        return _to_manage(token, is_just_done=request.method == "POST")
    now = timezone.now()
    event = in_language(registration.event, language())
    if request.method == "POST":
        try:
            services.confirm_registration(registration=registration, now=now)
        except RegistrationRefused as refusal:
            return _closed(request, event, refusal.state, status=409)
        except Registration.DoesNotExist as gone:
            raise Http404 from gone
        forgive(request, event, persons=registration.party_size)
        return _to_manage(token, is_just_done=True)
    state = availability(event, taken=taken_seats(event), now=now)
    if state not in CONFIRMABLE:
        return _closed(request, event, state, status=200)
    context = _context(event, _("Confirm your registration")) | {
        "facts": kept_facts(registration),
        "held_until": hour_in_words(registration.held_until)
        if registration.held_until and registration.holds_place_at(now)
        else "",
        "is_full": state == Availability.FULL,
    }
    return render(request, "events/confirm.html", context)


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def manage(request: HttpRequest, token: str) -> HttpResponse:
    """Show a registration to who has its link; the button gives it up."""
    registration = _registration_or_404(token)
    if registration.is_pending:
        return redirect("events:confirm", token=token)
    has_started = False
    if request.method == "POST":
        try:
            services.cancel_registration(registration=registration, now=timezone.now())
        except EventHasStarted:
            has_started = True
        except Registration.DoesNotExist as gone:
            raise Http404 from gone
        else:
            return _to_manage(token, is_just_done=True)
    event = in_language(registration.event, language())
    now = timezone.now()
    standing = _standing(registration, event) if JUST_DONE in request.GET else ""
    if standing and not has_started:
        messages.success(request, standing)
    context = _context(event, _("Your registration")) | {
        "registration": registration,
        "has_started": has_started or now >= event.starts_at,
        "is_just_done": bool(standing),
        "is_on_page": event.live,
        "ics_url": ics_url(event),
    }
    return render(request, "events/manage.html", context, status=409 if has_started else 200)


def _to_manage(token: str, *, is_just_done: bool) -> HttpResponse:
    """Lead to the page of a registration, which says what has just been done."""
    path = reverse("events:manage", kwargs={"token": token})
    return redirect(f"{path}?{JUST_DONE}=1" if is_just_done else path)


def _standing(registration: Registration, event: EventPage) -> str:
    """Return what became of a registration, as it is said just after a button; "" when the event says more."""
    if registration.status == RegistrationStatus.CANCELLED:
        thanks = _("Your place goes to somebody else. Thank you for having told us.")
        return ". ".join([_("Your registration is cancelled"), thanks])
    if event.is_cancelled:
        return ""
    if registration.status == RegistrationStatus.WAITING:
        return _("You are on the waiting list.")
    return _("Your registration is confirmed.")


def _registration_or_404(token: str) -> Registration:
    public_id = read_registration(token)
    rows = Registration.objects.select_related("event__locale")
    found: Registration | None = rows.filter(public_id=public_id).first() if public_id else None
    if found is None:
        raise Http404
    return found


def _context(event: EventPage, title: str) -> dict[str, Any]:
    agenda = contract_path("agenda", language())
    is_french = event.is_untranslated or event.locale.language_code != language()
    named = in_french(event.title) if is_french else typographic(event.title)
    return {
        "event": event,
        "heading": format_html("{} – {}", title, named),
        "meta": Meta(title=f"{title} – {event.title}", robots="noindex"),
        "breadcrumb": [
            (_("Home"), f"{language_prefix(language())}/"),
            (_("Agenda"), agenda),
            (FrenchWords(event.title) if is_french else event.title, event.address),
            (title, ""),
        ],
        "privacy_url": contract_path("donnees-personnelles", language()),
    }
