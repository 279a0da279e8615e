"""Declare the slice to Django."""

from django.apps import AppConfig
from django.db.models.signals import post_delete, post_save
from django.utils.translation import gettext_lazy as _


class SearchConfig(AppConfig):
    """The text engine: French analysis, documents, facets, the site-wide search page."""

    name = "search"
    label = "search"
    verbose_name = _("Search")
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        """Let editors complete the synonyms, and tell every process when they do."""
        from accounts.roles import Role, grant

        from .synonyms import follow

        grant(
            Role.EDITORS, *(f"search.{act}_synonym" for act in ("add", "change", "delete", "view"))
        )
        for signal in (post_save, post_delete):
            signal.connect(follow, sender="search.Synonym", dispatch_uid="search.synonyms")
