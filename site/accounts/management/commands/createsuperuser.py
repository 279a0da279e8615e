"""`manage.py createsuperuser`: Django's own, which asks people for a name and lets scripts go without."""

from __future__ import annotations

import os
from typing import Any

from django.contrib.auth.management.commands import createsuperuser


class Command(createsuperuser.Command):
    """Create the first account; with `--noinput`, a name not given stays empty."""

    def handle(self, *args: Any, **options: Any) -> None:
        """Fill in the names that a script does not give: Django would refuse to go on without them."""
        if not options["interactive"]:
            for name in self.UserModel.REQUIRED_FIELDS:
                if options[name] is None and f"DJANGO_SUPERUSER_{name.upper()}" not in os.environ:
                    options[name] = ""
        super().handle(*args, **options)
