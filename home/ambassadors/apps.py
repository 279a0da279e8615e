"""Declare the slice to Django."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class AmbassadorsConfig(AppConfig):
    """Ambassadors: portraits, joining, members, goods on request."""

    name = "home.ambassadors"
    label = "ambassadors"
    verbose_name = _("Ambassadors")
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        """Let the team answer; make portraits searchable; say what waits and what is kept."""
        from accounts import roles
        from operations import personal_data, purge

        from . import retention, search_sources, waiting
        from .models.people import MODERATE
        from .personal_data import FILES

        roles.grant(roles.Role.MODERATORS, MODERATE)
        search_sources.connect()
        waiting.connect()
        for policy in retention.policies():
            purge.register(policy)
        personal_data.register(FILES)
