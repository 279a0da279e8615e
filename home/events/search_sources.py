"""Give the search page the events."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import datetime
from typing import Any

from django.db.models import Case, IntegerField, QuerySet, Value, When
from django.http import HttpRequest
from django.utils import timezone
from django.utils.translation import gettext, ngettext
from django.utils.translation import gettext_lazy as _

from home.events.models import EventPage
from search.sources import Entry, Hit, Source, register
from ui.addresses import page_path
from ui.page_text import in_language, public_now, text_of

KIND = "event"
_PER_READ = 200


def visible(now: datetime) -> QuerySet[Any]:
    """Return the events that anybody may read; those that are over come last."""
    is_over = Case(
        When(ends_at__lte=now, then=Value(1)), default=Value(0), output_field=IntegerField()
    )
    events: QuerySet[Any] = public_now(EventPage.objects.all(), now).annotate(is_over=is_over)
    return events


def entries(ids: Sequence[int] | None) -> Iterator[Entry]:
    """Yield what is indexed of public events."""
    events = visible(timezone.now())
    if ids is not None:
        events = events.filter(pk__in=ids)
    for event in events.order_by("pk").iterator(chunk_size=_PER_READ):
        # Who organises finds the event, and says nothing of it.
        shown = text_of(event, without=("organiser",))
        text = f"{shown} {event.organiser}"
        yield Entry(event.pk, event.title, text, event.locale.language_code, excerpt=shown)


def hits(found: Sequence[Any], _request: HttpRequest) -> list[Hit]:
    """Show events found, with their day."""
    return [
        Hit(
            event.pk,
            title(event),
            page_path(event.url_path, str(event.locale.language_code)),
            language=event.locale.language_code,
            date=event.starts_at,
        )
        for event in found
    ]


def title(event: Any) -> str:
    """Return the title, marked when the event does not take place."""
    if event.is_cancelled:
        return gettext("Cancelled: %(title)s") % {"title": event.title}
    return str(event.title)


def all_label(total: int) -> str:
    """Name the link to every event found."""
    return ngettext("See the %(count)d event", "See the %(count)d events", total) % {"count": total}


def connect() -> None:
    """Register the source; called from `AppConfig.ready`."""
    register(
        Source(
            kind=KIND,
            number=5,
            slug="agenda",
            label=_("Agenda"),
            visible=visible,
            entries=entries,
            hits=hits,
            all_label=all_label,
            order=("is_over", "is_foreign", "starts_at", "pk"),
            for_readers=in_language,
        )
    )
