"""Recognise an offer imported before, and what changed in it."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum, auto
from typing import Any

from django.utils.text import slugify

from jobs.employers.models import Employer
from jobs.exchange.records import Record
from jobs.offers.models import JobOffer
from territory.models import Municipality


class Result(StrEnum):
    """What became of one offer of a file."""

    CREATED = auto()
    UPDATED = auto()
    UNCHANGED = auto()
    OFFLINE = auto()
    DRAFT = auto()
    LEFT = auto()
    REJECTED = auto()


@dataclass(frozen=True)
class Source:
    """Where offers come from: the name people read and the key that numbers are unique under."""

    name: str
    key: str


def named_source(name: str) -> Source:
    """Return the source of offers shown with a link to where they come from."""
    return Source(name, slugify(name)[:40] or "source")


def employers_own_source(name: str, employer: Employer) -> Source:
    """Return the source of an employer's own file: two employers may number their offers alike."""
    return Source(name, f"{slugify(name)[:24]}-{employer.pk}")


def existing_offer(record: Record, source: Source) -> JobOffer | None:
    """Return the offer already imported under this number, locked until the end of the transaction."""
    offer: JobOffer | None = (
        JobOffer.objects.select_for_update(of=("self",))
        .filter(source=source.key, source_id=record.source_id)
        .first()
    )
    return offer


def values_of(record: Record, source: Source) -> dict[str, Any]:
    """Return the fields of the offer, its origin included."""
    return record.fields | {
        "source": source.key,
        "source_id": record.source_id,
        "source_raw": record.raw,
        "main_municipality_id": next(iter(record.municipality_ids), None),
    }


def apply_values(offer: JobOffer, values: dict[str, Any], municipality_ids: list[int]) -> bool:
    """Set the fields that differ and the communes; tell whether anything did."""
    different = {name: value for name, value in values.items() if getattr(offer, name) != value}
    for name, value in different.items():
        setattr(offer, name, value)
    present = {place.pk for place in offer.municipalities.all()}
    if present != set(municipality_ids):
        offer.municipalities = list(Municipality.objects.filter(pk__in=municipality_ids))
        return True
    return bool(different)
