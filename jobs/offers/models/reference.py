"""Reference data about occupations: the 14 families, ROME codes and job titles."""

from __future__ import annotations

from django.db import models
from django.utils import translation
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy


class JobFamily(models.Model):
    """One of the 14 ROME domains, under a short public label."""

    code = models.CharField(_("ROME letter"), max_length=1, primary_key=True)
    slug = models.SlugField(_("value in addresses"), max_length=60, unique=True)
    name = models.CharField(_("label"), max_length=80)
    name_en = models.CharField(_("English label"), max_length=80)
    order = models.PositiveSmallIntegerField(_("order"), default=0)

    HEALTH_CODE = "J"

    class Meta:
        verbose_name = _("job family")
        verbose_name_plural = _("job families")

    def __str__(self) -> str:
        return self.label

    @property
    def label(self) -> str:
        """Return the label in the language being spoken."""
        return self.name_en if (translation.get_language() or "").startswith("en") else self.name


class Occupation(models.Model):
    """A ROME occupation code (letter and four digits)."""

    code = models.CharField(_("ROME code"), max_length=5, primary_key=True)
    name = models.CharField(_("label"), max_length=200)
    family = models.ForeignKey(JobFamily, on_delete=models.PROTECT, related_name="occupations")
    is_retired = models.BooleanField(_("retired"), default=False)

    class Meta:
        verbose_name = _("occupation")
        verbose_name_plural = _("occupations")

    def __str__(self) -> str:
        return f"{self.code} – {self.name}"


class OccupationTitle(models.Model):
    """A job title (appellation) attached to a ROME occupation."""

    ogr_code = models.CharField(_("OGR code"), max_length=10, primary_key=True)
    occupation = models.ForeignKey(Occupation, on_delete=models.PROTECT, related_name="titles")
    name = models.CharField(_("title"), max_length=255)
    short_name = models.CharField(_("short title"), max_length=255, blank=True)
    is_retired = models.BooleanField(_("retired"), default=False)

    class Meta:
        verbose_name = pgettext_lazy("ROME", "job title")
        verbose_name_plural = pgettext_lazy("ROME", "job titles")

    def __str__(self) -> str:
        return self.name
