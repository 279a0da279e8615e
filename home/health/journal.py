"""Write the append-only history of the requests to be called back."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

from accounts.models import signature

from .models import CallbackEvent, CallbackRequest
from .states import RequestAct

if TYPE_CHECKING:
    from accounts.models import User


def record(
    *, request: CallbackRequest, act: RequestAct, by: User | None, now: dt.datetime
) -> CallbackEvent:
    """Add a line to the history of `request`, as it is now; returns the line."""
    return CallbackEvent.objects.create(
        request=request,
        act=act,
        actor=by,
        actor_name=signature(by),
        to_status=request.status,
        contact_id=request.contact_id,
        planned_on=request.next_contact_on,
        created_at=now,
    )
