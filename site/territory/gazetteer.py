"""The communes in memory: read once per process, and again when the reference data changed."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any

from django.db.models import Count, Max, QuerySet, Value

from .models import Intercommunality, Municipality, MunicipalityAlias, Postcode, Territory
from .names import fold, key_of, without_article


@dataclass(frozen=True)
class Place:
    """A current commune, detached from the database: all that searches and imports need."""

    id: int
    insee: str
    name: str
    slug: str
    latitude: float
    longitude: float
    population: int
    main_postcode: str
    intercommunality_id: int
    territory_id: int | None
    postcodes: tuple[str, ...]
    former_names: tuple[str, ...]

    def __str__(self) -> str:
        return self.name

    @property
    def pk(self) -> int:
        """Return the id under the name Django gives it."""
        return self.id

    @property
    def label(self) -> str:
        """Return what tells it from homonyms and finds it when typed: « Gramat (46500) »."""
        return f"{self.name} ({self.main_postcode})"


@dataclass(frozen=True)
class Area:
    """A territory or an intercommunality with its communes."""

    name: str
    places: tuple[Place, ...]


@dataclass(frozen=True)
class Position:
    """Where a commune lies, current or not: offers may still stand in one that has merged."""

    id: int
    latitude: float
    longitude: float


@dataclass(frozen=True)
class Gazetteer:
    """Every index the questions about places use; never changed once built."""

    places: tuple[Place, ...]
    positions: tuple[Position, ...]
    by_id: dict[int, Place]
    by_insee: dict[str, Place]
    by_old_insee: dict[str, Place]
    by_postcode: dict[str, tuple[Place, ...]]
    by_name: dict[str, tuple[Place, ...]]
    by_former_name: dict[str, tuple[Place, ...]]
    areas: dict[str, Area]
    starts: tuple[tuple[tuple[str, ...], Place], ...]
    spellings: dict[str, str] = field(repr=False)


_table: tuple[tuple[object, ...], Gazetteer] | None = None


def current() -> Gazetteer:
    """Return the communes; one small query tells whether those in memory still hold."""
    global _table  # noqa: PLW0603 - the process's only copy, replaced as a whole
    stamp = _stamp()
    if _table is None or _table[0] != stamp:
        _table = (stamp, _build())
    return _table[1]


def last_read() -> Gazetteer:
    """Return the communes as last read, unasked; for what follows `current()` in one request."""
    return _table[1] if _table else current()


def _stamp() -> tuple[object, ...]:
    """Return what changes as soon as a row of the reference data is added, edited or removed."""
    union = _summary("m", Municipality.objects.all(), Max("updated_at")).union(
        _summary("t", Territory.objects.all(), Max("updated_at")),
        _summary("i", Intercommunality.objects.all(), Max("updated_at")),
        _summary("p", Postcode.objects.all(), Max("municipality__updated_at")),
        _summary("a", MunicipalityAlias.objects.all(), Max("municipality__updated_at")),
        all=True,
    )
    return tuple(sorted(union, key=lambda row: str(row[0])))


def _summary(letter: str, rows: QuerySet[Any], latest: Max) -> QuerySet[Any, Any]:
    """Return one row about a table: its number of rows, its last id and its last change."""
    summary: QuerySet[Any, Any] = rows.order_by().values(table=Value(letter))
    summary = summary.annotate(rows=Count("pk"), last_id=Max("pk"), latest=latest)
    return summary.values_list("table", "rows", "last_id", "latest")


def _build() -> Gazetteer:
    """Read the reference data, in five queries, and index it."""
    municipalities = list(Municipality.objects.order_by("name", "insee"))
    aliases = list(MunicipalityAlias.objects.order_by("old_name", "old_insee"))
    places = _places(municipalities, aliases)
    named = [(name, place) for place in places for name in (*place.former_names, place.name)]
    by_id = {place.id: place for place in places}
    return Gazetteer(
        places=places,
        positions=tuple(Position(row.pk, row.latitude, row.longitude) for row in municipalities),
        by_id=by_id,
        by_insee={place.insee: place for place in places},
        by_old_insee={
            alias.old_insee: by_id[alias.municipality_id]
            for alias in aliases
            if alias.municipality_id in by_id
        },
        by_postcode=_by_postcode(places),
        by_name=_index((place.name, place) for place in places),
        by_former_name=_index((old, place) for place in places for old in place.former_names),
        areas=_areas(places),
        starts=tuple((tuple(without_article(fold(name))), place) for name, place in named),
        spellings={key_of(fold(name)): name for name, place in named},
    )


def _places(
    municipalities: list[Municipality], aliases: list[MunicipalityAlias]
) -> tuple[Place, ...]:
    """Detach the current communes from the database, their postcodes and former names with them."""
    postcodes = _grouped(Postcode.objects.order_by("code").values_list("municipality_id", "code"))
    former_names = _grouped((alias.municipality_id, alias.old_name) for alias in aliases)
    return tuple(
        _place(row, postcodes[row.pk], former_names[row.pk])
        for row in municipalities
        if row.is_current
    )


def _place(row: Municipality, postcodes: list[str], former_names: list[str]) -> Place:
    """Detach one commune from the database."""
    return Place(
        id=row.pk,
        insee=row.insee,
        name=row.name,
        slug=row.slug,
        latitude=row.latitude,
        longitude=row.longitude,
        population=row.population,
        main_postcode=row.main_postcode,
        intercommunality_id=row.intercommunality_id,
        territory_id=row.territory_id,
        postcodes=tuple(postcodes),
        former_names=tuple(former_names),
    )


def _grouped(pairs: Iterable[tuple[int, str]]) -> defaultdict[int, list[str]]:
    """Gather the values that share an owner."""
    groups: defaultdict[int, list[str]] = defaultdict(list)
    for owner, value in pairs:
        groups[owner].append(value)
    return groups


def _by_postcode(places: tuple[Place, ...]) -> dict[str, tuple[Place, ...]]:
    """Return the communes of each postcode, the most populated first."""
    groups: defaultdict[str, list[Place]] = defaultdict(list)
    for place in sorted(places, key=lambda place: (-place.population, place.insee)):
        for code in place.postcodes:
            groups[code].append(place)
    return {code: tuple(group) for code, group in groups.items()}


def _index(named: Iterable[tuple[str, Place]]) -> dict[str, tuple[Place, ...]]:
    """Return the communes of each name, found with or without its leading article."""
    groups: defaultdict[str, dict[int, Place]] = defaultdict(dict)
    for name, place in named:
        words = fold(name)
        for key in (key_of(words), key_of(without_article(words))):
            groups[key][place.id] = place
    return {key: tuple(group.values()) for key, group in groups.items()}


def _areas(places: tuple[Place, ...]) -> dict[str, Area]:
    """Return the areas by every name they go by; the programme's territories win over EPCI."""
    areas: dict[str, Area] = {}
    for group in Intercommunality.objects.order_by("pk"):
        held = tuple(place for place in places if place.intercommunality_id == group.pk)
        _name_area(areas, Area(group.short_name, held), group.name, group.short_name)
    for territory in Territory.objects.order_by("pk"):
        held = tuple(place for place in places if place.territory_id == territory.pk)
        _name_area(areas, Area(territory.name, held), territory.name, territory.short_name)
    return areas


def _name_area(areas: dict[str, Area], area: Area, *names: str) -> None:
    """Record an area under its names, unless no commune is left in it."""
    if not area.places:
        return
    for name in names:
        words = fold(name)
        areas[key_of(words)] = areas[key_of(without_article(words))] = area
