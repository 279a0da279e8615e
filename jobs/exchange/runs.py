"""Import a whole file, offer by offer: one that fails is told and never stops the others."""

from __future__ import annotations

import datetime as dt
import logging
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any

from django.utils.translation import gettext as _

from jobs.employers.models import Employer
from jobs.offers.models import JobOffer

from . import csv_offers, france_travail
from .files import OfferFile, RawOffer, Shape
from .records import Note, Record, RejectedError
from .services import (
    Result,
    employers_own_source,
    import_external,
    import_to_moderation,
    named_source,
    source_employer,
)
from .values import printable

logger = logging.getLogger(__name__)
READERS: dict[Shape, Callable[[object], Record]] = {
    Shape.FRANCE_TRAVAIL: france_travail.read_offer,
    Shape.CSV: csv_offers.read_offer,
}
Bring = Callable[[Record], tuple[JobOffer, Result]]


@dataclass(frozen=True)
class Line:
    """What is told of one offer of the file."""

    position: int
    number: str
    result: Result
    notes: tuple[Note, ...]
    offer_id: int | None = None


def as_external(*, offers: OfferFile, source_name: str, now: dt.datetime) -> Iterator[Line]:
    """Import every offer under the record of an outside source."""
    source = named_source(source_name)
    employer = source_employer(name=source_name, now=now)

    def bring(record: Record) -> tuple[JobOffer, Result]:
        _keep_only_the_link(record)
        return import_external(record=record, source=source, employer=employer, now=now)

    return _run(offers, bring)


def to_moderation(
    *, offers: OfferFile, source_name: str, employer: Employer, now: dt.datetime
) -> Iterator[Line]:
    """Send every offer to review on behalf of `employer`."""
    source = employers_own_source(source_name, employer)
    is_here = employer.establishments.filter(municipality__isnull=False).exists()

    def bring(record: Record) -> tuple[JobOffer, Result]:
        if record.fields.get("is_fully_remote") and not is_here:
            message = _("Remote, and its employer has no establishment in the Lot.")
            raise RejectedError("teletravail", message)
        return import_to_moderation(record=record, source=source, employer=employer, now=now)

    return _run(offers, bring)


def summary(lines: list[Line]) -> dict[Result, int]:
    """Return how many offers had each result, every result named."""
    counted = Counter(line.result for line in lines)
    return {result: counted[result] for result in Result}


def _run(offers: OfferFile, bring: Bring) -> Iterator[Line]:
    """Import the offers one after the other, each in its own transaction."""
    for raw in offers.offers:
        yield _import_one(raw, READERS[offers.shape], bring)


def _import_one(raw: RawOffer, read: Callable[[object], Record], bring: Bring) -> Line:
    """Import one offer and return what to tell of it, whatever happened."""
    record: Record | None = None
    try:
        record = read(raw.content)
        offer, result = bring(record)
    except RejectedError as rejected:
        notes = (*(record.notes if record else ()), rejected.note)
        return Line(raw.position, _number(raw.content, record), Result.REJECTED, notes)
    except (
        Exception
    ) as error:  # a run of thousands never stops at one offer; its trace is in the log
        logger.exception("Offer %s of an imported file failed", raw.position)
        note = Note(
            "", _("Unexpected failure; the details are in the log."), printable(repr(error))
        )
        return Line(raw.position, _number(raw.content, record), Result.REJECTED, (note,))
    return Line(raw.position, record.source_id, result, tuple(record.notes), offer.pk)


def _number(content: Any, record: Record | None) -> str:
    """Return the number an offer gives itself, for the report."""
    if record is not None:
        return record.source_id
    named = content.get("id") or content.get("numero") if isinstance(content, dict) else ""
    return printable(named) if named else ""


def _keep_only_the_link(record: Record) -> None:
    """Leave out the ways to apply: one applies where the offer comes from. Raises `RejectedError` without a link."""
    if not record.fields.get("source_url"):
        raise RejectedError(
            "url", _("An offer from elsewhere needs the address where it can be seen.")
        )
    if record.fields.get("is_fully_remote"):
        raise RejectedError(
            "teletravail", _("Remote, and its employer has no establishment in the Lot.")
        )
    record.fields |= {
        "apply_email": "",
        "apply_url": "",
        "apply_phone": "",
        "recruitment_steps": "",
    }
