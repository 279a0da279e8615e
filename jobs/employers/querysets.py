"""The questions asked about employers and their members."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING, Any

from django.db import models

from .states import EmployerAct, EmployerStatus, MembershipStatus

if TYPE_CHECKING:
    from accounts.models import User

# How long a change made by a member without asking stays on the team's list.
READ_AGAIN_FOR = dt.timedelta(days=30)


class EmployerQuerySet(models.QuerySet[Any]):
    """Questions about employers."""

    def active(self) -> EmployerQuerySet:
        """Keep those whose offers may be shown: verified and not suspended."""
        return self.filter(status=EmployerStatus.VERIFIED)

    def to_verify(self) -> EmployerQuerySet:
        """Keep those that wait for the team, oldest first."""
        return self.filter(status=EmployerStatus.PENDING).order_by("submitted_at", "pk")

    def of_member(self, user: User) -> EmployerQuerySet:
        """Keep those for which `user` may act."""
        return self.filter(
            memberships__user=user, memberships__status=MembershipStatus.ACTIVE
        ).order_by("name", "pk")


class EstablishmentQuerySet(models.QuerySet[Any]):
    """Questions about places of work and their SIRET numbers."""

    def checked(self) -> EstablishmentQuerySet:
        """Keep those whose SIRET number the team has checked: they alone tell whose a number is."""
        return self.filter(siret_is_checked=True).exclude(siret="")

    def to_check(self) -> EstablishmentQuerySet:
        """Keep those of verified employers whose SIRET number nobody has looked at, oldest first."""
        unchecked = self.filter(siret_is_checked=False, employer__status=EmployerStatus.VERIFIED)
        return unchecked.exclude(siret="").order_by("pk")


class EmployerEventQuerySet(models.QuerySet[Any]):
    """Questions about the history of employers' accounts."""

    def changes_to_read(self, now: dt.datetime) -> EmployerEventQuerySet:
        """Keep what members have changed of a public name or website these last weeks, newest first."""
        recent = self.filter(act=EmployerAct.PUBLIC_CHANGED, created_at__gte=now - READ_AGAIN_FOR)
        return recent.select_related("employer").order_by("-created_at", "-pk")


class MembershipQuerySet(models.QuerySet[Any]):
    """Questions about who belongs to an employer."""

    def active(self) -> MembershipQuerySet:
        """Keep the people who may act today."""
        return self.filter(status=MembershipStatus.ACTIVE, user__is_active=True)

    def waiting(self) -> MembershipQuerySet:
        """Keep the requests to join that the team has not answered, oldest first."""
        return self.filter(status=MembershipStatus.PENDING).order_by("created_at", "pk")
