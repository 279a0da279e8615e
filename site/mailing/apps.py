"""Declare the slice to Django and register what it asks of operations."""

from __future__ import annotations

from datetime import timedelta

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class MailingConfig(AppConfig):
    """The outbox: every mail is a row written with the act it tells of, sent after the commit."""

    name = "mailing"
    label = "mailing"
    verbose_name = _("Mail")
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        """Register the sweep, the outbox's age and its retention."""
        from mailing import retention, tasks
        from mailing.personal_data import MAILS
        from operations import personal_data, purge, readiness, schedule

        schedule.register("mailing.sweep", tasks.sweep, every=timedelta(minutes=1))
        # A mail server out of service is no reason to turn visitors away.
        readiness.register("outbox", retention.outbox_age, blocking=False)
        purge.register(retention.BODIES)
        purge.register(retention.ROWS)
        personal_data.register(MAILS)
