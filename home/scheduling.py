"""Publish and take down pages at the hour that editors chose."""

from __future__ import annotations

from datetime import datetime

from django.core.management import call_command


def publish_due_pages(now: datetime) -> None:  # noqa: ARG001 - Wagtail's command reads the clock itself
    """Let Wagtail publish and take down what is due; running it twice changes nothing."""
    call_command("publish_scheduled", verbosity=0)
