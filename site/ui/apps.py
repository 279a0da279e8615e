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
        """Guard the tables that the admin exports; count the computed figures each night."""
        import datetime as dt

        from operations import schedule
        from ui.exports import guard_exports
        from ui.figures import refresh_figures

        guard_exports()
        schedule.register("ui.figures", refresh_figures, daily_at=dt.time(3, 30))
