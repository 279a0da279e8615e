"""The link sent to an address to prove that it is read: signed, short-lived, kept nowhere."""

from __future__ import annotations

import datetime as dt

from django.core import signing

SALT = "employer_space.joining.address"
SENT_SALT = "employer_space.joining.sent"
VALID_FOR = dt.timedelta(hours=24)
MASK = "•••"


def sign_address(email: str) -> str:
    """Return the token of the link sent to `email`."""
    return signing.dumps(email, salt=SALT, compress=False)


def read_address(token: str) -> str | None:
    """Return the address a token was sent to; None when it is forged or older than a day."""
    return _read(token, SALT)


def mask(email: str) -> str:
    """Return an address that its owner recognises and that tells others little: c•••@ferme.example."""
    name, _at, domain = email.rpartition("@")
    return f"{name[:1]}{MASK}@{domain}"


def sign_mask(email: str) -> str:
    """Return what the next page shows of the address, so that no session is needed for it."""
    return signing.dumps(mask(email), salt=SENT_SALT)


def read_mask(token: str) -> str:
    """Return the masked address to show; empty when there is none to trust."""
    return _read(token, SENT_SALT) or ""


def _read(token: str, salt: str) -> str | None:
    try:
        value: object = signing.loads(token, salt=salt, max_age=VALID_FOR)
    except signing.BadSignature:
        return None
    return value if isinstance(value, str) else None
