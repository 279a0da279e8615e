"""The link of an invitation: signed, so that it cannot be made up; the row says whether it still opens."""

from __future__ import annotations

import uuid

from django.core import signing

SALT = "employer_space.organisation.invitation"


def sign_invitation(public_id: uuid.UUID) -> str:
    """Return the token of the link of an invitation."""
    return signing.Signer(salt=SALT).sign(public_id.hex)


def read_invitation(token: str) -> uuid.UUID | None:
    """Return which invitation a token is for; None when it is forged."""
    try:
        return uuid.UUID(signing.Signer(salt=SALT).unsign(token))
    except (signing.BadSignature, ValueError):
        return None
