"""The themes of articles."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class NewsTheme(models.TextChoices):
    """What an article is about; the value is also the word of the address."""

    EMPLOYMENT = "emploi", _("Employment")
    HEALTH = "sante", _("Health")
    WELCOME = "accueil", _("Settling")
    AMBASSADORS = "ambassadeurs", _("Ambassadors")
    LIFE = "vie-locale", _("Life in the Lot")
    PROGRAMME = "programme", _("The programme")
