"""Questions about events and registrations. An event exists in each language; registrations belong to the French page."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from typing import Any

from django.conf import settings
from django.db.models import OuterRef, Q, QuerySet, Subquery, Sum
from django.db.models.functions import Coalesce, Lower
from wagtail.models import PageManager
from wagtail.query import PageQuerySet

from home.events.states import ON_THE_LIST, EventKind, RegistrationStatus
from ui.addresses import with_privacy


class EventQuerySet(PageQuerySet):
    """Events. Wagtail's querysets have no types: each question returns another `EventQuerySet`."""

    def online(self) -> Any:
        """Return what anyone may read: published, and not under a private page."""
        return with_privacy(self.live()).filter(is_private=False)

    def upcoming(self, now: dt.datetime) -> Any:
        """Return the events that are not over at `now`, the next one first, in a total order."""
        return self.filter(ends_at__gt=now).order_by("starts_at", "pk")

    def past(self, now: dt.datetime) -> Any:
        """Return the events that are over at `now`, the latest first, in a total order."""
        return self.filter(ends_at__lte=now).order_by("-starts_at", "-pk")

    def of_kinds(self, kinds: Sequence[str]) -> Any:
        """Return the events of some kinds; of all when none is named."""
        return self.filter(kind__in=[EventKind(kind).value for kind in kinds]) if kinds else self

    def in_french(self) -> Any:
        """Return the pages that events are written in first, to which registrations belong."""
        return self.filter(locale__language_code=settings.LANGUAGE_CODE)

    def starting_within(self, start: dt.datetime, end: dt.datetime) -> Any:
        """Return the events that start from `start` and before `end`."""
        return self.filter(starts_at__gte=start, starts_at__lt=end)

    def with_seats(self) -> Any:
        """Annotate each page, whatever its language, with `taken`: the places given, the only ones that anybody sees.

        A request made with somebody's address changes nothing here: it would tell whether the address is registered.
        """
        from home.events.models import Registration  # the model's manager is made of this class

        taken = (
            Registration.objects.filter(event__translation_key=OuterRef("translation_key"))
            .confirmed()
            .order_by()
            .values("event__translation_key")
            .annotate(total=Sum("party_size"))
            .values("total")
        )
        return self.annotate(taken=Coalesce(Subquery(taken), 0))

    def with_counts(self) -> Any:
        """Annotate each French page with `taken`, `queued` and `seen`: the persons with a place, waiting, present."""

        def persons(**wanted: Any) -> Coalesce:
            rows = Q(**{f"registrations__{name}": value for name, value in wanted.items()})
            return Coalesce(Sum("registrations__party_size", filter=rows), 0)

        return self.annotate(
            taken=persons(status=RegistrationStatus.CONFIRMED),
            queued=persons(status=RegistrationStatus.WAITING),
            seen=persons(status=RegistrationStatus.CONFIRMED, present_at__isnull=False),
        )

    def with_sequence(self) -> Any:
        """Annotate each page with `sequence`: how many times what people noted down has changed."""
        from home.events.models import EventDesk  # as above

        desks = EventDesk.objects.filter(event__translation_key=OuterRef("translation_key"))
        return self.annotate(sequence=Coalesce(Subquery(desks.values("sequence")[:1]), 0))

    def for_lists(self) -> Any:
        """Leave the text out; photos are read by number, all at once."""
        return self.select_related("locale").defer("body")


EventManager = PageManager.from_queryset(EventQuerySet)


class RegistrationQuerySet(QuerySet[Any]):
    """Questions about registrations."""

    def confirmed(self) -> RegistrationQuerySet:
        """Keep those who have a place."""
        return self.filter(status=RegistrationStatus.CONFIRMED)

    def waiting(self) -> RegistrationQuerySet:
        """Keep those who wait for one, first come first."""
        return self.filter(status=RegistrationStatus.WAITING).order_by("asked_at", "pk")

    def active(self) -> RegistrationQuerySet:
        """Keep those who have a place or wait for one."""
        return self.filter(status__in=ON_THE_LIST)

    def pending(self) -> RegistrationQuerySet:
        """Keep the requests that nobody has confirmed."""
        return self.filter(status=RegistrationStatus.PENDING)

    def proved(self) -> RegistrationQuerySet:
        """Leave these out."""
        return self.exclude(status=RegistrationStatus.PENDING)

    def seated(self, now: dt.datetime) -> RegistrationQuerySet:
        """Keep those whose place is given, or held at `now` until its hour is over."""
        held = Q(status=RegistrationStatus.PENDING, held_until__gt=now)
        return self.filter(Q(status=RegistrationStatus.CONFIRMED) | held)

    def held(self, now: dt.datetime) -> RegistrationQuerySet:
        """Keep the requests whose place is held at `now`."""
        return self.pending().filter(held_until__gt=now)

    def lapsed(self, now: dt.datetime) -> RegistrationQuerySet:
        """Keep the requests whose place was held, and is not any more at `now`."""
        return self.pending().filter(held_until__lte=now)

    def by_arrival(self) -> RegistrationQuerySet:
        """Order by the instant of the request, never by anything about the person."""
        return self.order_by("asked_at", "pk")

    def by_name(self) -> RegistrationQuerySet:
        """Order as a list is read out: by family name."""
        return self.order_by(Lower("last_name"), Lower("first_name"), "pk")

    def to_come(self, now: dt.datetime) -> RegistrationQuerySet:
        """Keep those who come to, or wait for, what is not over at `now`."""
        return self.active().filter(event__ends_at__gt=now)

    def of_addresses(self, addresses: Sequence[str]) -> RegistrationQuerySet:
        """Keep those made with one of these e-mail addresses."""
        wanted = Q(pk__in=[])
        for address in addresses:
            wanted |= Q(email__iexact=address)
        return self.filter(wanted)

    def never_confirmed(
        self, *, asked_before: dt.datetime, now: dt.datetime
    ) -> RegistrationQuerySet:
        """Keep the requests that nobody confirmed: old ones, and those for what is over."""
        return self.pending().filter(Q(asked_at__lte=asked_before) | Q(event__ends_at__lte=now))

    def ended_before(self, moment: dt.datetime) -> RegistrationQuerySet:
        """Keep those of events that ended at `moment` or earlier."""
        return self.filter(event__ends_at__lte=moment)

    def seats(self) -> int:
        """Count the persons of these registrations."""
        return int(self.order_by().aggregate(total=Sum("party_size"))["total"] or 0)
