"""What a message may be about."""

from __future__ import annotations

from django.db import models
from django.utils.translation import gettext_lazy as _


class ContactSubject(models.TextChoices):
    """The subjects, each with its own mailbox."""

    JOB = "JOB", _("A job")
    SETTLE = "SETTLE", _("Settling in the Lot")
    HEALTH = "HEALTH", _("Health professions")
    RECRUIT = "RECRUIT", _("Recruiting")
    PRESS = "PRESS", _("Press")
    ACCESSIBILITY = "ACCESSIBILITY", _("Accessibility of the site")
    OTHER = "OTHER", _("Something else")


# The words of `?sujet=`: links of other pages count on them.
SUBJECT_WORDS: dict[str, ContactSubject] = {
    "emploi": ContactSubject.JOB,
    "s-installer": ContactSubject.SETTLE,
    "sante": ContactSubject.HEALTH,
    "recruter": ContactSubject.RECRUIT,
    "presse": ContactSubject.PRESS,
    "accessibilite": ContactSubject.ACCESSIBILITY,
    "autre": ContactSubject.OTHER,
}
