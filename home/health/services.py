"""What is done with a request to be called back. Each act is one transaction, with its line of history and its mail."""

from __future__ import annotations

import datetime as dt
import uuid
from typing import TYPE_CHECKING, Any

from django.db import IntegrityError, transaction

from accounts.models import signature

from . import emails, journal
from .errors import RequestForgotten, StaleRequest
from .models import CallbackNote, CallbackRequest, HealthContact
from .states import RequestAct, RequestStatus

if TYPE_CHECKING:
    from accounts.models import User


def ask_to_be_called(
    *, key: uuid.UUID, language: str, now: dt.datetime, **answers: Any
) -> CallbackRequest:
    """Keep a request and tell both sides by mail; the same `key` twice gives the first request again."""
    try:
        with transaction.atomic():
            request = CallbackRequest.objects.create(
                creation_key=key,
                language=language,
                contact=HealthContact.objects.for_profession(answers["profession"]),
                created_at=now,
                last_acted_at=now,
                **answers,
            )
            journal.record(request=request, act=RequestAct.RECEIVED, by=None, now=now)
            emails.acknowledge(request=request, now=now)
            emails.tell_contact(request=request, now=now)
            return request
    except IntegrityError:
        known: CallbackRequest | None = CallbackRequest.objects.filter(creation_key=key).first()
        if known is None:
            raise
        return known


@transaction.atomic
def change_status(
    *, request: CallbackRequest, status: RequestStatus, expected: str, by: User, now: dt.datetime
) -> CallbackRequest:
    """Say what has become of a request; to the same status, nothing happens.

    Raises `StaleRequest` when its status is not `expected` any more, `RequestForgotten` once it is erased.
    """
    locked = _locked(request)
    if locked.status == status:
        return locked
    if locked.status != expected:
        raise StaleRequest
    locked.status = status
    if status == RequestStatus.CLOSED:
        locked.next_contact_on = None
    return _acted(locked, RequestAct.STATUS, by, now)


@transaction.atomic
def plan_next_contact(
    *, request: CallbackRequest, day: dt.date | None, by: User, now: dt.datetime
) -> CallbackRequest:
    """Say when the person is to be contacted again, or that no day is set. Raises `RequestForgotten`."""
    locked = _locked(request)
    if locked.next_contact_on == day:
        return locked
    locked.next_contact_on = day
    return _acted(locked, RequestAct.NEXT_CONTACT, by, now)


@transaction.atomic
def hand_over(
    *, request: CallbackRequest, contact: HealthContact, by: User, now: dt.datetime
) -> CallbackRequest:
    """Give a request to another contact, who is told by mail; to the same one, nothing. Raises `RequestForgotten`."""
    locked = _locked(request)
    if locked.contact_id == contact.pk:
        return locked
    locked.contact = contact
    emails.tell_contact(request=locked, now=now)
    return _acted(locked, RequestAct.HANDED_OVER, by, now)


@transaction.atomic
def add_note(*, request: CallbackRequest, text: str, by: User, now: dt.datetime) -> CallbackNote:
    """Write a note down. Raises `RequestForgotten`."""
    locked = _locked(request)
    note = CallbackNote.objects.create(
        request=locked, author=by, author_name=signature(by), text=text, created_at=now
    )
    _acted(locked, RequestAct.NOTE, by, now)
    return note


@transaction.atomic
def forget_request(
    *, request: CallbackRequest, by: User | None, now: dt.datetime
) -> CallbackRequest:
    """Erase all that tells who the person is, with the notes; the trace of the follow-up stays. Safe to run twice."""
    locked = CallbackRequest.objects.select_for_update().get(pk=request.pk)
    if locked.forgotten_at is not None:
        return locked
    CallbackNote.objects.filter(request=locked).delete()
    for name in ("first_name", "last_name", "email", "phone", "place", "message"):
        setattr(locked, name, "")
    locked.wants_visit = False
    locked.next_contact_on = None
    locked.status = RequestStatus.CLOSED
    locked.forgotten_at = now
    return _acted(locked, RequestAct.FORGOTTEN, by, now)


def _locked(request: CallbackRequest) -> CallbackRequest:
    """Return the row as it is, held until the end of the transaction. Raises `RequestForgotten`."""
    locked = CallbackRequest.objects.select_for_update().get(pk=request.pk)
    if locked.forgotten_at is not None:
        raise RequestForgotten
    return locked


def _acted(
    request: CallbackRequest, act: RequestAct, by: User | None, now: dt.datetime
) -> CallbackRequest:
    request.last_acted_at = now
    request.save()
    journal.record(request=request, act=act, by=by, now=now)
    return request
