"""What waits for the health contacts, and for those who keep the aids up to date."""

from __future__ import annotations

import datetime as dt
from typing import Any

from django.conf import settings
from django.db.models import Count, Min, Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from jobs.offers.querysets import paris_day
from ui.waiting import Waiting, WaitingKind, register

from .emails import ANSWER_PERMISSION
from .models import CallbackRequest, HealthGrant
from .models.aids import months_before

# Working days never last longer than this: whatever is older is late, weekend or not.
WEEKEND_DAYS = 2
# Who checks an aid writes it, with its date; who may only change it would find the date closed.
KEEP_AIDS = "health.add_healthgrant"
LATE_AFTER = dt.timedelta(days=settings.HEALTH_CALLBACK_WORKING_DAYS + WEEKEND_DAYS)


def requests_waiting(_user: Any) -> Waiting:
    """Count the requests that nobody has answered, or whose next contact is due."""
    due = CallbackRequest.objects.due_on(paris_day(timezone.now()))
    rows = due.aggregate(count=Count("pk"), oldest=Min("created_at"))
    return Waiting(rows["count"], rows["oldest"])


def aids_waiting(_user: Any) -> Waiting:
    """Count the aids that run or will: to check, as nobody has for long or ever, or that readers know unconfirmed."""
    today, months = paris_day(timezone.now()), settings.HEALTH_AID_CHECK_MONTHS
    before = months_before(today, months)
    due = HealthGrant.objects.shown().not_over_on(today).to_check_or_confirm(before)
    late = Min("checked_on", filter=Q(checked_on__lte=before))
    rows = due.order_by().aggregate(count=Count("pk"), oldest=late)
    if rows["oldest"] is None:
        return Waiting(rows["count"])
    # It has waited since the day when its check became too old, not since the check.
    since = dt.datetime.combine(months_before(rows["oldest"], -months), dt.time())
    return Waiting(rows["count"], timezone.make_aware(since))


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
            _("Aids to check or to confirm"),
            KEEP_AIDS,
            aids_waiting,
            "wagtailsnippets_health_healthgrant:list",
            dt.timedelta(days=31 * settings.HEALTH_AID_CHECK_MONTHS),
            order=85,
        )
    )
