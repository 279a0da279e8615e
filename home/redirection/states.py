"""What may be wrong with a link, and what becomes of a line of old addresses."""

from __future__ import annotations

from django.db import models
from django.utils.translation import gettext_lazy as _


class LinkFault(models.TextChoices):
    """Why a link of our own pages is reported."""

    NOWHERE = "NOWHERE", _("Nothing at this address")
    OFFLINE = "OFFLINE", _("The page is not online")
    PRIVATE = "PRIVATE", _("The page is reserved")
    MOVED = "MOVED", _("Old address: it is redirected")
    LOOP = "LOOP", _("Redirection that turns in a circle")


class Verdict(models.TextChoices):
    """What an import does of one line."""

    CREATED = "CREATED", _("New redirection")
    CHANGED = "CHANGED", _("Redirection changed")
    SAME = "SAME", _("Known already")
    REFUSED = "REFUSED", _("Refused")
