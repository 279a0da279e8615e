"""The life of an offer in words: what its state means, and its dates."""

from __future__ import annotations

import datetime as dt

from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from jobs.employers.models import Employer
from jobs.offers.models import JobOffer
from jobs.offers.states import STATE_VARIANTS, OfferState
from ui.typography import day_in_words

SHOWN_STATES = frozenset({OfferState.ONLINE, OfferState.ONLINE_CHANGE_PENDING})
SENTENCES: dict[OfferState, str | Promise] = {
    OfferState.DRAFT: gettext_lazy(
        "Only your team sees this draft. It is checked once you send it."
    ),
    OfferState.WAITING_ACCOUNT: gettext_lazy(
        "The offer is sent. It will be reviewed as soon as your account is verified."
    ),
    OfferState.PENDING: gettext_lazy("The team is reading your offer. You will receive an e-mail."),
    OfferState.CHANGES_REQUESTED: gettext_lazy("The team asks for a correction before publishing."),
    OfferState.ONLINE: gettext_lazy("Everybody can read the offer and apply."),
    OfferState.ONLINE_CHANGE_PENDING: gettext_lazy(
        "The approved version stays online while the team reads your change."
    ),
    OfferState.PAUSED: gettext_lazy("The offer is hidden. Its days go on being counted."),
    OfferState.SUSPENDED: gettext_lazy(
        "The team took this offer off the site. Call us to talk about it."
    ),
    OfferState.EXPIRED: gettext_lazy(
        "The last day has passed. Extend the offer to put it back online."
    ),
    OfferState.FILLED: gettext_lazy("The post is filled. Well done!"),
    OfferState.CLOSED: gettext_lazy("The recruitment is over."),
    OfferState.REFUSED: gettext_lazy(
        "The team could not publish this offer. Duplicate it to start again from its text."
    ),
    OfferState.WITHDRAWN: gettext_lazy(
        "You withdrew this offer. Duplicate it to start again from its text."
    ),
}


def title_of(offer: JobOffer) -> str:
    """Return the title as last saved, with words for a draft that has none."""
    return offer.lifecycle.working_title or offer.title or _("Offer without a title")


def is_hidden_by_account(state: OfferState, employer: Employer) -> bool:
    """Say whether only the account keeps the public from an offer that would be online."""
    return state in SHOWN_STATES and not employer.is_verified


def state_tag(state: OfferState, employer: Employer) -> tuple[str, str]:
    """Return the words of a state and the look of its tag."""
    if is_hidden_by_account(state, employer):
        return _("Not visible: account suspended"), "deadline"
    return str(state.label), STATE_VARIANTS.get(state, "neutral")


def sentence_of(state: OfferState, employer: Employer) -> str:
    """Return what a state means for the employer."""
    if is_hidden_by_account(state, employer):
        return _("Nobody sees this offer as long as your account is suspended.")
    return str(SENTENCES[state])


def dates_of(offer: JobOffer) -> list[tuple[str, str]]:
    """Return the dates that matter, label and day."""
    life = offer.lifecycle
    found: list[tuple[str, dt.date | None]] = [
        (_("Last day to apply"), life.last_day),
        (_("Last saved"), life.saved_at),
        (_("Sent for review on"), life.submitted_at),
        (_("Online since"), life.online_since),
        (_("Paused since"), life.paused_at),
        (_("Closed on"), life.closed_at),
    ]
    return [(label, day_in_words(day, with_year=True)) for label, day in found if day is not None]
