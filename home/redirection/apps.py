"""Declare the slice to Django."""

import datetime as dt

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class RedirectionConfig(AppConfig):
    """Addresses of the former sites, addresses not found, links that lead nowhere."""

    name = "home.redirection"
    label = "redirection"
    verbose_name = _("Old addresses")
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        """Let editors follow addresses, gather what is not found, check links each night."""
        from accounts import roles
        from operations import purge, schedule, tallies

        from . import links, retention, services

        roles.grant(roles.Role.EDITORS, services.MANAGE_PERMISSION)
        tallies.register(services.TALLY, services.add_misses)
        schedule.register("redirection.straighten", services.straighten, daily_at=dt.time(4, 10))
        schedule.register("redirection.links", links.check_links, daily_at=dt.time(4, 15))
        purge.register(retention.missed_addresses())
