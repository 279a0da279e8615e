"""The answers that the page of the offer tells in one phrase: read back in the same words as candidates will read."""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple

from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from jobs.board import presentation
from jobs.offers.models import JobOffer
from ui.typography import day_in_words


class Told(NamedTuple):
    """A phrase: its label (empty: the one of the question), its words, the other questions it answers."""

    label: str | Promise
    words: Callable[[JobOffer], str]
    others: frozenset[str] = frozenset()


def pay(offer: JobOffer) -> str:
    """Return the pay, empty as long as it is not given."""
    is_given = offer.salary_min is not None or offer.salary_is_grid
    return str(offer.salary_display) if is_given else ""


def remote_work(offer: JobOffer) -> str:
    """Return the share of remote work, in words when there is none."""
    return presentation.remote_in_words(offer) or _("No remote work")


def vacancy_day(offer: JobOffer) -> str:
    """Return since when a post of the civil service is vacant."""
    return day_in_words(offer.public_vacancy_date, with_year=True)


# By the question in whose place the phrase stands.
TOLD: dict[str, Told] = {
    "contract_type": Told(
        "",
        lambda offer: offer.contract_display,
        frozenset({"contract_duration_months", "contract_nature"}),
    ),
    "public_vacancy_date": Told("", vacancy_day),
    "working_time": Told("", lambda offer: offer.time_display, frozenset({"weekly_hours"})),
    "remote_share": Told(gettext_lazy("Remote work"), remote_work),
    "salary_min": Told(
        gettext_lazy("Pay"), pay, frozenset({"salary_max", "salary_unit", "salary_is_grid"})
    ),
    "starts_asap": Told(
        gettext_lazy("Start of the job"), presentation.start_in_words, frozenset({"start_date"})
    ),
    "last_day": Told("", lambda offer: day_in_words(offer.lifecycle.last_day, with_year=True)),
    "experience": Told(
        "", lambda offer: offer.experience_display, frozenset({"experience_months"})
    ),
    "diploma_level": Told("", presentation.diploma_in_words, frozenset({"diploma_equivalent"})),
    "licences": Told("", lambda offer: ", ".join(offer.licences_display)),
}
TOLD_ELSEWHERE = frozenset().union(*(told.others for told in TOLD.values()))
