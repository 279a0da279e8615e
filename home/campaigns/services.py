"""The acts: make a link, count the visits and the messages that it brought."""

from __future__ import annotations

import datetime as dt

from django.db import IntegrityError, transaction
from django.db.models import F
from django.utils import timezone

from operations.tallies import Totals

from .models import CampaignLink, CampaignPage, CampaignVisit

FOLLOW_PERMISSION = "campaigns.follow_campaignlink"
TALLY = "campaign-visits"


class CodeTaken(Exception):
    """Another link has this code already."""


def create_link(
    *, page: CampaignPage, code: str, label: str, channel: str, now: dt.datetime
) -> CampaignLink:
    """Make a link to a campaign. Raises CodeTaken when its code leads somewhere already: codes are printed."""
    try:
        with transaction.atomic():
            link: CampaignLink = CampaignLink.objects.create(
                page=page, code=code, label=label, channel=channel, created_at=now
            )
    except IntegrityError:
        raise CodeTaken from None
    return link


def add_visits(totals: Totals) -> None:
    """Add the visits of each day to those known; codes that no link has are left out."""
    codes = {code for _day, code in totals}
    links = dict(CampaignLink.objects.filter(code__in=codes).values_list("code", "pk"))
    for (day, code), number in totals.items():
        if code in links:
            _add(links[code], day, visits=number)


def add_message(code: str, now: dt.datetime) -> None:
    """Count a message sent by somebody who came by the link of that code."""
    pk = CampaignLink.objects.filter(code=code).values_list("pk", flat=True).first()
    if pk is not None:
        _add(pk, timezone.localdate(now), messages=1)


def _add(link: int, day: dt.date, *, visits: int = 0, messages: int = 0) -> None:
    row, _created = CampaignVisit.objects.get_or_create(link_id=link, day=day)
    CampaignVisit.objects.filter(pk=row.pk).update(
        count=F("count") + visits, messages=F("messages") + messages
    )
