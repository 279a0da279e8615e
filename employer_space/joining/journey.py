"""Where a person stands in the sign-up: what they typed so far, kept in their session until the end."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from django.contrib.sessions.backends.base import SessionBase
from django.http import HttpRequest
from django.utils.translation import gettext as _

SESSION_KEY = "sign_up"
DONE_KEY = "sign_up_done"


def labels() -> list[str]:
    """Return the names of the steps, in their order."""
    return [_("Your address"), _("Your establishment"), _("You (person)"), _("The charter")]


@dataclass(slots=True)
class Journey:
    """The answers of the steps already passed; `email` is empty for a person who is signed in."""

    email: str
    establishment: dict[str, Any] | None = None
    person: dict[str, Any] | None = None
    password_hash: str = ""

    def save(self, session: SessionBase) -> None:
        """Keep the answers for the next step."""
        session[SESSION_KEY] = {
            "email": self.email,
            "establishment": self.establishment,
            "person": self.person,
            "password_hash": self.password_hash,
        }


def read(session: SessionBase) -> Journey | None:
    """Return the sign-up under way in a session."""
    kept = session.get(SESSION_KEY)
    return Journey(**kept) if isinstance(kept, dict) else None


def of_request(request: HttpRequest) -> Journey | None:
    """Return the sign-up under way; a signed-in person starts one without proving their address again.

    A sign-up begun for another address before signing in is not taken up: its answers may be somebody else's.
    """
    journey = read(request.session)
    if not request.user.is_authenticated:
        return journey if journey and journey.email else None
    return journey if journey and not journey.email else Journey(email="")


def begin(session: SessionBase, *, email: str) -> None:
    """Open the sign-up of a person who has just proved their address, under a new session key."""
    kept = read(session)
    session.cycle_key()
    if kept is None or kept.email != email:
        Journey(email=email).save(session)


def end(session: SessionBase) -> None:
    """Forget the answers: the request is sent."""
    session.pop(SESSION_KEY, None)
    session[DONE_KEY] = True
