"""Zones of communes, as dated data: which profession, which zone, from when to when, under which order."""

from __future__ import annotations

import datetime as dt
from typing import Any, ClassVar

from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, FieldRowPanel

from home.health.querysets import ZoningQuerySet
from home.health.states import Profession, Zone

from .aids import IN_ORDER, WRONG_ORDER


class HealthZoning(models.Model):
    """The zone of a commune for a profession, during a period, under an order (arrêté) of the ARS."""

    profession = models.CharField(_("profession"), max_length=24, choices=Profession)
    municipality = models.ForeignKey(
        "territory.Municipality",
        on_delete=models.PROTECT,
        related_name="+",
        verbose_name=_("commune"),
    )
    zone = models.CharField(_("zone"), max_length=20, choices=Zone)
    valid_from = models.DateField(_("first day"))
    valid_to = models.DateField(
        _("last day"), null=True, blank=True, help_text=_("Included. Empty as long as none is set.")
    )
    order_reference = models.CharField(
        _("order (arrêté)"), max_length=200, help_text=_("Number and date of the order.")
    )

    panels: ClassVar[list[Any]] = [
        FieldRowPanel([FieldPanel("profession"), FieldPanel("municipality")]),
        FieldPanel("zone"),
        FieldRowPanel([FieldPanel("valid_from"), FieldPanel("valid_to")]),
        FieldPanel("order_reference"),
    ]

    objects = ZoningQuerySet.as_manager()

    class Meta:
        verbose_name = _("zone of a commune")
        verbose_name_plural = _("zones of communes")
        constraints = [
            models.CheckConstraint(
                condition=IN_ORDER,
                name="health_zoning_days_in_order",
                violation_error_message=WRONG_ORDER,
            ),
            models.UniqueConstraint(
                fields=["profession", "municipality", "valid_from"],
                name="health_zoning_starts_once",
                violation_error_message=_("This commune already has a zone from that day."),
            ),
            models.UniqueConstraint(
                fields=["profession", "municipality"],
                condition=Q(valid_to__isnull=True),
                name="health_zoning_one_without_end",
                violation_error_message=_(
                    "This commune already has a zone without a last day: close that one first."
                ),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.get_profession_display()}, {self.municipality}, {self.zone}"

    def clean(self) -> None:
        """Refuse two zones on the same day for one profession and one commune."""
        super().clean()
        if self.municipality_id is None or self.valid_from is None:
            return
        others = HealthZoning.objects.of(self.profession, self.municipality_id).exclude(pk=self.pk)
        clash = others.overlapping(self.valid_from, self.valid_to).first()
        if clash is not None:
            raise ValidationError(
                {
                    "valid_from": _(
                        "This commune is already in “%(zone)s” on some of these days, from %(start)s."
                    )
                    % {
                        "zone": clash.get_zone_display(),
                        "start": clash.valid_from.strftime("%d/%m/%Y"),
                    }
                },
                code="overlap",
            )

    def holds_on(self, day: dt.date) -> bool:
        """Say whether the commune is in this zone on a day, the first and the last included."""
        return self.valid_from <= day and (self.valid_to is None or day <= self.valid_to)
