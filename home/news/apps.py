"""Declare the slice to Django."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class NewsConfig(AppConfig):
    """News articles and their index."""

    name = "home.news"
    label = "news"
    verbose_name = _("News")
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        """Make its pages searchable."""
        from .search_sources import connect

        connect()
