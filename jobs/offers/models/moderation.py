"""What was decided about offers, kept for good, and the Wagtail task through which it is decided."""

from __future__ import annotations

from typing import Any

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.models import AbstractGroupApprovalTask

from jobs.offers.codes import RefusalReason, ReportReason
from jobs.offers.states import OfferAct


class AppendOnly(models.Model):
    """A row that is written once: evidence is never edited."""

    class Meta:
        abstract = True

    def save(self, *args: Any, **kwargs: Any) -> None:
        """Insert only. Raises TypeError on a second save."""
        if not self._state.adding:
            raise TypeError(f"{type(self).__name__} is append-only.")
        super().save(*args, **kwargs)


class ModerationLogEntry(AppendOnly):
    """One act on an offer: what, from which state to which, by whom, why, on which text."""

    offer = models.ForeignKey("offers.JobOffer", on_delete=models.PROTECT, related_name="log")
    act = models.CharField(_("act"), max_length=20, choices=OfferAct.choices)
    from_state = models.CharField(_("from"), max_length=24, blank=True)
    to_state = models.CharField(_("to"), max_length=24, blank=True)
    actor = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.SET_NULL, null=True, blank=True, related_name="+"
    )
    actor_name = models.CharField(_("who"), max_length=200)
    reason_code = models.CharField(max_length=20, choices=RefusalReason.choices, blank=True)
    reason = models.TextField(_("reason"), blank=True)
    revision_id = models.PositiveBigIntegerField(null=True, blank=True)
    digest = models.CharField(max_length=64, blank=True)
    created_at = models.DateTimeField(_("when"))

    class Meta:
        verbose_name = _("moderation log entry")
        verbose_name_plural = _("moderation log")
        indexes = [models.Index(fields=["offer", "-created_at"], name="offers_log_history")]

    def __str__(self) -> str:
        return f"{self.get_act_display()} – {self.offer_id}"


class FieldNote(AppendOnly):
    """What a moderator wrote about one field, quoted to the employer beside that field."""

    entry = models.ForeignKey(ModerationLogEntry, on_delete=models.PROTECT, related_name="notes")
    field = models.CharField(_("field"), max_length=60)
    text = models.TextField(_("note"))

    class Meta:
        verbose_name = _("note on a field")
        verbose_name_plural = _("notes on fields")
        constraints = [
            models.UniqueConstraint(fields=["entry", "field"], name="offers_one_note_per_field")
        ]

    def __str__(self) -> str:
        return f"{self.field}: {self.text[:40]}"

    @property
    def label(self) -> str:
        """Return the words by which people know the field."""
        from jobs.offers.labels import field_label

        return field_label(self.field)


class OfferReport(models.Model):
    """What a reader reported about an offer; the address, if given, serves only to answer."""

    offer = models.ForeignKey("offers.JobOffer", on_delete=models.PROTECT, related_name="reports")
    reason = models.CharField(_("reason"), max_length=20, choices=ReportReason.choices)
    message = models.TextField(_("message"), blank=True, max_length=2000)
    email = models.EmailField(_("e-mail address"), blank=True)
    created_at = models.DateTimeField(_("received"))
    handled_at = models.DateTimeField(_("handled"), null=True, blank=True)
    handled_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.SET_NULL, null=True, blank=True, related_name="+"
    )
    answer = models.TextField(_("what was done"), blank=True)

    class Meta:
        verbose_name = _("report of an offer")
        verbose_name_plural = _("reports of offers")
        indexes = [models.Index(fields=["handled_at", "created_at"], name="offers_report_queue")]

    def __str__(self) -> str:
        return f"{self.get_reason_display()} – {self.offer_id}"


class OfferReviewTask(AbstractGroupApprovalTask):
    """The review of an offer: what was read is what is published, and one decision wins."""

    class Meta:
        verbose_name = _("review of an offer")
        verbose_name_plural = _("reviews of offers")

    def on_action(self, task_state: Any, user: Any, action_name: str, **kwargs: Any) -> None:
        """Decide through the moderation rules, whatever screen the decision comes from.

        Raises `PermissionDenied` when the decision is not possible (any more) or lacks its reason.
        """
        from jobs.offers.moderation import decide_from_wagtail

        decide_from_wagtail(
            task_state=task_state, by=user, action=action_name, comment=kwargs.get("comment", "")
        )

    def get_actions(self, obj: Any, user: Any) -> list[tuple[str, str, bool]]:
        """Offer no button on Wagtail's own screens: decisions are taken on the review screen."""
        return []

    def get_task_states_user_can_moderate(self, user: Any, **kwargs: Any) -> Any:
        """List nothing on Wagtail's dashboard: offers have a queue of their own."""
        return self.task_states.none()

    def user_can_access_editor(self, obj: Any, user: Any) -> bool:
        """Keep everybody out of Wagtail's editor: moderators ask for changes, they do not rewrite."""
        return False

    @classmethod
    def get_description(cls) -> str:
        """Describe the task in the list of workflow tasks."""
        return str(_("Members of the chosen groups review job offers on the review screen."))
