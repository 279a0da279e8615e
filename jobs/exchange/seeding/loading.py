"""Write invented offers in bulk, without workflow or revision, and let the board and the search follow."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from itertools import islice

from django.db import connection, transaction

from jobs.employers.models import Employer
from jobs.employers.states import EmployerStatus
from jobs.offers import listeners
from jobs.offers.models import JobOffer, OfferLifecycle
from jobs.offers.querysets import PARIS
from jobs.offers.reference import load_families, load_occupations
from jobs.offers.states import ReviewState
from territory.models import Municipality

from .generator import DrawnEmployer, DrawnOffer, Town, draw_employers, draw_offers, identifier

BATCH = 1_000
OFFERS_PER_EMPLOYER = 40


class AlreadySeededError(Exception):
    """Offers of this seed are in the database: the same ones would be written twice."""


def seed_offers(*, count: int, seed: int, now: dt.datetime) -> Iterator[int]:
    """Write `count` offers and yield how many are written after each batch, each in one transaction.

    Raises `AlreadySeededError` when this seed was used before, `LookupError` without communes.
    """
    if JobOffer.objects.filter(public_id=identifier(seed, "offer", 0)).exists():
        raise AlreadySeededError(seed)
    load_families()
    load_occupations()
    towns = _towns()
    if not towns:
        raise LookupError("Municipality")
    now = now.astimezone(PARIS)
    drawn = draw_employers(
        seed=seed, count=max(8, min(2_000, count // OFFERS_PER_EMPLOYER)), towns=towns
    )
    employer_ids = _write_employers(drawn, now)
    offers = draw_offers(seed=seed, count=count, employers=drawn, towns=towns, now=now)
    written = 0
    while batch := list(islice(offers, BATCH)):
        _write_offers(batch, employer_ids)
        written += len(batch)
        yield written
    with connection.cursor() as cursor:
        cursor.execute("ANALYZE")  # the planners of both databases need the new proportions


def _towns() -> list[Town]:
    """Return the current communes in the order of their codes, weighted by their inhabitants."""
    rows = Municipality.objects.filter(is_current=True).order_by("insee")
    return [Town(row.pk, row.name, 100 + row.population) for row in rows]


@transaction.atomic
def _write_employers(drawn: list[DrawnEmployer], now: dt.datetime) -> list[int]:
    """Write the employers, verified and marked as demonstration, and return their ids in order."""
    made = Employer.objects.bulk_create(
        [
            Employer(
                public_id=one.public_id,
                name=one.name,
                kind=one.kind,
                status=EmployerStatus.VERIFIED,
                is_demo=True,
                created_at=now,
                verified_at=now,
            )
            for one in drawn
        ],
        batch_size=BATCH,
    )
    return [employer.pk for employer in made]


@transaction.atomic
def _write_offers(batch: list[DrawnOffer], employer_ids: list[int]) -> None:
    """Write some offers with their lives and communes, then tell those who follow offers."""
    offers = JobOffer.objects.bulk_create([_offer(drawn, employer_ids) for drawn in batch])
    OfferLifecycle.objects.bulk_create(
        OfferLifecycle(
            offer=offer,
            review=ReviewState.APPROVED,
            working_title=offer.title,
            confirmed_at=drawn.life["online_since"],
            **drawn.life,
        )
        for offer, drawn in zip(offers, batch, strict=True)
    )
    through = JobOffer.municipalities.through
    through.objects.bulk_create(
        through(joboffer_id=offer.pk, municipality_id=municipality_id)
        for offer, drawn in zip(offers, batch, strict=True)
        for municipality_id in drawn.municipality_ids
    )
    listeners.notify(offer_ids=[offer.pk for offer in offers])


def _offer(drawn: DrawnOffer, employer_ids: list[int]) -> JobOffer:
    """Build one offer, online as if it had been approved."""
    since = drawn.life["online_since"]
    return JobOffer(
        employer_id=employer_ids[drawn.employer],
        live=True,
        has_unpublished_changes=False,
        first_published_at=since,
        last_published_at=since,
        main_municipality_id=next(iter(drawn.municipality_ids), None),
        **drawn.fields,
    )
