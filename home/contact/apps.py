"""Declare the slice to Django."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class ContactConfig(AppConfig):
    """The contact form, routed by subject."""

    name = "home.contact"
    label = "contact"
    verbose_name = _("Contact")
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        """Let the team answer and choose the mailboxes; say what waits and what is kept."""
        from accounts import roles
        from operations import personal_data, purge
        from ui import waiting as desk

        from . import retention, search_sources, waiting
        from .personal_data import MESSAGES

        # The mailboxes go with the messages: who chooses where they are sent reads them.
        roles.grant(
            roles.Role.MODERATORS,
            "contact.answer_contactmessage",
            "contact.change_contactsettings",
        )
        desk.register(waiting.kind())
        search_sources.connect()
        purge.register(retention.messages())
        personal_data.register(MESSAGES)
