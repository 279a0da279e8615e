"""Acts on settlement requests: each is one transaction, with its line of history and its mail."""

from __future__ import annotations

import datetime as dt
import uuid
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from django.db import IntegrityError, transaction

from accounts.models import signature
from jobs.offers.querysets import paris_day
from territory.models import WelcomeReferent
from territory.welcome import WelcomeNetwork

from . import agreement, emails, journal
from .errors import ActNotAllowed
from .models import Household, RequestNote, SettlementRequest
from .states import OPEN, TRANSITIONS, RequestAct, RequestStatus

if TYPE_CHECKING:
    from accounts.models import User

PERSONAL = (
    "first_name", "last_name", "email", "phone", "occupation", "place", "agreement_version", "agreement_wording",
)  # fmt: skip


def submit_request(
    *,
    project: Mapping[str, Any],
    household: Mapping[str, Any],
    key: uuid.UUID,
    language: str,
    now: dt.datetime,
) -> SettlementRequest:
    """Keep a request whose sender ticked the agreement, give it to the referent of the place, and write to both.

    The same `key` a second time returns the first request, and writes to nobody.
    """
    try:
        with transaction.atomic():
            territory_id = project.get("territory_id")
            welcome = WelcomeNetwork.read(paris_day(now)).answer_in(territory_id)
            request = SettlementRequest.objects.create(
                **project,
                **agreement.proof(language=language, now=now),
                creation_key=key,
                language=language,
                created_at=now,
                referent=welcome.referent if welcome else None,
            )
            Household.objects.create(request=request, **household)
            journal.record(request=request, act=RequestAct.RECEIVE, by=None, now=now)
            emails.request_received(request=request, now=now)
            emails.request_arrived(request=request, now=now)
            return request
    except IntegrityError:
        known = SettlementRequest.objects.filter(creation_key=key).first()
        if known is None:
            raise
        return known


@transaction.atomic
def move_request(
    *, request: SettlementRequest, act: RequestAct, by: User, now: dt.datetime
) -> SettlementRequest:
    """Do one of the acts that change the status. Raises ActNotAllowed when it is too late for it."""
    locked = _locked(request)
    sources, target = TRANSITIONS[act]
    if locked.status not in sources:
        raise ActNotAllowed
    locked.status = target
    if act == RequestAct.CONTACT:
        locked.last_contact_at = now
    if act == RequestAct.SETTLE:
        locked.settled_at = now
    if act == RequestAct.REOPEN:
        locked.settled_at = None
    if target not in OPEN:
        locked.next_contact_on = None
    locked.save()
    journal.record(request=locked, act=act, by=by, now=now)
    return locked


@transaction.atomic
def plan_contact(
    *, request: SettlementRequest, day: dt.date | None, by: User, now: dt.datetime
) -> SettlementRequest:
    """Set the day of the next contact, or none; to the same one, nothing.

    Raises ActNotAllowed once the follow-up is over.
    """
    locked = _open(request)
    if locked.next_contact_on == day:
        return locked
    locked.next_contact_on = day
    locked.save(update_fields=["next_contact_on"])
    journal.record(request=locked, act=RequestAct.PLAN, by=by, now=now)
    return locked


@transaction.atomic
def hand_over(
    *, request: SettlementRequest, to: WelcomeReferent, by: User, now: dt.datetime
) -> SettlementRequest:
    """Give a request to a colleague, who gets a mail. Raises ActNotAllowed once the follow-up is over."""
    locked = _open(request)
    if locked.referent_id == to.pk:
        return locked
    locked.referent = to
    locked.save(update_fields=["referent"])
    journal.record(request=locked, act=RequestAct.HAND_OVER, by=by, now=now)
    emails.request_handed_over(request=locked, by=by, now=now)
    return locked


@transaction.atomic
def add_note(*, request: SettlementRequest, text: str, by: User, now: dt.datetime) -> RequestNote:
    """Write a note down. Raises ActNotAllowed when the person is forgotten."""
    locked = _locked(request)
    note = RequestNote.objects.create(
        request=locked, author=by, author_name=signature(by), text=text, created_at=now
    )
    journal.record(request=locked, act=RequestAct.NOTE, by=by, now=now)
    return note


@transaction.atomic
def forget_request(
    *, request: SettlementRequest, by: User | None, now: dt.datetime
) -> SettlementRequest:
    """Erase all that tells who the person is, the household and the notes; the trace of the follow-up stays.

    Done twice, it changes nothing.
    """
    locked = SettlementRequest.objects.select_for_update().get(pk=request.pk)
    if locked.forgotten_at is not None:
        return locked
    Household.objects.filter(request=locked).delete()
    RequestNote.objects.filter(request=locked).delete()
    for name in PERSONAL:
        setattr(locked, name, "")
    locked.municipality = locked.agreed_at = None
    locked.next_contact_on = None
    if locked.status in OPEN:
        locked.status = RequestStatus.CLOSED
    locked.forgotten_at = now
    locked.save()
    journal.record(request=locked, act=RequestAct.FORGET, by=by, now=now)
    return locked


def _locked(request: SettlementRequest) -> SettlementRequest:
    """Return the row as it is, held until the end of the transaction. Raises ActNotAllowed once forgotten."""
    locked = SettlementRequest.objects.select_for_update().get(pk=request.pk)
    if locked.forgotten_at is not None:
        raise ActNotAllowed
    return locked


def _open(request: SettlementRequest) -> SettlementRequest:
    locked = _locked(request)
    if locked.status not in OPEN:
        raise ActNotAllowed
    return locked
