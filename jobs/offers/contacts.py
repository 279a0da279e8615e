"""Forget the contact of an offer: in its row and in every version of its text."""

from __future__ import annotations

import datetime as dt

from django.db import transaction
from django.utils.translation import gettext as _
from wagtail.models import Revision

from . import journal
from .models import JobOffer
from .services.submission import stop_review
from .situation import lock_offer, offer_state
from .states import OfferAct, Outcome, ReviewState

BLANK: dict[str, object] = {
    "apply_email": "",
    "apply_phone": "",
    "contact_name": "",
    "contact_is_public": False,
}


def has_contact(values: dict[str, object]) -> bool:
    """Say whether the values of an offer, or of one of its versions, name a contact."""
    return any(values.get(name) for name in BLANK)


@transaction.atomic
def forget_contact(*, offer_id: int, now: dt.datetime) -> None:
    """Blank the contact of an offer that is over, for good: nobody could answer through it any more.

    An offer that was online and that nobody closed is withdrawn first, so that it cannot come back
    without a way to apply. The digests of the log go on proving the texts as they were read.
    """
    offer = lock_offer(offer_id)
    if offer.live:
        _end(offer, now)
    for name, value in BLANK.items():
        setattr(offer, name, value)
    offer.save(update_fields=[*BLANK, "live"])
    # `save` on a version would date it anew and make it the latest.
    for revision in offer.revisions.order_by("pk").iterator(chunk_size=50):
        if has_contact(revision.content):
            Revision.objects.filter(pk=revision.pk).update(content=revision.content | BLANK)
    offer.lifecycle.contact_forgotten_at = now
    offer.lifecycle.save(update_fields=["contact_forgotten_at"])


def _end(offer: JobOffer, now: dt.datetime) -> None:
    before, life = offer_state(offer, now), offer.lifecycle
    # What is live must say how to apply, in the database too.
    offer.live = False
    if life.outcome:
        return
    stop_review(offer, None)
    life.closed_at, life.outcome, life.review = now, Outcome.WITHDRAWN, ReviewState.APPROVED
    life.save(update_fields=["closed_at", "outcome", "review"])
    journal.record(
        offer=offer,
        act=OfferAct.WITHDRAW,
        by=None,
        now=now,
        from_state=before,
        to_state=offer_state(offer, now),
        reason=_("The contact of the offer is kept no longer."),
    )
