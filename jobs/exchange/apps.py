"""Declare the slice to Django."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class ExchangeConfig(AppConfig):
    """Import of offers from files."""

    name = "jobs.exchange"
    label = "exchange"
    verbose_name = _("Exchanges")
    default_auto_field = "django.db.models.BigAutoField"
