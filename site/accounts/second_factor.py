"""Who must have a second factor before entering the admin, and whether this very session has shown it."""

from __future__ import annotations

from typing import Any

from allauth.account.internal.flows.login import get_authentication_records, record_authentication
from allauth.mfa.models import Authenticator
from allauth.mfa.utils import is_mfa_enabled
from django.conf import settings
from django.http import HttpRequest

from accounts.sessions import end_other_sessions

METHOD = "mfa"
TYPES = (Authenticator.Type.TOTP, Authenticator.Type.WEBAUTHN)


def is_concerned(user: Any) -> bool:
    """Say whether a person enters the admin, where a second factor is required."""
    return bool(
        settings.REQUIRE_STAFF_MFA
        and user.is_authenticated
        and user.has_perm("wagtailadmin.access_admin")
    )


def missing_step(request: HttpRequest) -> str:
    """Name the page that a member of the staff must go through first; an empty string when there is none.

    A session older than the second factor never showed it: it is asked for, like any other.
    """
    if not is_concerned(request.user):
        return ""
    if not is_mfa_enabled(request.user, list(TYPES)):
        return "mfa_activate_totp"
    return "" if is_proved(request) else "mfa_reauthenticate"


def is_proved(request: HttpRequest) -> bool:
    """Say whether the second factor was shown in this session."""
    return any(record["method"] == METHOD for record in proofs(request))


def proofs(request: HttpRequest) -> list[dict[str, Any]]:
    """List how the person proved who they are in this session, oldest first.

    Once there is a second factor, a password alone proves nothing.
    """
    records: list[dict[str, Any]] = get_authentication_records(request, request.user)
    if is_mfa_enabled(request.user, list(TYPES)):
        return [record for record in records if record["method"] == METHOD]
    return records


def note_set_up(request: HttpRequest) -> None:
    """Note that this session set the second factor up, and end those that never showed it."""
    record_authentication(request, request.user, METHOD, type=Authenticator.Type.TOTP.value)
    request.session.cycle_key()
    end_other_sessions(user=request.user, kept=request.session.session_key)
