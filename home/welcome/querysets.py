"""Questions about settlement requests."""

from __future__ import annotations

import datetime as dt
from typing import Any

from django.db.models import Exists, F, OuterRef, Q, QuerySet

from accounts.models import User
from territory.models import ReferentAbsence, WelcomeReferent

from .states import OPEN, PERMISSION, RequestStatus

BACKEND = "django.contrib.auth.backends.ModelBackend"


class SettlementRequestQuerySet(QuerySet[Any]):
    """Questions about settlement requests."""

    def known(self) -> SettlementRequestQuerySet:
        """Keep those whose person is still known."""
        return self.filter(forgotten_at__isnull=True)

    def open(self) -> SettlementRequestQuerySet:
        """Keep those that somebody follows."""
        return self.filter(status__in=OPEN)

    def filter_for(self, user: Any, day: dt.date) -> SettlementRequestQuerySet:
        """Keep those of the referent who is `user`, those for nobody, those of a colleague away on that day.

        All of them for somebody who is no referent.
        """
        card = WelcomeReferent.objects.filter(user_id=user.pk)
        own = Q(referent__user_id=user.pk) | for_nobody()
        return self.filter(own | stands_in(user, day) | ~Exists(card))

    def due_on(self, day: dt.date) -> SettlementRequestQuerySet:
        """Keep those that wait for somebody: never answered, or to be called again by that day."""
        return self.open().filter(Q(status=RequestStatus.NEW) | Q(next_contact_on__lte=day))

    def untouched_since(self, before: dt.datetime) -> SettlementRequestQuerySet:
        """Keep those settled, contacted or received before an instant, with nothing since."""
        return self.known().filter(
            Q(settled_at__isnull=True) | Q(settled_at__lte=before),
            Q(last_contact_at__isnull=True) | Q(last_contact_at__lte=before),
            created_at__lte=before,
        )

    def newest_first(self) -> SettlementRequestQuerySet:
        """Order by the day of the next contact, then by the day of arrival, newest first."""
        return self.order_by(F("next_contact_on").asc(nulls_last=True), "-created_at", "-pk")


def for_nobody() -> Q:
    """Say of a request that no referent reads it: it has none, or one who has no account that may."""
    readers = User.objects.with_perm(PERMISSION, backend=BACKEND)
    return Q(~Exists(readers.filter(welcome_referent=OuterRef("referent"))))


def stands_in(user: Any, day: dt.date) -> Q:
    """Say of a request that its referent is away on that day and that `user` answers meanwhile.

    Either as the backup, or as the backup of a backup who is away too.
    """
    away = ReferentAbsence.objects.filter(first_day__lte=day, last_day__gte=day)
    mine = away.filter(backup__user_id=user.pk, backup__is_active=True)
    further = away.filter(backup__in=mine.values("referent"))
    return Q(referent__in=mine.values("referent")) | Q(referent__in=further.values("referent"))
