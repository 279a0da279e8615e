"""What ambassadors may ask for, and who asked for what: stock never goes below zero."""

from __future__ import annotations

import uuid
from typing import ClassVar

from django.conf import settings
from django.core.validators import MinValueValidator
from django.db import models
from django.db.models import Q
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from home.ambassadors.querysets import GoodQuerySet, GoodRequestQuerySet
from home.ambassadors.states import GoodStatus


class Good(models.Model):
    """A thing given to ambassadors: leaflets, stickers, a flag."""

    name = models.CharField(_("name"), max_length=80)
    name_en = models.CharField(_("name, in English"), max_length=80, blank=True)
    description = models.TextField(_("description"), max_length=300, blank=True)
    description_en = models.TextField(_("description, in English"), max_length=300, blank=True)
    picture = models.ForeignKey(
        "ui.SiteImage",
        verbose_name=_("picture"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
        help_text=_("From the library of images, with its alternative text."),
    )
    stock = models.PositiveIntegerField(
        _("stock"), default=0, help_text=_("What is left to promise: each request lowers it.")
    )
    max_per_request = models.PositiveIntegerField(
        _("most in one request"), default=1, validators=[MinValueValidator(1)]
    )
    is_active = models.BooleanField(_("proposed to ambassadors"), default=True)

    objects: ClassVar[GoodQuerySet] = GoodQuerySet.as_manager()  # type: ignore[assignment]

    class Meta:
        verbose_name = _("good for ambassadors")
        verbose_name_plural = _("goods for ambassadors")
        constraints = [
            models.CheckConstraint(
                condition=Q(stock__gte=0), name="ambassadors_stock_never_below_zero"
            ),
            models.CheckConstraint(
                condition=Q(max_per_request__gte=1), name="ambassadors_one_at_least_per_request"
            ),
        ]

    def __str__(self) -> str:
        return self.name

    @property
    def most(self) -> int:
        """Return how many may be asked for now."""
        return min(self.stock, self.max_per_request)

    @property
    def display_name(self) -> str:
        """Return the name in the reader's language."""
        return self._words("name")

    @property
    def display_description(self) -> str:
        """Return the description in the reader's language."""
        return self._words("description")

    def _words(self, field: str) -> str:
        is_english = (get_language() or "").startswith("en")
        return str((getattr(self, f"{field}_en") if is_english else "") or getattr(self, field))


class GoodRequest(models.Model):
    """What a member asked for; the postal address stays until the parcel leaves, no longer."""

    key = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    ambassador = models.ForeignKey(
        "ambassadors.Ambassador", on_delete=models.PROTECT, related_name="good_requests"
    )
    good = models.ForeignKey(Good, on_delete=models.PROTECT, related_name="requests")
    quantity = models.PositiveIntegerField(_("quantity"))
    address = models.TextField(_("postal address"), max_length=400, blank=True)
    status = models.CharField(
        _("status"), max_length=10, choices=GoodStatus.choices, default=GoodStatus.REQUESTED
    )
    created_at = models.DateTimeField(_("asked"))
    handled_at = models.DateTimeField(_("handled"), null=True, blank=True)
    handled_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.SET_NULL, null=True, blank=True, related_name="+"
    )
    reason = models.TextField(_("reason"), blank=True)

    objects: ClassVar[GoodRequestQuerySet] = GoodRequestQuerySet.as_manager()  # type: ignore[assignment]

    class Meta:
        verbose_name = _("request for goods")
        verbose_name_plural = _("requests for goods")
        indexes = [models.Index(fields=["status", "created_at"], name="ambassadors_goods_queue")]
        constraints = [
            models.CheckConstraint(
                condition=Q(status=GoodStatus.REQUESTED) | Q(address=""),
                name="ambassadors_no_address_once_handled",
            ),
            models.CheckConstraint(
                condition=Q(quantity__gte=1), name="ambassadors_one_good_at_least"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.good} × {self.quantity}"
