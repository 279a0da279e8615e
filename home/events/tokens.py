"""The link by which somebody sees and gives up a registration: signed, so that it cannot be made up."""

from __future__ import annotations

import uuid

from django.core import signing

SALT = "home.events.registration"


def sign_registration(public_id: uuid.UUID) -> str:
    """Return the token of the link."""
    return signing.Signer(salt=SALT).sign(public_id.hex)


def read_registration(token: str) -> uuid.UUID | None:
    """Return which registration a token is for; None when it is forged."""
    try:
        return uuid.UUID(signing.Signer(salt=SALT).unsign(token))
    except (signing.BadSignature, ValueError):
        return None
