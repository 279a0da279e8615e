"""The mails about registrations, in the reader's language, written in the transaction of the act they tell of."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from django.conf import settings
from django.urls import reverse
from django.utils import translation

from home.events.calendars import CONTENT_TYPE, event_ics
from home.events.models import EventDesk, EventPage, Registration
from home.events.states import RegistrationStatus
from home.events.tokens import sign_registration
from home.events.translations import in_language
from home.events.wording import hour_in_words
from mailing.services import Attachment, queue_mail
from ui.addresses import absolute


class Pages:
    """The pages of one event by language, each read once however many mails are written."""

    def __init__(self, event: EventPage) -> None:
        self._event = event
        self._found: dict[str, EventPage] = {}

    def __getitem__(self, language: str) -> EventPage:
        """Return the page for a reader of `language`."""
        if language not in self._found:
            self._found[language] = in_language(self._event, language)
        return self._found[language]


def manage_url(registration: Registration) -> str:
    """Return the full address of the page of a registration."""
    return _url("events:manage", registration)


def confirm_url(registration: Registration) -> str:
    """Return the full address of the page whose button confirms a request."""
    return _url("events:confirm", registration)


def _url(name: str, registration: Registration) -> str:
    with translation.override(registration.language):
        path = reverse(name, kwargs={"token": sign_registration(registration.public_id)})
    return f"{settings.BASE_URL}{path}"


def to_confirm(*, registration: Registration, pages: Pages, now: datetime, is_full: bool) -> None:
    """Ask whether it is really the person who asked; nothing is promised to an address that nobody proved."""
    held = registration.held_until
    with translation.override(registration.language):
        hour = hour_in_words(held) if held is not None else ""
    _send(
        "registration_to_confirm",
        registration,
        pages,
        now,
        confirm_url=confirm_url(registration),
        held_until=hour,
        is_full=is_full,
    )


def confirmed(*, registration: Registration, pages: Pages, now: datetime) -> None:
    """Say that the place is kept, with the file for the calendar."""
    _send("registration_confirmed", registration, pages, now, has_file=True)


def waiting(*, registration: Registration, pages: Pages, now: datetime) -> None:
    """Say that the event is full and that the next free place is written about."""
    _send("registration_waiting", registration, pages, now)


def known(*, registration: Registration, pages: Pages, now: datetime) -> None:
    """Say what the first registration of this address has become."""
    _send("registration_known", registration, pages, now)


def promoted(*, registration: Registration, pages: Pages, now: datetime) -> None:
    """Say that a place is free at last."""
    _send("registration_promoted", registration, pages, now, has_file=True)


def cancelled(*, registration: Registration, pages: Pages, now: datetime) -> None:
    """Say that the registration is given up."""
    _send("registration_cancelled", registration, pages, now)


def reminder(*, registration: Registration, pages: Pages, now: datetime) -> None:
    """Say, the day before, when and where it is."""
    _send("event_reminder", registration, pages, now, has_file=True)


def event_cancelled(*, registration: Registration, pages: Pages, now: datetime) -> None:
    """Say that the event does not take place; the file takes it off the calendar."""
    _send("event_cancelled", registration, pages, now, has_file=True)


def event_changed(
    *, registration: Registration, pages: Pages, now: datetime, is_back: bool
) -> None:
    """Say that the day, the hour or the place has changed, or that the event takes place after all."""
    _send("event_changed", registration, pages, now, has_file=True, is_back=is_back)


def _send(
    template: str,
    registration: Registration,
    pages: Pages,
    now: datetime,
    *,
    has_file: bool = False,
    **context: Any,
) -> None:
    if not registration.email:
        return
    event = pages[registration.language]
    has_place = registration.status == RegistrationStatus.CONFIRMED
    online_url = event.online_url if has_place and not event.is_cancelled else ""
    queue_mail(
        template=f"emails/{template}",
        to=registration.email,
        context={
            "event": event,
            "event_url": absolute(event.address),
            "registration": registration,
            "is_waiting": registration.status == RegistrationStatus.WAITING,
            "online_url": online_url,
            "manage_url": manage_url(registration),
            **context,
        },
        language=registration.language,
        related=f"registration:{registration.pk}",
        # The link gives up a place: it is not kept once sent.
        secret=True,
        attachments=[_file(event, online_url)]
        if has_file and (has_place or event.is_cancelled)
        else (),
        now=now,
    )


def _file(event: EventPage, online_url: str) -> Attachment:
    desks = EventDesk.objects.filter(event__translation_key=event.translation_key)
    sequence = desks.values_list("sequence", flat=True).first() or 0
    content = event_ics(event, sequence=sequence, online_url=online_url)
    return Attachment(name=f"{event.slug}.ics", content_type=CONTENT_TYPE, content=content)
