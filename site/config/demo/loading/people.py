"""Load the accounts and the employers of the demonstration."""

from __future__ import annotations

import datetime as dt

from django.contrib.auth.hashers import make_password
from django.contrib.auth.models import Group

from accounts.models import User
from accounts.roles import Role
from config.demo.accounts import DemoAccount, accounts, password
from config.demo.employers import DemoEmployer, employers
from jobs.employers import journal
from jobs.employers.models import Employer, Establishment, Membership
from jobs.employers.states import EmployerAct, EmployerStatus, MembershipRole, MembershipStatus
from territory.models import Municipality

ROLE_GROUPS = {
    "EDITOR": Role.EDITORS,
    "PUBLISHER": Role.PUBLISHERS,
    "TRANSLATOR": Role.TRANSLATORS,
    "MODERATOR": Role.MODERATORS,
    "REFERENT": Role.REFERENTS,
    "HEALTH_CONTACT": Role.HEALTH_CONTACTS,
}
CHARTER = "1"


def load_accounts() -> dict[str, User]:
    """Create or refresh the accounts, whose password is the printed one; returns them by address."""
    hashed = make_password(password())
    return {account.email: _account(account, hashed) for account in accounts()}


def _account(account: DemoAccount, hashed: str) -> User:
    is_team = not account.employer
    user, _created = User.objects.update_or_create(
        email=account.email,
        defaults={
            "first_name": account.first_name,
            "last_name": account.last_name,
            "is_staff": is_team,
            "is_superuser": account.role == "ADMIN",
            "is_active": True,
            "password": hashed,
        },
    )
    if account.role in ROLE_GROUPS:
        user.groups.add(Group.objects.get(name=ROLE_GROUPS[account.role]))
    return user


def load_employers(users: dict[str, User], now: dt.datetime) -> dict[str, Employer]:
    """Create the employers that are missing, with their places and members; returns them by key."""
    found = {employer.name: employer for employer in Employer.objects.filter(is_demo=True)}
    loaded = {}
    for key, demo in employers().items():
        employer = found.get(demo.name) or _employer(demo, now)
        loaded[key] = employer
        _members(key, demo, employer, users, now)
    return loaded


def _employer(demo: DemoEmployer, now: dt.datetime) -> Employer:
    registered = now - dt.timedelta(days=demo.registered_days_ago)
    # A suspended employer was verified first: its offers were online. `suspend` comes after the offers.
    was_verified = demo.status in (EmployerStatus.VERIFIED, EmployerStatus.SUSPENDED)
    employer = Employer.objects.create(
        name=demo.name,
        kind=demo.kind,
        description=demo.description,
        website=demo.website,
        status=EmployerStatus.VERIFIED if was_verified else demo.status,
        status_reason="" if was_verified else demo.status_note,
        is_demo=True,
        charter_version=CHARTER,
        charter_accepted_at=registered,
        created_at=registered,
        submitted_at=registered,
        verified_at=registered + dt.timedelta(days=1) if was_verified else None,
    )
    for place in demo.establishments:
        municipality = Municipality.objects.prefetch_related("postcodes").get(
            insee=place.municipality
        )
        postcode = min(code.code for code in municipality.postcodes.all())
        Establishment.objects.create(
            employer=employer,
            name=place.name,
            siret=place.siret,
            siret_is_checked=was_verified and bool(place.siret),
            address=place.address,
            postcode=postcode,
            city=municipality.name,
            municipality=municipality,
            phone=place.phone,
        )
    journal.record(employer=employer, act=EmployerAct.SIGN_UP, by=None, now=registered)
    return employer


def _members(
    key: str, demo: DemoEmployer, employer: Employer, users: dict[str, User], now: dt.datetime
) -> None:
    registered = now - dt.timedelta(days=demo.registered_days_ago)
    for member in demo.members:
        user, created = User.objects.get_or_create(
            email=member.email,
            defaults={"first_name": member.first_name, "last_name": member.last_name},
        )
        if created:
            user.set_unusable_password()
            user.save(update_fields=["password"])
        _tie(employer, user, member.role, member.status, member.job_title, registered)
    for account in accounts():
        if account.employer == key:
            role = account.membership_role or MembershipRole.ADMIN
            _tie(
                employer,
                users[account.email],
                role,
                MembershipStatus.ACTIVE,
                "Recrutement",
                registered,
            )


def _tie(
    employer: Employer, user: User, role: str, status: str, job_title: str, since: dt.datetime
) -> None:
    Membership.objects.get_or_create(
        employer=employer,
        user=user,
        defaults={
            "role": role,
            "status": status,
            "job_title": job_title,
            "created_at": since,
            "decided_at": None if status == MembershipStatus.PENDING else since,
        },
    )


def suspended(loaded: dict[str, Employer]) -> list[tuple[Employer, str]]:
    """Return the employers to suspend once their offers are there, each with its reason."""
    return [
        (loaded[key], demo.status_note)
        for key, demo in employers().items()
        if demo.status == EmployerStatus.SUSPENDED and loaded[key].is_verified
    ]
