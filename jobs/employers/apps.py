"""Declare the slice to Django and give its permissions to the roles."""

from __future__ import annotations

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class EmployersConfig(AppConfig):
    """Employers, their establishments and members, and their verification."""

    name = "jobs.employers"
    label = "employers"
    verbose_name = _("Employers")
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        """Let moderators verify employers; say what is kept of people."""
        from accounts import roles
        from operations import personal_data, purge

        from . import retention
        from .personal_data import MEMBERSHIPS

        purge.register(retention.history())
        personal_data.register(MEMBERSHIPS)
        roles.grant(roles.Role.MODERATORS, "employers.view_employer", "employers.verify_employer")
