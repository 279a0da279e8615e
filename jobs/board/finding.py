"""Find the offer an address names, and say whether the public may read it, once could, or never did."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from typing import Any

from django.http import Http404
from django.utils.translation import gettext as _

from jobs.offers.models import JobOffer
from jobs.offers.querysets import paris_day
from jobs.offers.situation import offer_state
from jobs.offers.states import OfferState
from ui.typography import day_in_words

from .addresses import MAX_PK


@dataclass(frozen=True, slots=True)
class Ended:
    """Why an offer that was public is not any more; a suspended one does not even show its title."""

    heading: str
    title: str


def once_public_or_404(pk: int) -> Any:
    """Return an offer that is or was online. Raises `Http404` for drafts as for unknown numbers."""
    if pk > MAX_PK:
        raise Http404
    offer = JobOffer.objects.for_display().select_related("occupation").filter(pk=pk).first()
    if offer is None or (offer.lifecycle.online_since is None and not offer.live):
        raise Http404
    return offer


def is_visible(offer: Any, now: dt.datetime) -> bool:
    """Say whether a loaded offer is public at `now`: what `visible` asks, without asking again."""
    life = offer.lifecycle
    return bool(
        offer.live
        and not life.is_past(paris_day(now))
        and life.closed_at is None
        and life.paused_at is None
        and life.suspended_at is None
        and offer.employer.is_verified
    )


def why_ended(offer: Any, now: dt.datetime) -> Ended:
    """Say in words why an offer left the board."""
    state = offer_state(offer, now)
    if state == OfferState.SUSPENDED or not offer.employer.is_verified:
        return Ended(_("This offer is no longer online."), "")
    if state == OfferState.EXPIRED:
        day = day_in_words(offer.lifecycle.last_day, with_year=False)
        return Ended(_("Offer expired on %(day)s") % {"day": day}, offer.title)
    if state == OfferState.FILLED:
        return Ended(_("Position filled"), offer.title)
    return Ended(_("This offer is no longer online."), offer.title)
