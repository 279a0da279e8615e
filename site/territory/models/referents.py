"""Those who welcome new inhabitants: who they are, where, and who answers while they are away."""

from __future__ import annotations

import datetime as dt

from django.conf import settings
from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalKey
from modelcluster.models import ClusterableModel

from territory.querysets import WelcomeReferentQuerySet
from territory.words import in_reader_language, language_of

from .places import Territory

LONGEST_ABSENCE = dt.timedelta(days=731)
UNREACHABLE = _("Give a telephone number or an e-mail address.")


class WelcomeReferent(ClusterableModel):
    """A person of the welcome network, as the public reads of them."""

    name = models.CharField(_("name"), max_length=120)
    photo = models.ForeignKey(
        settings.WAGTAILIMAGES_IMAGE_MODEL,
        verbose_name=_("photo"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
        help_text=_("With the agreement of the person, and its credit."),
    )
    structure = models.CharField(
        _("structure"),
        max_length=120,
        blank=True,
        help_text=_("Who employs the person: intercommunality, association…"),
    )
    role = models.CharField(_("function"), max_length=120)
    role_en = models.CharField(_("function, in English"), max_length=120, blank=True)
    phone = models.CharField(_("telephone"), max_length=30, blank=True)
    email = models.EmailField(_("e-mail address"), blank=True)
    hours = models.CharField(
        _("hours"),
        max_length=160,
        blank=True,
        help_text=_("For example: du lundi au vendredi, de 9 h à 17 h."),
    )
    hours_en = models.CharField(_("hours, in English"), max_length=160, blank=True)
    languages = models.CharField(
        _("languages spoken"),
        max_length=120,
        blank=True,
        help_text=_("For example: français, anglais, occitan."),
    )
    languages_en = models.CharField(_("languages spoken, in English"), max_length=120, blank=True)
    order = models.PositiveSmallIntegerField(
        _("order"), default=0, help_text=_("The smallest comes first.")
    )
    is_active = models.BooleanField(
        _("active"), default=True, help_text=_("Untick when the person leaves the network.")
    )
    is_departmental = models.BooleanField(
        _("answers for the whole département"),
        default=False,
        help_text=_("Called when no referent of the territory can answer."),
    )
    user = models.OneToOneField(
        settings.AUTH_USER_MODEL,
        verbose_name=_("account"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="welcome_referent",
        limit_choices_to={"is_staff": True, "is_active": True},
        help_text=_("With which the referent signs in here, to find their own requests."),
    )

    objects = WelcomeReferentQuerySet.as_manager()

    class Meta:
        verbose_name = _("welcome referent")
        verbose_name_plural = _("welcome referents")
        permissions = [("route_welcomereferent", _("Can say to whom settlement requests go"))]
        constraints = [
            models.CheckConstraint(
                condition=~Q(phone="") | ~Q(email=""),
                name="referent_can_be_reached",
                violation_error_message=UNREACHABLE,
            ),
        ]

    def __str__(self) -> str:
        return self.name

    def clean(self) -> None:
        """Ask for a way to be reached; the constraint is not asked when a form leaves the address out."""
        super().clean()
        if not self.phone and not self.email:
            raise ValidationError({"phone": UNREACHABLE})

    @property
    def role_shown(self) -> str:
        """Return the function in the reader's language, with the structure."""
        return ", ".join(filter(None, [in_reader_language(self, "role"), self.structure]))

    @property
    def role_language(self) -> str:
        """Return the language of the function when it is not the reader's, else ""."""
        return language_of(self, "role")

    @property
    def hours_shown(self) -> str:
        """Return the hours in the reader's language."""
        return in_reader_language(self, "hours")

    @property
    def languages_shown(self) -> str:
        """Return the languages spoken, in the reader's own."""
        return in_reader_language(self, "languages")


class ReferentTerritory(models.Model):
    """A territory of a referent, and their rank there."""

    referent = ParentalKey(
        WelcomeReferent, on_delete=models.CASCADE, related_name="territory_links"
    )
    territory = models.ForeignKey(
        Territory,
        on_delete=models.CASCADE,
        related_name="referent_links",
        verbose_name=_("territory"),
    )
    order = models.PositiveSmallIntegerField(
        _("rank in the territory"), default=0, help_text=_("The smallest is called first.")
    )

    class Meta:
        verbose_name = _("territory of a referent")
        verbose_name_plural = _("territories of referents")
        constraints = [
            models.UniqueConstraint(
                fields=["referent", "territory"],
                name="referent_once_per_territory",
                violation_error_message=_("This territory is already given to this referent."),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.territory_id}"


class ReferentAbsence(models.Model):
    """Days when a referent does not answer, both included, and who does."""

    referent = ParentalKey(WelcomeReferent, on_delete=models.CASCADE, related_name="absences")
    first_day = models.DateField(_("first day"))
    last_day = models.DateField(_("last day"))
    backup = models.ForeignKey(
        WelcomeReferent,
        on_delete=models.SET_NULL,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("backup"),
        help_text=_("Without one, the next referent of the territory answers."),
    )

    class Meta:
        verbose_name = _("absence")
        verbose_name_plural = _("absences")
        constraints = [
            models.CheckConstraint(
                condition=Q(last_day__gte=F("first_day")),
                name="absence_ends_after_it_begins",
                violation_error_message=_("The last day comes before the first."),
            ),
            models.CheckConstraint(
                condition=Q(backup__isnull=True) | ~Q(backup=F("referent")),
                name="absence_backup_is_another_person",
                violation_error_message=_(
                    "Nobody stands in for themselves: choose another person."
                ),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.first_day} – {self.last_day}"

    def clean(self) -> None:
        """Refuse an absence without end: somebody who does not come back leaves the network."""
        super().clean()
        if self.first_day and self.last_day and self.last_day - self.first_day > LONGEST_ABSENCE:
            raise ValidationError({"last_day": _("An absence lasts two years at most.")})
