"""Reading the documented CSV."""

from __future__ import annotations

import datetime as dt
import re
from decimal import Decimal
from pathlib import Path

import pytest

from jobs.exchange.csv_columns import COLUMNS
from jobs.exchange.csv_offers import read_offer
from jobs.exchange.files import open_offers
from jobs.exchange.records import Record, RejectedError
from jobs.offers import codes
from territory.models import Municipality

pytestmark = pytest.mark.django_db
PROJECT = Path(__file__).resolve().parents[3]


def row(**cells: str) -> dict[str, str]:
    """Return a row that can be imported, changed by `cells`."""
    return {
        "numero": "1",
        "intitule": "Cuisinière ou cuisinier (F/H)",
        "code_rome": "G1602",
        "commune": "Gramat",
        "contrat": "CDI",
        "missions": "Préparer le service.",
    } | cells


def sample(data: Path, rank: int) -> Record:
    return read_offer(open_offers(data / "offres_inventees.csv").offers[rank].content)


def test_a_complete_row_is_read(data: Path) -> None:
    record = sample(data, 0)
    expected = {
        "title": "Cuisinière ou cuisinier (F/H)",
        "family_id": "G",
        "occupation_id": "G1602",
        "contract_type": codes.ContractType.FIXED_TERM,
        "contract_duration_months": Decimal(8),
        "working_time": codes.WorkingTime.FULL,
        "weekly_hours": Decimal(39),
        "salary_min": Decimal(2000),
        "salary_max": Decimal(2300),
        "salary_unit": codes.SalaryUnit.MONTH,
        "starts_asap": True,
        "start_date": None,
        "experience": codes.Experience.NONE,
        "housing": codes.Housing.PROVIDED,
        "beginners_welcome": True,
        "licences": ["B"],
        "apply_email": "recrutement@auberge.example",
        "apply_url": "https://auberge.example/offres/a1",
        "reply_delay_days": 14,
    }
    assert {name: record.fields[name] for name in expected} == expected
    assert record.notes == []
    assert "<li>former une apprentie</li>" in record.fields["missions"]


def test_several_communes_are_told_apart_by_their_postcodes(data: Path) -> None:
    record = sample(data, 1)
    places = Municipality.objects.filter(pk__in=record.municipality_ids).values_list(
        "name", flat=True
    )
    assert sorted(places) == ["Causse-et-Diège", "Gramat"]
    assert record.fields["start_date"] == dt.date(2027, 1, 5)
    assert record.fields["salary_min"] == Decimal("1950.50")


def test_what_is_not_understood_is_told_and_left_empty(data: Path) -> None:
    record = sample(data, 1)
    assert [note.field for note in record.notes] == ["permis", "url", "courriel", "couleur"]
    assert (record.fields["apply_url"], record.fields["apply_email"]) == ("", "")
    assert record.raw["permis"] == "Z - Fusée"


@pytest.mark.parametrize(
    ("cells", "field"),
    [
        ({"numero": ""}, "numero"),
        ({"intitule": " "}, "intitule"),
        ({"missions": ""}, "missions"),
        ({"commune": "Toulouse"}, "commune"),
        ({"commune": ""}, "commune"),
        ({"commune": "Loupiac"}, "commune"),
        ({"code_rome": "", "intitule": "Chargée de mission"}, "code_rome"),
    ],
)
def test_a_row_that_cannot_be_an_offer_is_refused(cells: dict[str, str], field: str) -> None:
    with pytest.raises(RejectedError) as refusal:
        read_offer(row(**cells))
    assert refusal.value.note.field == field


def test_a_post_entirely_remote_needs_no_commune() -> None:
    record = read_offer(row(commune="", teletravail="100"))
    assert (record.fields["is_fully_remote"], record.municipality_ids) == (True, [])


def test_an_insee_code_comes_before_the_name() -> None:
    record = read_offer(row(code_insee="46217", commune="N’importe quoi"))
    assert Municipality.objects.get(pk=record.municipality_ids[0]).insee == "46172"


@pytest.mark.parametrize(
    "value",
    ["\x00", "<script>x</script>", "x" * 200_000, "\ud800", "-1", "|||", "=1+1"],
    ids=lambda value: repr(value)[:12],
)
def test_no_cell_whatever_it_holds_stops_the_reading(value: str) -> None:
    for name in COLUMNS:
        try:
            record = read_offer(row(**{name: value}))
        except RejectedError:
            continue
        assert "<script" not in record.fields["missions"] + record.fields["profile"]


def test_cells_beyond_the_last_column_are_told() -> None:
    extra: dict[str | None, object] = {**row(), None: ["en trop"]}
    assert [note.field for note in read_offer(extra).notes] == ["?"]


def test_every_column_read_is_documented_and_every_documented_column_is_read() -> None:
    page = (PROJECT / "docs" / "reference" / "import-csv.md").read_text(encoding="utf-8")
    documented = set(re.findall(r"^\| `([a-z_]+)` ", page, re.MULTILINE))
    assert documented == COLUMNS
