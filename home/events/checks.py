"""What an event must say before it is published, and what it may not say."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING, Any

from django.core.exceptions import ValidationError
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from home.events.states import EventFormat, RegistrationMode

if TYPE_CHECKING:
    from home.events.models import EventPage

# Below the agenda, these addresses are ours.
RESERVED_SLUGS = frozenset({"flux", "mon-inscription"})
LAST_SECOND = dt.time(23, 59, 59)


def check_slug(event: EventPage) -> None:
    """Refuse the address of a view. Raises ValidationError."""
    if event.slug in RESERVED_SLUGS:
        raise ValidationError({"slug": _("This address is taken by the site itself.")})


def leave_hours_out(event: EventPage) -> None:
    """Make an event without hours last from the first second of its first day to the last of its last one."""
    if not (event.is_all_day and event.starts_at and event.ends_at):
        return
    first = timezone.localtime(event.starts_at).date()
    last = timezone.localtime(event.ends_at).date()
    event.starts_at = timezone.make_aware(dt.datetime.combine(first, dt.time()))
    event.ends_at = timezone.make_aware(dt.datetime.combine(last, LAST_SECOND))


def check_dates(event: EventPage) -> None:
    """Refuse an end before the start, a registration that closes before it opens, and a page gone before the end.

    Raises ValidationError.
    """
    errors: dict[str, Any] = {}
    if event.starts_at and event.ends_at and event.ends_at < event.starts_at:
        errors["ends_at"] = _("The event ends before it starts.")
    opens, closes = event.registration_opens_at, event.registration_closes_at
    if opens and closes and closes <= opens:
        errors["registration_closes_at"] = _("Registration closes before it opens.")
    if event.expire_at and event.ends_at and event.expire_at < event.ends_at:
        errors["expire_at"] = _(
            "An event stays online until it ends. It does not take place? Tick “cancelled” and publish:"
            " those who are registered are told."
        )
    if errors:
        raise ValidationError(errors)


def missing(event: EventPage) -> dict[str, Any]:
    """Return what is missing, by field."""
    errors: dict[str, Any] = {}
    if not event.summary:
        errors["summary"] = _("Write two sentences: they say what the event is.")
    if event.format != EventFormat.ONLINE and not (event.place_name or event.city):
        errors["place_name"] = _("Say where the event takes place, or choose “Online”.")
    if event.photo is not None and not (event.photo.description and event.photo.credit):
        errors["photo"] = _(
            "This image lacks its alternative text or its credit: complete it first."
        )
    if event.registration_mode == RegistrationMode.ELSEWHERE and not event.external_url:
        errors["external_url"] = _("Give the address where people register.")
    for name in ("external_url", "online_url"):
        if getattr(event, name) and not getattr(event, name).startswith(("https://", "http://")):
            errors[name] = _("Give an address that starts with https://.")
    if numbers_of(event.offer_numbers) is None:
        errors["offer_numbers"] = _("Give the numbers of offers, separated by commas.")
    if not event.is_free and not event.price:
        errors["price"] = _("Say how much it costs, or tick “free of charge”.")
    return errors


def numbers_of(text: str) -> list[int] | None:
    """Return the numbers of offers typed in a field; None when something else stands there."""
    parts = [part.strip().removeprefix("OML-") for part in text.replace(";", ",").split(",")]
    kept = [part for part in parts if part]
    if any(not (part.isascii() and part.isdigit() and len(part) <= 12) for part in kept):
        return None
    return [int(part) for part in kept]
