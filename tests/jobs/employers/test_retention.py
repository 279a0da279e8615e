"""The history of employers' accounts loses the names of people who are gone, once a duration is set."""

from __future__ import annotations

import datetime as dt

import pytest

from accounts.erasure import anonymise
from jobs.employers import services
from jobs.employers.models import EmployerEvent
from jobs.employers.states import EmployerAct, MembershipRole
from operations import purge
from operations.append_only import PSEUDONYM
from tests.factories import make_member, make_user

pytestmark = pytest.mark.django_db

DAY = dt.timedelta(days=1)


def run(when, *, dry_run=False):
    (policy,) = [one for one in purge.registered() if one.name == "employers.history_names"]
    return policy.run(when, dry_run)


@pytest.fixture
def events(cast, now):
    """Return the lines of a colleague who changes role and of one who is removed."""
    manager = cast.nurse_manager.user
    stays, leaves = (
        make_member(
            cast.hospital,
            now,
            role=MembershipRole.MEMBER,
            user=make_user(first_name=name, last_name="Collègue"),
        )
        for name in ("Reste", "Part")
    )
    services.change_role(membership=stays, role=MembershipRole.ADMIN, by=manager, now=now)
    services.remove_member(membership=leaves, by=manager, now=now)
    services.suspend_employer(
        employer=cast.hospital, by=cast.moderator, reason="Plusieurs signalements.", now=now
    )
    return EmployerEvent.objects.order_by("pk"), leaves.user


def told(rows):
    return [(row.act, row.actor_name, row.reason) for row in rows.all()]


def test_names_stay_until_a_duration_is_decided(events, cast, now):
    rows, leaves = events
    before = told(rows)
    anonymise(user=leaves, now=now)
    assert run(now + 5000 * DAY) == 0
    assert told(rows)[:3] == before


def test_names_of_people_who_are_gone_are_blanked_and_the_others_stay(events, cast, now, settings):
    settings.KEEP_LOG_NAMES_DAYS = 100
    rows, leaves = events
    manager = cast.nurse_manager.user.get_full_name()
    rows.get(act=EmployerAct.MEMBER_REMOVED, reason="Part Collègue")
    anonymise(user=cast.moderator, now=now)
    anonymise(user=leaves, now=now)

    assert run(now + 99 * DAY) == 0
    assert run(now + 101 * DAY, dry_run=True) == 2
    assert run(now + 101 * DAY) == 2
    assert run(now + 101 * DAY) == 0

    assert told(rows) == [
        (EmployerAct.ROLE_CHANGED, manager, "Reste Collègue : Administratrice ou administrateur"),
        (EmployerAct.MEMBER_REMOVED, manager, PSEUDONYM),
        (EmployerAct.SUSPEND, PSEUDONYM, "Plusieurs signalements."),
    ]
