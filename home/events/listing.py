"""Choose what a list of events shows, from parameters that anyone may have typed."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any
from urllib.parse import urlencode

from django.core.paginator import Page as PaginatorPage
from django.core.paginator import Paginator
from django.http import QueryDict
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext

from home.events.availability import availability
from home.events.states import Availability, EventKind
from home.events.wording import month_in_words
from ui.typography import day_in_words

if TYPE_CHECKING:
    from home.events.models import EventIndexPage, EventPage

PER_PAGE = 24
HIGHEST_PAGE = 10_000
PAST = "passes"


@dataclass(frozen=True)
class AgendaChoice:
    """A kind, what is to come or what is past, and a page; what cannot be understood is ignored and said."""

    kind: EventKind | None = None
    is_past: bool = False
    number: int = 1
    ignored: tuple[str, ...] = ()

    @classmethod
    def from_query(cls, query: Mapping[str, Any]) -> AgendaChoice:
        """Read `genre`, `periode` and `page`."""
        ignored = []
        word = str(query.get("genre", ""))
        kind = EventKind(word) if word in EventKind.values else None
        if word and kind is None:
            ignored.append("genre")
        period = str(query.get("periode", ""))
        if period not in ("", PAST):
            ignored.append("periode")
        number = _number(str(query.get("page", "")))
        if query.get("page") and number is None:
            ignored.append("page")
        return cls(kind, period == PAST, number or 1, tuple(ignored))

    def query(self, **changes: Any) -> str:
        """Return the query string of this choice with some changes, without what is empty."""
        values = {**self.kept, **changes}
        kept = {name: value for name, value in values.items() if value}
        return f"?{urlencode(kept)}" if kept else ""

    @property
    def kept(self) -> dict[str, str]:
        """Return the parameters that links to other pages of the list keep."""
        found = {}
        if self.kind is not None:
            found["genre"] = self.kind.value
        if self.is_past:
            found["periode"] = PAST
        return found

    @property
    def params(self) -> QueryDict:
        """Return the same as the pagination reads it."""
        return QueryDict(urlencode(self.kept))


def _number(text: str) -> int | None:
    """Return a page number; None for anything else."""
    if not (text.isascii() and text.isdigit() and len(text) <= len(str(HIGHEST_PAGE))):
        return None
    return int(text) if 1 <= int(text) <= HIGHEST_PAGE else None


@dataclass(frozen=True)
class Month:
    """A month with its events, or several months without any, before the next event."""

    months: tuple[dt.date, ...]
    events: tuple[EventPage, ...] = ()
    following: EventPage | None = None

    @property
    def name(self) -> str:
        """Return « mars 2027 », or « mars 2027 – mai 2027 » for several."""
        first, last = month_in_words(self.months[0]), month_in_words(self.months[-1])
        return first if first == last else f"{first} – {last}"

    @property
    def emptiness(self) -> str:
        """Say that nothing takes place, and when the next event does: never silence."""
        if self.following is None:
            return ""
        words = {
            "month": date_format(self.months[0], "F"),
            "last": date_format(self.months[-1], "F"),
            "day": day_in_words(self.following.first_day, with_year=False),
        }
        if len(self.months) == 1:
            return gettext("Nothing in %(month)s. Next date: %(day)s.") % words
        return gettext("Nothing between %(month)s and %(last)s. Next date: %(day)s.") % words


@dataclass(frozen=True)
class AgendaListing:
    """A page of events by month, with the kinds that lead somewhere."""

    page: PaginatorPage[EventPage]
    months: list[Month]
    kinds: list[tuple[EventKind, str]]
    all_kinds: str
    upcoming: str
    past: str
    has_past: bool


def list_events(*, index: EventIndexPage, choice: AgendaChoice, now: dt.datetime) -> AgendaListing:
    """Return the events below an index that answer a choice: three queries, whatever their number."""
    from home.events.models import EventPage  # the model's own page asks for its list

    below = EventPage.objects.child_of(index).online()
    facts = list(below.order_by().values_list("kind", "ends_at"))
    period = below.past(now) if choice.is_past else below.upcoming(now)
    found = period.of_kinds([choice.kind] if choice.kind else ())
    paginator = Paginator(found.with_seats().for_lists(), PER_PAGE)
    page = paginator.get_page(choice.number)
    for event in page.object_list:
        state = availability(event, taken=event.taken, now=now)
        event.is_full = state == Availability.FULL
    shown = {kind for kind, end in facts if (end <= now) == choice.is_past}
    return AgendaListing(
        page=page,
        months=by_month(page.object_list, now=now, choice=choice, is_first=page.number == 1),
        kinds=[(kind, choice.query(genre=kind.value)) for kind in EventKind if kind in shown],
        all_kinds=choice.query(genre=""),
        upcoming=choice.query(periode=""),
        past=choice.query(periode=PAST),
        has_past=any(end <= now for _kind, end in facts),
    )


def by_month(
    events: Iterable[EventPage], *, now: dt.datetime, choice: AgendaChoice, is_first: bool
) -> list[Month]:
    """Group events by the month of their start, and say which months between them are empty.

    An event that began before this month and goes on belongs to this month. The archive says nothing of empty months.
    """
    this_month = timezone.localtime(now).date().replace(day=1)
    groups: dict[dt.date, list[EventPage]] = {}
    for event in events:
        month = event.first_day.replace(day=1)
        groups.setdefault(month if choice.is_past else max(month, this_month), []).append(event)
    if choice.is_past:
        return [Month((month,), tuple(found)) for month, found in groups.items()]
    result: list[Month] = []
    expected = this_month if is_first else next(iter(groups), this_month)
    for month, found in groups.items():
        if empty := _months(expected, month):
            result.append(Month(empty, following=found[0]))
        result.append(Month((month,), tuple(found)))
        expected = next_month(month)
    return result


def next_month(month: dt.date) -> dt.date:
    """Return the first day of the month that follows."""
    return (month.replace(day=1) + dt.timedelta(days=32)).replace(day=1)


def _months(start: dt.date, end: dt.date) -> tuple[dt.date, ...]:
    """Return the months from `start`, before `end`."""
    found = []
    while start < end:
        found.append(start)
        start = next_month(start)
    return tuple(found)


def next_events(
    *, locale_id: int, now: dt.datetime, kinds: Sequence[str] = (), number: int = 3
) -> list[EventPage]:
    """Return the next events of some kinds (all when none is named) in a language, in one query.

    Those that are cancelled are left out. What is past, private or a draft is never here.
    """
    from home.events.models import EventPage  # as above

    if number < 1:
        return []
    found = EventPage.objects.online().filter(locale_id=locale_id, is_cancelled=False)
    return list(found.of_kinds(kinds).upcoming(now).for_lists()[:number])
