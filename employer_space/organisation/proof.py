"""Prove again who one is before the account is deleted: a code by e-mail, for those without a password.

The session holds a digest of the code, until when it is valid and how many tries are left.
"""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

from django.http import HttpRequest
from django.utils.crypto import constant_time_compare, get_random_string, salted_hmac

from . import emails

if TYPE_CHECKING:
    from accounts.models import User

SESSION_KEY = "account_deletion"
VALID_FOR = dt.timedelta(minutes=15)
TRIES = 3


def digest(user: User, code: str) -> str:
    """Return what is kept of a code."""
    return salted_hmac(SESSION_KEY, f"{user.pk}:{code}", algorithm="sha256").hexdigest()


def send_code(request: HttpRequest, user: User, now: dt.datetime) -> None:
    """Write a new code to the person; the former one is worth nothing any more."""
    code = get_random_string(6, "0123456789")
    request.session[SESSION_KEY] = {
        "digest": digest(user, code),
        "until": (now + VALID_FOR).timestamp(),
        "tries": TRIES,
    }
    emails.deletion_code(user=user, code=code, now=now)


def is_waiting(request: HttpRequest, now: dt.datetime) -> bool:
    """Say whether a code was sent that may still be typed."""
    kept = request.session.get(SESSION_KEY)
    return bool(kept and kept["tries"] > 0 and now.timestamp() < kept["until"])


def is_right(request: HttpRequest, user: User, code: str, now: dt.datetime) -> bool:
    """Say whether this is the code that was sent, and take a try away if it is not."""
    if not is_waiting(request, now):
        return False
    kept = request.session[SESSION_KEY]
    typed = "".join(code.split())
    if constant_time_compare(kept["digest"], digest(user, typed)):
        del request.session[SESSION_KEY]
        return True
    request.session[SESSION_KEY] = kept | {"tries": kept["tries"] - 1}
    return False
