"""Run the acts that are due: once, for a timer of the system, or as one long-lived process."""

from __future__ import annotations

import logging
import signal
import threading
from argparse import ArgumentParser
from typing import Any

from django.core.management.base import BaseCommand
from django.db import Error, close_old_connections
from django.utils import timezone

from operations import schedule

logger = logging.getLogger(__name__)

SECONDS_BETWEEN_TURNS = 60


class Command(BaseCommand):
    """Run the acts of the schedule that are due."""

    help = "Run the scheduled acts that are due; call it each minute, or once with --loop."

    def add_arguments(self, parser: ArgumentParser) -> None:
        """Declare --loop."""
        parser.add_argument(
            "--loop",
            action="store_true",
            help="Stay and run what is due each minute, until SIGTERM or SIGINT.",
        )

    def handle(self, *_args: Any, **options: Any) -> None:
        """Run one turn, or turns until told to stop."""
        if options["loop"]:
            self.run_until_stopped()
            return
        for name in schedule.run_due(timezone.now()):
            if options["verbosity"] > 1:
                self.stdout.write(name)

    def run_until_stopped(self) -> None:
        """Run a turn each minute; a database that is down costs the turn, not the process."""
        stopped = threading.Event()
        for number in (signal.SIGTERM, signal.SIGINT):
            signal.signal(number, lambda *_: stopped.set())
        while not stopped.is_set():
            close_old_connections()
            try:
                schedule.run_due(timezone.now())
            except Error as error:
                logger.error(
                    "schedule: database unavailable", extra={"error": type(error).__name__}
                )
            close_old_connections()
            stopped.wait(SECONDS_BETWEEN_TURNS)
