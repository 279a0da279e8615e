"""How long employers' accounts are kept: unconfirmed ones, and those that nobody uses."""

from __future__ import annotations

import datetime as dt
from typing import Any

from allauth.account.models import EmailAddress
from django.conf import settings
from django.db import transaction
from django.db.models import Exists, F, OuterRef, Q, QuerySet
from django.db.models.functions import Coalesce

from accounts.erasure import anonymise
from accounts.models import User
from jobs.employers.models import Membership
from operations.purge import Policy, batches

from . import emails
from .departure import needs


def employers_people() -> QuerySet[Any]:
    """Return the accounts that are not the staff's, open and not anonymised, with their last activity."""
    return User.objects.filter(
        is_active=True,
        is_staff=False,
        is_superuser=False,
        groups__isnull=True,
        anonymised_at__isnull=True,
    ).annotate(seen_at=Coalesce("last_login", "date_joined"))


def delete_unconfirmed(now: dt.datetime, dry_run: bool) -> int:
    """Delete the accounts whose address was never confirmed; they belong to no employer."""
    addresses = EmailAddress.objects.filter(user=OuterRef("pk"))
    due = employers_people().filter(
        Exists(addresses.filter(verified=False)),
        ~Exists(addresses.filter(verified=True)),
        ~Exists(Membership.objects.filter(user=OuterRef("pk"))),
        last_login__isnull=True,
        date_joined__lte=now - dt.timedelta(days=settings.KEEP_UNCONFIRMED_ACCOUNT_DAYS),
    )
    if dry_run:
        return due.count()
    done = 0
    for some in batches(due):
        done += len(some)
        User.objects.filter(pk__in=some).delete()
    return done


def unused(now: dt.datetime, days: int) -> QuerySet[Any]:
    """Return the accounts of employers whose owner was not seen for so many days."""
    return employers_people().filter(seen_at__lte=now - dt.timedelta(days=days))


def warn_inactive(now: dt.datetime, dry_run: bool) -> int:
    """Write to people whose account will be erased if they do not sign in, once per absence."""
    days = settings.KEEP_INACTIVE_ACCOUNT_DAYS - settings.INACTIVITY_NOTICE_DAYS
    fresh = Q(inactivity_notice_at__isnull=True) | Q(inactivity_notice_at__lte=F("seen_at"))
    return sum(
        dry_run or _warn(user, now) for user in _who_may_go(unused(now, days).filter(fresh), now)
    )


@transaction.atomic
def _warn(user: User, now: dt.datetime) -> bool:
    User.objects.filter(pk=user.pk).update(inactivity_notice_at=now)
    erased_on = now + dt.timedelta(days=settings.INACTIVITY_NOTICE_DAYS)
    emails.account_unused(user=user, erased_on=erased_on, now=now)
    return True


def anonymise_inactive(now: dt.datetime, dry_run: bool) -> int:
    """Anonymise the accounts not used for too long, whose owner was told so in time."""
    told = now - dt.timedelta(days=settings.INACTIVITY_NOTICE_DAYS)
    due = unused(now, settings.KEEP_INACTIVE_ACCOUNT_DAYS).filter(
        inactivity_notice_at__lte=told, inactivity_notice_at__gt=F("seen_at")
    )
    return sum(dry_run or anonymise(user=user, now=now) for user in _who_may_go(due, now))


def _who_may_go(accounts: QuerySet[Any], now: dt.datetime) -> list[User]:
    people = [user for some in batches(accounts) for user in User.objects.filter(pk__in=some)]
    return [user for user in people if not needs(user, now)]


def policies() -> list[Policy]:
    """Return the promises about employers' accounts, in the words of the settings."""
    unconfirmed = settings.KEEP_UNCONFIRMED_ACCOUNT_DAYS
    inactive, notice = settings.KEEP_INACTIVE_ACCOUNT_DAYS, settings.INACTIVITY_NOTICE_DAYS
    return [
        Policy(
            "employer_space.inactive_accounts",
            f"employers' accounts: {inactive} days after the last sign-in, then anonymised",
            anonymise_inactive,
        ),
        Policy(
            "employer_space.inactive_notices",
            f"notice before that: {notice} days",
            warn_inactive,
        ),
        Policy(
            "employer_space.unconfirmed_accounts",
            f"accounts whose address was never confirmed: {unconfirmed} days",
            delete_unconfirmed,
        ),
    ]
