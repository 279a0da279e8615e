"""Recognise the browsers a person has signed in with, so that a stranger's guesses never lock them out.

A signed cookie, set at sign-in and sent to the sign-in pages only, opens nothing: attempts that come
with it are counted apart from those of the rest of the world.
"""

from __future__ import annotations

import secrets
from datetime import timedelta
from typing import Any

from django.conf import settings
from django.core import signing
from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils.crypto import salted_hmac

COOKIE = "device"
SALT = "accounts.devices"
LASTS = timedelta(days=180)


def address_mark(address: str) -> str:
    """Return a short digest of an address: the cookie names nobody."""
    return salted_hmac(SALT, address.strip().lower()).hexdigest()[:20]


def known_device(request: HttpRequest, address: str) -> str:
    """Return the id of the browser if this address has signed in with it, else an empty string."""
    try:
        value: Any = signing.loads(request.COOKIES.get(COOKIE, ""), salt=SALT, max_age=LASTS)
    except signing.BadSignature:
        return ""
    if not isinstance(value, list) or len(value) != 2 or value[0] != address_mark(address):
        return ""
    return str(value[1])


def remember_device(request: HttpRequest, response: HttpResponse, address: str) -> None:
    """Mark the browser as one this address signs in with."""
    device = known_device(request, address) or secrets.token_hex(8)
    response.set_cookie(
        COOKIE,
        signing.dumps([address_mark(address), device], salt=SALT),
        max_age=LASTS,
        path=reverse("account_login").rpartition("connexion/")[0],
        secure=bool(settings.SESSION_COOKIE_SECURE),
        httponly=True,
        samesite="Lax",
    )


def remember_after_login(
    *, request: HttpRequest, user: Any, response: HttpResponse | None = None, **_kwargs: Any
) -> None:
    """Receive allauth's signal: the sign-in is complete, second factor included."""
    if response is not None:
        remember_device(request, response, user.email)
