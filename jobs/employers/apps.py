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
        """Let moderators verify employers."""
        from accounts import roles

        roles.grant(roles.Role.MODERATORS, "employers.view_employer", "employers.verify_employer")
