"""The kinds of facets: how each one filters the narrow rows and counts its values."""

# ruff: noqa: S608 - statements are written from our own names; every value is a parameter

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Sequence
from dataclasses import dataclass

from django.db import connection

Param = str | int | float
Params = tuple[Param, ...]


@dataclass(frozen=True, slots=True)
class Fragment:
    """A piece of SQL and its parameters."""

    sql: str
    params: Params = ()


@dataclass(frozen=True)
class Facet(ABC):
    """One facet called `name`, with the `chosen` values; columns are those of the narrow table, alias `item`."""

    name: str
    chosen: tuple[Param, ...] = ()

    @abstractmethod
    def condition(self) -> Fragment:
        """Return what a row must satisfy for the chosen values."""

    @abstractmethod
    def column(self) -> str:
        """Return the expression kept for counting, "" when counting reads another table."""

    def grouped(self, where: str) -> Fragment:
        """Return the statement counting by value the rows of `base` (`pk` and kept columns) that `where` keeps."""
        return Fragment(
            f"SELECT CAST({self.name}_value AS TEXT) AS value, COUNT(*) AS number FROM base {where}"
            f" GROUP BY {self.name}_value"
        )

    def counts(self, grouped: dict[str, int]) -> dict[str, int]:
        """Turn what the database counted into a number per value."""
        return grouped


@dataclass(frozen=True)
class ColumnFacet(Facet):
    """A facet whose rows have one value, in `source`."""

    source: str = ""

    def condition(self) -> Fragment:
        """Accept rows holding one of the chosen values."""
        return Fragment(f"item.{self.source} IN ({_marks(self.chosen)})", self.chosen)

    def column(self) -> str:
        """Keep the value."""
        return f"item.{self.source}"


@dataclass(frozen=True)
class FlagsFacet(Facet):
    """A facet of several yes/no values held as the bits of `source`; values are the bits (1, 2, 4…)."""

    source: str = ""

    def condition(self) -> Fragment:
        """Accept rows holding one of the chosen bits."""
        return Fragment(
            f"(item.{self.source} & %s) <> 0", (sum({int(bit) for bit in self.chosen}),)
        )

    def column(self) -> str:
        """Keep the whole set: few different ones exist, they are added up in `counts`."""
        return f"item.{self.source}"

    def counts(self, grouped: dict[str, int]) -> dict[str, int]:
        """Add up each bit over the sets that hold it."""
        sets = [(int(flags), number) for flags, number in grouped.items()]
        bits = [
            1 << position for position in range(max((s.bit_length() for s, _ in sets), default=0))
        ]
        return {str(bit): sum(number for flags, number in sets if flags & bit) for bit in bits}


@dataclass(frozen=True)
class SinceFacet(Facet):
    """A facet of nested periods over `source`; `limits` gives each value its first instant, shortest period first."""

    source: str = ""
    limits: tuple[tuple[str, Param], ...] = ()

    def condition(self) -> Fragment:
        """Accept rows of the longest chosen period."""
        first = next(limit for value, limit in reversed(self.limits) if value in self.chosen)
        return Fragment(f"item.{self.source} >= {self._typed()}", (first,))

    def column(self) -> str:
        """Keep the instant."""
        return f"item.{self.source}"

    def grouped(self, where: str) -> Fragment:
        """Count the rows by the shortest period that holds them."""
        cases = "".join(
            f" WHEN {self.name}_value >= {self._typed()} THEN {position}"
            for position in range(len(self.limits))
        )
        return Fragment(
            f"SELECT CAST(CASE{cases} ELSE {len(self.limits)} END AS TEXT) AS value, COUNT(*) AS number"
            f" FROM base {where} GROUP BY 1",
            tuple(limit for _value, limit in self.limits),
        )

    def counts(self, grouped: dict[str, int]) -> dict[str, int]:
        """Let each period hold the shorter ones."""
        total, found = 0, {}
        for position, (value, _limit) in enumerate(self.limits):
            total += grouped.get(str(position), 0)
            found[value] = total
        return found

    @staticmethod
    def _typed() -> str:
        return "CAST(%s AS timestamptz)" if connection.vendor == "postgresql" else "%s"


@dataclass(frozen=True)
class SideTableFacet(Facet):
    """A facet whose rows have several values: rows of `table`, tied by `key` to the narrow table, value in `source`."""

    table: str = ""
    key: str = ""
    source: str = ""

    def condition(self) -> Fragment:
        """Accept rows tied to one of the chosen values."""
        return Fragment(
            f"item.pk IN (SELECT side.{self.key} FROM {self.table} side"
            f" WHERE side.{self.source} IN ({_marks(self.chosen)}))",
            self.chosen,
        )

    def column(self) -> str:
        """Keep nothing: the side table is read again."""
        return ""

    def grouped(self, where: str) -> Fragment:
        """Count each row once per value, however many ties it has to it."""
        return Fragment(
            f"SELECT CAST(side.{self.source} AS TEXT) AS value, COUNT(DISTINCT side.{self.key}) AS number"
            f" FROM base JOIN {self.table} side ON side.{self.key} = base.pk {where} GROUP BY side.{self.source}"
        )


def _marks(values: Sequence[Param]) -> str:
    return ", ".join(["%s"] * len(values))
