"""The employer and the places where it works."""

from __future__ import annotations

import uuid

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from jobs.employers.querysets import EmployerQuerySet, EstablishmentQuerySet
from jobs.employers.states import PUBLIC_KINDS, EmployerKind, EmployerStatus


class Employer(models.Model):  # type: ignore[django-manager-missing]  # offers are above
    """A legal person or a person in business that recruits in the Lot; deactivated, never deleted."""

    public_id = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    name = models.CharField(
        _("name"), max_length=140, help_text=_("The name that candidates will see.")
    )
    kind = models.CharField(
        _("kind of employer"),
        max_length=20,
        choices=EmployerKind.choices,
        default=EmployerKind.COMPANY,
    )
    description = models.TextField(
        _("presentation"), blank=True, help_text=_("Two or three sentences, shown on each offer.")
    )
    website = models.URLField(_("website"), blank=True, max_length=300)
    status = models.CharField(
        _("status"), max_length=24, choices=EmployerStatus.choices, default=EmployerStatus.PENDING
    )
    status_reason = models.TextField(_("what the team wrote"), blank=True)
    is_source = models.BooleanField(
        _("outside source"),
        default=False,
        help_text=_(
            "Stands for a partner whose offers are copied: link out, nothing applied for here."
        ),
    )
    is_demo = models.BooleanField(_("demonstration"), default=False, editable=False)
    charter_version = models.CharField(_("charter accepted"), max_length=20, blank=True)
    charter_accepted_at = models.DateTimeField(_("charter accepted on"), null=True, blank=True)
    created_at = models.DateTimeField(_("created"))
    submitted_at = models.DateTimeField(_("sent for verification"), null=True, blank=True)
    verified_at = models.DateTimeField(_("verified on"), null=True, blank=True)
    version = models.PositiveIntegerField(default=0, editable=False)

    objects = EmployerQuerySet.as_manager()

    class Meta:
        verbose_name = _("employer")
        verbose_name_plural = _("employers")
        permissions = [("verify_employer", _("Can verify employers"))]
        indexes = [models.Index(fields=["status", "submitted_at"], name="employers_status_queue")]
        constraints = [
            models.CheckConstraint(
                condition=~Q(name=""),
                name="employers_employer_has_name",
                violation_error_message=_("Give the name that candidates will see."),
            ),
            models.CheckConstraint(
                condition=~Q(status=EmployerStatus.VERIFIED) | Q(verified_at__isnull=False),
                name="employers_verified_is_dated",
                violation_error_message=_("A verified employer has a date of verification."),
            ),
        ]

    def __str__(self) -> str:
        return self.name

    @property
    def is_verified(self) -> bool:
        """Say whether the employer is a member of the network: offers shown, kit open."""
        return self.status == EmployerStatus.VERIFIED

    @property
    def is_public(self) -> bool:
        """Say whether public-service rules apply to its posts."""
        return self.kind in PUBLIC_KINDS

    @property
    def initials(self) -> str:
        """Return one or two capitals standing in for a logo."""
        words = [
            word
            for word in self.name.replace("’", " ").replace("-", " ").split()
            if word[0].isalnum()
        ]
        significant = [word for word in words if len(word) > 3] or words
        return "".join(word[0] for word in significant[:2]).upper()


class Establishment(models.Model):
    """A place of work of an employer, with its SIRET when it has one."""

    public_id = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    employer = models.ForeignKey(Employer, on_delete=models.PROTECT, related_name="establishments")
    name = models.CharField(_("name of the establishment"), max_length=140)
    siret = models.CharField(_("SIRET number"), max_length=14, blank=True)
    # Anybody may type anybody's number: until the team has looked at it, it says nothing of who it belongs to.
    siret_is_checked = models.BooleanField(
        _("SIRET number checked by the team"), default=False, editable=False
    )
    address = models.CharField(_("address"), max_length=200, blank=True)
    postcode = models.CharField(_("postcode"), max_length=5, blank=True)
    city = models.CharField(_("town"), max_length=100, blank=True)
    municipality = models.ForeignKey(
        "territory.Municipality",
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("commune"),
    )
    phone = models.CharField(_("telephone"), max_length=30, blank=True)

    objects = EstablishmentQuerySet.as_manager()

    class Meta:
        verbose_name = _("establishment")
        verbose_name_plural = _("establishments")
        constraints = [
            models.UniqueConstraint(
                fields=["siret"],
                condition=~Q(siret="") & Q(siret_is_checked=True),
                name="employers_siret_unique",
                violation_error_message=_("This SIRET number is already registered."),
            ),
            models.CheckConstraint(
                condition=Q(siret="") | Q(siret__regex=r"^[0-9]{14}$"),
                name="employers_siret_shape",
                violation_error_message=_("A SIRET number has 14 digits."),
            ),
        ]

    def __str__(self) -> str:
        return self.name
