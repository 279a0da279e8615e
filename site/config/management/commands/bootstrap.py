"""`manage.py bootstrap`: make an empty, migrated database a usable site."""

from typing import Any

from django.core.management.base import BaseCommand

from config.bootstrap import bootstrap
from config.catalogues import compile_catalogues


class Command(BaseCommand):
    """Create what the site needs to work: communes, pages, roles, workflow. Safe to run again."""

    help = (
        "Create what the site needs to work (communes, pages, roles, workflow). Safe to run again."
    )

    def handle(self, *args: Any, **options: Any) -> None:
        """Compile the catalogues, then run every step."""
        compile_catalogues()
        say = self.stdout.write if options["verbosity"] else (lambda _text: None)
        bootstrap(say)
        say("The site is ready.")
