"""What waits for the team: requests to read, parcels to send."""

from __future__ import annotations

import datetime as dt
from typing import Any

from django.conf import settings
from django.db.models import Count, Min
from django.utils.translation import gettext_lazy as _

from ui import waiting
from ui.waiting import Waiting, WaitingKind

from .models import Ambassador, GoodRequest
from .models.people import MODERATE


def requests(_user: Any) -> Waiting:
    """Count the requests that wait for the team, and date the oldest."""
    found = Ambassador.objects.to_review().order_by()
    return Waiting(**found.aggregate(count=Count("pk"), oldest=Min("waiting_since")))


def goods(_user: Any) -> Waiting:
    """Count the parcels to send, and date the oldest request."""
    found = GoodRequest.objects.to_send().order_by()
    return Waiting(**found.aggregate(count=Count("pk"), oldest=Min("created_at")))


def connect() -> None:
    """Register both; called from `AppConfig.ready`."""
    # What the page and the mails promise.
    late = dt.timedelta(days=settings.AMBASSADOR_ANSWER_DAYS)
    waiting.register(
        WaitingKind(
            name="ambassadors.requests",
            label=_("Ambassadors to answer"),
            permission=MODERATE,
            read=requests,
            url_name="ambassadors_admin:queue",
            late_after=late,
            order=40,
        )
    )
    waiting.register(
        WaitingKind(
            name="ambassadors.goods",
            label=_("Goods to send to ambassadors"),
            permission=MODERATE,
            read=goods,
            url_name="ambassadors_admin:goods",
            late_after=late,
            order=45,
        )
    )
