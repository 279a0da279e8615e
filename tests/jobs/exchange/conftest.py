"""What the tests of imports share: the samples of this folder and, when it is there, the real ads."""

from __future__ import annotations

import csv
import json
import os
from pathlib import Path
from typing import Any

import pytest

from territory import reference

DATA = Path(__file__).resolve().parent / "data"
PROJECT = Path(__file__).resolve().parents[3]


@pytest.fixture
def data() -> Path:
    """Return the folder of the invented samples."""
    return DATA


@pytest.fixture
def shared_data() -> Path:
    """Return the folder of real data kept beside the project; skip, saying so, when it is absent."""
    folder = Path(os.environ.get("SHARED_DATA_DIR", str(PROJECT.parent / "shared" / "data")))
    if not (folder / "france_travail_sample.json").is_file():
        pytest.skip(f"LEFT OUT: no real data in {folder} (set SHARED_DATA_DIR to run this test)")
    return folder


@pytest.fixture
def real_ads(shared_data: Path) -> Path:
    """Return the file of the 150 real ads."""
    return shared_data / "france_travail_sample.json"


@pytest.fixture
def real_ads_in_the_lot(real_ads: Path, tmp_path: Path) -> Path:
    """Return the real ads, each moved to another of the first 150 communes of the Lot."""
    content = json.loads(real_ads.read_text(encoding="utf-8"))
    for ad, commune in zip(content["resultats"], _communes_of_the_lot(), strict=False):
        ad["lieuTravail"] = {
            "libelle": f"46 - {commune['name'].upper()}",
            "commune": commune["insee"],
            "codePostal": commune["postcodes"].split("|")[0],
        }
    moved = tmp_path / "moved.json"
    moved.write_text(json.dumps(content), encoding="utf-8")
    return moved


def _communes_of_the_lot() -> list[dict[str, Any]]:
    with (reference.DATA / "communes.csv").open(encoding="utf-8", newline="") as source:
        return [row for row in csv.DictReader(source) if row["insee"].startswith("46")][:150]
