"""Give the search page the screens about settling that are no pages."""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _

from search.screens import Screen, register


def connect() -> None:
    """Register the screens; called from `AppConfig.ready`."""
    register(
        Screen(
            "welcome:referents",
            _("Find my referent"),
            _("The person who answers those who want to settle, for each commune of the Lot."),
        ),
        Screen(
            "welcome:request",
            _("Settlement request"),
            _("Tell us about your project: a referent of the Lot answers you."),
        ),
    )
