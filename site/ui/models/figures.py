"""Figures that the programme publishes: none without its year and its source."""

from __future__ import annotations

import datetime as dt
import re
from typing import Any, ClassVar

from django.core.exceptions import ValidationError
from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, FieldRowPanel, MultiFieldPanel
from wagtail.models import PreviewableMixin, TranslatableMixin
from wagtail.search import index
from wagtail_localize.fields import SynchronizedField, TranslatableField

from ui import figure_queries, small_cells
from ui.typography import day_in_words, grouped

FRESH_YEARS = 2
# « 1 500 », « 1,200 », « −3,5 », « 12 % »: a figure that is read aloud and compared, never words.
_VALUE = re.compile(r"[+\-−]?\d+(?:[ \u00a0\u202f.,]\d{3})*(?:[.,]\d+)?(?:[ \u00a0\u202f]?%)?")


class KeyFigure(PreviewableMixin, index.Indexed, TranslatableMixin, models.Model):
    """A published figure, with what it counts, when, and who says so."""

    prefix = models.CharField(
        _("before the value"),
        max_length=40,
        blank=True,
        help_text=_("For example “près de” or “plus de”, when the value is rounded."),
    )
    query = models.CharField(
        _("named query"),
        max_length=40,
        blank=True,
        choices=figure_queries.choices,
        help_text=_(
            "Empty: you write the value. Otherwise the site counts each night, and writes value, year and check."
        ),
    )
    value = models.CharField(
        _("value"),
        max_length=20,
        blank=True,
        help_text=_("For example: 1 500. Filled by itself when a query counts."),
    )
    unit = models.CharField(
        _("unit"), max_length=40, blank=True, help_text=_("For example: %, euros. Often empty.")
    )
    label = models.CharField(
        _("label"), max_length=140, help_text=_("What the figure counts, in a few words.")
    )
    definition = models.TextField(
        _("definition"),
        max_length=600,
        blank=True,
        help_text=_("What is counted and what is not: persons, households, members…"),
    )
    year = models.PositiveSmallIntegerField(
        _("year"),
        blank=True,
        validators=[MinValueValidator(2000), MaxValueValidator(2100)],
        help_text=_("The last year that the figure covers. It leaves the site two years later."),
    )
    period = models.CharField(
        _("period"),
        max_length=80,
        blank=True,
        help_text=_("When it is not the whole year, for example: de 2018 à janvier 2025."),
    )
    source = models.CharField(
        _("source"),
        max_length=200,
        blank=True,
        help_text=_("Who published it and where, for example: comité de pilotage, janvier 2025."),
    )
    source_url = models.URLField(_("address of the source"), blank=True)
    checked_on = models.DateField(
        _("last check"),
        null=True,
        blank=True,
        help_text=_("The day when somebody last made sure, at the source, that the figure holds."),
    )
    is_estimate = models.BooleanField(
        _("estimate"),
        default=False,
        help_text=_("The figure is computed or estimated, not counted."),
    )

    panels: ClassVar[list[Any]] = [
        MultiFieldPanel(
            [
                FieldPanel("query"),
                FieldRowPanel([FieldPanel("prefix"), FieldPanel("value"), FieldPanel("unit")]),
                FieldPanel("label"),
                FieldPanel("is_estimate"),
            ],
            heading=_("The figure"),
        ),
        MultiFieldPanel(
            [
                FieldPanel("definition"),
                FieldRowPanel([FieldPanel("year"), FieldPanel("period")]),
                FieldPanel("source"),
                FieldPanel("source_url"),
                FieldPanel("checked_on"),
            ],
            heading=_("What proves it"),
        ),
    ]
    search_fields: ClassVar[list[Any]] = [
        index.SearchField("label"),
        index.AutocompleteField("label"),
        index.SearchField("source"),
        index.FilterField("locale_id"),
    ]
    override_translatable_fields: ClassVar[list[Any]] = [
        SynchronizedField("query", overridable=False),
        SynchronizedField("value", overridable=False),
        SynchronizedField("year", overridable=False),
        SynchronizedField("source_url"),
        SynchronizedField("checked_on", overridable=False),
        TranslatableField("prefix"),
        TranslatableField("unit"),
    ]

    class Meta(TranslatableMixin.Meta):
        verbose_name = _("key figure")
        verbose_name_plural = _("key figures")

    def __str__(self) -> str:
        return f"{self.display_value} {self.label} ({self.year})"

    def clean(self) -> None:
        """Let the query count, then refuse a figure without its proof, and a value written in words."""
        super().clean()
        self.fill_from_query(timezone.now())
        proofs = ("value", "definition", "year", "source")
        if missing := [name for name in proofs if not getattr(self, name)]:
            raise ValidationError(dict.fromkeys(missing, _("This field is required.")))
        if not _VALUE.fullmatch(self.value):
            raise ValidationError(
                {"value": _("Write the value in figures, for example 1 500 or 3,5.")}
            )

    def fill_from_query(self, now: dt.datetime) -> None:
        """Write what the query of the figure counts at `now`, with its definition and source where they are empty."""
        query = figure_queries.find(self.query)
        if query is None:
            return
        for name, computed in computed_fields(query, now).items():
            setattr(self, name, computed)
        self.definition = self.definition or query.definition
        self.source = self.source or query.source

    @property
    def display_value(self) -> str:
        """Return the value as people read it, with its prefix and unit."""
        return "\u00a0".join(part for part in (self.prefix, self.value, self.unit) if part)

    @property
    def display_period(self) -> str:
        """Return when the figure holds: the period in words, or else the year."""
        if self.period:
            return self.period
        query = figure_queries.find(self.query)
        if query is None or query.covers_year or self.checked_on is None:
            return str(self.year)
        return gettext("on %(day)s") % {"day": day_in_words(self.checked_on, with_year=True)}

    def is_fresh_on(self, day: dt.date) -> bool:
        """Say whether the figure is recent enough to be shown: at most two years after its own."""
        return day.year <= self.year + FRESH_YEARS

    @property
    def is_small_cell(self) -> bool:
        """Say whether the figure counts so few that it could point at somebody; what a query computes is a count."""
        return small_cells.is_small_cell(self.value, "" if self.query else self.unit)

    def may_be_shown_on(self, day: dt.date) -> bool:
        """Say whether the figure has its proof, is recent enough and points at nobody."""
        has_proof = bool(self.source.strip() and self.value and self.year)
        return has_proof and self.is_fresh_on(day) and not self.is_small_cell

    def get_preview_context(self, request: Any, mode_name: str) -> dict[str, Any]:
        """Give the figure to the component that draws figures."""
        context: dict[str, Any] = super().get_preview_context(request, mode_name)
        return {**context, "figures": [self]}

    def get_preview_template(self, request: Any, mode_name: str) -> str:
        """Show the figure as a page would."""
        return "ui/previews/key_figure.html"


def computed_fields(query: figure_queries.NamedQuery, now: dt.datetime) -> dict[str, Any]:
    """Return what a named query writes in a figure at `now`: value, year, day of the count."""
    day = timezone.localdate(now)
    return {"value": grouped(query.count(now)), "year": day.year, "checked_on": day}
