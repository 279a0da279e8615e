"""What the screens of the health section share: the way back, addresses, promises in words."""

from __future__ import annotations

from typing import Any

from django.conf import settings
from django.http import HttpRequest
from django.utils.translation import get_language, ngettext
from django.utils.translation import gettext as _

from ui.addresses import contract_path, language_prefix
from ui.navigation import shell_for

from .models import HealthContact
from .states import Profession


def current_language() -> str:
    """Return the language being spoken."""
    return (get_language() or "fr")[:2]


def section_path() -> str:
    """Return the path of the section in the language being spoken."""
    return contract_path("sante", current_language())


def breadcrumb(title: str) -> list[tuple[str, str]]:
    """Return the way from the home page to a screen of ours."""
    home = (_("Home"), f"{language_prefix(current_language())}/")
    return [home, (_("Health professions"), section_path()), (title, "")]


def promise(*, by_phone: bool = True) -> str:
    """Return when a request to be called back is answered: in writing to somebody who gave no number."""
    days = settings.HEALTH_CALLBACK_WORKING_DAYS
    if not by_phone:
        return ngettext(
            "We write to you within %(days)d working day.",
            "We write to you within %(days)d working days.",
            days,
        ) % {"days": days}
    return ngettext(
        "We call you back within %(days)d working day.",
        "We call you back within %(days)d working days.",
        days,
    ) % {"days": days}


def profession_choices() -> list[tuple[str, str]]:
    """Return the professions as addresses write them, with their words."""
    return [(profession.slug, str(profession.label)) for profession in Profession]


def want_photo(request: HttpRequest, contact: HealthContact | None) -> None:
    """Announce the photo of a contact, so that it comes with the other pictures."""
    shell_for(request).want_pictures([contact.photo_id if contact else None])


def card_of(contact: HealthContact | None) -> dict[str, Any]:
    """Return whom to call, as the component `contact_card` reads it; nothing without a contact."""
    if contact is None:
        return {}
    return {
        "name": contact.name,
        "role": contact.shown_function,
        "phone": contact.phone,
        "email": contact.email,
        "hours": contact.shown_hours,
        "photo": contact.photo_id,
    }
