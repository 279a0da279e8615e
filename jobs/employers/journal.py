"""Write the append-only history of employers' accounts."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

from accounts.models import signature

from .models import Employer, EmployerEvent
from .states import EmployerAct

if TYPE_CHECKING:
    from accounts.models import User


def record(
    *,
    employer: Employer,
    act: EmployerAct,
    by: User | None,
    now: dt.datetime,
    from_status: str = "",
    reason: str = "",
) -> EmployerEvent:
    """Add a line to the history of `employer`, with the status it has now; returns the line."""
    return EmployerEvent.objects.create(
        employer=employer,
        act=act,
        actor=by,
        actor_name=signature(by),
        reason=reason,
        from_status=from_status,
        to_status=employer.status,
        created_at=now,
    )
