"""The names of families and territories, kept in the process: they change a few times a year."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from django.utils.translation import get_language

from jobs.offers.models import JobFamily
from search.generations import advance
from search.models import Generation
from territory.models import Territory


@dataclass(frozen=True, slots=True)
class Value:
    """One value of a facet: what the rows hold, what addresses hold, what people read."""

    stored: str
    slug: str
    name: str
    name_en: str

    @property
    def label(self) -> str:
        """Return the name in the language being spoken."""
        return self.name_en if (get_language() or "").startswith("en") else self.name


@dataclass(frozen=True, slots=True)
class Labels:
    """The families and the territories, in the order in which they are shown."""

    families: tuple[Value, ...]
    territories: tuple[Value, ...]


_kept: tuple[int, Labels] | None = None


def labels(stamp: int) -> Labels:
    """Return the names as of `stamp`, read again (two queries) when it has moved."""
    global _kept  # noqa: PLW0603 - the process's only copy, replaced as a whole
    if _kept is None or _kept[0] != stamp:
        _kept = (stamp, _read())
    return _kept[1]


def forget(**_signal: Any) -> None:
    """Make every process read the names again; hooked to their changes."""
    advance(Generation.Name.LABELS)


def _read() -> Labels:
    return Labels(
        families=tuple(
            Value(family.code, family.slug, family.name, family.name_en)
            for family in JobFamily.objects.order_by("order", "code")
        ),
        territories=tuple(
            Value(str(territory.pk), territory.slug, territory.short_name, territory.short_name)
            for territory in Territory.objects.order_by("order", "name", "pk")
        ),
    )
