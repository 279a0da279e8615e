"""The life of an offer: dates and marks that are not part of its text and need no moderation."""

from __future__ import annotations

import datetime as dt

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from jobs.offers.states import Outcome, ReviewState


class OfferLifecycle(models.Model):
    """One row beside each offer, outside its revisions: publishing restores every versioned field."""

    offer = models.OneToOneField(
        "offers.JobOffer", on_delete=models.CASCADE, primary_key=True, related_name="lifecycle"
    )
    last_day = models.DateField(_("last day online"))
    closed_at = models.DateTimeField(_("closed"), null=True, blank=True)
    outcome = models.CharField(_("outcome"), max_length=20, choices=Outcome.choices, blank=True)
    filled_by = models.CharField(
        _("filled by"),
        max_length=120,
        blank=True,
        help_text=_("Through which channel, in a few words."),
    )
    paused_at = models.DateTimeField(_("paused"), null=True, blank=True)
    suspended_at = models.DateTimeField(_("suspended"), null=True, blank=True)
    confirmed_at = models.DateTimeField(_("last confirmed open"), null=True, blank=True)
    online_since = models.DateTimeField(_("online since"), null=True, blank=True)
    review = models.CharField(
        _("review"), max_length=20, choices=ReviewState.choices, default=ReviewState.NONE
    )
    submitted_at = models.DateTimeField(_("sent for review"), null=True, blank=True)
    submitted_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        on_delete=models.SET_NULL,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("sent by"),
    )
    working_title = models.CharField(_("title of the latest draft"), max_length=120, blank=True)
    saved_at = models.DateTimeField(_("draft saved"), null=True, blank=True)
    saved_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.SET_NULL, null=True, blank=True, related_name="+"
    )
    copied_from = models.ForeignKey(
        "offers.JobOffer", on_delete=models.SET_NULL, null=True, blank=True, related_name="+"
    )
    warned_for = models.DateField(_("warned before this last day"), null=True, blank=True)
    contact_forgotten_at = models.DateTimeField(
        _("contact removed"), null=True, blank=True, editable=False
    )
    version = models.PositiveIntegerField(default=0, editable=False)

    class Meta:
        verbose_name = _("life of an offer")
        verbose_name_plural = _("lives of offers")
        indexes = [
            models.Index(fields=["review", "submitted_at"], name="offers_review_queue"),
            models.Index(fields=["last_day"], name="offers_last_day"),
            models.Index(fields=["-online_since", "-offer"], name="offers_newest"),
        ]
        constraints = [
            models.CheckConstraint(
                condition=Q(closed_at__isnull=True, outcome="")
                | (Q(closed_at__isnull=False) & ~Q(outcome="")),
                name="offers_closed_with_outcome",
                violation_error_message=_("Closing an offer says how it ended."),
            ),
            models.CheckConstraint(
                condition=~Q(review__in=[ReviewState.PENDING, ReviewState.WAITING_ACCOUNT])
                | Q(submitted_at__isnull=False),
                name="offers_submission_is_dated",
                violation_error_message=_("An offer sent for review has a date."),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.offer_id} → {self.last_day}"

    def is_past(self, today: dt.date) -> bool:
        """Say whether the last day is over on the day `today` (in the Lot)."""
        return self.last_day < today
