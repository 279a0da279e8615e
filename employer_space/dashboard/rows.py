"""The employer's offers as the dashboard lists them: title, state in words, last day, under one of three tabs."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from employer_space.offers.buttons import act_url
from employer_space.offers.facts import is_hidden_by_account, state_tag, title_of
from jobs.employers.models import Employer
from jobs.offers.models import JobOffer
from jobs.offers.situation import offer_state
from jobs.offers.states import OfferState

ONLINE, TO_HANDLE, ARCHIVED = "en-ligne", "a-traiter", "archivees"
TABS: dict[str, str | Promise] = {
    ONLINE: _("Online (tab)"),
    TO_HANDLE: _("To handle"),
    ARCHIVED: _("Archived"),
}
_TAB_OF: dict[OfferState, str] = {
    OfferState.ONLINE: ONLINE,
    OfferState.ONLINE_CHANGE_PENDING: ONLINE,
    OfferState.DRAFT: TO_HANDLE,
    OfferState.WAITING_ACCOUNT: TO_HANDLE,
    OfferState.PENDING: TO_HANDLE,
    OfferState.CHANGES_REQUESTED: TO_HANDLE,
    OfferState.PAUSED: TO_HANDLE,
    OfferState.SUSPENDED: TO_HANDLE,
}
# Long texts a list has no use for.
UNUSED = ("missions", "profile", "offering", "recruitment_steps", "source_raw", "skills")


@dataclass(frozen=True, slots=True)
class Row:
    """One line of the table."""

    offer: JobOffer
    title: str
    state: OfferState
    url: str
    employer: Employer

    @property
    def label(self) -> str:
        """Return the state in words."""
        return state_tag(self.state, self.employer)[0]

    @property
    def variant(self) -> str:
        """Return the look of the state's tag."""
        return state_tag(self.state, self.employer)[1]

    @property
    def tab(self) -> str:
        """Return the tab under which the offer stands."""
        if is_hidden_by_account(self.state, self.employer):
            return TO_HANDLE
        return _TAB_OF.get(self.state, ARCHIVED)

    @property
    def last_day(self) -> dt.date:
        """Return the last day to apply."""
        day: dt.date = self.offer.lifecycle.last_day
        return day


def rows_of(employer: Employer, now: dt.datetime) -> list[Row]:
    """Return every offer of `employer`, the latest first, in one query."""
    offers = (
        JobOffer.objects.filter(employer=employer)
        .select_related("lifecycle")
        .defer(*UNUSED)
        .order_by("-pk")
    )
    return [
        Row(
            offer,
            title_of(offer),
            offer_state(offer, now),
            act_url(offer, "offer_detail"),
            employer,
        )
        for offer in offers
    ]


def choose_tab(rows: list[Row], wanted: str) -> str:
    """Return the tab asked for, else the first that holds something."""
    if wanted in TABS:
        return wanted
    held = {row.tab for row in rows}
    return next((tab for tab in TABS if tab in held), ONLINE)
