"""The offers shown beside another one; only what is public, in a fixed number of queries."""

from __future__ import annotations

import datetime as dt
from typing import Any, NamedTuple

from jobs.offers.models import JobOffer
from territory.distances import great_circle_km

SIMILAR_NUMBER = 3
SIMILAR_POOL = 40  # the newest of the same field: the nearest are chosen among them
EMPLOYER_NUMBER = 3
FAR_AWAY = 10_000.0


class Related(NamedTuple):
    """Other offers of the employer, and other offers like this one."""

    others: list[Any]
    similar: list[Any]


class _Point(NamedTuple):
    latitude: float
    longitude: float


def related_offers(offer: Any, now: dt.datetime) -> Related:
    """Return the public offers to show beside `offer`, in five queries at most."""
    others = _other_numbers(offer, now)
    similar = _similar_numbers(offer, now, shown=others)
    found = JobOffer.objects.visible(now).for_display().in_bulk([*others, *similar])
    return Related(
        others=[found[pk] for pk in others if pk in found],
        similar=[found[pk] for pk in similar if pk in found],
    )


def similar_offers(offer: Any, now: dt.datetime) -> list[Any]:
    """Return a few public offers of the same field, the nearest first."""
    similar = _similar_numbers(offer, now, shown=[])
    found = JobOffer.objects.visible(now).for_display().in_bulk(similar)
    return [found[pk] for pk in similar if pk in found]


def _other_numbers(offer: Any, now: dt.datetime) -> list[int]:
    """Return offers of the same employer; nothing that would unveil an anonymous one."""
    if offer.is_anonymous or offer.is_external:
        return []
    named = JobOffer.objects.visible(now).filter(employer_id=offer.employer_id, is_anonymous=False)
    return list(
        named.exclude(pk=offer.pk).newest_first().values_list("pk", flat=True)[:EMPLOYER_NUMBER]
    )


def _similar_numbers(offer: Any, now: dt.datetime, *, shown: list[int]) -> list[int]:
    """Choose among the newest of the same field; an anonymous offer never stands beside its employer's name."""
    pool = JobOffer.objects.visible(now).exclude(pk__in=[offer.pk, *shown]).newest_first()
    same = {} if offer.is_anonymous else {"is_anonymous": True}
    pool = pool.exclude(employer_id=offer.employer_id, **same)
    if offer.family_id:
        pool = pool.filter(family_id=offer.family_id)
    newest = list(pool.values_list("pk", flat=True)[:SIMILAR_POOL])
    return _nearest(offer, newest)[:SIMILAR_NUMBER]


def _nearest(offer: Any, newest: list[int]) -> list[int]:
    """Sort numbers of offers by distance to `offer`, the newest first where they are as far."""
    centres = list(offer.municipalities.all())
    if not centres or len(newest) <= 1:
        return newest
    nearest = dict.fromkeys(newest, FAR_AWAY)
    ties = JobOffer.municipalities.through.objects.filter(joboffer_id__in=newest)
    for pk, latitude, longitude in ties.values_list(
        "joboffer_id", "municipality__latitude", "municipality__longitude"
    ):
        point = _Point(latitude, longitude)
        nearest[pk] = min(nearest[pk], *(great_circle_km(centre, point) for centre in centres))
    return sorted(newest, key=lambda pk: nearest[pk])
