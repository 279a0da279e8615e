"""The decisions of the team on a request: one wins, one mail leaves, the journal keeps it."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

from django.db import transaction

from home.ambassadors import emails, journal
from home.ambassadors.errors import (
    ActNotAllowed,
    AddressNotConfirmed,
    AlreadyDecided,
    ReasonRequired,
)
from home.ambassadors.models import Ambassador
from home.ambassadors.states import (
    DECISIONS,
    NEED_CONFIRMED,
    RESULTS,
    TRANSITIONS,
    Actor,
    AmbassadorAct,
    AmbassadorStatus,
)

if TYPE_CHECKING:
    from accounts.models import User

REASON_MIN_LENGTH = 10


@transaction.atomic
def decide(
    *,
    person: Ambassador,
    act: AmbassadorAct,
    version: int,
    by: User,
    now: dt.datetime,
    reason: str = "",
) -> Ambassador:
    """Accept, ask for more or refuse, on the file as it stood at `version`.

    Raises ReasonRequired when a question or a refusal says nothing, AlreadyDecided when a colleague decided
    meanwhile, ActNotAllowed from a status where there is nothing to decide, AddressNotConfirmed for an acceptance
    or a question before the person proved that the address is theirs.
    """
    reason = reason.strip()
    if act != AmbassadorAct.ACCEPT and len(reason) < REASON_MIN_LENGTH:
        raise ReasonRequired
    person = Ambassador.objects.select_for_update().get(pk=person.pk)
    if person.version != version:
        raise already(person)
    if person.status not in TRANSITIONS[act, Actor.MODERATOR]:
        raise ActNotAllowed(act, person.status)
    if act in NEED_CONFIRMED and not person.is_confirmed:
        raise AddressNotConfirmed
    before, person.status = person.status, AmbassadorStatus(RESULTS[act])
    person.version += 1
    person.waiting_since = now
    if act == AmbassadorAct.ACCEPT:
        person.joined_at = now
    if act == AmbassadorAct.REFUSE:
        person.ended_at = now
    person.save(update_fields=["status", "version", "waiting_since", "joined_at", "ended_at"])
    journal.record(
        person=person,
        act=act,
        actor=Actor.MODERATOR,
        by=by,
        now=now,
        from_status=before,
        words=reason,
    )
    emails.decided(person=person, act=act, by=by, reason=reason, now=now)
    return person


def already(person: Ambassador) -> AlreadyDecided:
    """Return who decided first, when and what; the person's own acts count when nobody decided."""
    last = person.log.filter(act__in=DECISIONS).order_by("-created_at", "-pk").first()
    last = last or person.log.order_by("-created_at", "-pk").first()
    if last is None:
        return AlreadyDecided(by="", at=None, act="")
    return AlreadyDecided(by=last.actor_name, at=last.created_at, act=last.get_act_display())
