"""Declare the slice to Django."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class UiConfig(AppConfig):
    """What every page shares: base page, images, documents, blocks, components, settings, key figures."""

    name = "ui"
    label = "ui"
    verbose_name = _("Interface")
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        """Guard the tables that the admin exports."""
        from ui.exports import guard_exports

        guard_exports()
