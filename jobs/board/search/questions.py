"""Turn criteria into the one statement of the facet engine, over the narrow rows of the offers online."""

# ruff: noqa: S608 - statements are written from our own names; every value is a parameter

from __future__ import annotations

import datetime as dt
from typing import Any

from django.db import connection

from jobs.board.documents import KIND
from jobs.board.facet_rows import SUPPORT_BITS
from jobs.board.models import OfferFacet, OfferPlace
from jobs.board.vocabulary import ContractGroup, EmployerGroup, Since, Sort, TimeGroup
from jobs.offers.models import JobOffer
from jobs.offers.querysets import PARIS
from search.engine import Group, select
from search.facets import (
    ColumnFacet,
    Facet,
    FlagsFacet,
    Fragment,
    Param,
    Question,
    SideTableFacet,
    SinceFacet,
)
from territory.models import Municipality

from .criteria import Criteria
from .labels import Labels, Value

ROWS = OfferFacet._meta.db_table
# LEFT: SQLite would else begin by the communes and try each offer in each of them.
_PLACES = (
    f"(SELECT tie.facet_id, commune.territory_id FROM {OfferPlace._meta.db_table} tie"
    f" LEFT JOIN {Municipality._meta.db_table} commune ON commune.id = tie.municipality_id)"
)
_ORDERS = {
    Sort.RELEVANCE: "in_title DESC, published_at DESC, pk DESC",
    Sort.NEWEST: "published_at DESC, pk DESC",
    Sort.DEADLINE: "last_day ASC, published_at DESC, pk DESC",
    Sort.DISTANCE: "km ASC, published_at DESC, pk DESC",
}
# Further than anything: what is remote comes after what is near.
NOWHERE_KM = 100_000


def question(
    criteria: Criteria,
    groups: tuple[Group, ...],
    distances: dict[int, float],
    names: Labels,
    now: dt.datetime,
) -> Question:
    """Return what to ask for `criteria`: `groups` are its words, `distances` the communes around, by id."""
    sort = Sort(criteria.sort) if criteria.sort in Sort.values else Sort.RELEVANCE
    if sort == Sort.DISTANCE and not distances:
        sort = Sort.RELEVANCE
    return Question(
        rows=_rows(criteria, groups, distances, now),
        facets=_facets(criteria, names, now),
        order=_ORDERS[sort],
        order_columns=("in_title", "published_at", "last_day", "km"),
        page=criteria.page,
        page_size=criteria.page_size,
    )


def _rows(
    criteria: Criteria, groups: tuple[Group, ...], distances: dict[int, float], now: dt.datetime
) -> Fragment:
    """Select the rows of visible offers that the words and the place keep."""
    visible, visible_params = JobOffer.objects.visible(now).values("pk").query.sql_with_params()
    columns = ["row_.*", "row_.offer_id AS pk"]
    joins = [f"JOIN ({visible}) online ON online.pk = row_.offer_id"]
    params: list[Any] = [*visible_params]
    where = ""
    if groups:
        match = select(KIND, groups)
        columns.append("found.in_title AS in_title")
        joins.append(f"JOIN ({match.sql}) found ON found.object_id = row_.offer_id")
        params += match.params
    else:
        columns.append("0 AS in_title")
    if distances:
        near = _near(distances)
        columns.append(f"COALESCE(near.km, {NOWHERE_KM}) AS km")
        joins.append(f"LEFT JOIN ({near.sql}) near ON near.facet_id = row_.offer_id")
        params += near.params
        if criteria.radius_km is not None:
            where = " WHERE near.km IS NOT NULL OR row_.is_fully_remote"
    else:
        columns.append(f"{NOWHERE_KM} AS km")
    sql = f"SELECT {', '.join(columns)} FROM {ROWS} row_ {' '.join(joins)}{where}"
    return Fragment(sql, tuple(params))


def _near(distances: dict[int, float]) -> Fragment:
    """Give each offer its distance to the centre: that of its nearest commune."""
    lines = ", ".join(["(%s, %s)"] * len(distances))
    params: list[Param] = [value for pair in distances.items() for value in pair]
    return Fragment(
        f"SELECT tie.facet_id, MIN(commune.column2) AS km FROM {OfferPlace._meta.db_table} tie"
        f" JOIN (VALUES {lines}) commune ON commune.column1 = tie.municipality_id GROUP BY tie.facet_id",
        tuple(params),
    )


def _facets(criteria: Criteria, names: Labels, now: dt.datetime) -> list[Facet]:
    return [
        ColumnFacet("domaine", _stored(names.families, criteria.families), source="family"),
        ColumnFacet("contrat", _known(ContractGroup, criteria.contracts), source="contract"),
        FlagsFacet(
            "accompagnement",
            tuple(bit for value, bit in SUPPORT_BITS.items() if value in criteria.supports),
            source="supports",
        ),
        SideTableFacet(
            "territoire",
            tuple(int(pk) for pk in _stored(names.territories, criteria.territories)),
            table=_PLACES,
            key="facet_id",
            source="territory_id",
        ),
        ColumnFacet("temps", _known(TimeGroup, criteria.working_times), source="working_time"),
        ColumnFacet(
            "employeur", _known(EmployerGroup, criteria.employer_types), source="employer_kind"
        ),
        SinceFacet(
            "depuis", _known(Since, criteria.since), source="published_at", limits=_limits(now)
        ),
    ]


def _limits(now: dt.datetime) -> tuple[tuple[str, Any], ...]:
    """Return the first instant of each period: midnight in the Lot, so many days before today."""
    midnight = now.astimezone(PARIS).replace(hour=0, minute=0, second=0, microsecond=0)
    return tuple(
        (value, connection.ops.adapt_datetimefield_value(midnight - dt.timedelta(days=int(value))))
        for value in sorted(Since.values, key=int)
    )


def _stored(values: tuple[Value, ...], slugs: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(value.stored for value in values if value.slug in slugs)


def _known(choices: Any, asked: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(value for value in choices.values if value in asked)
