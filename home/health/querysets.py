"""Questions about the data of the health section. Every list has a total order."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from typing import Any, cast

from django.db import models
from django.db.models import F, FilteredRelation, Q

from .states import RequestStatus


class ContactQuerySet(models.QuerySet[Any]):
    """The people whom health professionals call."""

    def active(self) -> ContactQuerySet:
        """Keep those who answer, in the order that the team chose."""
        return self.filter(is_active=True).order_by("order", "pk")

    def for_profession(self, profession: str) -> Any:
        """Return who answers a profession, of those who are active; None if nobody."""
        return answering(list(self.active()), profession)


def answering(contacts: list[Any], profession: str) -> Any:
    """Choose who answers a profession: who covers it, else who covers them all, else the first; None if nobody."""
    own = [one for one in contacts if profession in one.professions]
    everyone = [one for one in contacts if not one.professions]
    return next(iter([*own, *everyone, *contacts]), None)


class OnlineQuerySet(models.QuerySet[Any]):
    """Structures, housing and practices that editors show or hide."""

    def shown(self) -> OnlineQuerySet:
        """Keep what the site shows."""
        return self.filter(is_active=True)


class TrainingQuerySet(OnlineQuerySet):
    """The practices that train interns."""

    def with_places(self, day: dt.date) -> TrainingQuerySet:
        """Return a row for each semester not over on a day, and one for a practice without any."""
        ahead = FilteredRelation("semesters", condition=Q(semesters__ends_on__gte=day))
        found = self.annotate(open=ahead).annotate(
            places_semester=F("open__semester"),
            places_year=F("open__year"),
            places_free=F("open__free_places"),
            places_counted_on=F("open__counted_on"),
        )
        return cast("TrainingQuerySet", found)


class GrantQuerySet(models.QuerySet[Any]):
    """Dated aids. Dates are compared here, at read time: no scheduled task is trusted."""

    def shown(self) -> GrantQuerySet:
        """Keep what the site shows."""
        return self.filter(is_active=True)

    def in_force_on(self, day: dt.date) -> GrantQuerySet:
        """Keep the aids that exist on a day, its first and last days included."""
        started = Q(valid_from__isnull=True) | Q(valid_from__lte=day)
        return self.filter(started, Q(valid_to__isnull=True) | Q(valid_to__gte=day))

    def not_over_on(self, day: dt.date) -> GrantQuerySet:
        """Keep those that exist on a day or will."""
        return self.filter(Q(valid_to__isnull=True) | Q(valid_to__gte=day))

    def to_check_or_confirm(self, day: dt.date) -> GrantQuerySet:
        """Keep what nobody has checked after `day`, or ever, and what readers are told not to be confirmed."""
        unchecked = Q(checked_on__isnull=True) | Q(checked_on__lte=day)
        return self.filter(unchecked | Q(is_to_confirm=True))

    def in_order(self) -> GrantQuerySet:
        """Order as the team chose."""
        return self.order_by("order", "name", "pk")

    def with_areas(self) -> list[Any]:
        """Return the aids, each with the numbers and the names of its intercommunalities: one query."""
        rows = self.annotate(
            area_number=F("intercommunalities__pk"), area_name=F("intercommunalities__short_name")
        )
        listed: dict[int, Any] = {}
        for row in rows:
            grant = listed.setdefault(row.pk, row)
            if row.area_number is not None:
                grant.areas = {**grant.areas, row.area_number: row.area_name}
        return list(listed.values())


class ZoningQuerySet(models.QuerySet[Any]):
    """Which zone a commune is in, for a profession, from when to when."""

    def of(self, profession: str, municipality_id: int) -> ZoningQuerySet:
        """Return every classification of a commune for a profession, the latest first."""
        found = self.filter(profession=profession, municipality_id=municipality_id)
        return found.order_by("-valid_from", "-pk")

    def overlapping(self, start: dt.date, end: dt.date | None) -> ZoningQuerySet:
        """Keep those that hold on at least one day of a period; no end means for ever."""
        found = self.filter(Q(valid_to__isnull=True) | Q(valid_to__gte=start))
        return found if end is None else found.filter(valid_from__lte=end)


class VacancyQuerySet(models.QuerySet[Any]):
    """Places for interns, by semester."""

    def not_over_on(self, day: dt.date) -> VacancyQuerySet:
        """Keep the semesters that run on a day or will; those of the past disappear by themselves."""
        return self.filter(ends_on__gte=day).order_by("starts_on", "pk")


class CallbackQuerySet(models.QuerySet[Any]):
    """Requests to be called back."""

    def known(self) -> CallbackQuerySet:
        """Keep those whose person is still known."""
        return self.filter(forgotten_at__isnull=True)

    def waiting(self) -> CallbackQuerySet:
        """Keep those that nobody has called back yet, oldest first."""
        return self.known().filter(status=RequestStatus.NEW).order_by("created_at", "pk")

    def due_on(self, day: dt.date) -> CallbackQuerySet:
        """Keep those that wait for somebody: never called back, or to be contacted again by that day."""
        due = Q(status=RequestStatus.NEW) | Q(next_contact_on__lte=day)
        return self.known().filter(due).exclude(status=RequestStatus.CLOSED)

    def oldest_first(self) -> CallbackQuerySet:
        """Order by arrival, the oldest first."""
        return self.order_by("created_at", "pk")

    def newest_first(self) -> CallbackQuerySet:
        """Order by arrival, the latest first."""
        return self.order_by("-created_at", "-pk")

    def untouched_since(
        self, answered: dt.datetime, unanswered: dt.datetime, day: dt.date
    ) -> CallbackQuerySet:
        """Keep those where nothing has happened since `answered`, and nothing is planned after a day.

        Those that nobody has called back are kept when nothing has happened since `unanswered`.
        """
        waits = Q(status=RequestStatus.NEW)
        old = (~waits & Q(last_acted_at__lte=answered)) | (waits & Q(last_acted_at__lte=unanswered))
        return self.known().filter(old).exclude(next_contact_on__gt=day).order_by("pk")

    def of_addresses(self, addresses: Iterable[str]) -> CallbackQuerySet:
        """Keep the requests of a person, known by e-mail addresses."""
        asked = Q(pk__in=[])
        for address in addresses:
            asked |= Q(email__iexact=address)
        return self.filter(asked).order_by("pk")
