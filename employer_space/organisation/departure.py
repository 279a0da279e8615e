"""Whether a person may go for good: an employer that still recruits is not left without administrator."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from typing import TYPE_CHECKING

from django.db import transaction

from accounts.erasure import anonymise, person_of
from jobs.employers.models import Employer, Membership
from jobs.employers.states import MembershipRole, MembershipStatus
from jobs.offers.models import JobOffer
from jobs.offers.personal_data import is_contact, still_open

from .errors import StillNeeded

if TYPE_CHECKING:
    from accounts.models import User


@dataclass(frozen=True, slots=True)
class Need:
    """An employer of which the person is the only administrator, and what holds them back there."""

    employer: Employer
    has_colleagues: bool
    has_offers: bool


def needs(user: User, now: dt.datetime) -> list[Need]:
    """Return the employers that the person cannot leave yet, in the order of their names.

    The last administrator stays while colleagues work there, or while offers are online or being reviewed;
    alone and without such offers, nobody would gain anything by keeping the account.
    """
    ties = Membership.objects.active().filter(user=user, role=MembershipRole.ADMIN)
    found = []
    for tie in ties.select_related("employer").order_by("employer__name", "pk"):
        others = tie.employer.memberships.active().exclude(pk=tie.pk)
        if others.filter(role=MembershipRole.ADMIN).exists():
            continue
        need = Need(tie.employer, others.exists(), has_offers_under_way(tie.employer, now))
        if need.has_colleagues or need.has_offers:
            found.append(need)
    return found


def has_offers_under_way(employer: Employer, now: dt.datetime) -> bool:
    """Say whether an employer has offers that the public sees, or that the team is reading."""
    offers = JobOffer.objects.filter(employer=employer)
    return offers.visible(now).exists() or offers.in_review().exists()


def contact_of(user: User) -> int:
    """Return how many offers still online, or being reviewed, give the person as the contact."""
    return still_open(JobOffer.objects.filter(is_contact(person_of(user)))).count()


@transaction.atomic
def erase_own_account(*, user: User, now: dt.datetime) -> None:
    """Erase a person who asks for it. Raises `StillNeeded` when an employer depends on them."""
    ties = Membership.objects.filter(user=user, status=MembershipStatus.ACTIVE)
    # The employers first: two administrators who leave at once must not both succeed.
    employers = Employer.objects.filter(pk__in=ties.values("employer_id")).order_by("pk")
    list(employers.select_for_update(of=("self",)))
    if needs(user, now):
        raise StillNeeded
    anonymise(user=user, now=now)
