"""Erase again, after a backup is restored, the people who had been erased since it was made."""

from __future__ import annotations

import uuid
from argparse import ArgumentParser, FileType
from typing import Any

from django.core.management.base import BaseCommand, CommandError
from django.utils import timezone

from accounts.erasure import anonymise
from accounts.models import User


class Command(BaseCommand):
    """Read account numbers, one a line, and erase those who are back."""

    help = "Erase again the people whose account number (UUID) is in the file, one a line."

    def add_arguments(self, parser: ArgumentParser) -> None:
        """Declare the file, `-` for the standard input."""
        parser.add_argument("file", type=FileType("r", encoding="utf-8"))

    def handle(self, *_args: Any, **options: Any) -> None:
        """Erase and count. Raises CommandError for a line that is no account number, before erasing anybody."""
        lines = [line.strip() for line in options["file"] if line.strip()]
        try:
            numbers = {uuid.UUID(line) for line in lines}
        except ValueError as error:
            raise CommandError("Each line must be an account number (UUID).") from error
        back = User.objects.filter(public_id__in=numbers, anonymised_at__isnull=True).order_by("pk")
        erased = sum(anonymise(user=user, now=timezone.now()) for user in back)
        self.stdout.write(f"{erased} erased again, of {len(numbers)}.")
