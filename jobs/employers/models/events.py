"""The append-only history of employers' accounts."""

from __future__ import annotations

from typing import Any

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from jobs.employers.querysets import EmployerEventQuerySet
from jobs.employers.states import EmployerAct


class EmployerEvent(models.Model):
    """One act on an employer's account: who, when, why. Written once, never changed."""

    employer = models.ForeignKey(
        "employers.Employer", on_delete=models.PROTECT, related_name="events"
    )
    act = models.CharField(_("act"), max_length=24, choices=EmployerAct.choices)
    actor = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.SET_NULL, null=True, blank=True, related_name="+"
    )
    actor_name = models.CharField(_("who"), max_length=200)
    reason = models.TextField(_("reason"), blank=True)
    from_status = models.CharField(max_length=24, blank=True)
    to_status = models.CharField(max_length=24, blank=True)
    created_at = models.DateTimeField(_("when"))

    objects = EmployerEventQuerySet.as_manager()

    class Meta:
        verbose_name = _("event of an employer's account")
        verbose_name_plural = _("events of employers' accounts")
        indexes = [models.Index(fields=["employer", "-created_at"], name="employers_event_history")]

    def __str__(self) -> str:
        return f"{self.get_act_display()} – {self.employer_id}"

    def save(self, *args: Any, **kwargs: Any) -> None:
        """Insert only: a line of history is never rewritten. Raises TypeError on a second save."""
        if self.pk is not None:
            raise TypeError("The history of an employer's account is append-only.")
        super().save(*args, **kwargs)
