"""What awaits those who take a job in a commune: who welcomes them, what one finds there, which page says more."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from typing import Protocol

from django.db.models import OuterRef
from django.db.models.expressions import Combinable

from .around import read_around
from .models import Municipality, ResourceCard
from .welcome import Welcome, referent_for
from .words import in_town


class TerritoryPages(Protocol):
    """Where the pages of territories are: known by the app that has them."""

    def tree_path(self, territory: OuterRef, language: str) -> Combinable:
        """Return the expression of the page's path in the tree, for a statement about something else."""
        ...

    def address(self, tree_path: str, language: str) -> str:
        """Return the address of a page, given its path in the tree."""
        ...

    def request_address(self, place: str) -> str:
        """Return where one tells of a project, with the place already written."""
        ...


_pages: list[TerritoryPages] = []


def register_pages(pages: TerritoryPages) -> None:
    """Say where the pages of territories are; call it from the `ready()` of the app that has them."""
    _pages[:] = [pages]


@dataclass(frozen=True)
class Line:
    """A resource card in one line: its words, where they are whole, and the day of the last check."""

    icon: str
    label: str
    text: str
    language: str
    url: str
    checked_on: dt.date
    is_stale: bool


@dataclass(frozen=True)
class LivingHere:
    """Life around a commune on a day."""

    commune: Municipality
    welcome: Welcome | None
    cards: tuple[ResourceCard, ...]
    page_url: str
    day: dt.date

    @property
    def items(self) -> list[Line]:
        """Return a line for each theme; the language is that of the words when it is not the reader's."""
        return [
            Line(
                icon=card.icon,
                label=str(card.get_theme_display()),
                text=card.title_shown,
                language=card.title_language,
                url=f"{self.page_url}#{card.anchor}" if self.page_url else "",
                checked_on=card.checked_on,
                is_stale=card.is_stale_on(self.day),
            )
            for card in self.cards
        ]

    @property
    def request_url(self) -> str:
        """Return where one tells the referent of one's project, with the commune already written."""
        return _pages[0].request_address(self.place) if _pages else ""

    @property
    def place(self) -> str:
        """Return « Gramat (46500) », which finds the commune again among its homonyms."""
        return f"{self.commune.name} ({self.commune.main_postcode})"

    @property
    def where(self) -> str:
        """Return « à Gramat », in the reader's language."""
        return in_town(self.commune.name)


def living_in(commune: Municipality, *, on: dt.date, language: str) -> LivingHere:
    """Return what awaits newcomers around a commune on a day: two queries, with a card for each theme.

    The page of the territory is known whether there are cards or not.
    """
    welcome = referent_for(commune, on)
    if commune.territory_id is None:
        return LivingHere(commune, welcome, (), "", on)
    path = _pages[0].tree_path(OuterRef("pk"), language) if _pages else None
    around = read_around(commune.territory_id, path)
    by_theme: dict[str, ResourceCard] = {}
    for card in around.cards:
        by_theme.setdefault(card.theme, card)
    address = _pages[0].address(around.tree_path, language) if around.tree_path else ""
    return LivingHere(commune, welcome, tuple(by_theme.values()), address, on)
