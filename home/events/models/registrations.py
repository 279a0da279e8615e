"""Who comes to an event: rows apart from the page, that publishing never touches and editors never read."""

from __future__ import annotations

import uuid
from datetime import datetime
from typing import Any, ClassVar

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.db.models.functions import Lower
from django.utils.translation import gettext_lazy as _

from home.events.models.pages import EventPage
from home.events.querysets import RegistrationQuerySet
from home.events.states import ON_THE_LIST, RegistrationAct, RegistrationStatus


class EventDesk(models.Model):
    """The desk of an event: locked by whoever gives or frees a place; it knows what people were last told."""

    event = models.OneToOneField(
        EventPage, on_delete=models.CASCADE, related_name="desk", verbose_name=_("event")
    )
    # SEQUENCE of RFC 5545: each change of what people noted in their calendar adds one.
    sequence = models.PositiveIntegerField(default=0)
    told_starts_at = models.DateTimeField()
    told_ends_at = models.DateTimeField()
    told_place = models.TextField(blank=True)
    told_is_cancelled = models.BooleanField(default=False)

    class Meta:
        verbose_name = _("registration desk")
        verbose_name_plural = _("registration desks")
        default_permissions = ()

    def __str__(self) -> str:
        return f"event {self.event_id}"


class Registration(models.Model):
    """One request to come, for one or several persons; one e-mail address has one per event."""

    public_id = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    # The form's own key: sent twice by a double click, it is answered once.
    form_key = models.UUIDField(null=True, editable=False)
    event = models.ForeignKey(
        EventPage, on_delete=models.CASCADE, related_name="registrations", verbose_name=_("event")
    )
    first_name = models.CharField(_("first name"), max_length=80)
    last_name = models.CharField(_("last name"), max_length=80)
    # Empty for somebody who phoned and has none.
    email = models.EmailField(_("e-mail address"), max_length=254, blank=True)
    phone = models.CharField(_("telephone"), max_length=30, blank=True)
    party_size = models.PositiveSmallIntegerField(_("number of persons"), default=1)
    language = models.CharField(
        _("language"), max_length=2, choices=settings.LANGUAGES, default="fr"
    )
    status = models.CharField(_("status"), max_length=10, choices=RegistrationStatus.choices)
    is_by_team = models.BooleanField(_("written down by the team"), default=False)
    asked_at = models.DateTimeField(_("asked on"))
    # Of a request to be confirmed: until when its place is kept. Empty when it holds none.
    held_until = models.DateTimeField(_("place kept until"), null=True, blank=True)
    confirmed_at = models.DateTimeField(_("place given on"), null=True, blank=True)
    cancelled_at = models.DateTimeField(_("cancelled on"), null=True, blank=True)
    reminded_at = models.DateTimeField(_("reminded on"), null=True, blank=True)
    present_at = models.DateTimeField(_("seen on"), null=True, blank=True)

    objects: ClassVar[RegistrationQuerySet] = RegistrationQuerySet.as_manager()  # type: ignore[assignment]

    class Meta:
        verbose_name = _("registration to an event")
        verbose_name_plural = _("registrations to events")
        # `events.manage_registration`, the only key to the lists: no other screen shows these rows.
        default_permissions = ("manage",)
        indexes = [
            models.Index(fields=["event", "status", "asked_at"], name="events_registration_queue"),
            models.Index(
                fields=["held_until"],
                condition=Q(held_until__isnull=False),
                name="events_registration_held",
            ),
        ]
        constraints = [
            models.UniqueConstraint(
                "event",
                Lower("email"),
                condition=~Q(email=""),
                name="events_one_registration_per_address",
                violation_error_message=_("This address is registered to this event already."),
            ),
            models.CheckConstraint(
                condition=Q(party_size__gte=1),
                name="events_registration_of_somebody",
                violation_error_message=_("At least one person comes."),
            ),
            models.CheckConstraint(
                condition=~Q(status=RegistrationStatus.CONFIRMED) | Q(confirmed_at__isnull=False),
                name="events_confirmed_has_date",
                violation_error_message=_("A place is given on some day."),
            ),
            models.CheckConstraint(
                condition=~Q(status=RegistrationStatus.CANCELLED) | Q(cancelled_at__isnull=False),
                name="events_cancelled_has_date",
                violation_error_message=_("A cancellation has its day."),
            ),
            models.CheckConstraint(
                condition=Q(held_until__isnull=True) | Q(status=RegistrationStatus.PENDING),
                name="events_only_requests_hold_places",
                violation_error_message=_(
                    "Only a request to be confirmed holds a place for a time."
                ),
            ),
        ]

    def __str__(self) -> str:
        # Never a name: this is what logs and error pages show.
        return f"registration {self.pk}"

    @property
    def full_name(self) -> str:
        """Return the first and the last name."""
        return f"{self.first_name} {self.last_name}".strip()

    @property
    def is_active(self) -> bool:
        """Say whether the person comes, or waits for a place."""
        return self.status in ON_THE_LIST

    @property
    def is_pending(self) -> bool:
        """Say whether nobody has confirmed the request."""
        return self.status == RegistrationStatus.PENDING

    def holds_place_at(self, now: datetime) -> bool:
        """Say whether a place is kept, at `now`, for who has not confirmed yet."""
        return self.held_until is not None and now < self.held_until


class RegistrationLogEntry(models.Model):
    """One act on the list of an event: what, by whom, when. Holds nothing about who comes; never rewritten.

    It outlives what it tells of: registrations are deleted after a time, and a page may be too.
    """

    event_key = models.UUIDField(editable=False)
    # Empty for an act on the whole list, such as its export.
    registration = models.UUIDField(null=True, editable=False)
    act = models.CharField(_("act"), max_length=12, choices=RegistrationAct.choices)
    actor = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.SET_NULL, null=True, blank=True, related_name="+"
    )
    actor_name = models.CharField(_("who"), max_length=200)
    created_at = models.DateTimeField(_("when"))

    class Meta:
        verbose_name = _("act on the list of an event")
        verbose_name_plural = _("acts on the lists of events")
        default_permissions = ()
        indexes = [models.Index(fields=["event_key", "-created_at"], name="events_log_history")]

    def __str__(self) -> str:
        return f"{self.get_act_display()} – {self.event_key}"

    def save(self, *args: Any, **kwargs: Any) -> None:
        """Insert only. Raises TypeError on a second save."""
        if not self._state.adding:
            raise TypeError("The journal of the lists is append-only.")
        super().save(*args, **kwargs)
