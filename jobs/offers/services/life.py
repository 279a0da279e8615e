"""Acts that take effect at once, without review: extend, pause, resume, close, withdraw."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

from django.conf import settings
from django.db import transaction

from jobs.offers import journal, listeners
from jobs.offers.errors import InvalidLastDay
from jobs.offers.models import JobOffer
from jobs.offers.querysets import paris_day
from jobs.offers.situation import lock_offer, offer_state, require
from jobs.offers.states import OfferAct, OfferState, Outcome, ReviewState, Role

from .submission import stop_review

if TYPE_CHECKING:
    from accounts.models import User


def latest_last_day(now: dt.datetime) -> dt.date:
    """Return the farthest last day that may be chosen at `now`."""
    return paris_day(now) + dt.timedelta(days=settings.OFFER_MAX_DAYS)


def check_last_day(last_day: dt.date, now: dt.datetime) -> None:
    """Check that `last_day` is today or later and not too far. Raises `InvalidLastDay`."""
    if not paris_day(now) <= last_day <= latest_last_day(now):
        raise InvalidLastDay(latest_last_day(now))


@transaction.atomic
def extend_offer(
    *, offer: JobOffer, by: User | None, last_day: dt.date, now: dt.datetime
) -> JobOffer:
    """Move the last day of an offer, of a draft as of one online. Raises `InvalidLastDay`."""
    check_last_day(last_day, now)
    offer = lock_offer(offer.pk)
    # A draft's last day is chosen in its form: the same act, before any publication.
    act = OfferAct.EXTEND if offer.live else OfferAct.SAVE
    before = require(offer, act, Role.EMPLOYER, now)
    if offer.lifecycle.last_day == last_day:
        return offer
    offer.lifecycle.last_day = last_day
    offer.lifecycle.save(update_fields=["last_day"])
    if offer.live:
        _tell(offer, OfferAct.EXTEND, by, before, now, reason=last_day.isoformat())
    return offer


@transaction.atomic
def pause_offer(*, offer: JobOffer, by: User, now: dt.datetime) -> JobOffer:
    """Hide an offer for a while; its days go on being counted."""
    offer = lock_offer(offer.pk)
    before = require(offer, OfferAct.PAUSE, Role.EMPLOYER, now)
    offer.lifecycle.paused_at = now
    offer.lifecycle.save(update_fields=["paused_at"])
    _tell(offer, OfferAct.PAUSE, by, before, now)
    return offer


@transaction.atomic
def resume_offer(*, offer: JobOffer, by: User, now: dt.datetime) -> JobOffer:
    """Show a paused offer again."""
    offer = lock_offer(offer.pk)
    before = require(offer, OfferAct.RESUME, Role.EMPLOYER, now)
    offer.lifecycle.paused_at = None
    offer.lifecycle.confirmed_at = now
    offer.lifecycle.save(update_fields=["paused_at", "confirmed_at"])
    _tell(offer, OfferAct.RESUME, by, before, now)
    return offer


@transaction.atomic
def close_offer(
    *, offer: JobOffer, by: User, outcome: Outcome, now: dt.datetime, filled_by: str = ""
) -> JobOffer:
    """End an offer for good and keep how it ended; a running review of an edit ends with it."""
    offer = lock_offer(offer.pk)
    act = OfferAct.WITHDRAW if outcome == Outcome.WITHDRAWN else OfferAct.CLOSE
    before = require(offer, act, Role.EMPLOYER, now)
    stop_review(offer, by)
    life = offer.lifecycle
    life.closed_at, life.outcome, life.filled_by = now, outcome, filled_by
    life.review = ReviewState.APPROVED if offer.live else ReviewState.NONE
    life.save(update_fields=["closed_at", "outcome", "filled_by", "review"])
    _tell(offer, act, by, before, now, reason=str(outcome.label))
    return offer


def withdraw_offer(*, offer: JobOffer, by: User, now: dt.datetime) -> JobOffer:
    """Withdraw an offer for good: the recruitment never was, or must not be seen any more."""
    return close_offer(offer=offer, by=by, outcome=Outcome.WITHDRAWN, now=now)


def _tell(
    offer: JobOffer,
    act: OfferAct,
    by: User | None,
    before: OfferState,
    now: dt.datetime,
    reason: str = "",
) -> None:
    journal.record(
        offer=offer,
        act=act,
        by=by,
        now=now,
        from_state=before,
        to_state=offer_state(offer, now),
        reason=reason,
    )
    listeners.notify(offer_ids=[offer.pk])
