"""Declare the slice to Django and give its permission to the referents."""

from __future__ import annotations

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class WelcomeConfig(AppConfig):
    """Settling: pages of the territories, finding a referent, settlement requests."""

    name = "home.welcome"
    label = "welcome"
    verbose_name = _("Settling")
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        """Let referents, and nobody else, read households; say what is kept of people."""
        from accounts.roles import Role, grant
        from operations import personal_data, purge
        from territory.living import register_pages
        from ui.serving import read_with_the_row

        from . import retention, search_sources, waiting
        from .models import TerritoryPage
        from .personal_data import REQUESTS
        from .presentation import TerritoryPages
        from .states import PERMISSION

        for policy in retention.policies():
            purge.register(policy)
        personal_data.register(REQUESTS)
        waiting.connect()
        search_sources.connect()
        read_with_the_row(TerritoryPage)
        register_pages(TerritoryPages())
        grant(Role.REFERENTS, PERMISSION)
