"""Write and run the one statement that answers a question."""

# ruff: noqa: S608 - statements are written from our own names; every value is a parameter

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace
from typing import Any

from django.db import connection

from .kinds import Facet, Fragment, Param


@dataclass(frozen=True, slots=True)
class Question:
    """What to count and list.

    `rows` is a statement giving the narrow table's rows that count, one column named `pk`; `facets` are counted;
    `order` is an SQL order over the columns of `rows` and ends with `pk`; `page` is clamped to the last one.
    """

    rows: Fragment
    facets: Sequence[Facet]
    order: str
    order_columns: tuple[str, ...] = ()
    page: int = 1
    page_size: int = 20


@dataclass(frozen=True, slots=True)
class Answer:
    """The exact total, the ids of the page in order, and a number per value of each facet (zeros left out)."""

    total: int
    ids: list[int]
    page: int
    page_count: int
    counts: dict[str, dict[str, int]] = field(default_factory=dict)


def ask(question: Question) -> Answer:
    """Run `question` in one statement."""
    statement = compose(question)
    with connection.cursor() as cursor:
        cursor.execute(statement.sql, statement.params)
        lines = cursor.fetchall()
    return _answer(question, lines)


def _answer(question: Question, lines: Iterable[tuple[Any, ...]]) -> Answer:
    grouped: dict[str, dict[str, int]] = {facet.name: {} for facet in question.facets}
    total, ranked = 0, []
    for part, value, number in lines:
        if part == "#total":
            total = number
        elif part == "#page":
            ranked.append((number, int(value)))
        elif value is not None:
            grouped[part][value] = number
    page_count = max(1, -(-total // question.page_size))
    return Answer(
        total=total,
        ids=[pk for _rank, pk in sorted(ranked)],
        page=min(max(1, question.page), page_count),
        page_count=page_count,
        counts={
            facet.name: {v: n for v, n in facet.counts(grouped[facet.name]).items() if n}
            for facet in question.facets
        },
    )


def list_each(questions: Sequence[Question]) -> list[Answer]:
    """Return the total and the page of each question, all in one statement; no facet is counted."""
    if not questions:
        return []
    parts = [_listed(position, question) for position, question in enumerate(questions)]
    with connection.cursor() as cursor:
        cursor.execute(
            " UNION ALL ".join(part.sql for part in parts),
            [param for part in parts for param in part.params],
        )
        lines = cursor.fetchall()
    return [
        _answer(question, [line[1:] for line in lines if line[0] == position])
        for position, question in enumerate(questions)
    ]


def _listed(position: int, question: Question) -> Fragment:
    statement = compose(replace(question, facets=[f for f in question.facets if f.chosen]))
    return Fragment(
        f"SELECT {position} AS asked, part, value, number FROM ({statement.sql}) listed",
        statement.params,
    )


def count(questions: Sequence[Question]) -> list[int]:
    """Return the total of each question, all in one statement."""
    if not questions:
        return []
    parts = [_count(position, question) for position, question in enumerate(questions)]
    with connection.cursor() as cursor:
        cursor.execute(
            " UNION ALL ".join(part.sql for part in parts),
            [param for part in parts for param in part.params],
        )
        numbers = dict(cursor.fetchall())
    return [numbers[position] for position in range(len(questions))]


def _count(position: int, question: Question) -> Fragment:
    conditions = [facet.condition() for facet in question.facets if facet.chosen]
    where = (
        " WHERE " + " AND ".join(condition.sql for condition in conditions) if conditions else ""
    )
    return Fragment(
        f"SELECT {position} AS part, COUNT(*) AS number FROM ({question.rows.sql}) item{where}",
        (*question.rows.params, *(param for condition in conditions for param in condition.params)),
    )


def compose(question: Question) -> Fragment:
    """Write the one statement of `question`."""
    active = [facet for facet in question.facets if facet.chosen]
    base = _base(question, active)
    hits = "WHERE misses = 0" if active else ""
    parts = [_total(hits), _page(question, hits)]
    for facet in question.facets:
        grouped = facet.grouped(f"{hits} OR {facet.name}_missed = 1" if facet.chosen else hits)
        parts.append(
            Fragment(
                f"SELECT '{facet.name}', value, number FROM ({grouped.sql}) counted", grouped.params
            )
        )
    union = " UNION ALL ".join(part.sql for part in parts)
    return Fragment(
        f"WITH base AS ({base.sql}) {union}",
        (*base.params, *(param for part in parts for param in part.params)),
    )


def _base(question: Question, active: list[Facet]) -> Fragment:
    """Keep the rows that at most one facet refuses, and say which."""
    kept = ["item.pk AS pk", *(f"item.{name} AS {name}" for name in question.order_columns)]
    kept += [
        f"{facet.column()} AS {facet.name}_value" for facet in question.facets if facet.column()
    ]
    params: list[Param] = []
    for facet in active:
        condition = facet.condition()
        kept.append(f"CASE WHEN {condition.sql} THEN 0 ELSE 1 END AS {facet.name}_missed")
        params += condition.params
    inner = f"SELECT {', '.join(kept)} FROM ({question.rows.sql}) item"
    if not active:
        return Fragment(inner, question.rows.params)
    misses = " + ".join(f"{facet.name}_missed" for facet in active)
    return Fragment(
        f"SELECT judged.*, {misses} AS misses FROM ({inner}) judged WHERE {misses} <= 1",
        (*params, *question.rows.params),
    )


def _total(hits: str) -> Fragment:
    return Fragment(
        f"SELECT '#total' AS part, CAST(NULL AS TEXT) AS value, COUNT(*) AS number FROM base {hits}"
    )


def _page(question: Question, hits: str) -> Fragment:
    """Number the rows of the page in order; a page beyond the last one is the last one."""
    size, start = question.page_size, (max(1, question.page) - 1) * question.page_size
    last = f"((COUNT(*) - 1) / {size}) * {size}"
    clamped = Fragment(
        f"(SELECT CASE WHEN COUNT(*) = 0 THEN 0 WHEN {last} < %s THEN {last} ELSE %s END FROM base {hits})",
        (start, start),
    )
    offset = clamped if start else Fragment("0")
    columns = ", ".join(["pk", *question.order_columns])
    return Fragment(
        f"SELECT '#page', CAST(pk AS TEXT), ROW_NUMBER() OVER (ORDER BY {question.order}) FROM (SELECT {columns}"
        f" FROM base {hits} ORDER BY {question.order} LIMIT {size} OFFSET {offset.sql}) page_rows",
        offset.params,
    )
