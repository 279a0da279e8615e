"""The shape of the house: its top folders, `site/` that is no package, modules that stay readable."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
OURS = ("home", "jobs", "employer_space", "search", "site")
LONGEST = 300


def modules():
    for folder in OURS:
        yield from sorted(
            path for path in (ROOT / folder).rglob("*.py") if "migrations" not in path.parts
        )


def test_site_is_a_folder_never_a_package():
    assert not (ROOT / "site/__init__.py").exists()


def test_the_standard_module_called_site_is_still_the_standard_one():
    code = "import site, sysconfig; print(site.__file__.startswith(sysconfig.get_path('stdlib')))"
    done = subprocess.run(
        [sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=True
    )
    assert done.stdout.strip() == "True"


def test_no_other_package_lies_at_the_top():
    packages = {path.parent.name for path in ROOT.glob("*/__init__.py")}
    assert packages == {"home", "jobs", "employer_space", "search", "tests"}


def test_no_drawer_for_odds_and_ends():
    names = {path.stem for path in modules()} | {
        part for path in modules() for part in path.relative_to(ROOT).parts
    }
    assert names & {"utils", "helpers", "common", "core", "misc", "util", "helper"} == set()


def test_modules_stay_short_enough_to_be_read():
    long = {
        str(path.relative_to(ROOT)): lines
        for path in modules()
        if (lines := len(path.read_text().splitlines())) > LONGEST
    }
    assert long == {}


def test_every_module_says_what_it_is_for():
    silent = [
        str(path.relative_to(ROOT))
        for path in modules()
        if (text := path.read_text().strip()) and not text.startswith(('"""', "#!"))
    ]
    assert silent == []


def test_nothing_is_put_off():
    marks = ("TO" + "DO", "FIX" + "ME", "X" + "XX ")
    found = [
        str(path.relative_to(ROOT))
        for path in modules()
        if any(mark in path.read_text() for mark in marks)
    ]
    assert found == []


@pytest.mark.parametrize("folder", OURS)
def test_tests_mirror_the_tree(folder):
    names = [
        path.name for path in (ROOT / folder).iterdir() if path.is_dir() and any(path.glob("*.py"))
    ]
    assert names
