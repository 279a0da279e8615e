"""Send an offer for review, take it back, release those that waited for the account."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

from django.db import transaction

from jobs.offers import emails, journal
from jobs.offers.errors import ActNotAllowed, OfferIncomplete
from jobs.offers.models import JobOffer
from jobs.offers.querysets import paris_day
from jobs.offers.situation import lock_offer, offer_state, require
from jobs.offers.states import OfferAct, ReviewState, Role
from jobs.offers.validation import submission_errors

from .drafts import latest_draft

if TYPE_CHECKING:
    from accounts.models import User
    from jobs.employers.models import Employer


@transaction.atomic
def submit_offer(*, offer: JobOffer, by: User | None, now: dt.datetime) -> JobOffer:
    """Send the latest draft for review; it waits for the account when the employer is not verified.

    Raises `OfferIncomplete` with what is missing per field, `ActNotAllowed` when the offer is over.
    """
    offer = lock_offer(offer.pk)
    before = require(offer, OfferAct.SUBMIT, Role.EMPLOYER, now)
    draft = latest_draft(offer)
    if errors := submission_errors(draft, last_day=offer.lifecycle.last_day, today=paris_day(now)):
        raise OfferIncomplete(errors)
    resent = offer.lifecycle.review in (ReviewState.CHANGES_REQUESTED, ReviewState.PENDING)
    life = offer.lifecycle
    # An offer sent again while it waits keeps its place in the queue.
    if life.review not in (ReviewState.PENDING, ReviewState.WAITING_ACCOUNT):
        life.submitted_at = now
    life.submitted_by = by
    if offer.employer.is_verified:
        start_review(offer, by)
        life.review = ReviewState.PENDING
    else:
        stop_review(offer, by)
        life.review = ReviewState.WAITING_ACCOUNT
    life.save()
    journal.record(
        offer=offer,
        act=OfferAct.RESUBMIT if resent else OfferAct.SUBMIT,
        by=by,
        now=now,
        from_state=before,
        to_state=offer_state(offer, now),
        revision=offer.latest_revision,
    )
    emails.offer_received(offer=offer)
    return offer


def start_review(offer: JobOffer, by: User | None) -> None:
    """Start, resume or restart Wagtail's workflow so that its task holds the latest revision."""
    state = offer.current_workflow_state
    if state is not None and state.status == state.STATUS_NEEDS_CHANGES:
        state.resume(by)
        return
    if state is not None:
        state.cancel(user=by)
    offer.get_workflow().start(offer, by)


@transaction.atomic
def recall_offer(*, offer: JobOffer, by: User, now: dt.datetime) -> JobOffer:
    """Take a submission back before it is decided; the text stays as a draft. Raises `ActNotAllowed`."""
    offer = lock_offer(offer.pk)
    before = require(offer, OfferAct.RECALL, Role.EMPLOYER, now)
    if offer.lifecycle.review not in (ReviewState.PENDING, ReviewState.WAITING_ACCOUNT):
        raise ActNotAllowed(OfferAct.RECALL, before)
    stop_review(offer, by)
    offer.lifecycle.review = ReviewState.APPROVED if offer.live else ReviewState.NONE
    offer.lifecycle.save(update_fields=["review"])
    journal.record(
        offer=offer,
        act=OfferAct.RECALL,
        by=by,
        now=now,
        from_state=before,
        to_state=offer_state(offer, now),
    )
    return offer


def stop_review(offer: JobOffer, by: User | None) -> None:
    """Cancel Wagtail's workflow of `offer`, if one is running."""
    state = offer.current_workflow_state
    if state is not None:
        state.cancel(user=by)


@transaction.atomic
def release_waiting_offers(*, employer: Employer, now: dt.datetime) -> list[int]:
    """Put in the queue the offers that waited for `employer` to be verified; returns their ids."""
    released = []
    waiting = JobOffer.objects.waiting_for_account().filter(employer=employer)
    for pk in list(waiting.values_list("pk", flat=True)):
        offer = lock_offer(pk)
        before = offer_state(offer, now)
        start_review(offer, offer.lifecycle.submitted_by)
        offer.lifecycle.review = ReviewState.PENDING
        offer.lifecycle.save(update_fields=["review"])
        journal.record(
            offer=offer,
            act=OfferAct.RELEASE,
            by=None,
            now=now,
            from_state=before,
            to_state=offer_state(offer, now),
            revision=offer.latest_revision,
        )
        released.append(pk)
    return released
