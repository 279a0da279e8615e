"""Where interns train, and how many places are free each semester."""

from __future__ import annotations

import datetime as dt
from typing import Any, ClassVar

from django.core.exceptions import ValidationError
from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalKey
from modelcluster.models import ClusterableModel
from wagtail.admin.panels import FieldPanel, FieldRowPanel, InlinePanel, MultiFieldPanel

from home.health.querysets import TrainingQuerySet, VacancyQuerySet
from home.health.states import Semester, StructureKind

from .directory import check_telephone
from .words import shown_words


class TrainingPractice(ClusterableModel):
    """A practice or a service that takes interns and students on placement."""

    name = models.CharField(_("name"), max_length=140)
    kind = models.CharField(
        _("kind"), max_length=20, choices=StructureKind, default=StructureKind.PRACTICE
    )
    municipality = models.ForeignKey(
        "territory.Municipality",
        on_delete=models.PROTECT,
        related_name="+",
        verbose_name=_("commune"),
    )
    summary = models.CharField(
        _("in one sentence"),
        max_length=240,
        blank=True,
        help_text=_("Which placements, with whom, in which service."),
    )
    summary_en = models.CharField(_("in one sentence, in English"), max_length=240, blank=True)
    supervisors = models.PositiveSmallIntegerField(_("number of supervisors (MSU)"), default=1)
    link = models.URLField(_("website"), blank=True)
    contact_name = models.CharField(
        _("person to ask for"),
        max_length=120,
        blank=True,
        help_text=_("Only with this person’s agreement: it is published."),
    )
    phone = models.CharField(
        _("telephone"), max_length=30, blank=True, validators=[check_telephone]
    )
    email = models.EmailField(_("e-mail address"), blank=True)
    order = models.PositiveSmallIntegerField(_("order"), default=10)
    is_active = models.BooleanField(_("shown"), default=True)

    panels: ClassVar[list[Any]] = [
        MultiFieldPanel(
            [
                FieldPanel("name"),
                FieldRowPanel([FieldPanel("kind"), FieldPanel("municipality")]),
                FieldPanel("summary"),
                FieldPanel("summary_en"),
                FieldPanel("supervisors"),
            ],
            heading=_("The practice"),
        ),
        MultiFieldPanel(
            [
                FieldPanel("link"),
                FieldPanel("contact_name"),
                FieldRowPanel([FieldPanel("phone"), FieldPanel("email")]),
            ],
            heading=_("How to reach it"),
        ),
        InlinePanel("semesters", heading=_("Places by semester"), label=_("Semester")),
        FieldRowPanel([FieldPanel("order"), FieldPanel("is_active")]),
    ]

    objects = TrainingQuerySet.as_manager()

    class Meta:
        verbose_name = _("training practice")
        verbose_name_plural = _("training practices")

    def __str__(self) -> str:
        return self.name

    @property
    def shown_summary(self) -> str:
        """Return the sentence in the reader's language."""
        return shown_words(self, "summary")


FIRST_YEAR, LAST_YEAR = 2020, 2100


def semester_days(semester: str, year: int) -> tuple[dt.date, dt.date]:
    """Return the first and the last day of a semester; that of winter ends in the following year."""
    if semester == Semester.SUMMER:
        return dt.date(year, 5, 1), dt.date(year, 10, 31)
    return dt.date(year, 11, 1), dt.date(year + 1, 4, 30)


class SemesterPlaces(models.Model):
    """How many places a practice has free for one semester."""

    practice = ParentalKey(
        TrainingPractice,
        on_delete=models.CASCADE,
        related_name="semesters",
        verbose_name=_("training practice"),
    )
    semester = models.CharField(_("semester"), max_length=6, choices=Semester)
    year = models.PositiveSmallIntegerField(
        _("year"),
        validators=[MinValueValidator(FIRST_YEAR), MaxValueValidator(LAST_YEAR)],
        help_text=_("The year in which the semester starts."),
    )
    free_places = models.PositiveSmallIntegerField(
        _("free places"), validators=[MaxValueValidator(50)]
    )
    counted_on = models.DateField(
        _("counted on"), help_text=_("The day when somebody made sure of the number.")
    )
    starts_on = models.DateField(editable=False)
    ends_on = models.DateField(editable=False, db_index=True)

    panels: ClassVar[list[Any]] = [
        FieldRowPanel([FieldPanel("semester"), FieldPanel("year")]),
        FieldRowPanel([FieldPanel("free_places"), FieldPanel("counted_on")]),
    ]

    objects = VacancyQuerySet.as_manager()

    class Meta:
        verbose_name = _("places of a semester")
        verbose_name_plural = _("places of semesters")
        constraints = [
            models.UniqueConstraint(
                fields=["practice", "semester", "year"],
                name="health_semester_once",
                violation_error_message=_("This semester is already there."),
            ),
            models.CheckConstraint(
                condition=Q(ends_on__gt=F("starts_on")), name="health_semester_in_order"
            ),
        ]

    def __str__(self) -> str:
        return self.label

    def save(self, *args: Any, **kwargs: Any) -> None:
        """Write the days of the semester, which queries compare."""
        self.starts_on, self.ends_on = semester_days(self.semester, self.year)
        super().save(*args, **kwargs)

    @property
    def label(self) -> str:
        """Return the semester in words, with the years it covers."""
        years = {"year": self.year, "next": self.year + 1}
        if self.semester == Semester.SUMMER:
            return gettext("May to October %(year)d") % years
        return gettext("November %(year)d to April %(next)d") % years

    def clean(self) -> None:
        """Refuse a count made after the semester: it would count nothing."""
        super().clean()
        # A year that its own field refuses is asked here all the same, and has no days.
        has_days = self.semester and self.year and FIRST_YEAR <= self.year <= LAST_YEAR
        if has_days and self.counted_on:
            _first, last = semester_days(self.semester, self.year)
            if self.counted_on > last:
                raise ValidationError({"counted_on": _("This day comes after the semester.")})
