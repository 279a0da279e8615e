"""Make the account of a person who has proved their address, and let them in."""

from __future__ import annotations

from dataclasses import dataclass

from allauth.account.internal.flows.login import record_authentication
from allauth.account.models import EmailAddress
from django.conf import settings
from django.contrib.auth import login
from django.db import IntegrityError, transaction
from django.http import HttpRequest

from accounts.models import User


class AddressTaken(Exception):
    """Somebody, perhaps the same person a second ago, already has an account with this address."""

    def __init__(self, user: User | None) -> None:
        self.user = user
        super().__init__("address taken")


@dataclass(frozen=True, slots=True)
class Person:
    """Who signs up; `password_hash` is ready to be stored, unusable for those who will sign in by code."""

    email: str
    first_name: str
    last_name: str
    phone: str
    password_hash: str


def has_account(email: str) -> bool:
    """Say whether an account uses this address, whatever the case."""
    return User.objects.filter(email__iexact=email).exists()


def create_account(person: Person) -> User:
    """Create the account, its address already proved. Raises `AddressTaken`."""
    user = User(
        email=person.email,
        first_name=person.first_name,
        last_name=person.last_name,
        phone=person.phone,
        password=person.password_hash,
    )
    try:
        with transaction.atomic():
            user.save()
    except IntegrityError:
        raise AddressTaken(User.objects.filter(email__iexact=person.email).first()) from None
    EmailAddress.objects.filter(user_id=user.pk, email=user.email).update(verified=True)
    return user


def let_in(request: HttpRequest, user: User) -> None:
    """Sign the person in under a new session key, and note how they proved who they are."""
    login(request, user, backend=settings.AUTHENTICATION_BACKENDS[0])
    record_authentication(
        request, user, method="password" if user.has_usable_password() else "code"
    )
