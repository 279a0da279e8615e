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
        """Give the kit to editors, its downloads to the team."""
        from accounts import roles

        roles.grant(
            roles.Role.EDITORS,
            *(f"employer_space.{action}_kititem" for action in ("add", "change", "view")),
            "employer_space.view_kitdownload",
        )
        roles.grant(roles.Role.MODERATORS, "employer_space.view_kitdownload")
