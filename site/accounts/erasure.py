"""Forget a person: every slice blanks what it holds, the account stays as a number without a name.

The row is kept so that the logs go on telling two people apart; nothing in it leads to anybody. The record
of the erasure, and the line of the log, let it be done again after a backup is restored.
"""

from __future__ import annotations

import logging
from datetime import datetime
from typing import Any

from allauth.account.models import EmailAddress
from allauth.mfa.models import Authenticator
from django.contrib.auth.hashers import make_password
from django.db import transaction
from wagtail.users.models import UserProfile

from accounts.models import User
from operations import personal_data
from operations.append_only import PSEUDONYM
from operations.email_addresses import spellings_of
from operations.models import ErasureRecord
from operations.personal_data import Person, Source, tell, told

logger = logging.getLogger(__name__)

# RFC 2606: nothing is ever delivered there.
NOWHERE = "anonyme.invalid"


def person_of(user: User) -> Person:
    """Return who is meant by an account, with every address it has proved to be its own.

    An address that was typed and not confirmed may be somebody else's: it opens nothing and erases nothing.
    """
    proved = EmailAddress.objects.filter(user_id=user.pk, verified=True)
    others = proved.values_list("email", flat=True)
    kept = (
        spelling for address in (user.email, *others) for spelling in spellings_of(address.lower())
    )
    addresses = tuple(dict.fromkeys(kept))
    return Person(user.pk, user.public_id, addresses, user.get_full_name())


@transaction.atomic
def anonymise(*, user: User, now: datetime) -> bool:
    """Erase what is known of a person; False when that is already done."""
    user = User.objects.select_for_update(of=("self",)).get(pk=user.pk)
    if user.anonymised_at is not None:
        return False
    personal_data.erase(person_of(user), now)
    user.groups.clear()
    user.user_permissions.clear()
    # Not `save()`: it would give the account an address that signs in again.
    User.objects.filter(pk=user.pk).update(
        email=f"{user.public_id}@{NOWHERE}",
        first_name=PSEUDONYM,
        last_name="",
        phone="",
        password=make_password(None),
        is_active=False,
        is_staff=False,
        is_superuser=False,
        last_login=None,
        deactivated_at=user.deactivated_at or now,
        inactivity_notice_at=None,
        anonymised_at=now,
    )
    ErasureRecord.objects.update_or_create(public_id=user.public_id, defaults={"erased_at": now})
    logger.info("person erased", extra={"account": str(user.public_id)})
    return True


def export_account(person: Person) -> dict[str, Any]:
    """Tell the account itself, its addresses and the second factors that protect it."""
    user = User.objects.get(pk=person.id)
    names = ("email", "first_name", "last_name", "phone", "date_joined", "last_login")
    addresses = EmailAddress.objects.filter(user_id=person.id).order_by("pk")
    factors = Authenticator.objects.filter(user_id=person.id).order_by("pk")
    return {
        str(User._meta.verbose_name): told(user, *names),
        str(EmailAddress._meta.verbose_name_plural): tell(
            addresses, "email", "verified", "primary"
        ),
        "MFA": tell(factors, "type", "created_at", "last_used_at"),
    }


def erase_account(person: Person, _now: datetime) -> None:
    """Remove the ways to sign in and the preferences of the admin."""
    EmailAddress.objects.filter(user_id=person.id).delete()
    Authenticator.objects.filter(user_id=person.id).delete()
    for profile in UserProfile.objects.filter(user_id=person.id):
        if profile.avatar:
            profile.avatar.delete(save=False)
        profile.delete()


ACCOUNT = Source("accounts", export_account, erase_account)
