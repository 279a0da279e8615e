"""The questions asked about invitations."""

from __future__ import annotations

import datetime as dt
from typing import Any

from django.db import models


class InvitationQuerySet(models.QuerySet[Any]):
    """Questions about invitations."""

    def unanswered(self) -> InvitationQuerySet:
        """Keep those neither accepted nor cancelled, over or not."""
        return self.filter(accepted_at__isnull=True, cancelled_at__isnull=True)

    def usable(self, now: dt.datetime) -> InvitationQuerySet:
        """Keep those that still open the team."""
        return self.unanswered().filter(expires_at__gt=now)
