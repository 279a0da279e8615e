"""Where lists of offers come from: the job board registers itself, so that blocks show offers without knowing them."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any, Protocol


@dataclass(frozen=True, slots=True)
class OfferCriteria:
    """What an editor asks to list; family, territory and contract are values of addresses, "" takes them all."""

    family: str = ""
    territory: str = ""
    contract: str = ""
    words: str = ""
    number: int = 4


@dataclass(frozen=True, slots=True)
class OfferList:
    """The newest offers that answer, how many there are in all, and the search that lists them."""

    offers: list[Any] = field(default_factory=list)
    total: int = 0
    address: str = ""
    all_address: str = ""


class OfferSource(Protocol):
    """What a job board must answer."""

    def choices(self, criterion: str) -> list[tuple[str, str]]:
        """Return the values and the labels of `family`, `territory` or `contract`."""
        ...

    def find_all(
        self, asked: Sequence[OfferCriteria], *, now: dt.datetime, language: str
    ) -> list[OfferList]:
        """Return what is online at `now` for each, with addresses in a language; as many queries for one as for ten."""
        ...


class NoOffers:
    """What stands for the job board on a site that has none."""

    def choices(self, criterion: str) -> list[tuple[str, str]]:
        """Return no choice."""
        return []

    def find_all(
        self, asked: Sequence[OfferCriteria], *, now: dt.datetime, language: str
    ) -> list[OfferList]:
        """Return empty lists."""
        return [OfferList() for _one in asked]


_sources: list[OfferSource] = [NoOffers()]


def register(source: OfferSource) -> None:
    """Take the offers from `source`; call it from an app's `ready()`."""
    _sources[:] = [source]


def source() -> OfferSource:
    """Return where offers come from."""
    return _sources[0]
