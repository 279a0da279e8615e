"""Write the append-only journal of the lists, in the transaction of the act."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

from django.conf import settings
from django.utils import translation
from django.utils.translation import gettext

from accounts.models import signature
from home.events.models import EventPage, Registration, RegistrationLogEntry
from home.events.states import RegistrationAct

if TYPE_CHECKING:
    from accounts.models import User


def record(
    *,
    event: EventPage,
    act: RegistrationAct,
    now: dt.datetime,
    registration: Registration | None = None,
    by: User | None = None,
    is_by_person: bool = False,
) -> RegistrationLogEntry:
    """Add a line to the journal of an event; signed by the team, by the person or by the programme itself."""
    return RegistrationLogEntry.objects.create(
        event_key=event.translation_key,
        registration=registration.public_id if registration is not None else None,
        act=act,
        actor=by,
        actor_name=author_name(by, is_by_person=is_by_person),
        created_at=now,
    )


def author_name(by: User | None, *, is_by_person: bool) -> str:
    """Return the name that signs a line, in French; never that of the person who comes."""
    if by is not None:
        return signature(by)
    with translation.override(settings.LANGUAGE_CODE):
        return gettext("The person registered") if is_by_person else gettext("The programme")
