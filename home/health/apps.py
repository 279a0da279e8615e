"""Declare the slice to Django and give its permissions to the roles."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _

# What editors and health contacts keep up to date; an aid is never deleted.
DATA = ("healthcontact", "healthstructure", "healthhousing", "trainingpractice", "healthzoning")


class HealthConfig(AppConfig):
    """Health professions: pages by audience, dated aids, requests to be called back."""

    name = "home.health"
    label = "health"
    verbose_name = _("Health professions")
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        """Let health contacts, and nobody else, call back; let editors keep the data; say what waits and is kept."""
        from accounts.roles import Role, grant
        from operations import personal_data, purge
        from ui.serving import read_with_the_row

        from . import retention, search_sources, waiting
        from .emails import ANSWER_PERMISSION
        from .models import HealthAudiencePage
        from .personal_data import HEALTH

        for policy in retention.policies():
            purge.register(policy)
        personal_data.register(HEALTH)
        waiting.connect()
        search_sources.connect()
        read_with_the_row(HealthAudiencePage)
        grant(Role.HEALTH_CONTACTS, ANSWER_PERMISSION)
        for role in (Role.EDITORS, Role.HEALTH_CONTACTS):
            grant(role, *(f"health.{act}_healthgrant" for act in ("add", "change", "view")))
            for model in DATA:
                grant(
                    role, *(f"health.{act}_{model}" for act in ("add", "change", "delete", "view"))
                )
