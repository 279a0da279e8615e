"""Import a list of ROME occupations or of ROME job titles."""

from __future__ import annotations

from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from jobs.offers.reference import NotARomeFileError, import_rome


class Command(BaseCommand):
    """Bring the ROME lists up to date from a file published by France Travail."""

    help = "Imports a semicolon-separated list of ROME codes or of ROME job titles."

    def add_arguments(self, parser: ArgumentParser) -> None:
        """Accept the file."""
        parser.add_argument("file", type=Path)

    def handle(self, *_args: Any, **options: Any) -> None:
        """Import and say what changed."""
        try:
            done = import_rome(options["file"])
        except OSError as error:
            raise CommandError(
                _("This file cannot be read: %(reason)s") % {"reason": error}
            ) from error
        except NotARomeFileError as error:
            message = _("This is neither a list of ROME codes nor of ROME job titles: %(reason)s")
            raise CommandError(message % {"reason": error}) from error
        if done.kind == "occupations":
            written = ngettext("%(count)d ROME code", "%(count)d ROME codes", done.written)
        else:
            written = ngettext("%(count)d job title", "%(count)d job titles", done.written)
        self.stdout.write(written % {"count": done.written})
        self.stdout.write(_("New ROME codes: %(count)d") % {"count": done.added_occupations})
        self.stdout.write(_("Marked as retired: %(count)d") % {"count": done.retired})
        for line in done.skipped:
            self.stdout.write(_("Line %(number)d is not understood.") % {"number": line})
