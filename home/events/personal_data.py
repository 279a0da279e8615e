"""What registrations hold of a person: those made with one of their addresses, and what they did for the team."""

from __future__ import annotations

import datetime as dt
from typing import Any

from django.db.models import QuerySet

from operations.personal_data import Person, Source, tell

from .models import Registration, RegistrationLogEntry
from .services import forget_registration

TOLD = (
    "event", "first_name", "last_name", "email", "phone", "party_size",
    "status", "asked_at", "held_until", "confirmed_at", "cancelled_at", "present_at",
)  # fmt: skip


def registrations_of(person: Person) -> QuerySet[Any]:
    """Return the registrations made with one of the person's addresses."""
    found = Registration.objects.of_addresses(person.addresses)
    return found.select_related("event").order_by("pk")


def export_registrations(person: Person) -> dict[str, Any]:
    """Tell the person's registrations, and the acts that they did on the lists."""
    acts = RegistrationLogEntry.objects.filter(actor_id=person.id).order_by("pk")
    return {
        str(Registration._meta.verbose_name_plural): tell(registrations_of(person), *TOLD),
        str(RegistrationLogEntry._meta.verbose_name_plural): tell(acts, "act", "created_at"),
    }


def erase_registrations(person: Person, now: dt.datetime) -> None:
    """Erase the person's registrations; their places go to the next."""
    for registration in registrations_of(person):
        forget_registration(registration=registration, now=now)


REGISTRATIONS = Source("events", export_registrations, erase_registrations)
