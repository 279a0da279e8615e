"""What people agreed to, in which words, and what happened to their file: written once."""

from __future__ import annotations

from typing import Any, ClassVar

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from home.ambassadors.querysets import CharterQuerySet, ConsentQuerySet
from home.ambassadors.states import AmbassadorAct, AmbassadorStatus, Purpose


class Charter(models.Model):
    """One version of the charter; a new text is a new version, so that what was accepted can be read again."""

    version = models.PositiveIntegerField(_("version"), unique=True)
    text = models.TextField(_("text"))
    text_en = models.TextField(_("text, in English"), blank=True)
    published_at = models.DateTimeField(_("published"))

    objects: ClassVar[CharterQuerySet] = CharterQuerySet.as_manager()  # type: ignore[assignment]

    class Meta:
        verbose_name = _("charter of the ambassadors")
        verbose_name_plural = _("charters of the ambassadors")

    def __str__(self) -> str:
        return f"{self.version}"

    def text_in(self, language: str) -> str:
        """Return the text in a language, in French where it is not translated."""
        return (self.text_en if language.startswith("en") else "") or self.text


class Consent(models.Model):
    """One agreement of one person to one purpose, with the words that were on the screen."""

    ambassador = models.ForeignKey(
        "ambassadors.Ambassador", on_delete=models.PROTECT, related_name="consents"
    )
    purpose = models.CharField(_("agrees to"), max_length=12, choices=Purpose.choices)
    text_version = models.CharField(_("version of the text"), max_length=20)
    wording = models.TextField(_("words accepted"))
    given_at = models.DateTimeField(_("given on"))
    withdrawn_at = models.DateTimeField(_("withdrawn"), null=True, blank=True)

    objects: ClassVar[ConsentQuerySet] = ConsentQuerySet.as_manager()  # type: ignore[assignment]

    class Meta:
        verbose_name = _("consent of an ambassador")
        verbose_name_plural = _("consents of ambassadors")
        constraints = [
            models.UniqueConstraint(
                fields=["ambassador", "purpose"],
                condition=Q(withdrawn_at__isnull=True),
                name="ambassadors_one_consent_in_force",
            )
        ]

    def __str__(self) -> str:
        return str(self.get_purpose_display())


class AmbassadorLogEntry(models.Model):
    """One act on a person's file: what, by whom, in which words. The database refuses to rewrite it.

    A line without a person tells of the whole list: who took a copy, and how many rows.
    """

    ambassador = models.ForeignKey(
        "ambassadors.Ambassador", on_delete=models.PROTECT, null=True, related_name="log"
    )
    act = models.CharField(_("act"), max_length=20, choices=AmbassadorAct.choices)
    from_status = models.CharField(
        _("from"), max_length=12, choices=AmbassadorStatus.choices, blank=True
    )
    to_status = models.CharField(
        _("to"), max_length=12, choices=AmbassadorStatus.choices, blank=True
    )
    actor = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.SET_NULL, null=True, blank=True, related_name="+"
    )
    actor_name = models.CharField(_("who"), max_length=200)
    words = models.TextField(_("words"), blank=True)
    created_at = models.DateTimeField(_("when"))

    class Meta:
        verbose_name = _("line of the ambassadors’ journal")
        verbose_name_plural = _("journal of the ambassadors")
        indexes = [
            models.Index(fields=["ambassador", "-created_at"], name="ambassadors_log_history")
        ]

    def __str__(self) -> str:
        return f"{self.get_act_display()} – {self.ambassador_id}"

    def save(self, *args: Any, **kwargs: Any) -> None:
        """Insert only. Raises TypeError on a second save."""
        if not self._state.adding:
            raise TypeError("The journal of the ambassadors is append-only.")
        super().save(*args, **kwargs)
