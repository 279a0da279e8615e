"""Empty the database, append-only tables included."""

from __future__ import annotations

from typing import Any

from django.core.management.commands import flush

from operations.append_only import unguarded


class Command(flush.Command):
    """Django's own command, which the guards of append-only tables would otherwise refuse."""

    def handle(self, **options: Any) -> None:
        """Empty every table, as Django does. A refused question or a failure leaves all as it was."""
        with unguarded():
            super().handle(**options)
