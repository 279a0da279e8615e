"""`manage.py load_demo`: bootstrap, then the content of the demonstration, with dates relative to today."""

from __future__ import annotations

from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError
from django.db import transaction
from django.utils import timezone

from accounts.models import User
from config.bootstrap import bootstrap
from config.catalogues import compile_catalogues
from config.demo.loading import (
    ambassadors,
    blocks,
    campaigns,
    desk,
    editorial,
    events,
    health,
    kit,
    offers,
    people,
    welcome,
)
from home.bootstrap import ensure_english
from home.models import HomePage
from jobs.employers.services import suspend_employer
from jobs.offers.querysets import paris_day
from mailing.services import muted


class Command(BaseCommand):
    """Load the demonstration. Safe to run again; refused in production."""

    help = "Load the demonstration (invented employers and offers). Refused unless DEBUG is on."

    def add_arguments(self, parser: Any) -> None:
        """Accept --skip-bootstrap, for `serve`, which has just done it."""
        parser.add_argument("--skip-bootstrap", action="store_true", help="bootstrap has just run")

    def handle(self, *args: Any, **options: Any) -> None:
        """Load everything in one transaction, without a mail to anybody."""
        if not settings.DEBUG and not getattr(settings, "ALLOW_DEMO", False):
            raise CommandError(
                "The demonstration is invented content: it is never loaded in production."
            )
        compile_catalogues()
        with transaction.atomic(), muted():
            if not options["skip_bootstrap"]:
                bootstrap()
            self._load(options["verbosity"])

    def _load(self, verbosity: int) -> None:
        now = timezone.now()
        users = people.load_accounts()
        loaded = people.load_employers(users, now)
        moderator = User.objects.get(email="moderation@demo.example")
        if not offers.are_fresh(now):
            created, total = offers.load_offers(loaded, moderator, now)
            self._say(verbosity, f"{total} offers ({created} new)")
        for employer, reason in people.suspended(loaded):
            suspend_employer(employer=employer, by=moderator, reason=reason, now=now)
        editorial.load_contacts()
        # Before the scenes: the library of images shows the latest first.
        kit.load_kit(paris_day(now))
        images = editorial.load_images()
        figures = editorial.load_figures()
        editorial.load_home(figures, images)
        blocks.load_every_block(images, figures)
        editorial.load_news(images, paris_day(now))
        desk.load_desk(users, images, now)
        ambassadors.load_ambassadors(images, now)
        health.load_health(now)
        welcome.load_welcome(now)
        events.load_events(images, now)
        campaigns.load_campaigns(now)
        ensure_english(HomePage.objects.get(depth=2, locale__language_code="fr"))
        self._say(verbosity, "The demonstration is loaded.")

    def _say(self, verbosity: int, text: str) -> None:
        if verbosity:
            self.stdout.write(text)
