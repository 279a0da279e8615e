"""What the health section holds of a person: their requests, their card as a contact, what they did as one."""

from __future__ import annotations

import datetime as dt
from functools import reduce
from operator import or_
from typing import Any

from django.db.models import Q, QuerySet

from operations.append_only import PSEUDONYM
from operations.personal_data import Person, Source, tell, told

from .models import CallbackEvent, CallbackNote, CallbackRequest, HealthContact
from .services import forget_request

TOLD = (
    "profession", "situation", "timeframe", "mode", "place", "first_name", "last_name", "email",
    "phone", "slot", "message", "wants_visit", "status", "next_contact_on", "created_at",
)  # fmt: skip
CARD = ("name", "function", "phone", "email", "hours", "is_active")


def with_addresses(rows: QuerySet[Any], person: Person) -> QuerySet[Any]:
    """Keep the rows that bear one of the person's addresses."""
    if not person.addresses:
        return rows.none()
    wanted = reduce(or_, (Q(email__iexact=address) for address in person.addresses))
    return rows.filter(wanted).order_by("pk")


def tell_request(request: CallbackRequest) -> dict[str, Any]:
    """Tell one request whole: the notes too."""
    notes = request.notes.order_by("pk")
    label = str(CallbackNote._meta.verbose_name_plural)
    return told(request, *TOLD) | {label: tell(notes, "text", "created_at")}


def export_requests(person: Person) -> dict[str, Any]:
    """Tell the person's requests, their card, and the acts that they did on the requests of others."""
    own = with_addresses(CallbackRequest.objects.all(), person)
    cards = with_addresses(HealthContact.objects.all(), person)
    events = CallbackEvent.objects.filter(actor_id=person.id).select_related("request")
    return {
        str(CallbackRequest._meta.verbose_name_plural): [tell_request(one) for one in own],
        str(HealthContact._meta.verbose_name_plural): tell(cards, *CARD),
        str(CallbackEvent._meta.verbose_name_plural): tell(
            events.order_by("pk"), "request", "act", "created_at"
        ),
    }


def erase_requests(person: Person, now: dt.datetime) -> None:
    """Forget the person's requests and card, and take their name off the notes that they wrote."""
    for request in with_addresses(CallbackRequest.objects.all(), person):
        forget_request(request=request, by=None, now=now)
    with_addresses(HealthContact.objects.all(), person).delete()
    CallbackNote.objects.filter(author_id=person.id).update(author=None, author_name=PSEUDONYM)


HEALTH = Source("health", export_requests, erase_requests)
