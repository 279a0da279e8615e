"""Give the search page the contact form."""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _

from search.screens import Screen, register


def connect() -> None:
    """Register the screens; called from `AppConfig.ready`."""
    register(
        Screen(
            "contact:write",
            _("Contact us"),
            _("A question, an idea, a problem: your message goes straight to the right person."),
        ),
    )
