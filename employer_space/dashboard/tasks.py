"""What waits for the employer: corrections, offers about to end, drafts, an account to complete."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from employer_space.offers.buttons import act_url, noted_step, step_url
from employer_space.offers.notes import Note, latest_notes
from employer_space.offers.steps import STEPS
from jobs.employers.models import Employer
from jobs.employers.states import EmployerStatus
from jobs.offers.digest import WARNING_DAYS
from jobs.offers.models import JobOffer
from jobs.offers.querysets import paris_day
from jobs.offers.states import OfferAct, OfferState, ReviewState
from ui.typography import NBSP, day_in_words, hour_in_words, with_inner_quotes

from .rows import TO_HANDLE, Row

MOST_DRAFTS = 3
CORRECTABLE = frozenset(
    {OfferState.CHANGES_REQUESTED, OfferState.ONLINE, OfferState.PAUSED, OfferState.EXPIRED}
)


@dataclass(frozen=True, slots=True)
class Task:
    """One thing to do, as the component `task_list` shows it."""

    title: str
    text: str
    url: str
    link_label: str
    suffix: str = ""
    variant: str = "info"


def tasks_of(rows: list[Row], now: dt.datetime) -> list[Task]:
    """Return what waits, the most pressing first, in four queries whatever the number of offers."""
    corrections = [row for row in rows if needs_correction(row)]
    notes = latest_notes([row.offer for row in corrections], OfferAct.REQUEST_CHANGES)
    suspended = [row for row in rows if row.state == OfferState.SUSPENDED]
    reasons = latest_notes([row.offer for row in suspended], OfferAct.SUSPEND)
    found = [suspension(row, reasons.get(row.offer.pk)) for row in suspended]
    found += [correction(row, notes[row.offer.pk]) for row in corrections if row.offer.pk in notes]
    found += [ending(row) for row in rows if is_ending(row, now)]
    return [*found, *drafts([row for row in rows if row.state == OfferState.DRAFT])]


def needs_correction(row: Row) -> bool:
    """Say whether a moderator waits for a new version, of a first offer or of one online."""
    is_asked = row.offer.lifecycle.review == ReviewState.CHANGES_REQUESTED
    return is_asked and row.state in CORRECTABLE


def correction(row: Row, note: Note) -> Task:
    """Quote the moderator."""
    text = _("“%(text)s” Message from %(author)s, on %(day)s at %(hour)s.") % {
        "text": with_inner_quotes(note.text),
        "author": note.author,
        "day": day_in_words(note.at, with_year=False),
        "hour": hour_in_words(note.at),
    }
    return Task(
        title=_("“%(title)s” waits for a correction from you") % {"title": row.title},
        text=text,
        url=step_url(row.offer, noted_step(note)),
        link_label=_("Correct the offer"),
        suffix=row.title,
        variant="warning",
    )


def suspension(row: Row, note: Note | None) -> Task:
    """Say that the team took the offer off the site, and why."""
    words = _("Call us to talk about it.")
    quoted = _("“%(text)s”") % {"text": with_inner_quotes(note.text)} if note and note.text else ""
    return Task(
        title=_("“%(title)s” is suspended: nobody sees it") % {"title": row.title},
        text=" ".join(filter(None, [quoted, words])),
        url=row.url,
        link_label=_("See the offer"),
        suffix=row.title,
        variant="warning",
    )


def is_ending(row: Row, now: dt.datetime) -> bool:
    """Say whether an offer online stops within a week."""
    is_online = row.state in (OfferState.ONLINE, OfferState.ONLINE_CHANGE_PENDING)
    return is_online and (row.last_day - paris_day(now)).days < WARNING_DAYS


def ending(row: Row) -> Task:
    """Say when the offer stops."""
    return Task(
        title=_("“%(title)s” ends on %(day)s")
        % {"title": row.title, "day": day_in_words(row.last_day, with_year=False)},
        text=_("Is the post still open? Extend the offer, or close it."),
        url=act_url(row.offer, "offer_extend"),
        link_label=_("Extend"),
        suffix=row.title,
        variant="warning",
    )


def drafts(rows: Iterable[Row]) -> list[Task]:
    """Return the drafts to finish: each of them, or their number when they are many."""
    rows = list(rows)
    if len(rows) > MOST_DRAFTS:
        title = ngettext("%(count)d draft to finish", "%(count)d drafts to finish", len(rows))
        url = f"{reverse('employer_space:dashboard')}?onglet={TO_HANDLE}"
        return [Task(title % {"count": len(rows)}, "", url, _("See the drafts"))]
    return [
        Task(
            title=_("Draft%(colon)s %(title)s") % {"colon": f"{NBSP}:", "title": row.title},
            text=_("Saved on %(day)s.")
            % {"day": day_in_words(saved_day(row.offer), with_year=False)},
            url=step_url(row.offer, STEPS[0]),
            link_label=_("Finish the offer"),
            suffix=row.title,
        )
        for row in rows
    ]


def saved_day(offer: JobOffer) -> dt.datetime | None:
    """Return when the draft was last saved."""
    saved: dt.datetime | None = offer.lifecycle.saved_at
    return saved


@dataclass(frozen=True, slots=True)
class Banner:
    """Where the employer's account stands, when there is something to say."""

    title: str
    text: str
    variant: str
    url: str = ""
    link_label: str = ""


def banner_of(employer: Employer) -> Banner | None:
    """Return what to say of the account: being verified, information requested, refused, suspended."""
    reason = employer.status_reason
    correct = reverse("employer_space:sign_up_correct")
    if employer.status == EmployerStatus.PENDING:
        return Banner(
            _("Your account is being verified (two working days in general)."),
            _("You can already prepare an offer."),
            "info",
        )
    if employer.status == EmployerStatus.INFORMATION_REQUESTED:
        return Banner(
            _("The team needs more information"), reason, "warning", correct, _("Correct (account)")
        )
    if employer.status == EmployerStatus.REFUSED:
        return Banner(
            _("Your account was refused"), reason, "error", correct, _("Correct (account)")
        )
    if employer.status == EmployerStatus.SUSPENDED:
        words = _("Your offers are not visible. Call us to talk about it.")
        text = " ".join(filter(None, [reason, words]))
        return Banner(_("Your account is suspended"), text, "error")
    return None
