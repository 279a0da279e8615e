"""Every decision of the team on an offer: approve, request changes, refuse, suspend, restore.

One decision wins: the offer row is locked, then the task state, always in this order, and both are read
again. What is published is exactly the revision that was read. On SQLite the immediate transaction plays
the part of the row locks.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from django.conf import settings
from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.utils import timezone
from wagtail.models import TaskState

from . import emails, journal, listeners
from .errors import ActNotAllowed, AlreadyDecided, ReasonRequired
from .models import JobOffer, ModerationLogEntry, OfferLifecycle
from .querysets import paris_day
from .situation import lock_offer, offer_state, require
from .states import OfferAct, ReviewState, Role

if TYPE_CHECKING:
    from accounts.models import User

REASON_MIN_LENGTH = 10
# What takes a submission out of a moderator's hands.
ENDS_A_REVIEW = (
    OfferAct.APPROVE,
    OfferAct.REQUEST_CHANGES,
    OfferAct.REFUSE,
    OfferAct.SUBMIT,
    OfferAct.RESUBMIT,
    OfferAct.RECALL,
    OfferAct.CLOSE,
    OfferAct.WITHDRAW,
)


def check_reason(reason: str) -> str:
    """Return the reason without blanks around it. Raises `ReasonRequired` under ten characters."""
    reason = reason.strip()
    if len(reason) < REASON_MIN_LENGTH:
        raise ReasonRequired
    return reason


@transaction.atomic
def approve_offer(*, task_state_id: int, by: User, now: dt.datetime) -> JobOffer:
    """Publish exactly the revision held by this task; a newer draft stays a draft.

    Raises `AlreadyDecided` when somebody decided first, `ActNotAllowed` when the account is not open.
    """
    offer, task_state = _lock_decision(task_state_id)
    before = require(offer, OfferAct.APPROVE, Role.MODERATOR, now)
    if not offer.employer.is_verified:
        raise ActNotAllowed(OfferAct.APPROVE, before)
    revision = task_state.revision
    task_state.approve(
        user=by
    )  # ends the workflow, which publishes through `publication.finish_workflow`
    life = OfferLifecycle.objects.get(pk=offer.pk)
    was_online = life.online_since is not None
    life.online_since = life.online_since or now
    life.review = ReviewState.APPROVED
    life.confirmed_at = now
    if life.is_past(paris_day(now)):
        # The review took longer than the days that were left: the employer does not pay for it.
        life.last_day = paris_day(now) + dt.timedelta(days=settings.OFFER_DEFAULT_DAYS)
    life.save()
    offer = lock_offer(offer.pk)
    _record(offer, OfferAct.APPROVE, by, now, before, revision=revision)
    listeners.notify(offer_ids=[offer.pk])
    emails.offer_online(offer=offer, is_update=was_online)
    return offer


@transaction.atomic
def request_changes(
    *, task_state_id: int, by: User, reason: str, notes: Mapping[str, str], now: dt.datetime
) -> JobOffer:
    """Give the offer back to its employer with a reason and notes per field; what is online stays.

    Raises `ReasonRequired` under ten characters, `AlreadyDecided` when somebody decided first.
    """
    reason = check_reason(reason)
    offer, task_state = _lock_decision(task_state_id)
    before = require(offer, OfferAct.REQUEST_CHANGES, Role.MODERATOR, now)
    task_state.reject(user=by, comment=reason)
    offer.lifecycle.review = ReviewState.CHANGES_REQUESTED
    offer.lifecycle.save(update_fields=["review"])
    entry = _record(
        offer, OfferAct.REQUEST_CHANGES, by, now, before,
        reason=reason, notes=notes, revision=task_state.revision,
    )  # fmt: skip
    emails.changes_requested(offer=offer, entry=entry)
    return offer


@transaction.atomic
def refuse_offer(
    *, task_state_id: int, by: User, reason: str, reason_code: str, now: dt.datetime
) -> JobOffer:
    """Refuse this submission for good, with a reason; what is online stays.

    Raises `ReasonRequired` under ten characters, `AlreadyDecided` when somebody decided first.
    """
    reason = check_reason(reason)
    offer, task_state = _lock_decision(task_state_id)
    before = require(offer, OfferAct.REFUSE, Role.MODERATOR, now)
    task_state.reject(user=by, update=False, comment=reason)
    task_state.workflow_state.cancel(user=by)
    offer.lifecycle.review = ReviewState.REFUSED
    offer.lifecycle.save(update_fields=["review"])
    entry = _record(
        offer, OfferAct.REFUSE, by, now, before,
        reason=reason, reason_code=reason_code, revision=task_state.revision,
    )  # fmt: skip
    emails.offer_refused(offer=offer, entry=entry)
    return offer


@transaction.atomic
def suspend_offer(*, offer: JobOffer, by: User, reason: str, now: dt.datetime) -> JobOffer:
    """Take an offer off the site at once, with a reason told to the employer."""
    reason = check_reason(reason)
    offer = lock_offer(offer.pk)
    before = require(offer, OfferAct.SUSPEND, Role.MODERATOR, now)
    offer.lifecycle.suspended_at = now
    offer.lifecycle.save(update_fields=["suspended_at"])
    entry = _record(offer, OfferAct.SUSPEND, by, now, before, reason=reason)
    listeners.notify(offer_ids=[offer.pk])
    emails.offer_suspended(offer=offer, entry=entry)
    return offer


@transaction.atomic
def restore_offer(*, offer: JobOffer, by: User, now: dt.datetime) -> JobOffer:
    """Put a suspended offer back where it was."""
    offer = lock_offer(offer.pk)
    before = require(offer, OfferAct.RESTORE, Role.MODERATOR, now)
    offer.lifecycle.suspended_at = None
    offer.lifecycle.save(update_fields=["suspended_at"])
    _record(offer, OfferAct.RESTORE, by, now, before)
    listeners.notify(offer_ids=[offer.pk])
    emails.offer_restored(offer=offer)
    return offer


def decide_from_wagtail(*, task_state: Any, by: User, action: str, comment: str) -> None:
    """Carry a decision that came through Wagtail's own workflow address, under the same rules."""
    now = timezone.now()
    if (
        not task_state.task.specific.groups.filter(pk__in=by.groups.values("pk")).exists()
        and not by.is_superuser
    ):
        raise PermissionDenied
    if action == "approve":
        approve_offer(task_state_id=task_state.pk, by=by, now=now)
    elif action == "reject":
        request_changes(task_state_id=task_state.pk, by=by, reason=comment, notes={}, now=now)
    else:
        raise PermissionDenied


def _lock_decision(task_state_id: int) -> tuple[JobOffer, Any]:
    task_state = TaskState.objects.select_related("workflow_state").get(pk=task_state_id)
    offer = lock_offer(int(task_state.workflow_state.object_id))
    task_state = (
        TaskState.objects.select_for_update(of=("self",))
        .select_related("workflow_state", "revision")
        .get(pk=task_state_id)
    )
    current = offer.current_workflow_state
    is_open = (
        task_state.status == TaskState.STATUS_IN_PROGRESS
        and current is not None
        and current.current_task_state_id == task_state.pk
        and offer.lifecycle.review == ReviewState.PENDING
    )
    if not is_open:
        raise _already_decided(offer)
    return offer, task_state


def _already_decided(offer: JobOffer) -> AlreadyDecided:
    decisions = offer.log.filter(act__in=ENDS_A_REVIEW).order_by("-created_at", "-pk")
    last: ModerationLogEntry | None = decisions.first()
    if last is None:
        return AlreadyDecided(by="", at=None, act="")
    return AlreadyDecided(by=last.actor_name, at=last.created_at, act=str(last.get_act_display()))


def _record(
    offer: JobOffer, act: OfferAct, by: User, now: dt.datetime, before: str, **details: Any
) -> ModerationLogEntry:
    return journal.record(
        offer=offer,
        act=act,
        by=by,
        now=now,
        from_state=before,
        to_state=offer_state(offer, now),
        **details,
    )
