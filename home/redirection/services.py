"""The acts: write redirections, keep them straight, gather what was not found, say that a page was read again."""

from __future__ import annotations

import datetime as dt
from collections import Counter
from collections.abc import Mapping
from typing import TYPE_CHECKING

from django.db import transaction
from django.db.models import F
from wagtail.contrib.redirects.models import Redirect
from wagtail.models import Page

from operations.tallies import Totals

from .addresses import Addresses
from .importing import Plan, Row, plan
from .models import MissedAddress, PageReview
from .steps import known_redirects, straight

if TYPE_CHECKING:
    from accounts.models import User

MANAGE_PERMISSION = "redirection.manage_addresses"
TALLY = "missed-addresses"
# Somebody who asks for invented addresses all night must not fill the table: those to handle, at most…
MOST_MISSED = 2000
# … and, when it is full, those of the day among them: the others are not driven out by one bad night.
MOST_NEW = 500


def plan_import(rows: list[Row], now: dt.datetime) -> Plan:
    """Say what an import would do today."""
    return plan(rows, addresses=Addresses.read(now), known=known_redirects())


@transaction.atomic
def import_rows(rows: list[Row], now: dt.datetime) -> Plan:
    """Write the lines that can be; those refused change nothing. Doing it twice changes nothing."""
    addresses = Addresses.read(now)
    done = plan(rows, addresses=addresses, known=known_redirects())
    write(done.to_write, addresses)
    return done


def write(targets: Mapping[str, str], addresses: Addresses) -> None:
    """Make each old address lead to its target: to the page itself where it is one, so that it may move."""
    known = {row.old_path: row for row in Redirect.objects.filter(old_path__in=list(targets))}
    for old, target in targets.items():
        redirect = known.get(old) or Redirect(old_path=old)
        place = addresses.page_at(target)
        is_plain = place is not None and not set(target) & {"?", "#"}
        redirect.redirect_page_id = place.pk if place is not None and is_plain else None
        redirect.redirect_page_route_path = ""
        redirect.redirect_link = "" if is_plain else target
        redirect.save()
    MissedAddress.objects.filter(path__in=[*targets, *(f"{old}/" for old in targets)]).delete()


@transaction.atomic
def straighten(now: dt.datetime) -> int:
    """Shorten the chains made by hand, or by a page that moved; return how many redirections changed.

    Circles are left, and reported.
    """
    addresses = Addresses.read(now)
    known = addresses.not_answered(known_redirects())
    shorter = straight(known, only=known, final=addresses.settled)
    write(shorter, addresses)
    return len(shorter)


def add_misses(totals: Totals) -> None:
    """Add what was not found to the addresses known; beyond a number of them, the least asked for go."""
    days: dict[str, list[dt.date]] = {}
    counts: Counter[str] = Counter()
    for (day, path), number in totals.items():
        days.setdefault(path, []).append(day)
        counts[path] += number
    known = set(MissedAddress.objects.filter(path__in=counts).values_list("path", flat=True))
    MissedAddress.objects.bulk_create(
        MissedAddress(
            path=path, count=counts[path], first_day=min(days[path]), last_day=max(days[path])
        )
        for path in counts
        if path not in known
    )
    for path in known:
        rows = MissedAddress.objects.filter(path=path)
        rows.update(count=F("count") + counts[path])
        rows.filter(last_day__lt=max(days[path])).update(last_day=max(days[path]))
    if totals:
        make_room(max(day for day, _path in totals))


def make_room(today: dt.date) -> None:
    """Forget the least asked for of the addresses to handle, then those of longest ago, beyond the most kept.

    Newcomers of the day go among themselves once they are too many, otherwise they stay: an address has a day to be
    asked for again. Those set aside count for nothing and stay.
    """
    rows = MissedAddress.objects.to_handle()
    excess = rows.count() - MOST_MISSED
    if excess <= 0:
        return
    newcomers = rows.filter(first_day__gte=today)
    too_new = min(excess, max(0, newcomers.count() - MOST_NEW))
    for some, number in (
        (newcomers, too_new),
        (rows.filter(first_day__lt=today), excess - too_new),
    ):
        forgotten = some.order_by("count", "last_day", "pk").values_list("pk", flat=True)[:number]
        MissedAddress.objects.filter(pk__in=list(forgotten)).delete()


def ignore(*, missed: MissedAddress, now: dt.datetime) -> None:
    """Set an address aside: nobody will make a redirection of it."""
    MissedAddress.objects.filter(pk=missed.pk, ignored_at__isnull=True).update(ignored_at=now)


def mark_reviewed(*, page: Page, by: User, now: dt.datetime) -> PageReview:
    """Say that somebody read a page again and that it holds."""
    review, _created = PageReview.objects.update_or_create(
        page=page, defaults={"reviewed_at": now, "reviewed_by": by}
    )
    return review
