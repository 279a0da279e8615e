"""Loading communes: complete, repeatable, respectful of what editors changed."""

from __future__ import annotations

import csv
import shutil
from pathlib import Path

import pytest
from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction

from home.welcome.models import TerritoryPage
from territory import reference
from territory.models import Intercommunality, Municipality, MunicipalityAlias, Postcode, Territory


def rewrite(folder: Path, name: str, keep: str, **changes: str) -> None:
    """Copy the data and change the row whose first column is `keep`; no change drops the row."""
    shutil.copytree(reference.DATA, folder, dirs_exist_ok=True)
    with (folder / name).open(encoding="utf-8", newline="") as source:
        reader = csv.DictReader(source)
        columns = list(reader.fieldnames or [])
        rows = list(reader)
    kept = [row | changes if row[columns[0]] == keep else row for row in rows]
    with (folder / name).open("w", encoding="utf-8", newline="") as target:
        writer = csv.DictWriter(target, columns, lineterminator="\n")
        writer.writeheader()
        writer.writerows(row for row in kept if changes or row[columns[0]] != keep)


def test_an_empty_database_receives_every_row_and_a_territory_per_intercommunality() -> None:
    TerritoryPage.objects.all().delete()  # a page keeps its territory from going
    Municipality.objects.all().delete()
    Intercommunality.objects.all().delete()
    Territory.objects.all().delete()
    loaded = reference.load()
    assert loaded == reference.Loaded(10, 318, 320, 58, territories_created=10, retired=0)
    assert Territory.objects.count() == 10
    assert Intercommunality.objects.count() == 10
    assert Municipality.objects.filter(is_current=True).count() == 318
    assert Municipality.objects.filter(insee__startswith="46").count() == 312
    assert Postcode.objects.values("code").distinct().count() == 33
    assert MunicipalityAlias.objects.count() == 58


def test_loading_twice_changes_nothing_and_creates_nothing() -> None:
    before = list(Municipality.objects.order_by("pk").values("pk", "insee", "territory", "slug"))
    again = reference.load()
    assert again == reference.Loaded(10, 318, 320, 58, territories_created=0, retired=0)
    after = list(Municipality.objects.order_by("pk").values("pk", "insee", "territory", "slug"))
    assert after == before


def test_loading_again_writes_only_the_rows_that_differ(tmp_path: Path) -> None:
    def dates() -> dict[str, object]:
        return dict(Municipality.objects.values_list("insee", "updated_at"))

    before = dates()
    wholes = dict(Intercommunality.objects.values_list("siren", "updated_at"))
    rewrite(tmp_path, "communes.csv", "46102", population="12345")
    reference.load(folder=tmp_path)
    changed = {insee for insee, day in dates().items() if day != before[insee]}
    assert changed == {"46102"}
    assert Municipality.objects.get(insee="46102").population == 12345
    assert dict(Intercommunality.objects.values_list("siren", "updated_at")) == wholes


def test_every_commune_has_a_territory_those_of_aveyron_and_of_villefranche_included() -> None:
    assert not Municipality.objects.filter(territory=None).exists()
    names = dict(
        Municipality.objects.filter(insee__in=["46154", "46227", "12052"]).values_list(
            "name", "territory__name"
        )
    )
    assert names == {
        "Laramière": "Ouest Aveyron Communauté",
        "Promilhanes": "Ouest Aveyron Communauté",
        "Capdenac-Gare": "Grand-Figeac",
    }


def test_a_territory_changed_by_an_editor_is_left_as_it_is() -> None:
    figeac = Territory.objects.get(slug="grand-figeac")
    Territory.objects.filter(pk=figeac.pk).update(
        name="Pays de Figeac", slug="pays-de-figeac", order=7
    )
    cahors = Municipality.objects.get(insee="46042")
    Municipality.objects.filter(pk=cahors.pk).update(territory=figeac)
    assert reference.load().territories_created == 0
    figeac.refresh_from_db()
    cahors.refresh_from_db()
    assert (figeac.name, figeac.slug, figeac.order) == ("Pays de Figeac", "pays-de-figeac", 7)
    assert cahors.territory == figeac


def test_a_commune_without_a_territory_joins_that_of_its_intercommunality() -> None:
    figeac = Territory.objects.get(slug="grand-figeac")
    Territory.objects.filter(pk=figeac.pk).update(name="Pays de Figeac", slug="pays-de-figeac")
    Municipality.objects.filter(insee="46045").update(territory=None)
    assert reference.load().territories_created == 0
    assert Municipality.objects.get(insee="46045").territory == figeac


def test_a_commune_that_left_the_list_is_kept_and_no_longer_current(tmp_path: Path) -> None:
    rewrite(tmp_path, "communes.csv", "46042")
    assert reference.load(folder=tmp_path).retired == 1
    assert Municipality.objects.get(insee="46042").is_current is False
    reference.load()
    assert Municipality.objects.get(insee="46042").is_current is True


def test_a_postcode_that_changed_replaces_the_former_one(tmp_path: Path) -> None:
    rewrite(tmp_path, "communes.csv", "46042", postcodes="46001")
    reference.load(folder=tmp_path)
    cahors = Municipality.objects.get(insee="46042")
    assert [row.code for row in cahors.postcodes.all()] == ["46001"]
    assert cahors.main_postcode == "46001"


def test_slugs_spell_ligatures_with_two_letters() -> None:
    assert Municipality.objects.get(insee="46138").slug == "coeur-de-causse"
    assert Municipality.objects.get(insee="46231").slug == "puy-l-eveque"


def test_the_same_insee_code_twice_is_refused_by_the_database() -> None:
    cahors = Municipality.objects.get(insee="46042")
    cahors.pk, cahors.slug = None, "autre"
    with pytest.raises(ValidationError, match="INSEE"):
        cahors.full_clean()
    with pytest.raises(IntegrityError), transaction.atomic():
        cahors.save(force_insert=True)


def test_coordinates_off_the_earth_are_refused_by_the_database() -> None:
    with pytest.raises(IntegrityError), transaction.atomic():
        Municipality.objects.filter(insee="46042").update(latitude=446.0)


def test_the_source_and_its_licence_travel_with_the_files() -> None:
    notice = (reference.DATA / "README.md").read_text(encoding="utf-8")
    assert "Licence Ouverte" in notice
    assert "Code officiel géographique au 1er janvier 2026" in notice
