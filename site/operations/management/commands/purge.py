"""Apply every promise of retention."""

from __future__ import annotations

from argparse import ArgumentParser
from typing import Any

from django.core.management.base import BaseCommand, CommandError
from django.utils import timezone

from operations import purge


class Command(BaseCommand):
    """Remove what is kept no longer, and say how much of it."""

    help = "Remove or blank the data whose retention has ended."

    def add_arguments(self, parser: ArgumentParser) -> None:
        """Declare --dry-run."""
        parser.add_argument(
            "--dry-run", action="store_true", help="Only count what would be removed."
        )

    def handle(self, *_args: Any, **options: Any) -> None:
        """Apply the promises and print a line for each. Raises CommandError if one failed."""
        counts = purge.run_all(timezone.now(), dry_run=options["dry_run"])
        for policy in purge.registered():
            count = counts[policy.name]
            outcome = "failed, see the log" if count is None else str(count)
            self.stdout.write(f"{policy.name} ({policy.keeps}): {outcome}")
        failed = [name for name, count in counts.items() if count is None]
        if failed:
            raise CommandError(f"Not applied: {', '.join(failed)}")
