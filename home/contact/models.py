"""Messages received, and the mailbox of each subject."""

from __future__ import annotations

import uuid
from typing import Any, ClassVar

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, HelpPanel, MultiFieldPanel
from wagtail.contrib.settings.models import BaseSiteSetting, register_setting

from .querysets import REFERENCE_LENGTH, REFERENCE_PREFIX, ContactMessageQuerySet
from .states import ContactSubject

MESSAGE_MAX_LENGTH = 3000


@register_setting(icon="mail", order=120)
class ContactSettings(BaseSiteSetting):
    """Where the messages of each subject are sent; without one, to the people who answer messages."""

    job_email = models.EmailField(_("A job"), blank=True)
    settle_email = models.EmailField(_("Settling in the Lot"), blank=True)
    health_email = models.EmailField(_("Health professions"), blank=True)
    recruit_email = models.EmailField(_("Recruiting"), blank=True)
    press_email = models.EmailField(_("Press"), blank=True)
    accessibility_email = models.EmailField(_("Accessibility of the site"), blank=True)
    other_email = models.EmailField(_("Something else"), blank=True)

    panels: ClassVar[list[Any]] = [
        HelpPanel(template="contact/admin/boxes_panel.html"),
        MultiFieldPanel(
            [FieldPanel(f"{subject.value.lower()}_email") for subject in ContactSubject],
            heading=_("Mailbox of each subject"),
            help_text=_(
                "Left empty, the messages of a subject go to the people who answer messages."
            ),
        ),
    ]

    class Meta:
        verbose_name = _("mailboxes of the contact form")

    @property
    def subjects_without_box(self) -> list[str]:
        """Return the names of the subjects that have no mailbox of their own."""
        return [str(one.label) for one in ContactSubject if not self.mailbox(one.value)]

    def mailbox(self, subject: str) -> str:
        """Return the mailbox of a subject, "" when it has none of its own."""
        return str(getattr(self, f"{subject.lower()}_email", ""))


class ContactMessage(models.Model):
    """What somebody wrote through the contact form: read by the team only."""

    public_id = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    creation_key = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    subject = models.CharField(_("subject"), max_length=20, choices=ContactSubject.choices)
    first_name = models.CharField(_("first name"), max_length=80)
    last_name = models.CharField(_("last name"), max_length=80)
    email = models.EmailField(_("e-mail address"))
    message = models.TextField(_("message"), max_length=MESSAGE_MAX_LENGTH)
    language = models.CharField(_("language"), max_length=10)
    sent_to = models.CharField(_("sent to"), max_length=400, blank=True)
    created_at = models.DateTimeField(_("received"))
    handled_at = models.DateTimeField(_("handled"), null=True, blank=True)
    handled_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.SET_NULL, null=True, blank=True, related_name="+"
    )
    answer = models.TextField(_("what was done"), max_length=1000, blank=True)

    objects: ClassVar[ContactMessageQuerySet] = ContactMessageQuerySet.as_manager()  # type: ignore[assignment]

    class Meta:
        verbose_name = _("message received")
        verbose_name_plural = _("messages received")
        default_permissions = ()
        permissions = [("answer_contactmessage", "May read and handle the messages received")]
        indexes = [models.Index(fields=["handled_at", "created_at"], name="contact_message_queue")]

    def __str__(self) -> str:
        # Never the person: this is printed in logs.
        return self.reference

    @property
    def reference(self) -> str:
        """Return what the person and the team both quote; it tells nothing, and nobody guesses the next."""
        return f"{REFERENCE_PREFIX}{self.public_id.hex[:REFERENCE_LENGTH].upper()}"

    @property
    def person(self) -> str:
        """Return the name of who wrote."""
        return f"{self.first_name} {self.last_name}".strip()
