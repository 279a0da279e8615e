"""Count how often each field of a set of offers is filled: what an import really brings."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from jobs.offers.models import JobOffer

# What every offer has, whatever the file: counting it would say nothing.
NOT_COUNTED = frozenset(
    {"id", "public_id", "creation_key", "employer", "live", "has_unpublished_changes", "expired"}
    | {"first_published_at", "last_published_at", "go_live_at", "expire_at", "latest_revision"}
    | {"live_revision", "locked", "locked_at", "locked_by", "is_anonymous", "contact_is_public"}
    # Said by the communes.
    | {"main_municipality"}
)
COUNTED = tuple(
    field.name for field in JobOffer._meta.concrete_fields if field.name not in NOT_COUNTED
)


def fill_rates(offers: Iterable[JobOffer]) -> dict[str, int]:
    """Return, for each field, in how many of `offers` it says something (yes, more than zero, a text)."""
    counts = dict.fromkeys((*COUNTED, "municipalities"), 0)
    for offer in offers:
        for name in COUNTED:
            counts[name] += _says_something(name, getattr(offer, _column(name)))
        counts["municipalities"] += bool(offer.municipalities.all())
    return counts


def _column(name: str) -> str:
    """Return the attribute that holds a field without a query."""
    return str(JobOffer._meta.get_field(name).attname)


def _says_something(name: str, value: Any) -> bool:
    """Tell whether a value informs the reader; « no housing » is the absence of an answer."""
    return bool(value) and not (name == "housing" and value == "NONE")
