"""Places as Insee and the programme name them: communes, former names, EPCI, territories."""

from __future__ import annotations

from django.core.validators import RegexValidator
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

insee_code = RegexValidator(r"^(\d{5}|2[AB]\d{3})$", _("An INSEE code has five characters."))
postal_code = RegexValidator(r"^\d{5}$", _("A postcode has five digits."))
siren_number = RegexValidator(r"^\d{9}$", _("A SIREN has nine digits."))


class Intercommunality(models.Model):
    """An EPCI à fiscalité propre: reference data, renewed from the official list."""

    siren = models.CharField(_("SIREN"), max_length=9, unique=True, validators=[siren_number])
    name = models.CharField(_("official name"), max_length=160)
    short_name = models.CharField(_("short name"), max_length=80)
    kind = models.CharField(_("kind"), max_length=4)
    seat = models.CharField(_("seat"), max_length=80, blank=True)
    updated_at = models.DateTimeField(_("updated at"), auto_now=True)

    class Meta:
        verbose_name = _("intercommunality")
        verbose_name_plural = _("intercommunalities")

    def __str__(self) -> str:
        return self.name


class Territory(models.Model):
    """A grouping of communes chosen by the programme; it may follow the EPCI or not."""

    name = models.CharField(
        _("name"),
        max_length=80,
        unique=True,
        error_messages={"unique": _("Another territory already has this name.")},
    )
    slug = models.SlugField(
        _("slug"),
        max_length=80,
        unique=True,
        error_messages={"unique": _("Another territory already has this address.")},
    )
    short_name = models.CharField(
        _("short name"),
        max_length=40,
        help_text=_("Shown where room is short: filters, lists, tables."),
    )
    order = models.PositiveSmallIntegerField(_("order"), default=0)
    updated_at = models.DateTimeField(_("updated at"), auto_now=True)

    class Meta:
        verbose_name = _("territory")
        verbose_name_plural = _("territories")
        constraints = [
            models.CheckConstraint(
                condition=~Q(name=""),
                name="territory_has_a_name",
                violation_error_message=_("A territory needs a name."),
            ),
        ]

    def __str__(self) -> str:
        return self.name


class Municipality(models.Model):
    """A commune of the Lot, or of Aveyron within Grand-Figeac; files know it by INSEE code."""

    insee = models.CharField(
        _("INSEE code"),
        max_length=5,
        unique=True,
        validators=[insee_code],
        error_messages={"unique": _("Another commune already has this INSEE code.")},
    )
    name = models.CharField(_("name"), max_length=80)
    slug = models.SlugField(_("slug"), max_length=80, unique=True)
    main_postcode = models.CharField(_("main postcode"), max_length=5, validators=[postal_code])
    latitude = models.FloatField(_("latitude"))
    longitude = models.FloatField(_("longitude"))
    population = models.PositiveIntegerField(_("population"), default=0)
    intercommunality = models.ForeignKey(
        Intercommunality,
        on_delete=models.PROTECT,
        related_name="municipalities",
        verbose_name=_("intercommunality"),
    )
    territory = models.ForeignKey(
        Territory,
        on_delete=models.SET_NULL,
        null=True,
        blank=True,
        related_name="municipalities",
        verbose_name=_("territory"),
    )
    is_current = models.BooleanField(
        _("current"),
        default=True,
        help_text=_("Unticked when the commune has merged into another one; old offers keep it."),
    )
    updated_at = models.DateTimeField(_("updated at"), auto_now=True)

    class Meta:
        verbose_name = _("commune")
        verbose_name_plural = _("communes")
        constraints = [
            models.CheckConstraint(
                condition=Q(latitude__gte=-90, latitude__lte=90),
                name="municipality_latitude_is_on_earth",
                violation_error_message=_("A latitude lies between -90 and 90."),
            ),
            models.CheckConstraint(
                condition=Q(longitude__gte=-180, longitude__lte=180),
                name="municipality_longitude_is_on_earth",
                violation_error_message=_("A longitude lies between -180 and 180."),
            ),
        ]

    def __str__(self) -> str:
        return self.name


class Postcode(models.Model):
    """One postcode of one commune: a code covers up to 19 communes, a commune may have two."""

    code = models.CharField(_("postcode"), max_length=5, db_index=True, validators=[postal_code])
    municipality = models.ForeignKey(
        Municipality,
        on_delete=models.CASCADE,
        related_name="postcodes",
        verbose_name=_("commune"),
    )

    class Meta:
        verbose_name = _("postcode")
        verbose_name_plural = _("postcodes")
        constraints = [
            models.UniqueConstraint(
                fields=["code", "municipality"],
                name="postcode_once_per_municipality",
                violation_error_message=_("This commune already has this postcode."),
            ),
        ]

    def __str__(self) -> str:
        return self.code


class MunicipalityAlias(models.Model):
    """A former name, with the INSEE code it had, of a commune that exists today."""

    class Kind(models.TextChoices):
        MERGER = "MERGER", _("merger")
        RENAME = "RENAME", _("change of name")

    old_insee = models.CharField(
        _("former INSEE code"), max_length=5, db_index=True, validators=[insee_code]
    )
    old_name = models.CharField(_("former name"), max_length=80)
    municipality = models.ForeignKey(
        Municipality, on_delete=models.CASCADE, related_name="aliases", verbose_name=_("commune")
    )
    kind = models.CharField(_("kind"), max_length=8, choices=Kind.choices)
    effective_date = models.DateField(_("date of the change"), null=True, blank=True)

    class Meta:
        verbose_name = _("former name of a commune")
        verbose_name_plural = _("former names of communes")
        constraints = [
            models.UniqueConstraint(
                fields=["old_insee", "old_name"],
                name="municipality_alias_once",
                violation_error_message=_("This former name is already recorded."),
            ),
            models.CheckConstraint(
                condition=Q(kind__in=["MERGER", "RENAME"]),
                name="municipality_alias_kind_is_known",
                violation_error_message=_("Choose a merger or a change of name."),
            ),
        ]

    def __str__(self) -> str:
        return self.old_name
