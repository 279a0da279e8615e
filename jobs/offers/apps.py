"""Declare the slice to Django and hook it to employers, the schedule and the roles."""

from __future__ import annotations

import datetime as dt

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class OffersConfig(AppConfig):
    """Job offers: their fields, life, states and moderation."""

    name = "jobs.offers"
    label = "offers"
    verbose_name = _("Job offers")
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        """Follow the employers' accounts, add the day's acts to the schedule, say what waits and what is kept."""
        from accounts import roles
        from jobs.employers import listeners as employer_listeners
        from operations import personal_data, purge, schedule
        from ui import waiting

        from . import digest, queue, retention
        from .following import follow_employer
        from .notifications import replace_wagtail_mails
        from .personal_data import OFFERS

        replace_wagtail_mails()
        employer_listeners.register(follow_employer)
        roles.grant(roles.Role.MODERATORS, "offers.view_joboffer", "offers.review_joboffer")
        schedule.register("offers.review_digest", digest.send_review_digest, daily_at=dt.time(8, 0))
        schedule.register(
            "offers.warn_before_the_end", digest.warn_before_the_end, daily_at=dt.time(9, 0)
        )
        for kind in queue.kinds():
            waiting.register(kind)
        for policy in retention.policies():
            purge.register(policy)
        personal_data.register(OFFERS)
