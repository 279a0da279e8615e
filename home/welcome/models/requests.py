"""Settlement requests. What is known of a household stands apart: referents alone read it."""

from __future__ import annotations

import uuid
from typing import Any

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from home.welcome.querysets import SettlementRequestQuerySet
from home.welcome.states import JobSituation, Need, RequestAct, RequestStatus, Timing


class SettlementRequest(models.Model):
    """Somebody who wants to settle: how to reach them, and where the follow-up stands."""

    public_id = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    creation_key = models.UUIDField(unique=True, editable=False)
    language = models.CharField(_("language"), max_length=5, default="fr")
    created_at = models.DateTimeField(_("received"))
    status = models.CharField(
        _("status"), max_length=12, choices=RequestStatus.choices, default=RequestStatus.NEW
    )

    timing = models.CharField(_("when"), max_length=12, choices=Timing.choices, blank=True)
    job = models.CharField(_("job"), max_length=12, choices=JobSituation.choices, blank=True)
    occupation = models.CharField(_("occupation"), max_length=120, blank=True)
    place = models.CharField(_("place wanted"), max_length=120, blank=True)
    municipality = models.ForeignKey(
        "territory.Municipality",
        on_delete=models.SET_NULL,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("commune"),
    )
    territory = models.ForeignKey(
        "territory.Territory",
        on_delete=models.SET_NULL,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("territory"),
    )

    first_name = models.CharField(_("first name"), max_length=80, blank=True)
    last_name = models.CharField(_("last name"), max_length=80, blank=True)
    email = models.EmailField(_("e-mail address"), blank=True)
    phone = models.CharField(_("telephone"), max_length=30, blank=True)

    # None on a request received before agreements were kept, and once the person is forgotten.
    agreed_at = models.DateTimeField(_("agreement given on"), null=True, blank=True, editable=False)
    agreement_version = models.CharField(
        _("version of the text"), max_length=20, blank=True, editable=False
    )
    agreement_wording = models.TextField(_("words accepted"), blank=True, editable=False)

    referent = models.ForeignKey(
        "territory.WelcomeReferent",
        on_delete=models.SET_NULL,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("followed by"),
    )
    next_contact_on = models.DateField(_("next contact"), null=True, blank=True)
    last_contact_at = models.DateTimeField(_("last contact"), null=True, blank=True)
    settled_at = models.DateTimeField(_("settled"), null=True, blank=True)
    forgotten_at = models.DateTimeField(null=True, blank=True, editable=False)

    objects = SettlementRequestQuerySet.as_manager()

    class Meta:
        verbose_name = _("settlement request")
        verbose_name_plural = _("settlement requests")
        default_permissions = ()
        constraints = [
            models.CheckConstraint(
                condition=~Q(email="") | ~Q(phone="") | Q(forgotten_at__isnull=False),
                name="welcome_request_can_be_answered",
                violation_error_message=_(
                    "Give an e-mail address or a telephone number so that we can answer you."
                ),
            ),
        ]
        indexes = [models.Index(fields=["referent", "status"], name="welcome_request_followed")]

    def __str__(self) -> str:
        return self.reference

    @property
    def reference(self) -> str:
        """Return what the person and the referent both quote; it tells nothing."""
        return f"INS-{self.public_id.hex[:8].upper()}"

    @property
    def full_name(self) -> str:
        """Return the name as given, the reference when none was."""
        return f"{self.first_name} {self.last_name}".strip() or self.reference


class Household(models.Model):
    """Who would come and what they need. Read by referents only, never by anything that employers see."""

    request = models.OneToOneField(
        SettlementRequest, on_delete=models.CASCADE, primary_key=True, related_name="household"
    )
    adults = models.PositiveSmallIntegerField(_("adults"), null=True, blank=True)
    children_0_3 = models.PositiveSmallIntegerField(_("children under 3"), default=0)
    children_3_6 = models.PositiveSmallIntegerField(_("children from 3 to 5"), default=0)
    children_6_11 = models.PositiveSmallIntegerField(_("children from 6 to 10"), default=0)
    children_11 = models.PositiveSmallIntegerField(_("children of 11 and over"), default=0)
    needs = models.JSONField(_("needs"), default=list, blank=True)
    message = models.TextField(_("message"), max_length=2000, blank=True)

    class Meta:
        verbose_name = _("household")
        verbose_name_plural = _("households")
        # `welcome.view_household`, the only key to everything about requests.
        default_permissions = ("view",)

    def __str__(self) -> str:
        return str(self.request_id)

    @property
    def needs_shown(self) -> list[str]:
        """Return the needs in words."""
        labels = dict(Need.choices)
        return [str(labels[code]) for code in self.needs if code in labels]


class RequestNote(models.Model):
    """What a referent wrote down; the person may ask to read it."""

    request = models.ForeignKey(SettlementRequest, on_delete=models.CASCADE, related_name="notes")
    author = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.SET_NULL, null=True, related_name="+"
    )
    author_name = models.CharField(_("who"), max_length=200)
    text = models.TextField(_("note"), max_length=2000)
    created_at = models.DateTimeField(_("when"))

    class Meta:
        verbose_name = _("note of a settlement request")
        verbose_name_plural = _("notes of settlement requests")
        default_permissions = ()

    def __str__(self) -> str:
        return str(self.request_id)


class RequestEvent(models.Model):
    """One act on a request: who, when, what. Written once, never changed; holds nothing about the household."""

    request = models.ForeignKey(SettlementRequest, on_delete=models.PROTECT, related_name="events")
    act = models.CharField(_("act"), max_length=12, choices=RequestAct.choices)
    actor = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.SET_NULL, null=True, blank=True, related_name="+"
    )
    actor_name = models.CharField(_("who"), max_length=200)
    to_status = models.CharField(max_length=12, choices=RequestStatus.choices)
    referent = models.ForeignKey(
        "territory.WelcomeReferent",
        on_delete=models.SET_NULL,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("followed by"),
    )
    planned_on = models.DateField(_("next contact"), null=True, blank=True)
    created_at = models.DateTimeField(_("when"))

    class Meta:
        verbose_name = _("event of a settlement request")
        verbose_name_plural = _("events of settlement requests")
        default_permissions = ()
        indexes = [models.Index(fields=["request", "-created_at"], name="welcome_event_history")]

    def __str__(self) -> str:
        return f"{self.get_act_display()} – {self.request_id}"

    def save(self, *args: Any, **kwargs: Any) -> None:
        """Insert only: a line of history is never rewritten. Raises TypeError on a second save."""
        if self.pk is not None:
            raise TypeError("The history of a settlement request is append-only.")
        super().save(*args, **kwargs)
