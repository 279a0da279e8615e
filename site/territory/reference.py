"""Load the communes, their former names and the intercommunalités from the project's own files."""

from __future__ import annotations

import csv
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

from django.db import transaction
from django.db.models import Model

from .models import Intercommunality, Municipality, MunicipalityAlias, Postcode, Territory
from .names import slug_of

DATA = Path(__file__).resolve().parent / "data"
Row = dict[str, str]


@dataclass(frozen=True)
class Loaded:
    """How many rows a load left in place, territories it created, communes no longer listed."""

    intercommunalities: int
    municipalities: int
    postcodes: int
    aliases: int
    territories_created: int
    retired: int


@transaction.atomic
def load(*, folder: Path = DATA) -> Loaded:
    """Bring the database to what the files of `folder` say; running it twice changes nothing.

    A territory that exists is never touched, nor the territory of a commune that has one.
    A commune that left the list is kept and marked as no longer current.
    """
    communes = _read(folder / "communes.csv")
    intercommunalities = _load_intercommunalities(_read(folder / "epci.csv"))
    municipalities = _load_municipalities(communes, intercommunalities)
    return Loaded(
        intercommunalities=len(intercommunalities),
        municipalities=len(municipalities),
        postcodes=_load_postcodes(communes, municipalities),
        aliases=_load_aliases(_read(folder / "commune_aliases.csv"), municipalities),
        territories_created=_give_each_municipality_a_territory(),
        retired=_retire_absent(set(municipalities)),
    )


def _read(path: Path) -> list[Row]:
    """Return the rows of a file, every value as text: codes are never numbers."""
    with path.open(encoding="utf-8", newline="") as source:
        return list(csv.DictReader(source))


def _upsert(rows: Sequence[Model], *, by: tuple[str, ...], fields: tuple[str, ...]) -> None:
    """Write the rows that the database has not, or not with the same values: the others keep their dates."""
    if not rows:
        return
    model: Any = type(rows[0])
    columns = [model._meta.get_field(name).attname for name in (*by, *fields)]
    held = set(model.objects.values_list(*columns))
    dated = ("updated_at",) if hasattr(model, "updated_at") else ()
    model.objects.bulk_create(
        [row for row in rows if tuple(getattr(row, name) for name in columns) not in held],
        update_conflicts=True,
        unique_fields=by,
        update_fields=(*fields, *dated),
    )


def _load_intercommunalities(rows: list[Row]) -> dict[str, int]:
    """Upsert the EPCI and return their ids by SIREN."""
    _upsert(
        [
            Intercommunality(
                siren=row["siren"],
                name=row["name"],
                short_name=row["short_name"],
                kind=row["type"],
                seat=row["seat"],
            )
            for row in rows
        ],
        by=("siren",),
        fields=("name", "short_name", "kind", "seat"),
    )
    return dict(Intercommunality.objects.values_list("siren", "pk"))


def _load_municipalities(rows: list[Row], intercommunalities: dict[str, int]) -> dict[str, int]:
    """Upsert the communes, their territory left alone; return their ids by INSEE code."""
    names = Counter(slug_of(row["name"]) for row in rows)
    _upsert(
        [_municipality(row, names, intercommunalities) for row in rows],
        by=("insee",),
        fields=(
            "name",
            "main_postcode",
            "latitude",
            "longitude",
            "population",
            "intercommunality",
            "is_current",
        ),
    )
    listed = {row["insee"] for row in rows}
    return dict(Municipality.objects.filter(insee__in=listed).values_list("insee", "pk"))


def _municipality(
    row: Row, names: Counter[str], intercommunalities: dict[str, int]
) -> Municipality:
    """Build one commune; its slug carries the INSEE code only when two communes share a name."""
    slug = slug_of(row["name"])
    return Municipality(
        insee=row["insee"],
        name=row["name"],
        slug=slug if names[slug] == 1 else f"{slug}-{row['insee']}",
        main_postcode=row["postcodes"].split("|")[0],
        latitude=float(row["lat"]),
        longitude=float(row["lon"]),
        population=int(row["population"] or 0),
        intercommunality_id=intercommunalities[row["epci_siren"]],
        is_current=True,
    )


def _load_postcodes(rows: list[Row], municipalities: dict[str, int]) -> int:
    """Make the postcodes of the listed communes those of the file; return their number."""
    wanted = {
        (code, municipalities[row["insee"]]) for row in rows for code in row["postcodes"].split("|")
    }
    present = {
        (code, owner): pk
        for pk, code, owner in Postcode.objects.filter(
            municipality__in=municipalities.values()
        ).values_list("pk", "code", "municipality_id")
    }
    gone = [pk for pair, pk in present.items() if pair not in wanted]
    if gone:
        Postcode.objects.filter(pk__in=gone).delete()
    Postcode.objects.bulk_create(
        [
            Postcode(code=code, municipality_id=owner)
            for code, owner in sorted(wanted - set(present))
        ]
    )
    return len(wanted)


def _load_aliases(rows: list[Row], municipalities: dict[str, int]) -> int:
    """Upsert the former names and return their number."""
    _upsert(
        [
            MunicipalityAlias(
                old_insee=row["old_insee"],
                old_name=row["old_name"],
                municipality_id=municipalities[row["insee"]],
                kind=row["kind"].upper(),
                effective_date=date.fromisoformat(row["effective"]) if row["effective"] else None,
            )
            for row in rows
        ],
        by=("old_insee", "old_name"),
        fields=("municipality", "kind", "effective_date"),
    )
    return len(rows)


def _give_each_municipality_a_territory() -> int:
    """Put communes that have none in the territory of their EPCI, created if need be."""
    orphans = Municipality.objects.filter(territory=None)
    created = 0
    lacking = Intercommunality.objects.filter(pk__in=orphans.values("intercommunality")).order_by(
        "short_name", "pk"
    )
    for intercommunality in lacking:
        territory_id = _usual_territory(intercommunality)
        if territory_id is None:
            territory, is_new = Territory.objects.get_or_create(
                slug=slug_of(intercommunality.short_name),
                defaults={
                    "name": intercommunality.short_name,
                    "short_name": intercommunality.short_name[:40],
                    "order": Territory.objects.count(),
                },
            )
            territory_id, created = territory.pk, created + is_new
        orphans.filter(intercommunality=intercommunality).update(territory=territory_id)
    return created


def _usual_territory(intercommunality: Intercommunality) -> int | None:
    """Return the territory most communes of this EPCI are in, if any."""
    chosen = Counter(
        Municipality.objects.filter(intercommunality=intercommunality)
        .exclude(territory=None)
        .values_list("territory_id", flat=True)
    )
    return chosen.most_common(1)[0][0] if chosen else None


def _retire_absent(listed: set[str]) -> int:
    """Mark the communes that left the list as no longer current and return how many there are."""
    absent = Municipality.objects.exclude(insee__in=listed)
    absent.filter(is_current=True).update(is_current=False)
    return absent.count()
