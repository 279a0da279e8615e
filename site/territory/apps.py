"""Declare the slice to Django and give its permissions to the roles."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class TerritoryConfig(AppConfig):
    """Communes, intercommunalités, territories and the distances between them."""

    name = "territory"
    label = "territory"
    verbose_name = _("Territory")
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        """Let those who write pages draw territories and write cards; say what is kept of referents."""
        from accounts.roles import Role, grant
        from operations import personal_data

        from .personal_data import REFERENTS
        from .policy import ROUTE

        personal_data.register(REFERENTS)
        for role in (Role.EDITORS, Role.PUBLISHERS):
            grant(role, *_all("territory"), *_all("resourcecard"), *_all("welcomereferent"))
        # Where requests go is said by those who answer for what is published, not by everybody who writes.
        grant(Role.PUBLISHERS, ROUTE)
        # Referents keep resource cards, and their own card (`policy.may_change`); the network is the editors' affair.
        grant(
            Role.REFERENTS,
            *_all("resourcecard"),
            "territory.view_welcomereferent",
            "territory.change_welcomereferent",
        )
        grant(Role.TRANSLATORS, "territory.view_resourcecard", "territory.change_resourcecard")


def _all(model: str) -> tuple[str, ...]:
    return tuple(f"territory.{act}_{model}" for act in ("add", "change", "delete", "view"))
