"""Requests to be called back, and what was done of them. A profession only: never anything about health."""

from __future__ import annotations

import uuid
from typing import Any

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from home.health.querysets import CallbackQuerySet
from home.health.states import (
    PracticeMode,
    Profession,
    RequestAct,
    RequestStatus,
    Situation,
    Slot,
    Timeframe,
)

MESSAGE_MAX_LENGTH = 2000
NOTE_MAX_LENGTH = 2000


class CallbackRequest(models.Model):
    """Somebody of a health profession asks to be called back."""

    public_id = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    creation_key = models.UUIDField(unique=True, editable=False)
    profession = models.CharField(_("profession"), max_length=24, choices=Profession)
    situation = models.CharField(_("situation"), max_length=10, choices=Situation)
    timeframe = models.CharField(_("when"), max_length=10, choices=Timeframe)
    mode = models.CharField(_("how"), max_length=10, choices=PracticeMode)
    place = models.CharField(_("commune or area"), max_length=120, blank=True)
    first_name = models.CharField(_("first name"), max_length=80, blank=True)
    last_name = models.CharField(_("last name"), max_length=80, blank=True)
    email = models.EmailField(_("e-mail address"), blank=True)
    phone = models.CharField(_("telephone"), max_length=30, blank=True)
    slot = models.CharField(_("when to call"), max_length=10, choices=Slot, default=Slot.ANY)
    message = models.TextField(_("message"), max_length=MESSAGE_MAX_LENGTH, blank=True)
    wants_visit = models.BooleanField(_("interested in a discovery stay"), default=False)
    language = models.CharField(_("language"), max_length=2, default="fr")
    status = models.CharField(
        _("status"), max_length=12, choices=RequestStatus, default=RequestStatus.NEW
    )
    contact = models.ForeignKey(
        "health.HealthContact",
        verbose_name=_("health contact"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="requests",
    )
    next_contact_on = models.DateField(_("next contact"), null=True, blank=True)
    created_at = models.DateTimeField(_("received"))
    last_acted_at = models.DateTimeField(_("last act"))
    forgotten_at = models.DateTimeField(null=True, blank=True, editable=False)

    objects = CallbackQuerySet.as_manager()

    class Meta:
        verbose_name = _("request to be called back")
        verbose_name_plural = _("requests to be called back")
        # Read on our own screens alone, with one permission.
        default_permissions = ()
        permissions = [("answer_callbackrequest", _("Can answer the health professionals"))]
        constraints = [
            models.CheckConstraint(
                condition=~Q(email="") | Q(forgotten_at__isnull=False),
                name="health_callback_can_be_answered",
            ),
        ]
        indexes = [models.Index(fields=["status", "-created_at"], name="health_callback_queue")]

    def __str__(self) -> str:
        # Never the person: this is printed in logs.
        return self.reference

    @property
    def reference(self) -> str:
        """Return what the person and the contact both quote; it tells nothing."""
        return f"SANTE-{self.public_id.hex[:8].upper()}"

    @property
    def full_name(self) -> str:
        """Return the name of the person, the reference once they are forgotten."""
        return f"{self.first_name} {self.last_name}".strip() or self.reference


class CallbackNote(models.Model):
    """What a health contact wrote down; the person may ask to read it."""

    request = models.ForeignKey(CallbackRequest, on_delete=models.CASCADE, related_name="notes")
    author = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.SET_NULL, null=True, related_name="+"
    )
    author_name = models.CharField(_("who"), max_length=200)
    text = models.TextField(_("note"), max_length=NOTE_MAX_LENGTH)
    created_at = models.DateTimeField(_("when"))

    class Meta:
        verbose_name = _("note on a request to be called back")
        verbose_name_plural = _("notes on requests to be called back")
        default_permissions = ()

    def __str__(self) -> str:
        return str(self.request_id)


class CallbackEvent(models.Model):
    """One act on a request: who, when, what. Written once, never changed; holds nothing of the person."""

    request = models.ForeignKey(CallbackRequest, on_delete=models.PROTECT, related_name="events")
    act = models.CharField(_("act"), max_length=12, choices=RequestAct)
    actor = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.SET_NULL, null=True, blank=True, related_name="+"
    )
    actor_name = models.CharField(_("who"), max_length=200)
    to_status = models.CharField(_("status"), max_length=12, choices=RequestStatus)
    contact = models.ForeignKey(
        "health.HealthContact",
        verbose_name=_("health contact"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
    )
    planned_on = models.DateField(_("next contact"), null=True, blank=True)
    created_at = models.DateTimeField(_("when"))

    class Meta:
        verbose_name = _("act on a request to be called back")
        verbose_name_plural = _("acts on requests to be called back")
        default_permissions = ()
        indexes = [models.Index(fields=["request", "-created_at"], name="health_callback_history")]

    def __str__(self) -> str:
        return f"{self.get_act_display()} – {self.request_id}"

    def save(self, *args: Any, **kwargs: Any) -> None:
        """Insert only: a line of history is never rewritten. Raises TypeError on a second save."""
        if self.pk is not None:
            raise TypeError("The history of a request to be called back is append-only.")
        super().save(*args, **kwargs)
