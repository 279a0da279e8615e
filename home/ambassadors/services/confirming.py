"""The button behind the first mail: until it is pressed, a request has proved nothing and binds nobody."""

from __future__ import annotations

import datetime as dt

from django.db import transaction

from home.ambassadors import journal
from home.ambassadors.errors import ActNotAllowed
from home.ambassadors.models import Ambassador
from home.ambassadors.states import TRANSITIONS, Actor, AmbassadorAct, AmbassadorStatus


@transaction.atomic
def confirm_address(*, person: Ambassador, now: dt.datetime) -> Ambassador:
    """Note that the person holds the address: what they agreed to counts from now. Twice changes nothing.

    The team's delay starts here: before, it could answer nothing. Raises ActNotAllowed once the person is gone.
    """
    act = AmbassadorAct.CONFIRMED
    person = Ambassador.objects.select_for_update().get(pk=person.pk)
    if person.status not in TRANSITIONS[act, Actor.PERSON]:
        raise ActNotAllowed(act, person.status)
    if person.is_confirmed:
        return person
    person.confirmed_at = person.heard_at = now
    if person.status == AmbassadorStatus.PENDING:
        person.waiting_since = now
    person.save(update_fields=["confirmed_at", "heard_at", "waiting_since"])
    journal.record(person=person, act=act, now=now)
    return person
