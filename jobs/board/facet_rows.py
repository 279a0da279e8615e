"""Keep the narrow rows equal to the offers that are online."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from itertools import islice
from typing import Any

from django.db import connection, transaction

from jobs.board.models import OfferFacet, OfferPlace
from jobs.board.vocabulary import Support, TimeGroup, contract_group, employer_group
from jobs.offers import codes
from jobs.offers.models import JobOffer

_BATCH = 1_000
SUPPORT_BITS: dict[str, int] = {
    value: 1 << position for position, value in enumerate(Support.values)
}
_TIMES = {
    codes.WorkingTime.FULL.value: TimeGroup.FULL.value,
    codes.WorkingTime.PART.value: TimeGroup.PART.value,
}


@transaction.atomic(savepoint=False)
def replace(offer_ids: Sequence[int], online: Sequence[JobOffer]) -> None:
    """Make the rows of `online` all that is kept among the offers numbered `offer_ids`."""
    write(online)
    gone = set(offer_ids).difference(offer.pk for offer in online)
    if gone:
        OfferFacet.objects.filter(pk__in=gone).delete()


@transaction.atomic
def rebuild(*, now: dt.datetime) -> int:
    """Write every row again and forget those of offers that are not online; return how many there are."""
    forget(now=now)
    online = JobOffer.objects.visible(now)
    written = 0
    rest = read(online.order_by("pk")).iterator(chunk_size=_BATCH)
    while some := list(islice(rest, _BATCH)):
        write(some)
        written += len(some)
    with connection.cursor() as cursor:
        for model in (OfferFacet, OfferPlace):
            cursor.execute(f"ANALYZE {model._meta.db_table}")
    return written


@transaction.atomic
def forget(*, now: dt.datetime) -> None:
    """Drop the rows of offers that ended by the calendar alone."""
    OfferFacet.objects.exclude(pk__in=JobOffer.objects.visible(now).values("pk")).delete()


def read(offers: Any) -> Any:
    """Load with `offers` what rows and documents are made of."""
    return offers.select_related("lifecycle", "employer", "family", "occupation").prefetch_related(
        "municipalities"
    )


def write(offers: Sequence[JobOffer]) -> None:
    """Write the rows of `offers`, loaded by `read`."""
    if not offers:
        return
    OfferFacet.objects.bulk_create(
        [_row(offer) for offer in offers],
        update_conflicts=True,
        unique_fields=["offer"],
        update_fields=[field.name for field in OfferFacet._meta.fields if not field.primary_key],
    )
    places = {(offer.pk, place.pk) for offer in offers for place in offer.municipalities.all()}
    held = OfferPlace.objects.filter(facet_id__in=[offer.pk for offer in offers])
    known = {(place.facet_id, place.municipality_id): place.pk for place in held}
    gone = [pk for tie, pk in known.items() if tie not in places]
    if gone:
        OfferPlace.objects.filter(pk__in=gone).delete()
    OfferPlace.objects.bulk_create(
        OfferPlace(facet_id=offer_id, municipality_id=municipality_id)
        for offer_id, municipality_id in sorted(places - known.keys())
    )


def _row(offer: JobOffer) -> OfferFacet:
    life = offer.lifecycle
    return OfferFacet(
        offer_id=offer.pk,
        family=offer.family_id or "",
        contract=contract_group(offer.contract_type, offer.contract_nature),
        working_time=_TIMES.get(offer.working_time, ""),
        employer_kind=employer_group(offer.employer.kind),
        supports=sum(SUPPORT_BITS[value] for value in supports_of(offer)),
        is_fully_remote=offer.is_fully_remote,
        published_at=life.online_since or offer.first_published_at or offer.employer.created_at,
        last_day=life.last_day,
    )


def supports_of(offer: JobOffer) -> list[str]:
    """Return the values of the filter `accompagnement` that an offer has."""
    given = {
        Support.HOUSING: offer.housing != codes.Housing.NONE,
        Support.PARTNER: offer.partner_help,
        Support.BEGINNERS: offer.beginners_welcome or offer.experience == codes.Experience.NONE,
        Support.REMOTE: offer.is_fully_remote or offer.remote_share > 0,
        Support.DISABILITY: offer.open_to_disabled,
    }
    return [value.value for value, is_given in given.items() if is_given]


def words_of(offer: JobOffer) -> list[str]:
    """Return the values of the filters of an offer as words that find it: whoever types one finds what it keeps."""
    time = _TIMES.get(offer.working_time)
    return [
        *supports_of(offer),
        contract_group(offer.contract_type, offer.contract_nature),
        f"temps {time}" if time else "",
    ]
