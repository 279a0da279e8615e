"""Count facets exactly and fetch one page, in a single SQL statement over a narrow table.

Inside a facet the chosen values are joined by OR, facets by AND, and each facet is counted with the others applied:
the number beside a value is the number of results that choosing it gives. The engine knows no model: its caller
describes a table, its columns and the rows that count.
"""

from .kinds import ColumnFacet, Facet, FlagsFacet, Fragment, Param, SideTableFacet, SinceFacet
from .statement import Answer, Question, ask, compose, count, list_each

__all__ = [
    "Answer",
    "ColumnFacet",
    "Facet",
    "FlagsFacet",
    "Fragment",
    "Param",
    "Question",
    "SideTableFacet",
    "SinceFacet",
    "ask",
    "compose",
    "count",
    "list_each",
]
