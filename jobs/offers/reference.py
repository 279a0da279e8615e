"""Load what offers refer to: the 14 job families, the ROME occupations and their job titles."""

from __future__ import annotations

import csv
import re
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from django.db import transaction

from jobs.offers.models import JobFamily, Occupation, OccupationTitle

DATA = Path(__file__).resolve().parent / "data"
ROME_CODE = re.compile(r"[A-N]\d{4}", re.ASCII)
LONGEST_CELL = 1_000_000

# The ROME letter, its value in addresses, its short public label in French and in English.
FAMILIES: tuple[tuple[str, str, str, str], ...] = (
    ("A", "agriculture", "Agriculture, espaces verts", "Farming, green spaces"),
    ("B", "artisanat-art", "Artisanat d’art", "Arts and crafts"),
    ("C", "banque-assurance", "Banque, assurance, immobilier", "Banking, insurance, property"),
    ("D", "commerce", "Commerce, vente", "Shops and sales"),
    ("E", "communication", "Communication, médias", "Communication, media"),
    ("F", "batiment", "Bâtiment, travaux publics", "Building, public works"),
    ("G", "hotellerie-restauration", "Hôtellerie, restauration, tourisme", "Hotels, catering, tourism"),
    ("H", "industrie", "Industrie", "Industry"),
    ("I", "maintenance", "Installation, maintenance", "Installation, maintenance"),
    ("J", "sante", "Santé", "Health"),
    ("K", "services", "Social, services à la personne", "Social work, personal services"),
    ("L", "spectacle", "Spectacle", "Performing arts"),
    ("M", "administration", "Administration, gestion, informatique", "Administration, management, IT"),
    ("N", "transport-logistique", "Transport, logistique", "Transport, logistics"),
)  # fmt: skip

OCCUPATION_COLUMNS = ("code_rome", "libelle_rome")
TITLE_COLUMNS = (
    "ogr_appellation",
    "rome_code",
    "libelle_appellation_long",
    "libelle_appellation_court",
)
Row = dict[str, str]


class NotARomeFileError(ValueError):
    """The file is neither a list of ROME codes nor a list of ROME job titles, or holds no row."""


@dataclass(frozen=True)
class Imported:
    """What an import of a ROME list did: rows written, codes it had to add, rows retired, lines skipped."""

    kind: str
    written: int
    added_occupations: int
    retired: int
    skipped: tuple[int, ...]


def load_families() -> int:
    """Create the 14 families that are missing and return their number; labels already there are kept."""
    JobFamily.objects.bulk_create(
        [
            JobFamily(code=code, slug=slug, name=name, name_en=name_en, order=order)
            for order, (code, slug, name, name_en) in enumerate(FAMILIES)
        ],
        ignore_conflicts=True,
    )
    return JobFamily.objects.count()


def load_occupations() -> int:
    """Create the ROME codes that are missing and return their number; newer labels are kept."""
    Occupation.objects.bulk_create(
        [
            Occupation(
                code=row["code_rome"], name=row["libelle_rome"], family_id=row["code_rome"][0]
            )
            for row in _rows(DATA / "rome_codes.csv")
        ],
        ignore_conflicts=True,
    )
    return Occupation.objects.count()


@transaction.atomic
def import_rome(path: Path) -> Imported:
    """Bring the occupations, or the job titles, to what the list at `path` says.

    Rows are updated by their code; codes never seen are added; those absent from the list are kept and
    marked as retired. Raises `NotARomeFileError`, or `OSError` when the file cannot be opened.
    """
    load_families()
    try:
        rows = list(enumerate(_rows(path), start=2))
    except (UnicodeDecodeError, csv.Error) as error:
        raise NotARomeFileError(str(error)) from error
    columns = set(rows[0][1]) if rows else set()
    if columns.issuperset(OCCUPATION_COLUMNS):
        return _import_occupations(rows)
    if columns.issuperset(TITLE_COLUMNS):
        return _import_titles(rows)
    raise NotARomeFileError(", ".join(sorted(column or "" for column in columns)))


def _rows(path: Path) -> Iterable[Row]:
    """Read a semicolon-separated list; a missing cell is an empty text."""
    csv.field_size_limit(LONGEST_CELL)
    with path.open(encoding="utf-8-sig", newline="") as source:
        text = source.read().replace("\x00", "")
    for row in csv.DictReader(text.splitlines(), delimiter=";"):
        yield {key: (value or "").strip() for key, value in row.items() if isinstance(key, str)}


def _import_occupations(rows: list[tuple[int, Row]]) -> Imported:
    """Upsert the codes of a list of occupations."""
    valid = {
        row["code_rome"]: row["libelle_rome"][:200]
        for _line, row in rows
        if ROME_CODE.fullmatch(row["code_rome"]) and row["libelle_rome"]
    }
    if not valid:
        raise NotARomeFileError(", ".join(OCCUPATION_COLUMNS))
    known = set(Occupation.objects.values_list("code", flat=True))
    _upsert_occupations(valid)
    gone = Occupation.objects.filter(is_retired=False).exclude(code__in=valid)
    return Imported(
        kind="occupations",
        written=len(valid),
        added_occupations=len(set(valid) - known),
        retired=gone.update(is_retired=True),
        skipped=tuple(line for line, row in rows if row["code_rome"] not in valid),
    )


def _import_titles(rows: list[tuple[int, Row]]) -> Imported:
    """Upsert the job titles of a list; a ROME code it alone knows is added under its first title."""
    valid = {row["ogr_appellation"]: row for _line, row in rows if _is_title(row)}
    if not valid:
        raise NotARomeFileError(", ".join(TITLE_COLUMNS))
    known = set(Occupation.objects.values_list("code", flat=True))
    added: dict[str, str] = {}
    for row in valid.values():
        if row["rome_code"] not in known:
            added.setdefault(row["rome_code"], row["libelle_appellation_long"][:200])
    _upsert_occupations(added)
    OccupationTitle.objects.bulk_create(
        [_title(row) for row in valid.values()],
        batch_size=1000,
        update_conflicts=True,
        unique_fields=["ogr_code"],
        update_fields=["occupation", "name", "short_name", "is_retired"],
    )
    return Imported(
        kind="titles",
        written=len(valid),
        added_occupations=len(added),
        retired=_retire_titles_absent_from(set(valid)),
        skipped=tuple(line for line, row in rows if not _is_title(row)),
    )


def _upsert_occupations(names: dict[str, str]) -> None:
    """Write occupations by code; the letter of a code is its family."""
    Occupation.objects.bulk_create(
        [Occupation(code=code, name=name, family_id=code[0]) for code, name in names.items()],
        update_conflicts=True,
        unique_fields=["code"],
        update_fields=["name", "is_retired"],
    )


def _is_title(row: Row) -> bool:
    """Tell whether a row names a title and a well-formed ROME code."""
    return bool(
        0 < len(row["ogr_appellation"]) <= 10
        and ROME_CODE.fullmatch(row["rome_code"])
        and row["libelle_appellation_long"]
    )


def _title(row: Row) -> OccupationTitle:
    """Build one job title."""
    return OccupationTitle(
        ogr_code=row["ogr_appellation"],
        occupation_id=row["rome_code"],
        name=row["libelle_appellation_long"][:255],
        short_name=row["libelle_appellation_court"][:255],
    )


def _retire_titles_absent_from(listed: set[str]) -> int:
    """Mark the titles that left the list and return how many; compared here, a list may hold thousands."""
    current = OccupationTitle.objects.filter(is_retired=False).values_list("ogr_code", flat=True)
    gone = [code for code in current if code not in listed]
    for start in range(0, len(gone), 500):
        OccupationTitle.objects.filter(ogr_code__in=gone[start : start + 500]).update(
            is_retired=True
        )
    return len(gone)
