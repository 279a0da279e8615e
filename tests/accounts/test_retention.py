"""Closed accounts are anonymised a year after; open ones of the staff are left alone."""

from __future__ import annotations

import datetime as dt

import pytest

from accounts.models import User
from operations import purge
from operations.append_only import PSEUDONYM
from tests.factories import make_offer

pytestmark = pytest.mark.django_db

DAY = dt.timedelta(days=1)


def run(when, *, dry_run=False):
    (policy,) = [one for one in purge.registered() if one.name == "accounts.deactivated"]
    return policy.run(when, dry_run)


def close(user, active=False):
    User.objects.filter(pk=user.pk).update(is_active=active)


def test_a_moderator_who_left_is_anonymised_a_year_after_the_account_was_closed(cast, now):
    offer = make_offer(now, employer=cast.hospital, moderator=cast.moderator)
    name, decision = cast.moderator.get_full_name(), offer.log.get(act="APPROVE")
    close(cast.moderator)
    close(cast.cafe_owner.user)
    assert cast.editor.is_active
    assert run(now) == 0
    assert run(now + 364 * DAY) == 0
    assert run(now + 366 * DAY, dry_run=True) == 2
    assert User.objects.get(pk=cast.moderator.pk).get_full_name() == name
    assert run(now + 366 * DAY) == 2
    assert run(now + 366 * DAY) == 0
    gone = User.objects.get(pk=cast.moderator.pk)
    assert (str(gone), gone.groups.count(), gone.is_staff) == (PSEUDONYM, 0, False)
    assert "moderation@essai.example" not in gone.email
    assert str(User.objects.get(pk=cast.editor.pk)) == str(cast.editor)
    decision.refresh_from_db()
    assert (decision.actor_id, decision.actor_name) == (gone.pk, name)


def test_an_account_that_is_opened_again_starts_its_year_again(cast, now):
    close(cast.moderator)
    run(now)
    close(cast.moderator, active=True)
    run(now + 200 * DAY)
    close(cast.moderator)
    assert run(now + 300 * DAY) == 0
    assert run(now + 400 * DAY) == 0
    assert run(now + 666 * DAY) == 1
