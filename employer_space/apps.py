"""Declare the slice to Django."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class EmployerSpaceConfig(AppConfig):
    """What a signed-in employer sees and does."""

    name = "employer_space"
    label = "employer_space"
    verbose_name = _("Employer space")
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        """Give the kit to editors, its downloads to the team; say what is kept of people."""
        from accounts import roles
        from operations import personal_data, purge
        from ui import uploads

        from .kit import retention as kit
        from .kit.privacy import stays_private
        from .organisation import retention as people
        from .personal_data import SPACE

        for policy in (kit.downloads(), *people.policies()):
            purge.register(policy)
        personal_data.register(SPACE)
        uploads.register_rule(stays_private)
        roles.grant(
            roles.Role.EDITORS,
            *(f"employer_space.{action}_kititem" for action in ("add", "change", "view")),
            "employer_space.view_kitdownload",
        )
        roles.grant(roles.Role.MODERATORS, "employer_space.view_kitdownload")
