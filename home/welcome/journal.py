"""Write the append-only history of settlement requests."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

from accounts.models import signature

from .models import RequestEvent, SettlementRequest
from .states import RequestAct

if TYPE_CHECKING:
    from accounts.models import User


def record(
    *, request: SettlementRequest, act: RequestAct, by: User | None, now: dt.datetime
) -> RequestEvent:
    """Add a line to the history of `request`, as it is now; returns the line."""
    return RequestEvent.objects.create(
        request=request,
        act=act,
        actor=by,
        actor_name=signature(by),
        to_status=request.status,
        referent_id=request.referent_id,
        planned_on=request.next_contact_on,
        created_at=now,
    )
