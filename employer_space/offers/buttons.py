"""Which acts an employer is offered, in which words; what is possible comes from the table of states."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from django.urls import reverse
from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from jobs.offers import services
from jobs.offers.models import JobOffer
from jobs.offers.querysets import paris_day
from jobs.offers.situation import offer_state, possible_acts
from jobs.offers.states import OfferAct, OfferState, ReviewState, Role
from jobs.offers.validation import STEP_FIELDS, step_errors, submission_errors

from .notes import Note
from .steps import CHECK


@dataclass(frozen=True, slots=True)
class Button:
    """A link to the page of an act."""

    label: str
    url: str
    variant: str = "secondary"
    icon: str = ""


NAMES: dict[OfferAct, tuple[str, Promise | str]] = {
    OfferAct.EXTEND: ("offer_extend", gettext_lazy("Extend")),
    OfferAct.PAUSE: ("offer_pause", gettext_lazy("Pause (the offer)")),
    OfferAct.RESUME: ("offer_resume", gettext_lazy("Put back online (the offer)")),
    OfferAct.CLOSE: ("offer_close", gettext_lazy("Close (the offer)")),
    OfferAct.RECALL: ("offer_recall", gettext_lazy("Take back before review")),
    OfferAct.DUPLICATE: ("offer_duplicate", gettext_lazy("Duplicate")),
    OfferAct.WITHDRAW: ("offer_withdraw", gettext_lazy("Withdraw")),
}


def is_in_review(offer: JobOffer) -> bool:
    """Say whether a version waits for the team, for the account or for a moderator."""
    return offer.lifecycle.review in (ReviewState.PENDING, ReviewState.WAITING_ACCOUNT)


def act_url(offer: JobOffer, name: str) -> str:
    """Return the address of the page of an act."""
    return reverse(f"employer_space:{name}", kwargs={"public_id": offer.public_id})


def step_url(offer: JobOffer, step: str) -> str:
    """Return the address of a step of the form, or of the check."""
    return reverse("employer_space:offer_edit", kwargs={"public_id": offer.public_id, "step": step})


def life_buttons(offer: JobOffer, now: dt.datetime) -> list[Button]:
    """Return the acts of the offer's life that its state allows now."""
    possible = possible_acts(offer, Role.EMPLOYER, now)
    if not is_in_review(offer):
        possible.discard(OfferAct.RECALL)
    buttons = []
    for act, (name, label) in NAMES.items():
        if act in possible:
            words = _("Give up this draft") if is_never_sent(offer, act, now) else str(label)
            buttons.append(Button(words, act_url(offer, name)))
    return buttons


def is_never_sent(offer: JobOffer, act: OfferAct, now: dt.datetime) -> bool:
    """Say whether withdrawing is only giving up a draft."""
    return act == OfferAct.WITHDRAW and offer_state(offer, now) == OfferState.DRAFT


def write_button(offer: JobOffer, now: dt.datetime, note: Note | None) -> Button | None:
    """Return the way to the text: resume a draft where it stops, correct what was noted, or change it."""
    if OfferAct.SAVE not in possible_acts(offer, Role.EMPLOYER, now):
        return None
    if note is not None:
        return Button(_("Correct the offer"), step_url(offer, noted_step(note)), "primary", "edit")
    if offer_state(offer, now) == OfferState.DRAFT:
        return Button(
            _("Resume the offer"), step_url(offer, unfinished_step(offer, now)), "primary", "edit"
        )
    return Button(_("Change the offer"), step_url(offer, CHECK), "secondary", "edit")


def noted_step(note: Note) -> str:
    """Return the step of the first note, else the check page."""
    return next(iter(noted_steps(note)), CHECK)


def noted_steps(note: Note) -> list[str]:
    """Return the steps that hold a note, in their order."""
    return [step for step, names in STEP_FIELDS.items() if note.fields.keys() & set(names)]


def unfinished_step(offer: JobOffer, now: dt.datetime) -> str:
    """Return the first step that still lacks something, the check when nothing does."""
    draft = services.latest_draft(offer)
    missing = submission_errors(draft, last_day=offer.lifecycle.last_day, today=paris_day(now))
    return next((step for step in STEP_FIELDS if step_errors(missing, step)), CHECK)
