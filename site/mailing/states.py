"""Where a mail stands between the act that wrote it and the server that took it."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class MailStatus(models.TextChoices):
    """The life of a mail: QUEUED, then SENDING while a process holds it, then SENT or FAILED."""

    QUEUED = "QUEUED", _("To send")
    SENDING = "SENDING", _("Being sent")
    SENT = "SENT", _("Sent")
    FAILED = "FAILED", _("Given up")
