"""Find people by the address they have proved, and by no other."""

from __future__ import annotations

from allauth.account.auth_backends import AuthenticationBackend
from allauth.account.internal.userkit import filter_users_by_email
from allauth.account.models import EmailAddress

from accounts.models import User
from operations.email_addresses import spellings_of


def people_at(email: str, *, is_active: bool | None = None) -> list[User]:
    """Return the people whose proved address this is.

    allauth also finds those who only asked for the address: whoever reads its mail would enter their account.
    """
    spellings = spellings_of(email.strip().lower())
    found: dict[int, User] = {
        user.pk: user
        for spelling in spellings
        for user in filter_users_by_email(
            spelling, is_active=is_active, prefer_verified=True, for_login=True
        )
    }
    proved = set(
        EmailAddress.objects.filter(email__in=spellings, verified=True).values_list(
            "user_id", flat=True
        )
    )
    return [user for user in found.values() if user.email in spellings or user.pk in proved]


class ProvedAddressBackend(AuthenticationBackend):
    """Check the password of the people whose proved address was typed."""

    def _authenticate_by_email(self, email: str, password: str) -> User | None:
        """Return the person whose address and password these are."""
        for user in people_at(email):
            if self._check_password(user, password):
                return user
        return None
