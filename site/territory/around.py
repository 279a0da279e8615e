"""A territory on one day, read in one statement: the people of the network, its own cards, the path of its page.

The page of an offer has few queries to spend on life around it: two unrelated lists come as one.
"""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from typing import Any

from django.db.models import F, IntegerField, Value
from django.db.models.expressions import Combinable

from .models import ResourceCard, ResourceTheme, Territory, WelcomeReferent
from .names import fold, key_of
from .welcome import WelcomeNetwork

# The columns that both lists share: ten of words, then the others.
PERSON_WORDS = (
    "name", "structure", "role", "role_en", "phone", "email", "hours", "hours_en", "languages",
    "languages_en",
)  # fmt: skip
CARD_WORDS = ("theme", "title", "title_en", "text", "text_en", "phone", "url")
NOTHING = Value(None, output_field=IntegerField())
NOBODY = Value(value=False)


@dataclass(frozen=True)
class Around:
    """A territory with its cards in the order of their themes, and the whole network."""

    territory: Territory
    network: WelcomeNetwork
    cards: tuple[ResourceCard, ...]
    tree_path: str


def read_around(number: int, on: dt.date, tree_path: Combinable | None = None) -> Around:
    """Return what is known around the territory of that number on a day; `tree_path` is said of `OuterRef("pk")`."""
    people: list[tuple[Any, ...]] = []
    cards: list[tuple[Any, ...]] = []
    rows = _people(on).union(_cards(number, tree_path or Value("")), all=True)
    for is_person, *row in rows:
        (people if is_person else cards).append(tuple(row))
    name, slug, path = cards[0][8:11]
    return Around(
        Territory(pk=number, name=name, slug=slug),
        WelcomeNetwork.of(map(_person, sorted(people, key=_calling_order))),
        tuple(sorted((_card(row, number) for row in cards if row[0] is not None), key=_shown)),
        path or "",
    )


def _columns(*columns: Any) -> dict[str, Any]:
    """Name the columns alike on both sides, so that they stand in the same order."""
    return {f"column_{place:02d}": column for place, column in enumerate(columns)}


def _people(on: dt.date) -> Any:
    """Return a row for each territory and each absence of everybody in the network."""
    columns = _columns(
        Value(1),
        F("pk"),
        *map(F, PERSON_WORDS),
        F("order"),
        F("away_until"),
        F("photo_id"),
        F("territory_number"),
        F("backup_number"),
        F("territory_links__order"),
        F("is_departmental"),
    )
    linked = WelcomeReferent.objects.active().with_links(on).order_by()
    return linked.annotate(**columns).values_list(*columns)


def _cards(number: int, tree_path: Combinable) -> Any:
    """Return a row for each card of a territory, one with nothing where it has none."""
    columns = _columns(
        Value(0),
        F("resource_cards__pk"),
        *(F(f"resource_cards__{name}") for name in CARD_WORDS),
        F("name"),
        F("slug"),
        tree_path,
        F("resource_cards__order"),
        F("resource_cards__checked_on"),
        *[NOTHING] * 4,
        NOBODY,
    )
    territory = Territory.objects.filter(pk=number).order_by()
    return territory.annotate(**columns).values_list(*columns)


def _calling_order(row: tuple[Any, ...]) -> tuple[int, int, int, int]:
    """Order as `WelcomeReferentQuerySet.with_links` does: the longest absence of somebody comes first."""
    pk, order, away_until, rank = row[0], row[11], row[12], row[16]
    return (rank or 0, order, pk, -away_until.toordinal() if away_until else 0)


def _person(row: tuple[Any, ...]) -> WelcomeReferent:
    pk, words, rest = row[0], row[1:11], row[11:]
    order, away_until, photo_id, territory_number, backup_number, _rank, is_departmental = rest
    person: Any = WelcomeReferent(
        pk=pk,
        photo_id=photo_id,
        order=order,
        is_departmental=is_departmental,
        **dict(zip(PERSON_WORDS, words, strict=True)),
    )
    person.territory_number = territory_number
    person.away_until, person.backup_number = away_until, backup_number
    return person  # type: ignore[no-any-return]


def _card(row: tuple[Any, ...], number: int) -> ResourceCard:
    words = dict(zip(CARD_WORDS, row[1:8], strict=True))
    return ResourceCard(pk=row[0], territory_id=number, order=row[11], checked_on=row[12], **words)


def _shown(card: ResourceCard) -> tuple[int, int, str, int]:
    """Order by theme as themes are shown, then by the order that editors gave."""
    rank = ResourceTheme.values.index(card.theme)
    return (rank, card.order, key_of(fold(card.title)), card.pk)
