"""Write the append-only journal of what happens to a person's file, in the transaction of the act."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

from django.conf import settings
from django.utils import translation
from django.utils.translation import gettext

from accounts.models import signature
from home.ambassadors.models import Ambassador, AmbassadorLogEntry
from home.ambassadors.states import Actor, AmbassadorAct

if TYPE_CHECKING:
    from accounts.models import User


def actor_name(by: User | None, actor: Actor) -> str:
    """Return the name kept in the journal: that of the team's member, else the kind of actor, in French."""
    if by is not None:
        return signature(by)
    with translation.override(settings.LANGUAGE_CODE):
        return gettext("The programme") if actor == Actor.CLOCK else str(actor.label)


def impersonal_names() -> list[str]:
    """Return the names in the journal that are nobody's."""
    return [actor_name(None, actor) for actor in Actor]


def record(
    *,
    person: Ambassador | None,
    act: AmbassadorAct,
    now: dt.datetime,
    actor: Actor = Actor.PERSON,
    by: User | None = None,
    from_status: str = "",
    words: str = "",
) -> AmbassadorLogEntry:
    """Add a line to the journal of `person`, of the whole list when there is none; returns it."""
    return AmbassadorLogEntry.objects.create(
        ambassador=person,
        act=act,
        from_status=from_status,
        to_status=person.status if person is not None else "",
        actor=by,
        actor_name=actor_name(by, actor),
        words=words,
        created_at=now,
    )
