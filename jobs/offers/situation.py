"""Tell in which state an offer stands now, and lock it before an act."""

from __future__ import annotations

import datetime as dt

from .errors import ActNotAllowed
from .models import JobOffer, OfferLifecycle
from .querysets import paris_day
from .states import OfferAct, OfferState, Role, Situation, may, state_of


def offer_state(offer: JobOffer, now: dt.datetime) -> OfferState:
    """Return the state of `offer` at `now`; its lifecycle must be loaded to cost no query."""
    life: OfferLifecycle = offer.lifecycle
    return state_of(
        Situation(
            is_live=offer.live,
            review=life.review,
            is_past=life.is_past(paris_day(now)),
            is_paused=life.paused_at is not None,
            is_suspended=life.suspended_at is not None,
            outcome=life.outcome,
        )
    )


def lock_offer(pk: int) -> JobOffer:
    """Lock an offer, then its lifecycle (always in this order), and return it freshly read.

    Must run inside a transaction. Raises `JobOffer.DoesNotExist`.
    """
    offer: JobOffer = JobOffer.objects.select_for_update(of=("self",)).get(pk=pk)
    offer.lifecycle = OfferLifecycle.objects.select_for_update(of=("self",)).get(pk=pk)
    return offer


def require(offer: JobOffer, act: OfferAct, role: Role, now: dt.datetime) -> OfferState:
    """Return the state of `offer` if `role` may do `act` from it. Raises `ActNotAllowed`."""
    state = offer_state(offer, now)
    if not may(act, role, state):
        raise ActNotAllowed(act, state)
    return state


def possible_acts(offer: JobOffer, role: Role, now: dt.datetime) -> set[OfferAct]:
    """Return the acts whose buttons may be shown to `role` at `now`."""
    state = offer_state(offer, now)
    return {act for act in OfferAct if may(act, role, state)}
