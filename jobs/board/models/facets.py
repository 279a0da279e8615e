"""The narrow rows that facets are counted from: a few codes and dates per offer online, nothing to show."""

from __future__ import annotations

from django.db import models
from django.utils.translation import gettext_lazy as _


class OfferFacet(models.Model):
    """What the filters compare about one offer; written by `jobs.board.facet_rows` alone."""

    offer = models.OneToOneField(
        "offers.JobOffer", on_delete=models.CASCADE, primary_key=True, related_name="facet"
    )
    family = models.CharField(max_length=1, blank=True)
    contract = models.CharField(max_length=20, blank=True)
    working_time = models.CharField(max_length=10, blank=True)
    employer_kind = models.CharField(max_length=20, blank=True)
    supports = models.PositiveSmallIntegerField(default=0)
    is_fully_remote = models.BooleanField(default=False)
    published_at = models.DateTimeField()
    last_day = models.DateField()

    class Meta:
        verbose_name = _("facets of an offer")
        verbose_name_plural = _("facets of offers")

    def __str__(self) -> str:
        return str(self.offer_id)


class OfferPlace(models.Model):
    """One commune of an offer; its territory is read where the commune has it, so that it is never old."""

    facet = models.ForeignKey(OfferFacet, on_delete=models.CASCADE, related_name="places")
    municipality = models.ForeignKey(
        "territory.Municipality", on_delete=models.PROTECT, related_name="+"
    )

    class Meta:
        verbose_name = _("place of an offer")
        verbose_name_plural = _("places of offers")
        constraints = [
            models.UniqueConstraint(fields=["facet", "municipality"], name="board_place_once")
        ]

    def __str__(self) -> str:
        return f"{self.facet_id} – {self.municipality_id}"
