"""Write the append-only log of what happens to offers, in the transaction of the act."""

from __future__ import annotations

import datetime as dt
import hashlib
import json
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from django.utils.translation import gettext as _

from accounts.models import signature, team

from .models import FieldNote, JobOffer, ModerationLogEntry
from .states import OfferAct

if TYPE_CHECKING:
    from accounts.models import User


def team_name(name: str) -> str:
    """Return how a member of the team is named to employers: « Léa, équipe Oh My Lot ! »."""
    return name if name == team() else _("%(name)s, Oh My Lot ! team") % {"name": name}


def digest_of(revision: Any) -> str:
    """Return the SHA-256 of a revision's content: the proof of which text was read."""
    content = json.dumps(revision.content, sort_keys=True, ensure_ascii=False, default=str)
    return hashlib.sha256(content.encode()).hexdigest()


def record(
    *,
    offer: JobOffer,
    act: OfferAct,
    by: User | None,
    now: dt.datetime,
    from_state: str = "",
    to_state: str = "",
    reason: str = "",
    reason_code: str = "",
    notes: Mapping[str, str] | None = None,
    revision: Any = None,
) -> ModerationLogEntry:
    """Add a line to the log of `offer`, with the notes per field; returns the line."""
    entry = ModerationLogEntry.objects.create(
        offer=offer,
        act=act,
        from_state=from_state,
        to_state=to_state,
        actor=by,
        actor_name=signature(by),
        reason=reason,
        reason_code=reason_code,
        revision_id=revision.pk if revision is not None else None,
        digest=digest_of(revision) if revision is not None else "",
        created_at=now,
    )
    FieldNote.objects.bulk_create(
        FieldNote(entry=entry, field=field, text=text.strip())
        for field, text in (notes or {}).items()
        if text.strip()
    )
    return entry
