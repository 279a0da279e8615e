"""The questions asked about campaigns and their links."""

from __future__ import annotations

import datetime as dt
from typing import Any

from django.db import models
from wagtail.models import PageManager, PageQuerySet


class CampaignPageQuerySet(PageQuerySet):
    """Campaigns, by their dates."""

    def running(self, day: dt.date) -> Any:
        """Keep the campaigns online that have begun and are not over, those that end first first."""
        return self.filter(live=True, starts_on__lte=day, ends_on__gte=day).order_by(
            "ends_on", "pk"
        )


CampaignPageManager = PageManager.from_queryset(CampaignPageQuerySet)


class CampaignLinkQuerySet(models.QuerySet[Any]):
    """Links, by whether they still count."""

    def for_lists(self) -> CampaignLinkQuerySet:
        """Order as screens do, the latest first, with their campaign."""
        return self.select_related("page", "page__locale").order_by("-created_at", "-pk")
