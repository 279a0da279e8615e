"""Match a text against the documents: one SQL fragment per database, the same documents on both.

Terms are joined by AND, the equivalents of a term by OR. Only `[a-z0-9_]` reaches the database's query language.
"""

# ruff: noqa: S608, S611 - statements are written from our own names; every value is a parameter

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from django.db import connection
from django.db.models import Case, IntegerField, QuerySet, When
from django.db.models.expressions import RawSQL

from .analysis import analyse, fold
from .generations import numbers
from .sources import KIND_BITS, MAX_KINDS, all_sources, source_of
from .synonyms import Phrase, Thesaurus, thesaurus

LONGEST_QUERY = 200
MOST_TERMS = 12
# An abbreviation nobody typed is looked for in titles only: "cm" is also a length in a description.
_SHORT = 3

# One required idea: at least one of its phrases must be there whole.
Group = tuple[Phrase, ...]


@dataclass(frozen=True, slots=True)
class Match:
    """What a text finds: `sql` selects `object_id` and `in_title` (1 when every term is in the title, else 0)."""

    sql: str
    params: tuple[str | int, ...]
    groups: tuple[Group, ...]


def match(kind: str, text: str, language: str | None = None) -> Match | None:
    """Return the fragment finding `text` among the documents of `kind`, None when the text holds no term.

    `language` restricts to documents in that language. One query reads the generations.
    """
    groups = read(text)
    return select(kind, groups, language) if groups else None


def read(text: str, stamps: dict[str, int] | None = None) -> tuple[Group, ...]:
    """Return what `text` requires, in one query unless the `stamps` are given; empty when it holds no term."""
    terms = _terms(text)
    if not terms:
        return ()
    return expand(terms, thesaurus((stamps or numbers())["synonyms"]))


def in_french(text: str, stamps: dict[str, int]) -> tuple[str, ...]:
    """Return the French words that are searched for the English ones of `text`, each once."""
    known = thesaurus(stamps["synonyms"])
    told = [word for phrase in known.cut(_terms(text)) for word in known.french.get(phrase, ())]
    return tuple(dict.fromkeys(told))


def select(kind: str, groups: tuple[Group, ...], language: str | None = None) -> Match:
    """Return the fragment finding `groups` among the documents of `kind`."""
    sql, params = _select(source_of(kind).number, groups, language)
    return Match(sql, params, groups)


def kinds_holding(groups: tuple[Group, ...]) -> set[int]:
    """Return the numbers of the sources that have a document with `groups`: the others need not be asked. One query."""
    if connection.vendor == "postgresql":
        sql = "SELECT DISTINCT id & %s FROM search_document WHERE vector @@ CAST(%s AS tsquery)"
    else:
        sql = "SELECT DISTINCT rowid & %s FROM search_terms WHERE search_terms MATCH %s"
    with connection.cursor() as cursor:
        cursor.execute(sql, [MAX_KINDS - 1, query_text(groups)])
        return {number for (number,) in cursor.fetchall()}


def best_first(found: QuerySet[Any], what: Match, order: Sequence[str]) -> QuerySet[Any]:
    """Keep the objects of `found` that `what` finds: every term in the title first, then by `order`."""
    everywhere = RawSQL(f"SELECT object_id FROM ({what.sql}) everywhere", what.params)
    in_title = RawSQL(f"SELECT object_id FROM ({what.sql}) titled WHERE in_title = 1", what.params)
    rank = Case(When(pk__in=in_title, then=1), default=0, output_field=IntegerField())
    ranked: QuerySet[Any] = found.filter(pk__in=everywhere).annotate(in_title=rank)
    return ranked.order_by("-in_title", *order)


def expand(terms: list[str], known: Thesaurus) -> tuple[Group, ...]:
    """Turn terms into required groups, the longest known phrase first."""
    groups: dict[Group, None] = {}
    for phrase in known.cut(terms):
        others = (_discreet(other) for other in known.equivalents.get(phrase, ()))
        groups[(phrase, *others)] = None
    return tuple(groups)


def query_text(groups: tuple[Group, ...], *, title: bool = False) -> str:
    """Write `groups` in the query language of the database in use; with `title`, each term must be in the title."""
    if connection.vendor == "postgresql":
        quote, every, either = "'", " & ", " | "
    else:
        quote, every, either = '"', " AND ", " OR "

    def written(term: str) -> str:
        return f"{quote}_{term.lstrip('_')}{quote}" if title else f"{quote}{term}{quote}"

    def phrase_text(phrase: Phrase) -> str:
        return "(" + every.join(written(term) for term in phrase) + ")"

    return every.join(
        f"({either.join(phrase_text(phrase) for phrase in group)})" for group in groups
    )


def _terms(text: str) -> list[str]:
    """Return the distinct terms of a query, the names of things (« OML-118 », « oml 118 ») joined into one word."""
    read_text = fold(text[:LONGEST_QUERY])
    for prefix in [source.prefix.lower() for source in all_sources() if source.prefix]:
        read_text = re.sub(rf"(?<![a-z0-9]){prefix}[ \-#°]{{0,3}}0*(?=[1-9])", prefix, read_text)
    return list(dict.fromkeys(analyse(read_text)))[:MOST_TERMS]


def _discreet(phrase: Phrase) -> Phrase:
    if len(phrase) == 1 and len(phrase[0]) <= _SHORT:
        return (f"_{phrase[0]}",)
    return phrase


def _select(
    number: int, groups: tuple[Group, ...], language: str | None
) -> tuple[str, tuple[str | int, ...]]:
    wanted, in_title = query_text(groups), query_text(groups, title=True)
    if connection.vendor == "postgresql":
        sql = (
            "SELECT object_id, CASE WHEN id IN"
            " (SELECT id FROM search_document WHERE vector @@ CAST(%s AS tsquery)) THEN 1 ELSE 0 END AS in_title"
            " FROM search_document WHERE vector @@ CAST(%s AS tsquery) AND id & %s = %s"
        )
    else:
        sql = (
            f"SELECT rowid >> {KIND_BITS} AS object_id, rowid IN"
            " (SELECT rowid FROM search_terms WHERE search_terms MATCH %s) AS in_title"
            " FROM search_terms WHERE search_terms MATCH %s AND rowid & %s = %s"
        )
    params: tuple[str | int, ...] = (in_title, wanted, MAX_KINDS - 1, number)
    if language is not None:
        key = "id" if connection.vendor == "postgresql" else "rowid"
        sql += f" AND {key} IN (SELECT id FROM search_document WHERE language = %s)"
        params = (*params, language)
    if connection.vendor == "postgresql":
        sql += " OFFSET 0"  # a fence: the planner must ask the index once, not once per offer
    return sql, params
