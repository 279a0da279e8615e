"""How many drafts one account may start: far more than anybody writes, far less than a script."""

from __future__ import annotations

import datetime as dt

from operations import ratelimit
from operations.ratelimit import Decision

DRAFTS_PER_DAY, DAY = 200, 86_400


def count_draft(*, user_id: int, now: dt.datetime) -> Decision:
    """Count one draft of an account, new or copied."""
    return ratelimit.allow(
        scope="offers.draft", key=str(user_id), limit=DRAFTS_PER_DAY, per_seconds=DAY, now=now
    )
