"""Aids to settle, as dated data: for whom, where, how much, from when to when, under which text."""

from __future__ import annotations

import calendar
import datetime as dt
from collections.abc import Mapping
from types import MappingProxyType
from typing import Any, ClassVar

from django.core.exceptions import ValidationError
from django.core.validators import MinValueValidator
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, FieldRowPanel, MultiFieldPanel

from home.health.fields import ChoiceListField
from home.health.first_aids import SOURCE
from home.health.querysets import GrantQuerySet
from home.health.states import AmountUnit, Profession, Zone
from ui.typography import NBSP, money

from .words import is_english, own_words, shown_words

IN_ORDER = Q(valid_from__isnull=True) | Q(valid_to__isnull=True) | Q(valid_to__gte=F("valid_from"))
WRONG_ORDER = _("The last day comes before the first one.")


class HealthGrant(models.Model):
    """An aid, for some professions, in some zones or everywhere, during a period."""

    # The aids with which a site starts bear a name of ours, so that they are created once and left to editors.
    code = models.SlugField(max_length=60, unique=True, null=True, blank=True, editable=False)
    name = models.CharField(_("name"), max_length=160)
    name_en = models.CharField(_("name, in English"), max_length=160, blank=True)
    professions = ChoiceListField(_("professions"), codes=Profession)
    zones = ChoiceListField(
        _("zones"),
        codes=Zone,
        blank=True,
        help_text=_("None ticked: the aid does not depend on the zone."),
    )
    elsewhere = models.CharField(
        _("outside these zones, on condition"),
        max_length=160,
        blank=True,
        help_text=_(
            "What opens the aid in a commune of another zone, for example: dans un quartier"
            " prioritaire de la politique de la ville (QPV). Empty: nothing does."
        ),
    )
    elsewhere_en = models.CharField(
        _("outside these zones, on condition, in English"), max_length=160, blank=True
    )
    intercommunalities = models.ManyToManyField(
        "territory.Intercommunality",
        blank=True,
        related_name="+",
        verbose_name=_("intercommunalities"),
        help_text=_("None chosen: the aid exists in the whole Lot."),
    )
    amount = models.DecimalField(
        _("amount"),
        max_digits=9,
        decimal_places=2,
        null=True,
        blank=True,
        validators=[MinValueValidator(0)],
        help_text=_("In euros, or in percent. Empty when it takes a sentence."),
    )
    unit = models.CharField(
        _("given"), max_length=8, choices=AmountUnit, default=AmountUnit.ONCE, blank=True
    )
    amount_text = models.CharField(
        _("about the amount"),
        max_length=300,
        blank=True,
        help_text=_("What the figure alone does not say: steps, highest amount, years."),
    )
    amount_text_en = models.CharField(_("about the amount, in English"), max_length=300, blank=True)
    conditions = models.TextField(_("conditions"), max_length=1000, blank=True)
    conditions_en = models.TextField(_("conditions, in English"), max_length=1000, blank=True)
    valid_from = models.DateField(
        _("first day"), null=True, blank=True, help_text=_("Empty when it is not known any more.")
    )
    valid_to = models.DateField(
        _("last day"), null=True, blank=True, help_text=_("Included. Empty as long as none is set.")
    )
    source = models.CharField(_("source"), max_length=200)
    source_url = models.URLField(_("address of the source"), blank=True)
    legal_text = models.CharField(
        _("legal text"),
        max_length=240,
        blank=True,
        help_text=_("Article, agreement, order or decision, with its date."),
    )
    checked_on = models.DateField(
        _("last check"),
        null=True,
        blank=True,
        help_text=_("The day when somebody last made sure, at the source, that all this holds."),
    )
    is_to_confirm = models.BooleanField(
        _("to be confirmed"),
        default=False,
        help_text=_("The site then says that the programme has not confirmed it yet."),
    )
    contact = models.ForeignKey(
        "health.HealthContact",
        verbose_name=_("whom to ask"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
        help_text=_("Empty: the contact of the profession."),
    )
    order = models.PositiveSmallIntegerField(_("order"), default=10)
    is_active = models.BooleanField(
        _("shown"),
        default=True,
        help_text=_(
            "Untick what was entered by mistake. An aid that ends is not unticked: give its last day."
        ),
    )

    panels: ClassVar[list[Any]] = [
        MultiFieldPanel(
            [
                FieldPanel("name"),
                FieldPanel("name_en"),
                FieldRowPanel([FieldPanel("order"), FieldPanel("is_active")]),
            ],
            heading=_("The aid"),
        ),
        MultiFieldPanel(
            [
                FieldPanel("professions"),
                FieldPanel("zones"),
                FieldPanel("elsewhere"),
                FieldPanel("elsewhere_en"),
                FieldPanel("intercommunalities"),
            ],
            heading=_("For whom and where"),
        ),
        MultiFieldPanel(
            [
                FieldRowPanel([FieldPanel("amount"), FieldPanel("unit")]),
                FieldPanel("amount_text"),
                FieldPanel("amount_text_en"),
                FieldPanel("conditions"),
                FieldPanel("conditions_en"),
            ],
            heading=_("How much, on what conditions"),
        ),
        FieldRowPanel([FieldPanel("valid_from"), FieldPanel("valid_to")]),
        MultiFieldPanel(
            [
                FieldPanel("legal_text"),
                FieldPanel("source"),
                FieldPanel("source_url"),
                FieldRowPanel([FieldPanel("checked_on"), FieldPanel("is_to_confirm")]),
                FieldPanel("contact"),
            ],
            heading=_("What proves it"),
        ),
    ]

    objects = GrantQuerySet.as_manager()

    # The names of its intercommunalities by their numbers, as `GrantQuerySet.with_areas` reads them.
    areas: Mapping[int, str] = MappingProxyType({})

    class Meta:
        verbose_name = _("aid")
        verbose_name_plural = _("aids")
        # Never deleted: what was in force on a day of the past is an answer too.
        default_permissions = ("add", "change", "view")
        constraints = [
            models.CheckConstraint(
                condition=IN_ORDER,
                name="health_grant_days_in_order",
                violation_error_message=WRONG_ORDER,
            ),
            models.CheckConstraint(
                condition=~Q(source=""),
                name="health_grant_has_a_source",
                violation_error_message=_("An aid has a source."),
            ),
            models.CheckConstraint(
                condition=Q(amount__isnull=True) | ~Q(unit=""),
                name="health_grant_amount_has_a_unit",
                violation_error_message=_("Say what the amount is given for."),
            ),
        ]

    def __str__(self) -> str:
        return self.name

    def clean(self) -> None:
        """Ask for an amount, in figures or in words, and for a unit with the figures."""
        super().clean()
        if self.amount is None and not self.amount_text:
            raise ValidationError({"amount": _("Give an amount, or say it in words below.")})
        if self.amount is not None and not self.unit:
            raise ValidationError({"unit": _("Say what the amount is given for.")})

    @property
    def shown_name(self) -> str:
        """Return the name in the reader's language."""
        return own_words(self, "name")

    @property
    def shown_amount(self) -> str:
        """Return the figure with what it is given for; "" when it takes a sentence."""
        if self.amount is None:
            return ""
        if self.unit == AmountUnit.PERCENT:
            return f"{self.amount.normalize():f}{NBSP}%"
        once = self.unit in ("", AmountUnit.ONCE)
        euros = f"€{self.amount:,.2f}".removesuffix(".00") if is_english() else money(self.amount)
        return euros if once else f"{euros} {self.get_unit_display()}"

    @property
    def shown_source(self) -> str:
        """Return the source as readers are told it; "" for the programme's own fact sheet, which proves nothing."""
        return "" if self.source == SOURCE else self.source

    @property
    def shown_amount_text(self) -> str:
        """Return what is said about the amount in the reader's language."""
        return shown_words(self, "amount_text")

    @property
    def shown_conditions(self) -> str:
        """Return the conditions in the reader's language."""
        return shown_words(self, "conditions")

    @property
    def shown_elsewhere(self) -> str:
        """Return what opens the aid outside its zones, in the reader's language; "" when nothing does."""
        return shown_words(self, "elsewhere")

    @property
    def zone_labels(self) -> list[str]:
        """Return the zones in words; unknown codes as they are."""
        known = dict(Zone.choices)
        return [str(known.get(code, code)) for code in self.zones]

    @property
    def profession_labels(self) -> list[str]:
        """Return the professions in words."""
        known = dict(Profession.choices)
        return [str(known.get(code, code)) for code in self.professions]

    @property
    def area_names(self) -> list[str]:
        """Return the intercommunalities to which the aid is limited; none when it exists in the whole Lot."""
        return sorted(self.areas.values())

    def concerns(self, profession: str) -> bool:
        """Say whether the aid is for a profession."""
        return profession in self.professions

    def is_in_force_on(self, day: dt.date) -> bool:
        """Say whether the aid exists on a day, its first and last days included."""
        return (self.valid_from is None or self.valid_from <= day) and (
            self.valid_to is None or day <= self.valid_to
        )

    def is_surely_in_force_on(self, day: dt.date, today: dt.date) -> bool:
        """Say whether an aid in force on a day is known to be: nobody knows when some started.

        Those were there on their last day, and are today; on another day of the past, perhaps not yet.
        """
        return self.valid_from is not None or day >= today or day == self.valid_to

    def is_unchecked_on(self, day: dt.date, months: int) -> bool:
        """Say whether nobody has checked it for so many months, or ever."""
        return self.checked_on is None or self.checked_on <= months_before(day, months)


def months_before(day: dt.date, months: int) -> dt.date:
    """Return the same day some months earlier, or the last day of that month when it is shorter."""
    number = day.year * 12 + day.month - 1 - months
    year, month = divmod(number, 12)
    last = calendar.monthrange(year, month + 1)[1]
    return dt.date(year, month + 1, min(day.day, last))
