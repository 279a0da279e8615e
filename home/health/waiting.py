"""What waits for the health contacts, and for those who keep the aids up to date."""

from __future__ import annotations

import datetime as dt
from typing import Any

from django.conf import settings
from django.db.models import Count, Min
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from jobs.offers.querysets import paris_day
from ui.waiting import Waiting, WaitingKind, register

from .emails import ANSWER_PERMISSION
from .models import CallbackRequest, HealthGrant
from .models.aids import months_before

# Working days never last longer than this: whatever is older is late, weekend or not.
WEEKEND_DAYS = 2
LATE_AFTER = dt.timedelta(days=settings.HEALTH_CALLBACK_WORKING_DAYS + WEEKEND_DAYS)


def requests_waiting(_user: Any) -> Waiting:
    """Count the requests that nobody has answered, or whose next contact is due."""
    due = CallbackRequest.objects.due_on(paris_day(timezone.now()))
    rows = due.aggregate(count=Count("pk"), oldest=Min("created_at"))
    return Waiting(rows["count"], rows["oldest"])


def aids_waiting(_user: Any) -> Waiting:
    """Count the aids that run or will, and that nobody has checked for long, or ever."""
    today = paris_day(timezone.now())
    before = months_before(today, settings.HEALTH_AID_CHECK_MONTHS)
    due = HealthGrant.objects.shown().not_over_on(today).unchecked_since(before)
    rows = due.order_by().aggregate(count=Count("pk"), oldest=Min("checked_on"))
    oldest = rows["oldest"]
    since = timezone.make_aware(dt.datetime.combine(oldest, dt.time())) if oldest else None
    return Waiting(rows["count"], since)


def connect() -> None:
    """Register both kinds; called from `AppConfig.ready`."""
    register(
        WaitingKind(
            "health.callbacks",
            _("Health professionals to call back"),
            ANSWER_PERMISSION,
            requests_waiting,
            "health_admin:list",
            LATE_AFTER,
            order=40,
        )
    )
    register(
        WaitingKind(
            "health.aids",
            _("Aids to check"),
            "health.change_healthgrant",
            aids_waiting,
            "wagtailsnippets_health_healthgrant:list",
            dt.timedelta(days=365),
            order=85,
        )
    )
