"""Import the old addresses of a former site, or only say what would be done."""

from __future__ import annotations

from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError
from django.utils import timezone

from home.redirection import services
from home.redirection.importing import UnreadableTable, decode, read_table
from home.redirection.states import Verdict


class Command(BaseCommand):
    """Read a CSV « ancienne;nouvelle » and make the redirections that can be."""

    help = (
        "Imports old addresses from a CSV « ancienne;nouvelle ». Running it again changes nothing."
    )

    def add_arguments(self, parser: ArgumentParser) -> None:
        """Accept the file, and a dry run."""
        parser.add_argument("file", type=Path)
        parser.add_argument("--dry-run", action="store_true", help="Only say what would be done.")

    def handle(self, *_args: Any, **options: Any) -> None:
        """Print the lines that are not plain successes, then the counts; fail when a line is refused."""
        try:
            rows = read_table(decode(options["file"].read_bytes()))
        except OSError as error:
            raise CommandError(f"{options['file']}: {error.strerror}") from error
        except UnreadableTable as error:
            raise CommandError(str(error.args[0])) from error
        act = services.plan_import if options["dry_run"] else services.import_rows
        plan = act(rows, timezone.now())
        for line in plan.lines:
            if line.note:
                result = line.verdict.label
                self.stdout.write(f"{line.row.number}\t{result}\t{line.row.old}\t{line.note}")
        for verdict in Verdict:
            self.stdout.write(f"{verdict.label}: {plan.count(verdict)}")
        if plan.refused and not options["dry_run"]:
            raise CommandError(f"{len(plan.refused)}: {Verdict.REFUSED.label}")
