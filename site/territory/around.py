"""A territory in one statement: its own cards, in the order of their themes, and the path of its page."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from django.db.models import Value
from django.db.models.expressions import Combinable

from .models import ResourceCard, ResourceTheme, Territory
from .names import fold, key_of

CARD_FIELDS = (
    "pk", "theme", "title", "title_en", "text", "text_en", "phone", "url", "order", "checked_on",
)  # fmt: skip


@dataclass(frozen=True)
class Around:
    """A territory with its cards in the order of their themes."""

    territory: Territory
    cards: tuple[ResourceCard, ...]
    tree_path: str


def read_around(number: int, tree_path: Combinable | None = None) -> Around:
    """Return what is known of the territory of that number; `tree_path` is said of `OuterRef("pk")`.

    The territory comes once for each of its cards, once with nothing beside it when it has none: the page of an offer
    has few queries to spend on life around it.
    """
    columns = [f"resource_cards__{name}" for name in CARD_FIELDS]
    rows = list(
        Territory.objects.filter(pk=number)
        .order_by()
        .annotate(tree_path=tree_path or Value(""))
        .values_list("name", "slug", "tree_path", *columns)
    )
    name, slug, path = rows[0][:3]
    territory = Territory(pk=number, name=name, slug=slug)
    cards = [_card(territory, row[3:]) for row in rows if row[3] is not None]
    return Around(territory, tuple(sorted(cards, key=_shown)), path or "")


def _card(territory: Territory, row: tuple[Any, ...]) -> ResourceCard:
    return ResourceCard(territory=territory, **dict(zip(CARD_FIELDS, row, strict=True)))


def _shown(card: ResourceCard) -> tuple[int, int, str, int]:
    """Order by theme as themes are shown, then by the order that editors gave."""
    rank = ResourceTheme.values.index(card.theme)
    return (rank, card.order, key_of(fold(card.title)), card.pk)
