"""A copy of the list of members leaves the site: the journal says who took it, and how many rows."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

from django.conf import settings
from django.utils import translation
from django.utils.translation import ngettext

from home.ambassadors import journal
from home.ambassadors.models import AmbassadorLogEntry
from home.ambassadors.states import Actor, AmbassadorAct

if TYPE_CHECKING:
    from accounts.models import User


def note_export(*, number: int, choice: str, by: User, now: dt.datetime) -> AmbassadorLogEntry:
    """Write down that somebody took a copy of `number` rows; `choice` says which filters, never a name."""
    with translation.override(settings.LANGUAGE_CODE):
        rows = ngettext("%(count)s member", "%(count)s members", number) % {"count": number}
    return journal.record(
        person=None,
        act=AmbassadorAct.EXPORT,
        actor=Actor.MODERATOR,
        by=by,
        now=now,
        words=f"{rows} ({choice})",
    )
