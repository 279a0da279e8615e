"""What settlement requests hold of a person: their own requests, and what they did as referents."""

from __future__ import annotations

import datetime as dt
from functools import reduce
from operator import or_
from typing import Any

from django.db.models import Q, QuerySet

from operations.append_only import PSEUDONYM
from operations.personal_data import Person, Source, tell, told

from .models import RequestEvent, RequestNote, SettlementRequest
from .services import forget_request

TOLD = (
    "created_at", "status", "timing", "job", "occupation", "place",
    "first_name", "last_name", "email", "phone",
    "agreed_at", "agreement_version", "agreement_wording",
)  # fmt: skip
HOUSEHOLD = (
    "adults", "children_0_3", "children_3_6", "children_6_11", "children_11", "message",
)  # fmt: skip


def requests_of(person: Person) -> QuerySet[Any]:
    """Return the requests that the person signed with one of their addresses."""
    if not person.addresses:
        return SettlementRequest.objects.none()
    wanted = reduce(or_, (Q(email__iexact=address) for address in person.addresses))
    return SettlementRequest.objects.filter(wanted).order_by("pk")


def tell_request(request: SettlementRequest) -> dict[str, Any]:
    """Tell one request whole: the household and the notes too."""
    known = told(request, *TOLD)
    household = getattr(request, "household", None)
    if household is not None:
        known |= told(household, *HOUSEHOLD)
        known[str(household._meta.get_field("needs").verbose_name)] = household.needs_shown
    notes = request.notes.order_by("pk")
    known[str(RequestNote._meta.verbose_name_plural)] = tell(notes, "text", "created_at")
    return known


def export_requests(person: Person) -> dict[str, Any]:
    """Tell the person's requests, and the acts that they did on those of others."""
    own = requests_of(person).select_related("household").prefetch_related("notes")
    events = RequestEvent.objects.filter(actor_id=person.id).select_related("request")
    return {
        str(SettlementRequest._meta.verbose_name_plural): [tell_request(one) for one in own],
        str(RequestEvent._meta.verbose_name_plural): tell(
            events.order_by("pk"), "request", "act", "created_at"
        ),
    }


def erase_requests(person: Person, now: dt.datetime) -> None:
    """Forget the person's requests, and take their name off the notes that they wrote as a referent."""
    for request in requests_of(person):
        forget_request(request=request, by=None, now=now)
    RequestNote.objects.filter(author_id=person.id).update(author=None, author_name=PSEUDONYM)


REQUESTS = Source("welcome", export_requests, erase_requests)
