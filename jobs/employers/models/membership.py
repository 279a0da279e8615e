"""Who may act for an employer."""

from __future__ import annotations

import uuid

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from jobs.employers.querysets import MembershipQuerySet
from jobs.employers.states import MembershipRole, MembershipStatus


class Membership(models.Model):
    """A person's tie to an employer: asked for, active, refused or removed."""

    public_id = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    employer = models.ForeignKey(
        "employers.Employer", on_delete=models.PROTECT, related_name="memberships"
    )
    user = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="memberships"
    )
    role = models.CharField(
        pgettext_lazy("membership", "role"),
        max_length=10,
        choices=MembershipRole.choices,
        default=MembershipRole.MEMBER,
    )
    status = models.CharField(
        _("status"),
        max_length=10,
        choices=MembershipStatus.choices,
        default=MembershipStatus.PENDING,
    )
    job_title = models.CharField(_("position held"), max_length=100, blank=True)
    created_at = models.DateTimeField(_("asked on"))
    decided_at = models.DateTimeField(_("decided on"), null=True, blank=True)

    objects = MembershipQuerySet.as_manager()

    class Meta:
        verbose_name = _("membership")
        verbose_name_plural = _("memberships")
        constraints = [
            models.UniqueConstraint(
                fields=["employer", "user"],
                name="employers_membership_unique",
                violation_error_message=_("This person already belongs to this employer."),
            )
        ]

    def __str__(self) -> str:
        return f"{self.employer_id} – {self.user_id}"

    @property
    def is_admin(self) -> bool:
        """Say whether this person manages colleagues and the establishment."""
        return self.role == MembershipRole.ADMIN
