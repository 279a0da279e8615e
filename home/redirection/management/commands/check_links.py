"""Check the links of our own pages, as the schedule does each night."""

from __future__ import annotations

from typing import Any

from django.core.management.base import BaseCommand
from django.utils import timezone

from home.redirection.links import check_links
from home.redirection.models import BrokenLink


class Command(BaseCommand):
    """Find the links that lead nowhere on the site; other sites are never asked."""

    help = (
        "Checks the links of the pages online and of the menus. Nothing outside the site is asked."
    )

    def handle(self, *_args: Any, **_options: Any) -> None:
        """Check, then print what is wrong."""
        check_links(timezone.now())
        for link in BrokenLink.objects.select_related("page").order_by("page_id", "pk"):
            where = link.page.title if link.page else "–"
            self.stdout.write(f"{where}\t{link.address}\t{link.get_fault_display()}")
