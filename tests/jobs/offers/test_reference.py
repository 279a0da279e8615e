"""Loading families and ROME lists."""

from __future__ import annotations

from io import StringIO
from pathlib import Path

import pytest
from django.core.management import CommandError, call_command

from jobs.offers.models import JobFamily, Occupation, OccupationTitle
from jobs.offers.reference import (
    DATA,
    Imported,
    NotARomeFileError,
    import_rome,
    load_families,
    load_occupations,
)

pytestmark = pytest.mark.django_db
EXTRACT = (
    Path(__file__).resolve().parents[1] / "exchange" / "data" / "rome_appellations_extract.csv"
)
HEADER = "ogr_appellation;rome_code;libelle_appellation_long;libelle_appellation_court"


def write(folder: Path, *rows: str, header: str = HEADER) -> Path:
    path = folder / "rome.csv"
    path.write_bytes("\r\n".join([header, *rows]).encode("utf-8"))
    return path


def test_the_fourteen_families_and_the_532_codes_are_there() -> None:
    assert (load_families(), load_occupations()) == (14, 532)
    assert (
        "".join(JobFamily.objects.order_by("order").values_list("code", flat=True))
        == "ABCDEFGHIJKLMN"
    )
    assert Occupation.objects.get(pk="J1506").name == "Soins infirmiers généralistes"
    assert JobFamily.objects.exclude(name="").exclude(name_en="").exclude(slug="").count() == 14


def test_loading_again_keeps_labels_that_changed_since() -> None:
    JobFamily.objects.filter(pk="J").update(name="Santé et soins")
    Occupation.objects.filter(pk="J1506").update(name="Soins infirmiers")
    assert (load_families(), load_occupations()) == (14, 532)
    assert JobFamily.objects.get(pk="J").name == "Santé et soins"
    assert Occupation.objects.get(pk="J1506").name == "Soins infirmiers"


def test_job_titles_are_imported_and_the_same_list_again_changes_nothing() -> None:
    expected = Imported("titles", written=23, added_occupations=0, retired=0, skipped=())
    assert import_rome(EXTRACT) == expected
    before = list(OccupationTitle.objects.order_by("pk").values())
    assert import_rome(EXTRACT) == expected
    assert list(OccupationTitle.objects.order_by("pk").values()) == before
    assert OccupationTitle.objects.get(pk="10891").occupation_id == "J1501"


def test_a_new_list_renames_adds_and_retires(tmp_path: Path) -> None:
    import_rome(EXTRACT)
    path = write(
        tmp_path, "10891;J1501;Aide-soignant(e);Aide-soignant(e)", "99999;A9999;Métier neuf;Neuf"
    )
    assert import_rome(path) == Imported(
        "titles", written=2, added_occupations=1, retired=22, skipped=()
    )
    assert OccupationTitle.objects.get(pk="10891").name == "Aide-soignant(e)"
    assert OccupationTitle.objects.get(pk="11573").is_retired is True
    assert Occupation.objects.get(pk="A9999").name == "Métier neuf"
    assert import_rome(EXTRACT).retired == 1
    assert OccupationTitle.objects.get(pk="11573").is_retired is False


def test_lines_that_are_not_titles_are_told(tmp_path: Path) -> None:
    path = write(
        tmp_path, "1;J1501;Aide;A", ";J1501;x;x", "2;ZZ;x;x", "3;J1501", "4;J1501;Autre;\x00"
    )
    assert import_rome(path).skipped == (3, 4, 5)


def test_a_list_of_codes_renames_and_retires(tmp_path: Path) -> None:
    path = write(tmp_path, "J1501;Soins quotidiens", "J9999;Neuf", header="code_rome;libelle_rome")
    assert import_rome(path) == Imported(
        "occupations", written=2, added_occupations=1, retired=531, skipped=()
    )
    assert Occupation.objects.get(pk="J1501").name == "Soins quotidiens"
    assert Occupation.objects.filter(is_retired=False).count() == 2


def test_a_list_without_a_valid_row_retires_nothing(tmp_path: Path) -> None:
    import_rome(EXTRACT)
    for path in (write(tmp_path), write(tmp_path, ";;;"), write(tmp_path, "a;b", header="x;y")):
        with pytest.raises(NotARomeFileError):
            import_rome(path)
    assert not OccupationTitle.objects.filter(is_retired=True).exists()


def test_the_command_says_what_changed_and_refuses_other_files(tmp_path: Path) -> None:
    out = StringIO()
    call_command("import_rome", str(EXTRACT), stdout=out)
    assert out.getvalue().splitlines()[0].split()[0] == "23"
    for path in (tmp_path / "absent.csv", write(tmp_path, "1;2", header="a;b"), DATA / "README.md"):
        with pytest.raises(CommandError):
            call_command("import_rome", str(path), stdout=out)


def test_the_source_of_the_codes_is_said_beside_them() -> None:
    assert "Licence Ouverte" in (DATA / "README.md").read_text(encoding="utf-8")


@pytest.mark.shared_data
def test_the_full_lists_are_imported_whole() -> None:
    import os

    folder = Path(
        os.environ.get("SHARED_DATA_DIR", Path(__file__).resolve().parents[4] / "shared" / "data")
    )
    if not (folder / "rome_appellations.csv").is_file():
        pytest.skip(f"LEFT OUT: no ROME lists in {folder} (set SHARED_DATA_DIR to run this test)")
    assert import_rome(folder / "rome_codes.csv").written == 532
    done = import_rome(folder / "rome_appellations.csv")
    assert done == Imported("titles", written=11_118, added_occupations=0, retired=0, skipped=())
