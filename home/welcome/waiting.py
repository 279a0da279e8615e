"""What waits for referents and for those who keep resource cards."""

from __future__ import annotations

import datetime as dt
from typing import Any

from django.conf import settings
from django.db.models import Count, Min
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from jobs.offers.querysets import paris_day
from territory.models import ResourceCard
from territory.models.resources import stale_before
from territory.policy import WRITE_CARDS
from ui.waiting import Waiting, WaitingKind, register

from .models import SettlementRequest
from .states import PERMISSION


def requests_waiting(user: Any) -> Waiting:
    """Count the requests to answer, or to call again: those of `filter_for`, in one query."""
    today = paris_day(timezone.now())
    mine = SettlementRequest.objects.known().due_on(today)
    rows = mine.filter_for(user, today).aggregate(count=Count("pk"), oldest=Min("created_at"))
    return Waiting(rows["count"], rows["oldest"])


def cards_waiting(_user: Any) -> Waiting:
    """Count the resource cards that nobody has checked for long."""
    before = stale_before(timezone.localdate())
    rows = ResourceCard.objects.checked_before(before).aggregate(
        count=Count("pk"), oldest=Min("checked_on")
    )
    if rows["oldest"] is None:
        return Waiting(rows["count"])
    # It has waited since the day when its check became too old, not since the check.
    day = rows["oldest"] + dt.timedelta(days=settings.RESOURCE_CARD_STALE_DAYS)
    return Waiting(rows["count"], timezone.make_aware(dt.datetime.combine(day, dt.time())))


def connect() -> None:
    """Register both kinds; called from `AppConfig.ready`."""
    register(
        WaitingKind(
            "settlement_requests",
            _("Settlement requests"),
            PERMISSION,
            requests_waiting,
            "welcome_admin:list",
            dt.timedelta(hours=settings.SETTLEMENT_LATE_HOURS),
            order=30,
        )
    )
    register(
        WaitingKind(
            "resource_cards",
            _("Resource cards to check"),
            WRITE_CARDS,
            cards_waiting,
            "wagtailsnippets_territory_resourcecard:list",
            dt.timedelta(days=settings.RESOURCE_CARD_STALE_DAYS),
            order=80,
        )
    )
