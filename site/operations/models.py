"""What operations remember between two processes: counted attempts and the acts of the schedule."""

from __future__ import annotations

from typing import ClassVar

from django.db import models
from django.utils.translation import gettext_lazy as _

from operations.querysets import RateWindowQuerySet, ScheduledActQuerySet


class RateWindow(models.Model):
    """How many times one person or address did one thing since the window opened."""

    scope = models.CharField(max_length=50)
    # A keyed digest: neither the e-mail address nor the network address can be read back.
    key = models.CharField(max_length=64)
    count = models.PositiveIntegerField(default=1)
    ends_at = models.DateTimeField(db_index=True)

    objects: ClassVar[RateWindowQuerySet] = RateWindowQuerySet.as_manager()  # type: ignore[assignment]

    class Meta:
        verbose_name = _("counted attempts")
        verbose_name_plural = _("counted attempts")
        constraints = [
            models.UniqueConstraint(fields=["scope", "key"], name="operations_ratewindow_unique")
        ]

    def __str__(self) -> str:
        return f"{self.scope}: {self.count}"


class ScheduledAct(models.Model):
    """One act of the schedule: the last period it ran for, and who is running it now."""

    name = models.CharField(_("name"), max_length=100, unique=True)
    period = models.CharField(_("last period done"), max_length=40, blank=True)
    # Held by the process that runs the act; past this instant the process is taken for dead.
    claimed_until = models.DateTimeField(null=True, blank=True)
    claim = models.CharField(max_length=32, blank=True)
    failures = models.PositiveIntegerField(_("failures in a row"), default=0)
    retry_at = models.DateTimeField(null=True, blank=True)
    succeeded_at = models.DateTimeField(_("last success"), null=True, blank=True)
    last_error = models.CharField(_("last error"), max_length=200, blank=True)

    objects: ClassVar[ScheduledActQuerySet] = ScheduledActQuerySet.as_manager()  # type: ignore[assignment]

    class Meta:
        verbose_name = _("scheduled act")
        verbose_name_plural = _("scheduled acts")

    def __str__(self) -> str:
        return self.name


class ErasureRecord(models.Model):
    """Proof that a person was erased, and what a restored backup must erase again: no name, no address."""

    public_id = models.UUIDField(_("number of the account"), unique=True)
    erased_at = models.DateTimeField(_("erased"))

    class Meta:
        verbose_name = _("erasure")
        verbose_name_plural = _("erasures")

    def __str__(self) -> str:
        return str(self.public_id)
