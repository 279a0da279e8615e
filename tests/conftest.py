"""What every test starts from: a bootstrapped site, a cast of people, a clock, empty mail boxes and caches."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest
from django.conf import settings
from django.core.cache import cache
from django.core.management import call_command
from django.utils import translation

from config.catalogues import compile_catalogues
from tests.cast import Cast

PARIS = ZoneInfo("Europe/Paris")


def pytest_configure(config: pytest.Config) -> None:
    """Compile the catalogues before anything reads them: once, before the workers start."""
    if not hasattr(config, "workerinput"):
        compile_catalogues()


@pytest.fixture(scope="session")
def django_db_setup(django_db_setup: None, django_db_blocker: pytest.FixtureRequest) -> None:
    """Give every test the site as `manage.py bootstrap` leaves it on an empty database."""
    with django_db_blocker.unblock():
        call_command("bootstrap", verbosity=0)


@pytest.fixture(autouse=True)
def _clean_slate(request: pytest.FixtureRequest, tmp_path: Path) -> None:
    """Keep uploads of a test in its own folder."""
    request.getfixturevalue("settings").MEDIA_ROOT = tmp_path / "media"


@pytest.fixture(autouse=True)
def _empty_cache(request: pytest.FixtureRequest) -> Iterator[None]:
    """Rate limits of one test must not reach another."""
    uses_database = {"db", "transactional_db"} & set(request.fixturenames)
    if uses_database:
        request.getfixturevalue("db")  # torn down after this one
    yield
    if uses_database:
        cache.clear()


@pytest.fixture(autouse=True)
def _french() -> Iterator[None]:
    """Start in French: a request leaves its language active in the thread that answered it."""
    translation.activate(settings.LANGUAGE_CODE)
    yield
    translation.activate(settings.LANGUAGE_CODE)


@pytest.fixture
def now() -> dt.datetime:
    """Return the instant at which a test happens, today at ten in the Lot."""
    return dt.datetime.now(PARIS).replace(hour=10, minute=0, second=0, microsecond=0)


@pytest.fixture
def cast(db: None, now: dt.datetime) -> Cast:
    """Return the people of the play: see `tests.cast`."""
    return Cast(now)
