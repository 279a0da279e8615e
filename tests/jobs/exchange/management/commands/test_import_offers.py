"""The command: its report, its refusals, its exit codes."""

from __future__ import annotations

import json
from io import StringIO
from pathlib import Path

import pytest
from django.core.management import CommandError, call_command

from jobs.employers.models import Employer, Establishment
from jobs.offers.models import JobOffer
from tests.cast import Cast

pytestmark = pytest.mark.django_db
DATA = Path(__file__).resolve().parents[2] / "data"
ADS, SHEET = str(DATA / "france_travail_invented.json"), str(DATA / "offres_inventees.csv")


def run(*args: str) -> list[str]:
    out = StringIO()
    call_command("import_offers", *args, stdout=out)
    return out.getvalue().splitlines()


def test_the_report_has_a_line_per_offer_and_one_per_thing_not_understood() -> None:
    report = run(ADS, "--as", "external")
    told = [line for line in report if line.startswith("    ")]
    assert [line.split()[0] for line in told] == [
        "romeCode", "salaire", "lieuTravail", "lieuTravail", "typeContrat", "natureContrat", "typeContrat",
    ]  # fmt: skip
    assert [
        number
        for line in report
        for number in [line.partition("(")[2][:7]]
        if number.startswith("INV")
    ] == [f"INV000{rank}" for rank in range(1, 9)]


def test_a_file_full_of_refusals_is_still_a_success(tmp_path: Path) -> None:
    path = tmp_path / "ads.json"
    path.write_text(json.dumps([None, {"id": "\x1b[2J"}, 7]), encoding="utf-8")
    report = run(str(path), "--as", "external")
    assert "\x1b" not in "".join(report)
    assert not JobOffer.objects.exists()


def test_the_table_of_filled_fields_is_printed_on_demand() -> None:
    report = run(ADS, "--as", "external", "--fill-rates")
    assert f"  {'salary_min':<28}{3:>7} / 6" in report


@pytest.mark.parametrize("content", [b"", b"{", b"\x00\x01\x02"])
def test_an_unreadable_file_is_a_failure(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "broken"
    path.write_bytes(content)
    with pytest.raises(CommandError):
        run(str(path), "--as", "external")


def test_an_absent_file_is_a_failure() -> None:
    with pytest.raises(CommandError):
        run("absent.json", "--as", "external")


def test_an_external_sheet_must_name_its_source() -> None:
    with pytest.raises(CommandError):
        run(SHEET, "--as", "external")
    run(SHEET, "--as", "external", "--source", "Partenaire inventé")
    assert Employer.objects.get(is_source=True).name == "Partenaire inventé"


def test_one_of_the_two_ways_must_be_chosen() -> None:
    with pytest.raises(CommandError):
        run(ADS)
    with pytest.raises(CommandError):
        run(ADS, "--as", "external", "--to-moderation", "x")


@pytest.mark.parametrize("way", ["public_id", "siret", "spaced siret", "name", "slug"])
def test_an_employer_is_designated_in_any_usual_way(cast: Cast, way: str) -> None:
    places = Establishment.objects.filter(employer=cast.hospital)
    places.update(siret="26460001500013", siret_is_checked=True)
    designation = {
        "public_id": str(cast.hospital.public_id),
        "siret": "26460001500013",
        "spaced siret": "264 600 015 00013",
        "name": "Hôpital d’essai",
        "slug": "hopital-dessai",
    }[way]
    run(SHEET, "--to-moderation", designation)
    assert set(JobOffer.objects.values_list("employer", flat=True)) == {cast.hospital.pk}


def test_an_employer_unknown_or_double_is_a_failure(cast: Cast) -> None:
    with pytest.raises(CommandError):
        run(SHEET, "--to-moderation", "Personne")
    cast.cafe.name = cast.hospital.name
    cast.cafe.save()
    with pytest.raises(CommandError):
        run(SHEET, "--to-moderation", cast.hospital.name)
    assert not JobOffer.objects.exists()
