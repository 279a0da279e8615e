"""The journal of what was written to members: who wrote what to how many, never to whom."""

from __future__ import annotations

import uuid

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from home.ambassadors.models.people import LANGUAGES


class Letter(models.Model):
    """One letter, sent to members one by one."""

    # Made with the preview: the second of two clicks finds the letter already sent.
    key = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    # That of the subject and of the text; the frame of each mail is in its reader's.
    language = models.CharField(_("language"), max_length=2, choices=LANGUAGES, default="fr")
    subject = models.CharField(_("subject"), max_length=120)
    text = models.TextField(_("text"), max_length=6000)
    choice = models.CharField(_("sent to"), max_length=300, blank=True)
    number = models.PositiveIntegerField(_("members written to"))
    written_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.SET_NULL, null=True, blank=True, related_name="+"
    )
    author_name = models.CharField(_("who"), max_length=200)
    created_at = models.DateTimeField(_("when"))

    class Meta:
        verbose_name = _("letter to ambassadors")
        verbose_name_plural = _("letters to ambassadors")

    def __str__(self) -> str:
        return self.subject
