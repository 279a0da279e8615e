"""Publish and take down pages at the hour that editors chose."""

from __future__ import annotations

from datetime import datetime

from django.core.management import call_command
from django.db.models import Q
from wagtail.models import Page

from ui.addresses import CONTRACT_SLUGS
from ui.pages import CONTRACT_DEPTH


def publish_due_pages(now: datetime) -> None:  # noqa: ARG001 - Wagtail's command reads the clock itself
    """Let Wagtail publish and take down what is due; running it twice changes nothing.

    An address that is a contract stays: a day set before this was refused is forgotten.
    """
    contracts = Q(depth=CONTRACT_DEPTH - 1) | Q(depth=CONTRACT_DEPTH, slug__in=CONTRACT_SLUGS)
    Page.objects.filter(contracts, expire_at__isnull=False).update(expire_at=None)
    call_command("publish_scheduled", verbosity=0)
