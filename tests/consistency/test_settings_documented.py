"""Every environment variable and every command of ours is described in the reference."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
READS = re.compile(
    r"""(?:env(?:\.\w+)?|required|os\.environ\.get|environ\.get|getenv)\(\s*f?["']([A-Z][A-Z0-9_]{2,})["']|environ\[["']([A-Z][A-Z0-9_]{2,})["']\]"""
)
SOURCES = [
    *(ROOT / "site/config").rglob("*.py"), ROOT / "site/gunicorn.conf.py", ROOT / "manage.py",
]  # fmt: skip
# Given by Django, by the shell or by the web server, not chosen by whoever runs the site.
NOT_OURS = {"DJANGO_SETTINGS_MODULE", "RUN_MAIN", "PATH", "PYTHONPATH", "VIRTUAL_ENV"} | {
    "PATH_INFO", "SCRIPT_NAME", "CONTENT_TYPE",  # of a WSGI request
}  # fmt: skip


def variables():
    found = {
        name
        for path in SOURCES
        for match in READS.findall(path.read_text())
        for name in match
        if name
    }
    return sorted(found - NOT_OURS)


def commands():
    folders = [
        path
        for top in ("home", "jobs", "employer_space", "search", "site")
        for path in (ROOT / top).rglob("management/commands")
    ]
    return sorted(
        path.stem for folder in folders for path in folder.glob("*.py") if path.stem != "__init__"
    )


def described(page):
    path = ROOT / "docs/reference" / page
    return path.read_text() if path.exists() else ""


def test_the_walk_finds_them():
    assert {"SECRET_KEY", "DATABASE_URL", "BASE_URL", "REDIS_URL", "EMAIL_URL", "S3_BUCKET"} <= set(
        variables()
    )
    assert {
        "bootstrap",
        "load_demo",
        "serve",
        "run_scheduled",
        "import_offers",
        "seed_offers",
        "purge",
    } <= set(commands())


@pytest.mark.parametrize("name", variables())
def test_an_environment_variable_is_in_the_reference(name):
    assert f"`{name}`" in described("settings.md"), (
        f"docs/reference/settings.md does not describe `{name}`"
    )


@pytest.mark.parametrize("name", commands())
def test_a_command_is_in_the_reference(name):
    assert re.search(rf"`(?:manage\.py )?{name}\b", described("commands.md")), (
        f"docs/reference/commands.md does not describe `{name}`"
    )


def test_the_reference_describes_nothing_that_is_not_there():
    written = set(
        re.findall(r"^\|\s*`([A-Z][A-Z0-9_]{2,})`", described("settings.md"), re.MULTILINE)
    )
    assert written <= set(variables()) | NOT_OURS | {"PORT", "HOST", "T", "PYTHON"}
