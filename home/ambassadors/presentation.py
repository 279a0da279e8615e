"""What the screens of the section share: language, way back, addresses."""

from __future__ import annotations

from typing import Any

from django.conf import settings
from django.urls import reverse
from django.utils.translation import get_language, ngettext
from django.utils.translation import gettext as _

from ui.addresses import contract_path, language_prefix
from ui.meta import Meta

DAYS_OF_A_WEEK = 7


def current_language() -> str:
    """Return the language being spoken."""
    return (get_language() or "fr")[:2]


def section_path() -> str:
    """Return the path of the portraits in the language being spoken."""
    return contract_path("ambassadeurs", current_language())


def breadcrumb(*titles: str) -> list[tuple[str, str]]:
    """Return the way from the home page to a screen of ours."""
    home = (_("Home"), f"{language_prefix(current_language())}/")
    return [home, (_("Ambassadors"), section_path()), *((title, "") for title in titles)]


def join_actions() -> list[tuple[str, str, str]]:
    """Return the buttons of the call to join."""
    return [
        (_("Become an ambassador"), reverse("ambassadors:join"), "dark"),
        (_("Read the charter"), reverse("ambassadors:charter"), "outline"),
    ]


def promise() -> str:
    """Return when the team answers a request, as the settings promise it."""
    days = settings.AMBASSADOR_ANSWER_DAYS
    if days == DAYS_OF_A_WEEK:
        return _("A member of the team writes to you within a week.")
    return ngettext(
        "A member of the team writes to you within %(days)d day.",
        "A member of the team writes to you within %(days)d days.",
        days,
    ) % {"days": days}


def screen(title: str, **more: Any) -> dict[str, Any]:
    """Return what a screen that only one person is shown says of itself: its title, and nothing to robots."""
    return {
        "title": title,
        "breadcrumb": breadcrumb(title),
        "meta": Meta(title=title, robots="noindex"),
        "privacy_url": contract_path("donnees-personnelles", current_language()),
        "section_url": section_path(),
        **more,
    }
