"""`manage.py compile_catalogues`: compile the catalogues without GNU gettext."""

from typing import Any

from django.core.management.base import BaseCommand

from config.catalogues import compile_catalogues


class Command(BaseCommand):
    """Compile the message catalogues that have changed."""

    help = "Compile the message catalogues that have changed (no GNU gettext needed)."
    requires_system_checks: list[str] = []

    def handle(self, *args: Any, **options: Any) -> None:
        """Compile, and say how many files were written."""
        written = compile_catalogues()
        if options["verbosity"]:
            self.stdout.write(f"{written} catalogue(s) compiled.")
