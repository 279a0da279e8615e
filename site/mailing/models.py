"""The outbox: each mail is a row, with its attachments beside it."""

from __future__ import annotations

from typing import ClassVar

from django.db import models
from django.utils.translation import gettext_lazy as _

from mailing.querysets import OutgoingMailQuerySet
from mailing.states import MailStatus


class OutgoingMail(models.Model):
    """One mail to one person, written in the transaction of the act it tells of."""

    to = models.EmailField(_("recipient"), max_length=254)
    subject = models.CharField(_("subject"), max_length=255)
    text = models.TextField(_("text"), blank=True)
    html = models.TextField(_("HTML version"), blank=True)
    from_email = models.CharField(_("sender"), max_length=320)
    reply_to = models.CharField(_("replies go to"), max_length=320, blank=True)
    headers = models.JSONField(default=dict, blank=True)
    # The same at each attempt: a reader's mailbox can then drop a second copy.
    message_id = models.CharField(max_length=255, unique=True)
    language = models.CharField(_("language"), max_length=10, default="fr")
    related = models.CharField(_("about"), max_length=100, blank=True, db_index=True)
    act = models.CharField(_("act"), max_length=100, blank=True)
    # Holds a code or a token: the body is blanked as soon as it has left.
    is_secret = models.BooleanField(_("holds a code"), default=False)

    status = models.CharField(
        _("status"), max_length=10, choices=MailStatus.choices, default=MailStatus.QUEUED
    )
    attempts = models.PositiveIntegerField(_("attempts"), default=0)
    next_attempt_at = models.DateTimeField(_("next attempt"))
    give_up_at = models.DateTimeField(_("given up after"))
    claim = models.CharField(max_length=32, blank=True)
    lease_until = models.DateTimeField(null=True, blank=True)
    last_error = models.CharField(_("last error"), max_length=200, blank=True)
    created_at = models.DateTimeField(_("written"))
    sent_at = models.DateTimeField(_("sent"), null=True, blank=True)
    blanked_at = models.DateTimeField(_("body removed"), null=True, blank=True)

    objects: ClassVar[OutgoingMailQuerySet] = OutgoingMailQuerySet.as_manager()  # type: ignore[assignment]

    class Meta:
        verbose_name = _("mail of the outbox")
        verbose_name_plural = _("mails of the outbox")
        indexes = [
            models.Index(fields=["status", "next_attempt_at"], name="mailing_due_idx"),
            models.Index(fields=["created_at"], name="mailing_created_idx"),
        ]
        constraints = [
            models.CheckConstraint(
                condition=~models.Q(status=MailStatus.SENT) | models.Q(sent_at__isnull=False),
                name="mailing_sent_has_date",
            ),
            models.CheckConstraint(
                condition=~models.Q(status=MailStatus.SENDING)
                | models.Q(lease_until__isnull=False),
                name="mailing_sending_has_lease",
            ),
        ]

    def __str__(self) -> str:
        return self.subject

    @property
    def can_be_retried(self) -> bool:
        """Say whether staff may put the mail back in the queue: given up, its body still there."""
        return self.status == MailStatus.FAILED and self.blanked_at is None


class OutgoingAttachment(models.Model):
    """A file sent with a mail."""

    mail = models.ForeignKey(OutgoingMail, on_delete=models.CASCADE, related_name="attachments")
    name = models.CharField(max_length=255)
    content_type = models.CharField(max_length=127)
    content = models.BinaryField()

    class Meta:
        verbose_name = _("attachment")
        verbose_name_plural = _("attachments")

    def __str__(self) -> str:
        return self.name
