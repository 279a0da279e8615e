"""Declare the slice to Django."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class ConfigConfig(AppConfig):
    """The composition root: settings, addresses, bootstrap and demo commands."""

    name = "config"
    label = "config"
    verbose_name = _("Site assembly")
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        """Register what is checked before a deployment."""
        from config import deploy_checks  # noqa: F401 - its checks register themselves
