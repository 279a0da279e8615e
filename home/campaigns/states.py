"""Where the link of a campaign is printed or posted."""

from __future__ import annotations

from django.db import models
from django.utils.translation import gettext_lazy as _


class Channel(models.TextChoices):
    """The supports on which a link is spread."""

    POSTER = "POSTER", _("Poster")
    LEAFLET = "LEAFLET", _("Leaflet or card")
    FAIR = "FAIR", _("Fair or event")
    SOCIAL = "SOCIAL", _("Social network")
    MAIL = "MAIL", _("E-mail")
    PRESS = "PRESS", _("Press")
    OTHER = "OTHER", _("Other")
