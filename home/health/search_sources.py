"""Give the search page the screens about health that are no pages."""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _

from search.screens import Screen, register


def connect() -> None:
    """Register the screens; called from `AppConfig.ready`."""
    register(
        Screen(
            "health:aids",
            _("Aids to settle"),
            _("By profession, commune and date: what is in force, how much, until when."),
        ),
        Screen(
            "health:callback",
            _("Being called back"),
            _("Tell us what you are looking for: somebody of the team calls you back."),
        ),
    )
