"""Declare the slice to Django."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class CampaignsConfig(AppConfig):
    """Landing pages of campaigns, and how many people each link brought."""

    name = "home.campaigns"
    label = "campaigns"
    verbose_name = _("Campaigns")
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        """Let the team make links and read their counts, and gather what visitors and messages say."""
        from accounts import roles
        from home.contact import listeners
        from operations import tallies

        from . import services

        roles.grant(roles.Role.MODERATORS, services.FOLLOW_PERMISSION)
        tallies.register(services.TALLY, services.add_visits)
        listeners.register("campaigns", services.add_message)
