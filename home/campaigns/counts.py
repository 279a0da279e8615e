"""What is shown of the counts of links: totals by month, and no number so small that it could point at somebody."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass

from django.db.models import Sum
from django.db.models.functions import TruncMonth
from django.utils.translation import gettext as _

from ui.small_cells import SMALLEST_CELL
from ui.typography import grouped

from .models import CampaignLink, CampaignVisit


@dataclass(frozen=True, slots=True)
class Shown:
    """A number as it may be shown: `number` counts what is told, and `is_partial` that something is not."""

    number: int
    is_partial: bool = False

    @classmethod
    def of(cls, number: int) -> Shown:
        """Hide a small number; zero points at nobody."""
        return cls(0, is_partial=True) if 0 < number < SMALLEST_CELL else cls(number)

    def __add__(self, other: Shown) -> Shown:
        """Add what is told only: a total from which the rest could be deduced would tell it."""
        return Shown(self.number + other.number, self.is_partial or other.is_partial)

    def __str__(self) -> str:
        if not self.is_partial:
            return grouped(self.number)
        if not self.number:
            return _("fewer than %(number)d") % {"number": SMALLEST_CELL}
        return _("at least %(number)s") % {"number": grouped(self.number)}


@dataclass(frozen=True, slots=True)
class Month:
    """What a link brought in a month."""

    first_day: dt.date
    visits: Shown
    messages: Shown


@dataclass(frozen=True, slots=True)
class LinkCounts:
    """A link with its months, the latest first."""

    link: CampaignLink
    months: tuple[Month, ...]

    @property
    def visits(self) -> Shown:
        """Return the visits of all the months."""
        return sum((month.visits for month in self.months), Shown(0))

    @property
    def messages(self) -> Shown:
        """Return the messages of all the months."""
        return sum((month.messages for month in self.months), Shown(0))


def counts_of(links: Iterable[CampaignLink]) -> list[LinkCounts]:
    """Return the counts of links, in their order, in one query."""
    links = list(links)
    rows = (
        CampaignVisit.objects.filter(link__in=[link.pk for link in links])
        .annotate(month=TruncMonth("day"))
        .values("link_id", "month")
        .annotate(visits=Sum("count"), sent=Sum("messages"))
        .order_by("link_id", "-month")
    )
    months: dict[int, list[Month]] = {}
    for row in rows:
        month = Month(row["month"], Shown.of(row["visits"]), Shown.of(row["sent"]))
        months.setdefault(row["link_id"], []).append(month)
    return [LinkCounts(link, tuple(months.get(link.pk, ()))) for link in links]
