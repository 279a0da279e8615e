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
        """Say what each role may do and what waits for it, hold the rules of pages, and make them searchable."""
        from datetime import timedelta

        from home import (
            approval,
            editors,
            english_columns,
            gallery,
            key_figures,
            language_rules,
            scheduling,
            search_sources,
        )
        from home.models import HomePage, StandardPage
        from operations import schedule
        from ui import gallery as components
        from ui import serving, waiting

        serving.read_with_the_row(HomePage, StandardPage)
        editors.register()
        approval.connect()
        language_rules.connect()
        english_columns.connect()
        waiting.register(approval.kind())
        search_sources.connect()
        key_figures.connect()
        components.register(gallery.exhibits)
        schedule.register(
            "home.publish_due_pages", scheduling.publish_due_pages, every=timedelta(minutes=1)
        )
