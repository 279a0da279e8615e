"""What the team wrote about an offer, and its history as its employer may read it."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any

from django.utils.translation import gettext as _

from jobs.offers.journal import team_name
from jobs.offers.labels import field_label
from jobs.offers.models import JobOffer, ModerationLogEntry
from jobs.offers.states import OfferAct, ReviewState
from ui.typography import NBSP, day_in_words

# What readers write to the team is between them and the team.
HIDDEN_ACTS = (OfferAct.REPORT, OfferAct.REPORT_HANDLED)


@dataclass(frozen=True, slots=True)
class Note:
    """The words of a moderator: about the whole offer, or about one field."""

    text: str
    author: str
    at: dt.datetime
    fields: dict[str, Note] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class HistoryEntry:
    """A line of the history, as the component `history_list` shows it."""

    text: str
    at: dt.datetime
    author: str
    note: str


def labelled(note: Note | None) -> list[str]:
    """Return the notes per field, each under the words by which people know the field."""
    fields = note.fields if note else {}
    return [f"{field_label(name)}{NBSP}: {one.text}" for name, one in fields.items()]


def _note_of(entry: ModerationLogEntry) -> Note:
    author = team_name(entry.actor_name)
    fields = {note.field: Note(note.text, author, entry.created_at) for note in entry.notes.all()}
    return Note(entry.reason, author, entry.created_at, fields)


def latest_notes(offers: Iterable[JobOffer], act: OfferAct) -> dict[int, Note]:
    """Return, by offer, the latest decision of this sort with its notes per field, in two queries."""
    entries = (
        ModerationLogEntry.objects.filter(offer_id__in=[offer.pk for offer in offers], act=act)
        .order_by("created_at", "pk")
        .prefetch_related("notes")
    )
    return {entry.offer_id: _note_of(entry) for entry in entries}


def requested_changes(offer: JobOffer) -> Note | None:
    """Return what the moderator asks for, as long as it has not been sent again."""
    if offer.lifecycle.review != ReviewState.CHANGES_REQUESTED:
        return None
    return latest_notes([offer], OfferAct.REQUEST_CHANGES).get(offer.pk)


def refusal(offer: JobOffer) -> Note | None:
    """Return why the latest submission was refused."""
    if offer.lifecycle.review != ReviewState.REFUSED:
        return None
    return latest_notes([offer], OfferAct.REFUSE).get(offer.pk)


def suspension(offer: JobOffer) -> Note | None:
    """Return why the team took the offer off the site."""
    if offer.lifecycle.suspended_at is None:
        return None
    return latest_notes([offer], OfferAct.SUSPEND).get(offer.pk)


def old_refusal(offer: JobOffer) -> Note | None:
    """Return why the offer this one was copied from was refused."""
    copied_id = offer.lifecycle.copied_from_id
    if copied_id is None:
        return None
    origin = JobOffer.objects.select_related("lifecycle").get(pk=copied_id)
    return refusal(origin)


def history(offer: JobOffer) -> list[HistoryEntry]:
    """Return who did what on the offer and when, the latest first."""
    entries = offer.log.exclude(act__in=HIDDEN_ACTS).order_by("-created_at", "-pk")
    return [
        HistoryEntry(
            str(entry.get_act_display()), entry.created_at, entry.actor_name, _words(entry)
        )
        for entry in entries.prefetch_related("notes")
    ]


def _words(entry: Any) -> str:
    if entry.act == OfferAct.EXTEND:
        return _until(entry.reason)
    notes = [f"{field_label(note.field)}{NBSP}: {note.text}" for note in entry.notes.all()]
    return "\n".join(filter(None, [entry.reason, *notes]))


def _until(reason: str) -> str:
    try:
        day = dt.date.fromisoformat(reason)
    except ValueError:
        return reason
    return _("Until %(day)s") % {"day": day_in_words(day, with_year=True)}
