"""Reading offers in France Travail's shape, from an invented sample and from hostile variations of it."""

from __future__ import annotations

import datetime as dt
import json
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest

from jobs.exchange.france_travail import read_offer
from jobs.exchange.records import Record, RejectedError
from jobs.offers import codes
from territory.models import Municipality

pytestmark = pytest.mark.django_db


@pytest.fixture
def items(data: Path) -> dict[str, Any]:
    """Return the invented offers by number."""
    content = json.loads((data / "france_travail_invented.json").read_text(encoding="utf-8"))
    return {item["id"]: item for item in content["resultats"]}


def communes(record: Record) -> list[str]:
    return [place.name for place in Municipality.objects.filter(pk__in=record.municipality_ids)]


def noted(record: Record) -> list[str]:
    return [note.field for note in record.notes]


def test_a_complete_offer_is_read_field_by_field(items: dict[str, Any]) -> None:
    record = read_offer(items["INV0001"])
    texts = {name: record.fields.pop(name) for name in ("missions", "profile")}
    assert record.fields == {
        "title": "Tourneur-fraiseur (H/F)",
        "family_id": "H",
        "occupation_id": "H2903",
        "positions": 2,
        "open_to_disabled": False,
        "sector_code": "25.62B",
        "skills": [
            {"code": "123456", "label": "Lire un plan", "required": True},
            {"code": "", "label": "Programmer une machine", "required": False},
        ],
        "languages": "Anglais",
        "contract_type": codes.ContractType.PERMANENT,
        "contract_duration_months": None,
        "contract_nature": codes.ContractNature.ORDINARY,
        "working_time": codes.WorkingTime.FULL,
        "weekly_hours": Decimal("38.50"),
        "schedule": "Travail en journée",
        "travel": "Jamais",
        "salary_min": Decimal("2100.0"),
        "salary_max": Decimal("2500.0"),
        "salary_unit": codes.SalaryUnit.MONTH,
        "salary_months": Decimal("13.0"),
        "salary_note": "",
        "benefits": "Mutuelle, Chèque repas",
        "experience": codes.Experience.REQUIRED,
        "experience_months": 24,
        "beginners_welcome": False,
        "diploma_level": codes.DiplomaLevel.BAC,
        "diploma_equivalent": False,
        "licences": ["B"],
        "qualification_code": 4,
        "source_url": "https://candidat.francetravail.fr/offres/recherche/detail/INV0001",
    }
    assert texts["missions"].startswith("<p>Vous rejoignez une équipe")
    assert "<li>régler la machine</li>" in texts["missions"]
    assert "<strong>Compétences</strong>" in texts["profile"]
    assert record.online_since == dt.datetime(2026, 10, 5, 8, 30, tzinfo=dt.UTC)
    assert (communes(record), record.raw, record.notes) == (
        ["Figeac"],
        {"employer": "ATELIERS INVENTES"},
        [],
    )


def test_nothing_of_the_contact_is_kept_anywhere(items: dict[str, Any]) -> None:
    written = repr(read_offer(items["INV0001"]))
    for private in ("EXEMPLE", "jean.exemple", "0565000000", "12 rue"):
        assert private not in written


def test_an_old_insee_code_lands_in_the_commune_of_today(items: dict[str, Any]) -> None:
    assert communes(read_offer(items["INV0002"])) == ["Pern-Lhospitalet"]


def test_a_place_without_a_code_is_found_by_its_name_and_postcode(items: dict[str, Any]) -> None:
    record = read_offer(items["INV0003"])
    assert communes(record) == ["Rocamadour"]
    assert record.fields["contract_duration_months"] == Decimal("1.5")
    assert (record.fields["working_time"], record.fields["weekly_hours"]) == (
        "PART",
        Decimal("18.00"),
    )
    assert record.fields["salary_unit"] == codes.SalaryUnit.HOUR


def test_a_code_out_of_the_list_and_an_uncertain_pay_are_kept_raw_and_told(
    items: dict[str, Any],
) -> None:
    record = read_offer(items["INV0004"])
    assert (record.fields["occupation_id"], record.fields["family_id"]) == (None, "M")
    assert (record.fields["salary_min"], record.fields["salary_unit"]) == (None, "")
    assert record.raw == {
        "employer": "ATELIERS INVENTES",
        "romeCode": "M1855",
        "salaire": "Mensuel de 45000.0 Euros à 55000.0 Euros sur 12.0 mois",
    }
    assert noted(record) == ["romeCode", "salaire"]
    assert record.fields["experience_months"] == 18


@pytest.mark.parametrize("number", ["INV0005", "INV0006"])
def test_a_place_outside_is_refused(items: dict[str, Any], number: str) -> None:
    with pytest.raises(RejectedError) as refusal:
        read_offer(items[number])
    assert refusal.value.note.field == "lieuTravail"


def test_unknown_codes_of_contract_are_kept_raw(items: dict[str, Any]) -> None:
    record = read_offer(items["INV0007"])
    assert (record.fields["contract_type"], record.fields["contract_nature"]) == ("", "")
    assert record.raw["typeContrat"] == "XYZ"
    assert noted(record) == ["typeContrat", "natureContrat"]


def test_a_bare_offer_has_no_more_than_it_says(items: dict[str, Any]) -> None:
    record = read_offer(items["INV0008"])
    assert record.fields["contract_nature"] == codes.ContractNature.APPRENTICESHIP
    assert (record.fields["profile"], record.fields["skills"], record.fields["licences"]) == (
        "",
        [],
        [],
    )
    assert (record.fields["salary_min"], record.fields["working_time"]) == (None, "")
    assert record.fields["source_url"].endswith("/INV0008")


@pytest.mark.parametrize("missing", ["id", "intitule", "description", "lieuTravail"])
def test_an_offer_without_what_makes_it_one_is_refused(items: dict[str, Any], missing: str) -> None:
    with pytest.raises(RejectedError) as refusal:
        read_offer({**items["INV0001"], missing: None})
    assert refusal.value.note.field == missing


def test_without_a_rome_code_a_title_that_leaves_no_doubt_tells_the_family(
    items: dict[str, Any],
) -> None:
    item = items["INV0001"] | {"intitule": "Infirmier (H/F)", "romeCode": None}
    record = read_offer(item)
    assert (record.fields["family_id"], record.fields["occupation_id"]) == ("J", None)
    assert noted(record) == ["romeCode"]
    with pytest.raises(RejectedError):
        read_offer(item | {"intitule": "Chargée de mission (H/F)"})


HOSTILE: list[Any] = [
    None,
    True,
    -1,
    1e308,
    "",
    "\x00\x00",
    "\ud800",
    "<script>alert(1)</script>",
    "javascript:alert(1)",
    "' OR 1=1 --",
    "x" * 1_000_000,
    [],
    [None, 1, [[]], {"libelle": None}],
    {},
    {"libelle": {"libelle": []}, "code": 7},
]


@pytest.mark.parametrize("value", HOSTILE, ids=lambda value: repr(value)[:15])
def test_no_field_whatever_it_holds_stops_the_reading(items: dict[str, Any], value: Any) -> None:
    model = items["INV0001"]
    for name in model:
        hostile = {**model, name: value}
        if isinstance(model[name], dict):
            hostile = {**model, name: dict.fromkeys(model[name], value)}
        elif isinstance(model[name], list):
            hostile = {**model, name: [dict.fromkeys(model[name][0], value)]}
        try:
            record = read_offer(hostile)
        except RejectedError:
            continue
        assert "<script" not in record.fields["missions"] + record.fields["profile"]
        assert "javascript:" not in record.fields["source_url"]
        assert len(record.fields["missions"]) < 30_000


@pytest.mark.parametrize("item", HOSTILE, ids=lambda value: repr(value)[:15])
def test_an_item_that_is_no_offer_is_refused(item: Any) -> None:
    with pytest.raises(RejectedError):
        read_offer(item)


def test_marked_up_text_keeps_its_paragraphs_and_loses_its_scripts(items: dict[str, Any]) -> None:
    hostile = (
        "<p onclick=x>Bonjour</p><script>alert(1)</script><img src=x onerror=y><ul><li>un</li></ul>"
    )
    record = read_offer(items["INV0001"] | {"description": hostile})
    assert record.fields["missions"] == "<p>Bonjour</p><ul><li>un</li></ul>"
