"""Declare the slice to Django."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class HomeConfig(AppConfig):
    """The editorial site: home page, standard and legal pages."""

    name = "home"
    label = "home"
    verbose_name = _("Editorial site")
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        """Say what editors may do, and make the pages searchable."""
        from datetime import timedelta

        from home import editors, scheduling, search_sources
        from operations import schedule

        editors.register()
        search_sources.connect()
        schedule.register(
            "home.publish_due_pages", scheduling.publish_due_pages, every=timedelta(minutes=1)
        )
