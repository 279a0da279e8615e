"""Whatever people do, and in whatever order: only approved words are public, and the log says how they came there.

OFFER_MACHINE_STEPS asks for about that many steps (10,000 and more are run by hand); the default is short.
"""

import datetime as dt
import os
from contextlib import contextmanager

import pytest
from django.db import transaction
from hypothesis import HealthCheck, Phase, settings
from hypothesis import strategies as st
from hypothesis.stateful import (
    RuleBasedStateMachine,
    initialize,
    invariant,
    precondition,
    rule,
    run_state_machine_as_test,
)
from wagtail.models import TaskState, WorkflowState

from jobs.employers import services as accounts
from jobs.employers.errors import EmployerActNotAllowed
from jobs.employers.states import EmployerStatus
from jobs.offers import moderation, services
from jobs.offers.errors import ActNotAllowed, AlreadyDecided, OfferIncomplete
from jobs.offers.models import JobOffer, ModerationLogEntry
from jobs.offers.situation import offer_state
from jobs.offers.states import OfferAct, OfferState, Outcome, ReviewState, Role, may
from tests.factories import make_employer, make_member, make_user, offer_fields

STEPS = int(os.environ.get("OFFER_MACHINE_STEPS", "300"))
STEPS_OF_ONE_STORY = 50
START = dt.datetime(2026, 3, 20, 10, tzinfo=dt.UTC)
REASON = "Précisez les horaires du week-end."
OVER = {OfferState.REFUSED, OfferState.CLOSED, OfferState.FILLED, OfferState.WITHDRAWN}
ONLINE = {OfferState.ONLINE, OfferState.ONLINE_CHANGE_PENDING}
STATUS_OF_WAGTAIL = {
    ReviewState.PENDING: WorkflowState.STATUS_IN_PROGRESS,
    ReviewState.CHANGES_REQUESTED: WorkflowState.STATUS_NEEDS_CHANGES,
}
taken: dict[str, int] = {}


def worth_trying(act, role):
    """Try what the table allows; and, one time in four, what it does not."""
    return lambda self: may(act, role, offer_state(self.offer, self.now)) or self.steps % 4 == 0


def is_waiting(self):
    """A moderator has a screen open: on what waits most often, on an old task one time in four."""
    is_fresh = self.offer.lifecycle.review == ReviewState.PENDING
    return self.task is not None and (is_fresh or self.steps % 4 == 0)


class Undo(Exception):
    """Forget a story once it is told."""


class LifeOfAnOffer(RuleBasedStateMachine):
    """One offer, its employer, two moderators, a clock."""

    def __init__(self):
        super().__init__()
        self.story = transaction.atomic()
        self.story.__enter__()
        self.now = START
        self.number = 0
        self.approved: set[str] = set()
        self.acts = self.before = self.steps = 0

    def teardown(self):
        self.story.__exit__(Undo, Undo(), None)
        taken["steps"] = taken.get("steps", 0) + self.steps
        taken["acts"] = taken.get("acts", 0) + self.acts

    @initialize(verified=st.sampled_from((True, True, True, False)))
    def begin(self, verified):
        self.employer = make_employer(
            self.now, status=EmployerStatus.VERIFIED if verified else EmployerStatus.PENDING
        )
        self.member = make_member(self.employer, self.now).user
        self.moderators = [make_user(groups=("Modérateurs",)) for _number in range(2)]
        self.pk = services.create_draft(
            employer=self.employer,
            by=self.member,
            now=self.now,
            **offer_fields(self.now, title=self.words()),
        ).pk
        self.acts = 1

    # --- what helps ---

    def words(self):
        self.number += 1
        return f"Poste, version {self.number}"

    @property
    def offer(self):
        return JobOffer.objects.select_related("employer", "lifecycle").get(pk=self.pk)

    @property
    def task(self):
        """Return the task on which a moderator's screen would decide, the last one ever if none is open."""
        task = (
            TaskState.objects.filter(workflow_state__object_id=str(self.pk)).order_by("pk").last()
        )
        return task.pk if task else None

    @contextmanager
    def attempt(self):
        """Do one act; when the rules refuse it, nothing at all may have changed."""
        self.steps += 1
        self.now += dt.timedelta(minutes=7)
        before = self.picture()
        try:
            with transaction.atomic():
                yield
        except (ActNotAllowed, AlreadyDecided, OfferIncomplete, EmployerActNotAllowed):
            assert self.picture() == before
        else:
            self.acts += self.log_size() - before[0]

    def log_size(self):
        return ModerationLogEntry.objects.filter(offer_id=self.pk).count()

    def picture(self):
        life = self.offer.lifecycle
        return (
            self.log_size(), self.offer.title, self.offer.live, self.offer.live_revision_id, life.review, life.outcome,
            life.paused_at, life.suspended_at, self.task, self.employer.events.count(),
        )  # fmt: skip

    def logged(self, act):
        assert self.offer.log.order_by("pk").last().act == act

    # --- what the employer does ---

    @precondition(worth_trying(OfferAct.SAVE, Role.EMPLOYER))
    @rule()
    def edit(self):
        with self.attempt():
            draft = services.latest_draft(self.offer)
            draft.title = self.words()
            services.save_draft(draft=draft, by=self.member, expected_revision=None, now=self.now)

    @precondition(worth_trying(OfferAct.SUBMIT, Role.EMPLOYER))
    @rule()
    def submit(self):
        with self.attempt():
            services.submit_offer(offer=self.offer, by=self.member, now=self.now)
            assert self.offer.log.order_by("pk").last().act in (OfferAct.SUBMIT, OfferAct.RESUBMIT)

    @precondition(worth_trying(OfferAct.RECALL, Role.EMPLOYER))
    @rule()
    def recall(self):
        with self.attempt():
            services.recall_offer(offer=self.offer, by=self.member, now=self.now)
            self.logged(OfferAct.RECALL)

    @precondition(worth_trying(OfferAct.PAUSE, Role.EMPLOYER))
    @rule()
    def pause(self):
        with self.attempt():
            services.pause_offer(offer=self.offer, by=self.member, now=self.now)
            self.logged(OfferAct.PAUSE)

    @precondition(worth_trying(OfferAct.RESUME, Role.EMPLOYER))
    @rule()
    def resume(self):
        with self.attempt():
            services.resume_offer(offer=self.offer, by=self.member, now=self.now)
            self.logged(OfferAct.RESUME)

    @precondition(worth_trying(OfferAct.EXTEND, Role.EMPLOYER))
    @rule(days=st.integers(0, 90))
    def extend(self, days):
        with self.attempt():
            last_day = self.now.date() + dt.timedelta(days=days)
            services.extend_offer(offer=self.offer, by=self.member, last_day=last_day, now=self.now)

    @precondition(lambda self: self.steps % 9 == 0)  # the end of an offer ends its story: rarely
    @rule(outcome=st.sampled_from(Outcome))
    def close(self, outcome):
        with self.attempt():
            services.close_offer(offer=self.offer, by=self.member, outcome=outcome, now=self.now)
            assert self.offer.log.order_by("pk").last().act in (OfferAct.CLOSE, OfferAct.WITHDRAW)

    @precondition(lambda self: offer_state(self.offer, self.now) in OVER)
    @rule()
    def start_again_when_it_is_over(self):
        self.steps += 1
        self.now += dt.timedelta(minutes=7)
        self.pk = services.duplicate_offer(offer=self.offer, by=self.member, now=self.now).pk
        self.approved, self.acts = set(), self.acts + self.log_size()
        self.before = self.acts - self.log_size()

    @rule(days=st.integers(1, 12))
    def time_passes(self, days):
        self.steps += 1
        self.now += dt.timedelta(days=days)

    # --- what the team does ---

    @precondition(is_waiting)
    @rule(who=st.integers(0, 1))
    def approve(self, who):
        with self.attempt():
            read = TaskState.objects.get(pk=self.task).revision.content["title"]
            moderation.approve_offer(task_state_id=self.task, by=self.moderators[who], now=self.now)
            self.logged(OfferAct.APPROVE)
            self.approved.add(read)
            assert self.offer.title == read

    @precondition(is_waiting)
    @rule(who=st.integers(0, 1))
    def ask_for_changes(self, who):
        with self.attempt():
            moderation.request_changes(
                task_state_id=self.task,
                by=self.moderators[who],
                reason=REASON,
                notes={"title": "?"},
                now=self.now,
            )
            self.logged(OfferAct.REQUEST_CHANGES)

    @precondition(lambda self: is_waiting(self) and self.steps % 4 == 0)
    @rule(who=st.integers(0, 1))
    def refuse(self, who):
        with self.attempt():
            moderation.refuse_offer(
                task_state_id=self.task,
                by=self.moderators[who],
                reason=REASON,
                reason_code="OTHER",
                now=self.now,
            )
            self.logged(OfferAct.REFUSE)

    @precondition(worth_trying(OfferAct.SUSPEND, Role.MODERATOR))
    @rule(who=st.integers(0, 1))
    def suspend(self, who):
        with self.attempt():
            moderation.suspend_offer(
                offer=self.offer, by=self.moderators[who], reason=REASON, now=self.now
            )
            self.logged(OfferAct.SUSPEND)

    @precondition(worth_trying(OfferAct.RESTORE, Role.MODERATOR))
    @rule()
    def restore(self):
        with self.attempt():
            moderation.restore_offer(offer=self.offer, by=self.moderators[0], now=self.now)
            self.logged(OfferAct.RESTORE)

    @precondition(lambda self: not self.offer.employer.is_verified)
    @rule(act=st.sampled_from((accounts.verify_employer, accounts.restore_employer)))
    def open_the_account(self, act):
        with self.attempt():
            act(employer=self.employer, by=self.moderators[0], now=self.now)

    @precondition(lambda self: self.offer.employer.is_verified and self.steps % 3 == 0)
    @rule()
    def suspend_the_account(self):
        with self.attempt():
            accounts.suspend_employer(
                employer=self.employer, by=self.moderators[0], reason=REASON, now=self.now
            )

    # --- what always holds ---

    @invariant()
    def only_approved_words_are_public(self):
        if not hasattr(self, "pk"):
            return
        titles = set(
            JobOffer.objects.visible(self.now).filter(pk=self.pk).values_list("title", flat=True)
        )
        assert titles <= self.approved
        if self.offer.live:
            assert self.offer.title in self.approved

    @invariant()
    def the_public_sees_it_when_its_state_says_online(self):
        if not hasattr(self, "pk"):
            return
        offer = self.offer
        is_open = offer.employer.status == EmployerStatus.VERIFIED
        is_visible = JobOffer.objects.visible(self.now).filter(pk=self.pk).exists()
        assert is_visible == (is_open and offer_state(offer, self.now) in ONLINE)

    @invariant()
    def our_review_agrees_with_wagtails_workflow(self):
        if not hasattr(self, "pk"):
            return
        running = self.offer.current_workflow_state
        review = self.offer.lifecycle.review
        assert (running.status if running else None) == STATUS_OF_WAGTAIL.get(review)
        if review == ReviewState.PENDING:
            assert running.current_task_state.status == TaskState.STATUS_IN_PROGRESS

    @invariant()
    def every_publication_is_in_the_log_with_its_author(self):
        if not hasattr(self, "pk"):
            return
        approvals = self.offer.log.filter(act=OfferAct.APPROVE)
        assert set(approvals.values_list("actor_id", flat=True)) <= {
            one.pk for one in self.moderators
        }
        if self.offer.live:
            assert approvals.order_by("pk").last().revision_id == self.offer.live_revision_id
        assert self.log_size() == self.acts - self.before


@pytest.mark.django_db
def test_only_approved_words_are_ever_public():
    taken.clear()
    run_state_machine_as_test(
        LifeOfAnOffer,
        settings=settings(
            max_examples=max(1, STEPS // STEPS_OF_ONE_STORY),
            stateful_step_count=STEPS_OF_ONE_STORY,
            deadline=None,
            derandomize=STEPS <= 1000,
            database=None,
            phases=(
                Phase.generate,
            ),  # a story that fails is told whole: shrinking it would take minutes
            suppress_health_check=list(HealthCheck),
        ),
    )
    print(taken)
    assert taken["acts"] > taken["steps"] / 8  # the story is not one of refusals only
