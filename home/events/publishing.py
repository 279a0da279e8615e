"""Listen to Wagtail: what is published of an event is told to those who come, and carried to its translations."""

from __future__ import annotations

from typing import Any

from django.utils import timezone
from wagtail.signals import page_published

from home.events.models import EventPage
from home.events.search_sources import KIND
from home.events.services import follow_publication
from search import index


def follow(*, instance: Any, **_signal: Any) -> None:
    """Tell those who are registered what the publication changes for them; index the translations again."""
    if instance.alias_of_id:
        return
    follow_publication(event=instance, now=timezone.now())
    pages = EventPage.objects.filter(translation_key=instance.translation_key)
    index.refresh(KIND, pages.values_list("pk", flat=True))


def connect() -> None:
    """Listen; called from `AppConfig.ready`."""
    page_published.connect(follow, sender=EventPage, dispatch_uid="home.events.published")
