"""Those who ask to be ambassadors, and those who are: one row a person, never in a page, a feed or an index."""

from __future__ import annotations

import uuid
from typing import ClassVar

from django.db import models
from django.db.models import Q
from django.db.models.functions import Lower
from django.utils.translation import gettext_lazy as _

from home.ambassadors.querysets import AmbassadorQuerySet
from home.ambassadors.states import (
    NEED_CONFIRMED,
    OPEN,
    Actor,
    AmbassadorAct,
    AmbassadorStatus,
    HelpKind,
    possible,
)

MODERATE = "ambassadors.moderate_ambassador"
REASON_MAX_LENGTH = 600
LANGUAGES = [("fr", _("French")), ("en", _("English"))]


class Ambassador(models.Model):
    """A person, from the request to the day everything about them is erased; the number alone then stays."""

    public_id = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    # Sent with the form: the second of two clicks finds the first's row.
    key = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    first_name = models.CharField(_("first name"), max_length=80, blank=True)
    last_name = models.CharField(_("last name"), max_length=80, blank=True)
    email = models.EmailField(_("e-mail address"), max_length=254, blank=True)
    place = models.CharField(_("commune"), max_length=120, blank=True)
    activity = models.CharField(_("activity"), max_length=160, blank=True)
    reason = models.TextField(_("why the Lot"), max_length=REASON_MAX_LENGTH, blank=True)
    helps_welcome = models.BooleanField(HelpKind.WELCOME.label, default=False)
    helps_testify = models.BooleanField(HelpKind.TESTIFY.label, default=False)
    helps_relay = models.BooleanField(HelpKind.RELAY.label, default=False)
    helps_fairs = models.BooleanField(HelpKind.FAIRS.label, default=False)
    social_url = models.URLField(_("social network"), blank=True)
    language = models.CharField(_("language"), max_length=2, choices=LANGUAGES, default="fr")

    status = models.CharField(
        _("status"),
        max_length=12,
        choices=AmbassadorStatus.choices,
        default=AmbassadorStatus.PENDING,
    )
    # Raised by each act: a decision holds for what was on the screen, or not at all.
    version = models.PositiveIntegerField(default=1, editable=False)
    created_at = models.DateTimeField(_("received"))
    # When the person pressed the button behind the link of their mail: what they agreed to counts from then.
    confirmed_at = models.DateTimeField(_("address confirmed"), null=True, blank=True)
    waiting_since = models.DateTimeField(_("waiting since"))
    joined_at = models.DateTimeField(_("member since"), null=True, blank=True)
    ended_at = models.DateTimeField(_("ended"), null=True, blank=True)
    heard_at = models.DateTimeField(_("last heard from"))
    notice_at = models.DateTimeField(_("asked whether to stay"), null=True, blank=True)
    portrait = models.ForeignKey(
        "ambassadors.PortraitPage",
        verbose_name=_("portrait"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="people",
    )

    objects: ClassVar[AmbassadorQuerySet] = AmbassadorQuerySet.as_manager()  # type: ignore[assignment]

    class Meta:
        verbose_name = _("ambassador")
        verbose_name_plural = _("ambassadors")
        permissions = [("moderate_ambassador", "Can answer requests and manage the ambassadors")]
        indexes = [
            models.Index(fields=["status", "waiting_since"], name="ambassadors_queue"),
            models.Index(fields=["status", "joined_at"], name="ambassadors_members"),
        ]
        constraints = [
            models.UniqueConstraint(
                Lower("email"),
                condition=Q(status__in=sorted(OPEN)),
                name="ambassadors_one_open_file_per_address",
                violation_error_message=_("Another open file has this e-mail address."),
            ),
            models.CheckConstraint(
                condition=~Q(status=AmbassadorStatus.ERASED)
                | Q(
                    first_name="",
                    last_name="",
                    email="",
                    place="",
                    activity="",
                    reason="",
                    social_url="",
                ),
                name="ambassadors_erased_is_empty",
            ),
            models.CheckConstraint(
                condition=~Q(status=AmbassadorStatus.MEMBER) | Q(joined_at__isnull=False),
                name="ambassadors_member_has_a_date",
            ),
        ]

    def __str__(self) -> str:
        return self.full_name or f"#{self.pk}"

    @property
    def full_name(self) -> str:
        """Return the first name and the name."""
        return f"{self.first_name} {self.last_name}".strip()

    @property
    def helps(self) -> list[HelpKind]:
        """Return what the person offers to do."""
        return [kind for kind in HelpKind if getattr(self, f"helps_{kind.value}")]

    @property
    def help_words(self) -> str:
        """Return the same in words."""
        return ", ".join(str(kind.label) for kind in self.helps)

    @property
    def is_member(self) -> bool:
        """Say whether the person is an ambassador now."""
        return self.status == AmbassadorStatus.MEMBER

    @property
    def is_waiting(self) -> bool:
        """Say whether the request waits for somebody."""
        return self.status in {AmbassadorStatus.PENDING, AmbassadorStatus.MORE_ASKED}

    @property
    def is_open(self) -> bool:
        """Say whether the person asked, or is, and has not gone."""
        return self.status in OPEN

    @property
    def is_confirmed(self) -> bool:
        """Say whether the person proved that the address is theirs."""
        return self.confirmed_at is not None

    @property
    def team_acts(self) -> frozenset[AmbassadorAct]:
        """Return what the team may do now."""
        acts = possible(self.status, Actor.MODERATOR)
        return acts if self.is_confirmed else acts - NEED_CONFIRMED


class AmbassadorPhoto(models.Model):
    """The photo that came with a request, drawn anew: in the database, where no web address leads."""

    ambassador = models.OneToOneField(Ambassador, on_delete=models.CASCADE, related_name="photo")
    content = models.BinaryField()
    width = models.PositiveIntegerField()
    height = models.PositiveIntegerField()
    created_at = models.DateTimeField(_("received"))

    class Meta:
        verbose_name = _("photo of an ambassador")
        verbose_name_plural = _("photos of ambassadors")

    def __str__(self) -> str:
        return f"{self.width} × {self.height}"
