"""Two people at the same time, for real: threads against PostgreSQL, one wins and nothing is done twice (S11)."""

import datetime as dt
import uuid
from functools import partial

import pytest
from django.db import connection

from jobs.employers import services as accounts
from jobs.employers.errors import EmployerActNotAllowed, LastAdministrator
from jobs.employers.models import Employer, Membership
from jobs.employers.states import MembershipRole, MembershipStatus
from jobs.offers import moderation, services
from jobs.offers.errors import ActNotAllowed, AlreadyDecided, DraftConflict
from jobs.offers.models import JobOffer, ModerationLogEntry
from jobs.offers.states import OfferAct, OfferState, ReviewState
from mailing.models import OutgoingMail
from tests.factories import (
    current_task,
    make_employer,
    make_member,
    make_offer,
    make_user,
    offer_fields,
)
from tests.racing import NEEDS_POSTGRESQL, at_once, committed, losers, winners

__all__ = ["committed"]  # a fixture
pytestmark = NEEDS_POSTGRESQL
TURNS = 25
REASON = "Précisez les horaires du week-end."


@pytest.fixture
def stage(committed, now):
    """Return an employer with its member, and two moderators."""
    employer = make_employer(now)
    member = make_member(employer, now).user
    return employer, member, [make_user(groups=("Modérateurs",)) for _number in range(2)]


@pytest.mark.django_db
def test_nobody_waits_for_ever_for_a_lock():
    with connection.cursor() as cursor:
        limits = {}
        for name in ("lock_timeout", "statement_timeout", "idle_in_transaction_session_timeout"):
            cursor.execute(f"SHOW {name}")
            limits[name] = cursor.fetchone()[0]
    assert limits == {
        "lock_timeout": "5s",
        "statement_timeout": "10s",
        "idle_in_transaction_session_timeout": "30s",
    }


def test_of_two_moderators_one_wins_and_the_other_is_told(stage, now):
    employer, _member, (one, two) = stage
    for _turn in range(TURNS):
        offer = make_offer(now, employer=employer, state=OfferState.PENDING)
        task = current_task(offer)
        mails = OutgoingMail.objects.count()
        results = at_once(
            partial(moderation.approve_offer, task_state_id=task, by=one, now=now),
            partial(
                moderation.refuse_offer,
                task_state_id=task,
                by=two,
                reason=REASON,
                reason_code="OTHER",
                now=now,
            ),
        )
        assert len(winners(results)) == 1
        (told,) = losers(results)
        assert isinstance(told, AlreadyDecided)
        assert told.by in (one.get_full_name(), two.get_full_name())
        acts = ModerationLogEntry.objects.filter(
            offer=offer, act__in=(OfferAct.APPROVE, OfferAct.REFUSE)
        )
        assert acts.count() == 1
        assert OutgoingMail.objects.count() == mails + 1
        offer = JobOffer.objects.get(pk=offer.pk)
        assert offer.live == (acts.get().act == OfferAct.APPROVE)


def test_a_withdrawal_and_an_approval_never_both_publish_and_close(stage, now):
    employer, member, (one, _two) = stage
    for _turn in range(TURNS // 3):
        offer = make_offer(now, employer=employer, state=OfferState.PENDING)
        task = current_task(offer)
        at_once(
            partial(moderation.approve_offer, task_state_id=task, by=one, now=now),
            partial(services.recall_offer, offer=offer, by=member, now=now),
        )
        offer = JobOffer.objects.select_related("lifecycle").get(pk=offer.pk)
        assert offer.lifecycle.review == (ReviewState.APPROVED if offer.live else ReviewState.NONE)
        assert offer.current_workflow_state is None


def test_sending_twice_makes_one_review(stage, now):
    employer, member, _moderators = stage
    for _turn in range(TURNS // 3):
        offer = services.create_draft(employer=employer, by=member, now=now, **offer_fields(now))
        results = at_once(*[partial(services.submit_offer, offer=offer, by=member, now=now)] * 3)
        assert losers(results) == []
        offer = JobOffer.objects.get(pk=offer.pk)
        running = offer.workflow_states.filter(status="in_progress")
        assert running.count() == 1
        assert JobOffer.objects.in_review().filter(pk=offer.pk).count() == 1
        assert ModerationLogEntry.objects.filter(offer=offer, act=OfferAct.SUBMIT).count() == 1


def test_creating_twice_with_the_same_key_makes_one_offer(stage, now):
    employer, member, _moderators = stage
    for _turn in range(TURNS // 3):
        key = uuid.uuid4()
        results = at_once(
            *[
                partial(
                    services.create_draft,
                    employer=employer,
                    by=member,
                    now=now,
                    key=key,
                    **offer_fields(now),
                )
            ]
            * 4
        )
        assert losers(results) == []
        assert len({offer.pk for offer in results}) == 1
        assert JobOffer.objects.filter(creation_key=key).count() == 1


def test_two_colleagues_who_save_at_once_lose_no_text(stage, now):
    employer, member, _moderators = stage
    offer = services.create_draft(employer=employer, by=member, now=now, **offer_fields(now))
    for turn in range(TURNS // 3):
        start = JobOffer.objects.get(pk=offer.pk).latest_revision_id

        def save(title, start=start):
            draft = services.latest_draft(
                JobOffer.objects.select_related("lifecycle").get(pk=offer.pk)
            )
            draft.title = title
            return services.save_draft(draft=draft, by=member, expected_revision=start, now=now)

        results = at_once(partial(save, f"Un {turn}"), partial(save, f"Deux {turn}"))
        assert len(winners(results)) == 1
        assert isinstance(losers(results)[0], DraftConflict)


def test_two_administrators_who_remove_each_other_leave_one(committed, now):
    for _turn in range(TURNS // 3):
        employer = make_employer(now)
        one, two = make_member(employer, now), make_member(employer, now)
        results = at_once(
            partial(accounts.remove_member, membership=one, by=two.user, now=now),
            partial(accounts.remove_member, membership=two, by=one.user, now=now),
        )
        assert len(winners(results)) == 1
        assert isinstance(losers(results)[0], LastAdministrator)
        assert (
            Membership.objects.filter(
                employer=employer, role=MembershipRole.ADMIN, status=MembershipStatus.ACTIVE
            ).count()
            == 1
        )


def test_an_employer_is_verified_or_refused_but_not_both(stage, now):
    _employer, _member, (one, two) = stage
    for _turn in range(TURNS // 3):
        employer = make_employer(now, status="PENDING")
        make_member(employer, now)
        results = at_once(
            partial(accounts.verify_employer, employer=employer, by=one, now=now),
            partial(accounts.refuse_employer, employer=employer, by=two, reason=REASON, now=now),
        )
        assert len(winners(results)) == 1
        assert isinstance(losers(results)[0], EmployerActNotAllowed)
        assert Employer.objects.get(pk=employer.pk).events.count() == 1


def test_pausing_and_suspending_at_once_leave_both_marks_or_one(stage, now):
    employer, member, (one, _two) = stage
    for _turn in range(TURNS // 3):
        offer = make_offer(now, employer=employer)
        results = at_once(
            partial(services.pause_offer, offer=offer, by=member, now=now),
            partial(moderation.suspend_offer, offer=offer, by=one, reason=REASON, now=now),
        )
        life = JobOffer.objects.select_related("lifecycle").get(pk=offer.pk).lifecycle
        done = [mark for mark in (life.paused_at, life.suspended_at) if mark]
        assert len(done) == len(winners(results))
        assert all(isinstance(error, ActNotAllowed) for error in losers(results))
        assert life.suspended_at is not None or life.paused_at == now
        assert (
            not JobOffer.objects.visible(now + dt.timedelta(minutes=1)).filter(pk=offer.pk).exists()
        )
