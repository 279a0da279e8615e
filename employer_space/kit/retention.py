"""How long the kit remembers each download: then only how many a month, per employer and piece."""

from __future__ import annotations

import datetime as dt
from typing import Any

from django.conf import settings
from django.db import transaction
from django.db.models import F, QuerySet
from django.utils import timezone

from operations.purge import Policy, batches

from .models import KitDownload


def first_of_month(moment: dt.datetime) -> dt.datetime:
    """Return the beginning, in the Lot, of the month of `moment`."""
    local = timezone.localtime(moment)
    return dt.datetime(local.year, local.month, 1, tzinfo=local.tzinfo)


def downloads_due(now: dt.datetime) -> QuerySet[Any]:
    """Return the downloads past their time, each of them still a row of its own."""
    before = now - dt.timedelta(days=settings.KEEP_KIT_DOWNLOAD_DAYS)
    return KitDownload.objects.filter(downloaded_at__lte=before, is_month=False)


def count_by_month(now: dt.datetime, dry_run: bool) -> int:
    """Replace old downloads by one row for each month, employer and piece; the totals do not move."""
    due = downloads_due(now)
    if dry_run:
        return due.count()
    return sum(_fold(some) for some in batches(due))


@transaction.atomic
def _fold(keys: list[int]) -> int:
    rows = list(KitDownload.objects.select_for_update(of=("self",)).filter(pk__in=keys))
    months: dict[tuple[int, int, dt.datetime], int] = {}
    for row in rows:
        key = (row.employer_id, row.item_id, first_of_month(row.downloaded_at))
        months[key] = months.get(key, 0) + row.count
    for (employer_id, item_id, month), count in months.items():
        total, created = KitDownload.objects.get_or_create(
            employer_id=employer_id,
            item_id=item_id,
            downloaded_at=month,
            is_month=True,
            defaults={"count": count},
        )
        if not created:
            KitDownload.objects.filter(pk=total.pk).update(count=F("count") + count)
    KitDownload.objects.filter(pk__in=[row.pk for row in rows]).delete()
    return len(rows)


def downloads() -> Policy:
    """Return the promise about downloads, in the words of the settings."""
    days = settings.KEEP_KIT_DOWNLOAD_DAYS
    return Policy(
        name="employer_space.kit_downloads",
        keeps=f"who downloaded what from the kit: {days} days, then counts by month",
        run=count_by_month,
    )
