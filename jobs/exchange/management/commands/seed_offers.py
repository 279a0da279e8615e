"""Fill the database with invented offers, for measurements."""

from __future__ import annotations

from argparse import ArgumentParser
from time import perf_counter
from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError
from django.utils import timezone
from django.utils.translation import gettext as _

from jobs.exchange.seeding.loading import AlreadySeededError, seed_offers


class Command(BaseCommand):
    """Write N varied French offers in bulk, without workflow."""

    help = "Writes invented offers in bulk, for measurements. The same seed gives the same offers."

    def add_arguments(self, parser: ArgumentParser) -> None:
        """Accept how many, which ones, and where."""
        parser.add_argument(
            "--count", type=int, default=1_000, help="How many offers (default 1,000)."
        )
        parser.add_argument(
            "--seed", type=int, default=46, help="The same seed gives the same offers."
        )
        parser.add_argument(
            "--force", action="store_true", help="Allow it where settings.DEBUG is off."
        )

    def handle(self, *_args: Any, **options: Any) -> None:
        """Write the offers and say how long it took."""
        if not settings.DEBUG and not options["force"]:
            raise CommandError(
                _("Invented offers have no place on a real site. Add --force to insist.")
            )
        if options["count"] < 1:
            raise CommandError(_("Give a number of offers above zero."))
        started = perf_counter()
        try:
            for written in seed_offers(
                count=options["count"], seed=options["seed"], now=timezone.now()
            ):
                if options["verbosity"] > 1:
                    self.stdout.write(f"{written} / {options['count']}")
        except AlreadySeededError as error:
            message = _("The offers of seed %(seed)d are already there. Choose another --seed.")
            raise CommandError(message % {"seed": options["seed"]}) from error
        except LookupError as error:
            raise CommandError(
                _("There is no commune yet: run manage.py bootstrap first.")
            ) from error
        seconds = perf_counter() - started
        words = {"count": options["count"], "seconds": round(seconds, 1)}
        self.stdout.write(_("%(count)d offers written in %(seconds)s s.") % words)
