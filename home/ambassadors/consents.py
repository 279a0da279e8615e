"""The words of each consent, with their versions: what a person read is what the ledger keeps."""

from __future__ import annotations

import datetime as dt
from typing import Any

from django.utils import translation
from django.utils.translation import gettext_lazy as _

from home.ambassadors.models import Ambassador, Charter, Consent
from home.ambassadors.states import Purpose

# Raised when the words below change; the charter has the version of its own text.
VERSION = "2"
WORDS: dict[Purpose, Any] = {  # lazy words, which forms take as labels
    Purpose.CHARTER: _("I have read the charter of the ambassadors and I accept it."),
    Purpose.LETTERS: _(
        "I agree to receive the letters of the network: meetings, news, calls for help. I can stop them at any"
        " time."
    ),
    Purpose.PUBLICATION: _(
        "I agree that the team may publish my portrait on this site, after I have read it. I can have it taken"
        " offline at any time."
    ),
    Purpose.PHOTO: _("I have the agreement of the person photographed."),
}


def give(*, person: Ambassador, purpose: Purpose, now: dt.datetime) -> Consent:
    """Write an agreement in the ledger, in the words of the person's language; one in force already stays."""
    existing = person.consents.in_force().filter(purpose=purpose).first()
    if existing is not None:
        return existing
    version, wording = _wording(purpose, person.language)
    return Consent.objects.create(
        ambassador=person, purpose=purpose, text_version=version, wording=wording, given_at=now
    )


def _wording(purpose: Purpose, language: str) -> tuple[str, str]:
    with translation.override(language):
        words = str(WORDS[purpose])
    charter = Charter.objects.current() if purpose == Purpose.CHARTER else None
    if charter is not None:
        return f"{charter.version}", f"{words}\n\n{charter.text_in(language)}"
    return VERSION, words


def withdraw(*, person: Ambassador, purpose: Purpose, now: dt.datetime) -> bool:
    """Mark the agreement as withdrawn; False when none was in force."""
    in_force = person.consents.in_force().filter(purpose=purpose)
    return bool(in_force.update(withdrawn_at=now))


def withdraw_all(*, person: Ambassador, now: dt.datetime) -> None:
    """Mark every agreement of a person who goes as withdrawn."""
    person.consents.in_force().update(withdrawn_at=now)


def purposes_in_force(person: Ambassador) -> frozenset[str]:
    """Return what the person agrees to now."""
    return frozenset(person.consents.in_force().values_list("purpose", flat=True))
