"""Who must have a second factor before entering the admin."""

from __future__ import annotations

from typing import Any

from allauth.mfa.models import Authenticator
from allauth.mfa.utils import is_mfa_enabled
from django.conf import settings


def needs_second_factor(user: Any) -> bool:
    """Say whether a person enters the admin and has no second factor yet, where one is required."""
    if not settings.REQUIRE_STAFF_MFA or not user.is_authenticated:
        return False
    if not user.has_perm("wagtailadmin.access_admin"):
        return False
    return not is_mfa_enabled(user, [Authenticator.Type.TOTP, Authenticator.Type.WEBAUTHN])
