"""Declare the slice to Django."""

import datetime as dt

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _

REMINDERS_AT = dt.time(10)
EACH_MINUTE = dt.timedelta(minutes=1)


class EventsConfig(AppConfig):
    """Events, their calendar and the registrations."""

    name = "home.events"
    label = "events"
    verbose_name = _("Agenda")
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        """Follow publications, remind each day, free held places, give the team the lists, and say what is kept."""
        from accounts import roles
        from operations import personal_data, purge, schedule

        from . import publishing, retention, search_sources, services
        from .personal_data import REGISTRATIONS

        roles.grant(roles.Role.MODERATORS, "events.manage_registration")
        publishing.connect()
        search_sources.connect()
        schedule.register("events.reminders", services.send_reminders, daily_at=REMINDERS_AT)
        schedule.register("events.held_places", services.release_places, every=EACH_MINUTE)
        for policy in retention.policies():
            purge.register(policy)
        personal_data.register(REGISTRATIONS)
