"""The questions asked about employers and their members."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django.db import models

from .states import EmployerStatus, MembershipStatus

if TYPE_CHECKING:
    from accounts.models import User


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


class MembershipQuerySet(models.QuerySet[Any]):
    """Questions about who belongs to an employer."""

    def active(self) -> MembershipQuerySet:
        """Keep the people who may act today."""
        return self.filter(status=MembershipStatus.ACTIVE, user__is_active=True)

    def waiting(self) -> MembershipQuerySet:
        """Keep the requests to join that the team has not answered, oldest first."""
        return self.filter(status=MembershipStatus.PENDING).order_by("created_at", "pk")
