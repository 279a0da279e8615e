"""Import the offers of a partner's file and tell, line by line, what was not understood."""

from __future__ import annotations

import uuid
from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError
from django.utils import timezone
from django.utils.text import slugify
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from jobs.employers.models import Employer, Establishment
from jobs.exchange import runs
from jobs.exchange.coverage import fill_rates
from jobs.exchange.files import OfferFile, Shape, UnreadableFileError, open_offers
from jobs.exchange.services import Result
from jobs.offers.models import JobOffer

FRANCE_TRAVAIL = "France Travail"


class Command(BaseCommand):
    """Import a file in one of the two shapes, in one of the two ways."""

    help = (
        "Imports job offers from a France Travail “Offres d'emploi v2” JSON file or from the documented CSV "
        "(docs/reference/import-csv.md). Running it again updates the same offers."
    )

    def add_arguments(self, parser: ArgumentParser) -> None:
        """Accept the file and what to make of it."""
        parser.add_argument("file", type=Path)
        way = parser.add_mutually_exclusive_group(required=True)
        way.add_argument(
            "--as",
            dest="way",
            choices=["external"],
            help="Show the offers with a link to where they come from, under the record of the source.",
        )
        way.add_argument(
            "--to-moderation",
            metavar="EMPLOYER",
            help="Send them to review for this employer: public identifier, SIRET or name.",
        )
        parser.add_argument(
            "--source", default="", help="Name of the source; needed for an external CSV."
        )
        parser.add_argument(
            "--fill-rates", action="store_true", help="Print how often each field was filled."
        )

    def handle(self, *_args: Any, **options: Any) -> None:
        """Import, print a line per offer, then the count of each result."""
        try:
            offers = open_offers(options["file"])
        except UnreadableFileError as error:
            raise CommandError(
                _("This file cannot be read: %(reason)s") % {"reason": error}
            ) from error
        source_name = self._source_name(offers, options)
        now = timezone.now()
        if options["to_moderation"]:
            employer = _employer(options["to_moderation"])
            lines = runs.to_moderation(
                offers=offers, source_name=source_name, employer=employer, now=now
            )
        else:
            lines = runs.as_external(offers=offers, source_name=source_name, now=now)
        told = []
        for line in lines:
            self._tell(line, offers.shape)
            told.append(line)
        self._summarise(told, with_fill_rates=options["fill_rates"])

    def _source_name(self, offers: OfferFile, options: dict[str, Any]) -> str:
        """Return the name of the source. Raises `CommandError` when only the caller can know it."""
        name = " ".join(options["source"].split())[:140]
        if not name and offers.shape == Shape.CSV and not options["to_moderation"]:
            raise CommandError(
                _("Name where these offers come from: --source “Name of the partner”.")
            )
        return name or (FRANCE_TRAVAIL if offers.shape == Shape.FRANCE_TRAVAIL else "CSV")

    def _tell(self, line: runs.Line, shape: Shape) -> None:
        """Print one offer, then each thing that was not understood in it."""
        place = _("line %(number)d") if shape == Shape.CSV else _("offer %(number)d")
        words = {"place": place % {"number": line.position}, "id": line.number or "?"}
        self.stdout.write(
            _("%(place)s (%(id)s): %(result)s") % (words | {"result": _result(line.result)})
        )
        for note in line.notes:
            value = f" [{note.value}]" if note.value else ""
            self.stdout.write(f"    {note.field or '-'}{value} – {note.message}")

    def _summarise(self, lines: list[runs.Line], *, with_fill_rates: bool) -> None:
        """Print the count of each result and, when asked, the table of filled fields."""
        self.stdout.write("")
        total = ngettext("%(count)d offer read", "%(count)d offers read", len(lines))
        self.stdout.write(total % {"count": len(lines)})
        for result, count in runs.summary(lines).items():
            if count:
                self.stdout.write(f"  {_result(result)}: {count}")
        if with_fill_rates:
            self._print_fill_rates([line.offer_id for line in lines if line.offer_id])

    def _print_fill_rates(self, ids: list[int]) -> None:
        """Print, for each field, the share of the imported offers that fill it."""
        offers = JobOffer.objects.filter(pk__in=ids).prefetch_related("municipalities")
        self.stdout.write("")
        for name, count in fill_rates(offers).items():
            self.stdout.write(f"  {name:<28}{count:>7} / {len(set(ids))}")


def _result(result: Result) -> str:
    """Return the words of a result."""
    return {
        Result.CREATED: _("offer created"),
        Result.UPDATED: _("offer updated"),
        Result.UNCHANGED: _("offer unchanged"),
        Result.OFFLINE: _("offer kept offline"),
        Result.DRAFT: _("offer kept as a draft: to be completed"),
        Result.LEFT: _("offer left as it is"),
        Result.REJECTED: _("offer not imported"),
    }[result]


def _employer(designation: str) -> Employer:
    """Return the one employer designated. Raises `CommandError` for none or several."""
    found = list(_employers(designation.strip())[:2])
    if not found:
        raise CommandError(_("No employer is known as “%(name)s”.") % {"name": designation})
    if len(found) > 1:
        message = _("Several employers are known as “%(name)s”: give the SIRET.")
        raise CommandError(message % {"name": designation})
    return found[0]


def _employers(designation: str) -> list[Employer]:
    """Return the employers with this public identifier, SIRET, name or name written as in an address."""
    ours = Employer.objects.filter(is_source=False).order_by("pk")
    try:
        return list(ours.filter(public_id=uuid.UUID(designation)))
    except ValueError:
        pass
    siret = "".join(designation.split())
    if siret.isdigit() and len(siret) == 14:
        holders = Establishment.objects.checked().filter(siret=siret)
        return list(ours.filter(establishments__in=holders).distinct())
    return [one for one in ours if slugify(one.name) == slugify(designation)]
