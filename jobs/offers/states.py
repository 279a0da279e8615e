"""The states of an offer, in words, and the one table of what may happen to it."""

from __future__ import annotations

from dataclasses import dataclass

from django.db import models
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy


class ReviewState(models.TextChoices):
    """Where the latest submission of an offer stands (kept beside Wagtail's own workflow state)."""

    NONE = "NONE", _("Not sent")
    WAITING_ACCOUNT = "WAITING_ACCOUNT", _("Waiting for your account")
    PENDING = "PENDING", _("Being reviewed")
    CHANGES_REQUESTED = "CHANGES_REQUESTED", _("To correct")
    APPROVED = "APPROVED", _("Approved")
    REFUSED = "REFUSED", _("Refused")


class Outcome(models.TextChoices):
    """How an offer ended, asked when it is closed: the programme's figures come from here."""

    FILLED_BY_US = "FILLED_BY_US", _("Filled through Oh My Lot !")
    FILLED_ELSEWHERE = "FILLED_ELSEWHERE", _("Filled in another way")
    ABANDONED = "ABANDONED", _("Recruitment given up")
    ENOUGH_CANDIDATES = "ENOUGH_CANDIDATES", _("Enough candidates")
    WITHDRAWN = "WITHDRAWN", _("Withdrawn")


FILLED_OUTCOMES = frozenset({Outcome.FILLED_BY_US, Outcome.FILLED_ELSEWHERE})


class OfferState(models.TextChoices):
    """What people read, everywhere the same: lists, mails, admin."""

    DRAFT = "DRAFT", _("Draft")
    WAITING_ACCOUNT = "WAITING_ACCOUNT", _("Waiting for your account")
    PENDING = "PENDING", _("Being reviewed")
    CHANGES_REQUESTED = "CHANGES_REQUESTED", _("To correct")
    ONLINE = "ONLINE", _("Online")
    ONLINE_CHANGE_PENDING = "ONLINE_CHANGE_PENDING", _("Online, change being reviewed")
    PAUSED = "PAUSED", _("Paused")
    SUSPENDED = "SUSPENDED", _("Suspended")
    EXPIRED = "EXPIRED", _("Expired")
    FILLED = "FILLED", _("Filled")
    CLOSED = "CLOSED", _("Closed")
    REFUSED = "REFUSED", _("Refused")
    WITHDRAWN = "WITHDRAWN", _("Withdrawn")


# The look of each state's tag (component `tag`).
STATE_VARIANTS: dict[OfferState, str] = {
    OfferState.ONLINE: "success",
    OfferState.ONLINE_CHANGE_PENDING: "success",
    OfferState.PENDING: "pending",
    OfferState.WAITING_ACCOUNT: "pending",
    OfferState.CHANGES_REQUESTED: "deadline",
    OfferState.SUSPENDED: "deadline",
}


@dataclass(frozen=True, slots=True)
class Situation:
    """The facts from which a state is told: no clock, no query."""

    is_live: bool
    review: str
    is_past: bool
    is_paused: bool
    is_suspended: bool
    outcome: str


_UNPUBLISHED: dict[str, OfferState] = {
    ReviewState.NONE: OfferState.DRAFT,
    ReviewState.APPROVED: OfferState.DRAFT,
    ReviewState.WAITING_ACCOUNT: OfferState.WAITING_ACCOUNT,
    ReviewState.PENDING: OfferState.PENDING,
    ReviewState.CHANGES_REQUESTED: OfferState.CHANGES_REQUESTED,
    ReviewState.REFUSED: OfferState.REFUSED,
}


def state_of(situation: Situation) -> OfferState:
    """Tell the one state in which an offer stands."""
    if situation.outcome == Outcome.WITHDRAWN:
        return OfferState.WITHDRAWN
    if situation.outcome:
        return OfferState.FILLED if situation.outcome in FILLED_OUTCOMES else OfferState.CLOSED
    if situation.is_suspended:
        return OfferState.SUSPENDED
    if not situation.is_live:
        return _UNPUBLISHED[situation.review]
    if situation.is_past:
        return OfferState.EXPIRED
    if situation.is_paused:
        return OfferState.PAUSED
    if situation.review == ReviewState.PENDING:
        return OfferState.ONLINE_CHANGE_PENDING
    return OfferState.ONLINE


class OfferAct(models.TextChoices):
    """What can happen to an offer."""

    CREATE = "CREATE", _("Draft created")
    SAVE = "SAVE", _("Draft saved")
    SUBMIT = "SUBMIT", _("Sent for review")
    RESUBMIT = "RESUBMIT", _("Sent again after correction")
    RECALL = "RECALL", _("Taken back before review")
    RELEASE = "RELEASE", _("Put in the queue: the account is verified")
    APPROVE = "APPROVE", _("Approved and published")
    REQUEST_CHANGES = "REQUEST_CHANGES", _("Changes requested")
    REFUSE = "REFUSE", _("Refused")
    SUSPEND = "SUSPEND", _("Suspended")
    RESTORE = "RESTORE", _("Restored")
    EXTEND = "EXTEND", _("Last day moved")
    PAUSE = "PAUSE", pgettext_lazy("act on an offer", "Paused")
    RESUME = "RESUME", _("Put back online")
    CLOSE = "CLOSE", _("Closed")
    WITHDRAW = "WITHDRAW", _("Withdrawn")
    DUPLICATE = "DUPLICATE", _("Duplicated from another offer")
    IMPORT = "IMPORT", _("Imported")
    REPORT = "REPORT", _("Reported by a reader")
    REPORT_HANDLED = "REPORT_HANDLED", _("Report handled")


class Role(models.TextChoices):
    """In which capacity a person acts on an offer."""

    EMPLOYER = "EMPLOYER", _("Employer")
    MODERATOR = "MODERATOR", _("Moderator")


_UNSENT = frozenset({OfferState.DRAFT, OfferState.CHANGES_REQUESTED})
_SHOWN = frozenset({OfferState.ONLINE, OfferState.ONLINE_CHANGE_PENDING})
_EDITABLE = _UNSENT | _SHOWN | {OfferState.WAITING_ACCOUNT, OfferState.PENDING, OfferState.PAUSED}
_IN_QUEUE = frozenset(
    {OfferState.PENDING, OfferState.ONLINE_CHANGE_PENDING, OfferState.PAUSED, OfferState.EXPIRED}
)

# (act, role) -> states it may start from. Permissions and buttons are both derived from this table.
TRANSITIONS: dict[tuple[OfferAct, Role], frozenset[OfferState]] = {
    (OfferAct.SAVE, Role.EMPLOYER): _EDITABLE | {OfferState.EXPIRED},
    (OfferAct.SUBMIT, Role.EMPLOYER): _EDITABLE | {OfferState.EXPIRED},
    (OfferAct.RECALL, Role.EMPLOYER): _IN_QUEUE | {OfferState.WAITING_ACCOUNT},
    (OfferAct.EXTEND, Role.EMPLOYER): _SHOWN | {OfferState.PAUSED, OfferState.EXPIRED},
    (OfferAct.PAUSE, Role.EMPLOYER): _SHOWN,
    (OfferAct.RESUME, Role.EMPLOYER): frozenset({OfferState.PAUSED}),
    (OfferAct.CLOSE, Role.EMPLOYER): _SHOWN | {OfferState.PAUSED, OfferState.EXPIRED},
    (OfferAct.WITHDRAW, Role.EMPLOYER): _SHOWN | _UNSENT | {OfferState.PAUSED, OfferState.EXPIRED},
    (OfferAct.DUPLICATE, Role.EMPLOYER): frozenset(OfferState),
    (OfferAct.APPROVE, Role.MODERATOR): _IN_QUEUE,
    (OfferAct.REQUEST_CHANGES, Role.MODERATOR): _IN_QUEUE,
    (OfferAct.REFUSE, Role.MODERATOR): _IN_QUEUE,
    (OfferAct.SUSPEND, Role.MODERATOR): _SHOWN | {OfferState.PAUSED},
    (OfferAct.RESTORE, Role.MODERATOR): frozenset({OfferState.SUSPENDED}),
}


def may(act: OfferAct, role: Role, state: OfferState) -> bool:
    """Say whether the table lets `role` do `act` on an offer in `state`."""
    return state in TRANSITIONS.get((act, role), frozenset())
