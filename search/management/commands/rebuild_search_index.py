"""Index everything public again: after restoring a backup, changing the analyser or loading rows in bulk."""

from __future__ import annotations

from argparse import ArgumentParser
from time import perf_counter
from typing import Any

from django.core.management.base import BaseCommand

from search.index import rebuild
from search.sources import all_sources


class Command(BaseCommand):
    """Rebuild the documents of one kind, or of all."""

    help = (
        "Rebuilds the search documents. Safe at any time: readers keep the old ones until the end."
    )

    def add_arguments(self, parser: ArgumentParser) -> None:
        """Accept a kind."""
        parser.add_argument("--kind", choices=[source.kind for source in all_sources()])

    def handle(self, *_args: Any, **options: Any) -> None:
        """Rebuild and say how many documents each kind has."""
        started = perf_counter()
        for kind, count in rebuild(options["kind"]).items():
            self.stdout.write(f"{kind}: {count} documents")
        self.stdout.write(f"Done in {perf_counter() - started:.1f} s.")
