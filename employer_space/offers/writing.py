"""The two acts of writing that join several services in one transaction: save a step, send."""

from __future__ import annotations

import datetime as dt
import uuid
from typing import TYPE_CHECKING, Any

from django.db import transaction

from jobs.offers import services
from jobs.offers.models import JobOffer
from jobs.offers.situation import lock_offer
from jobs.offers.states import ReviewState

if TYPE_CHECKING:
    from accounts.models import User
    from jobs.employers.models import Employer

    from .forms import StepForm


@transaction.atomic
def save_step(
    *, offer: JobOffer, form: StepForm, by: User, expected_revision: int | None, now: dt.datetime
) -> None:
    """Save what a valid step changed: its text in a new version, its last day at once.

    Raises `DraftConflict` when a colleague saved in between, `ActNotAllowed` when the offer is over.
    """
    # Read again: the form has already written on the offer it was given.
    stored = services.latest_draft(lock_offer(offer.pk))
    if differs(stored, form.values()):
        services.save_draft(
            draft=form.instance, by=by, expected_revision=expected_revision, now=now
        )
    if "last_day" in form.changed_data and form.chosen_last_day != form.instance.lifecycle.last_day:
        services.extend_offer(offer=form.instance, by=by, last_day=form.chosen_last_day, now=now)


def start_offer(
    *, form: StepForm, employer: Employer, by: User, key: uuid.UUID, now: dt.datetime
) -> JobOffer:
    """Create the draft of a valid first step; the same `key` again saves the text in that same draft."""
    values = form.values()
    offer = services.create_draft(employer=employer, by=by, now=now, key=key, **values)
    draft = services.latest_draft(offer)
    if differs(draft, values):
        for name, value in values.items():
            setattr(draft, name, value)
        services.save_draft(draft=draft, by=by, expected_revision=None, now=now)
    return offer


def differs(draft: JobOffer, values: dict[str, Any]) -> bool:
    """Say whether `draft` holds something else than `values`."""
    wanted = dict(values)
    if "municipalities" in wanted:
        places = {place.pk for place in wanted.pop("municipalities")}
        if places != {place.pk for place in draft.municipalities.all()}:
            return True
    return any(getattr(draft, name) != value for name, value in wanted.items())


@transaction.atomic
def send_offer(*, offer: JobOffer, by: User, now: dt.datetime) -> None:
    """Send the latest version for review; sending twice the same version changes nothing.

    Raises `OfferIncomplete` and `ActNotAllowed` as `submit_offer` does.
    """
    if has_something_to_send(lock_offer(offer.pk)):
        services.submit_offer(offer=offer, by=by, now=now)


def has_something_to_send(offer: JobOffer) -> bool:
    """Say whether the latest version differs from the one online or already in the queue."""
    review = offer.lifecycle.review
    if review == ReviewState.WAITING_ACCOUNT:
        return False
    if review == ReviewState.PENDING:
        state = offer.current_workflow_state
        task = state.current_task_state if state is not None else None
        return task is None or task.revision_id != offer.latest_revision_id
    if offer.live and review in (ReviewState.APPROVED, ReviewState.NONE):
        return bool(offer.latest_revision_id != offer.live_revision_id)
    return True
