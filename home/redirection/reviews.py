"""Which pages nobody has read again for too long."""

from __future__ import annotations

import datetime as dt
from typing import Any

from django.apps import apps
from django.conf import settings
from django.db.models import F, OuterRef, Subquery
from django.db.models.functions import Coalesce, Greatest
from wagtail.models import Page

from ui.listed import unlisted_types
from ui.pages import BasePage

from .models import PageReview

DAYS_A_MONTH = 365 / 12


def stale_pages(now: dt.datetime) -> Any:
    """Return the French pages online that nobody published nor read again for months, the oldest first.

    What carries its own date (articles, events) is left out. Each page has `last_read_at`.
    """
    limit = now - dt.timedelta(days=round(settings.STALE_PAGE_MONTHS * DAYS_A_MONTH))
    reviewed = PageReview.objects.filter(page=OuterRef("pk")).values("reviewed_at")[:1]
    return (
        Page.objects.filter(live=True, depth__gt=1, locale__language_code=settings.LANGUAGE_CODE)
        .not_type(*dated_types())
        .annotate(reviewed_at=Subquery(reviewed))
        .annotate(
            last_read_at=Greatest(
                F("last_published_at"), Coalesce(F("reviewed_at"), F("last_published_at"))
            )
        )
        .filter(last_read_at__lte=limit)
        .order_by("last_read_at", "pk")
    )


def dated_types() -> list[type[Page]]:
    """Return the types of pages that nobody has to read again."""
    found = [
        model
        for model in apps.get_models()
        if issubclass(model, BasePage) and not model.grows_stale
    ]
    return [*found, *(model for model in unlisted_types() if model not in found)]
