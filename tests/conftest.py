"""What every test starts from: a bootstrapped site, a cast of people, a clock, empty mail boxes and caches."""

from __future__ import annotations

import datetime as dt
import os
import re
from collections.abc import Iterator
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest
from django.conf import settings
from django.core.cache import cache
from django.core.management import call_command
from django.utils import translation
from django.utils.translation import trans_real

from config.catalogues import compile_catalogues
from tests.cast import Cast
from tests.mother import MADE

PARIS = ZoneInfo("Europe/Paris")
# Every test names pytest-django's own fixtures; these are asked for by those that open the database.
OPENS_DATABASE = {"db", "transactional_db", "planted", "loaded", "committed"}
# What is drawn, who may open it and how forms answer: the same statements as the tests of the acts behind them.
DRAWN = re.compile(
    r"tests/(ui|consistency)/"
    r"|tests/accounts/test_(first_account|gate|role_limits|sign_in)"
    r"|tests/config/test_(entrance|errors|head|media_urls|sitemaps)"
    r"|tests/employer_space/test_(access|contract_choice|correcting|dashboard|example|joining|kit\b|main_commune"
    r"|offer_form|offer_writing|organisation|pasted_text|reading_back|said_first|suspended)"
    r"|tests/jobs/board/test_(detail|feeds|index|languages|report|structured_data|towns)"
    r"|tests/jobs/(offers/test_review_screen|employers/test_verification_screens)"
    r"|tests/home/(test_|news/|\w+/test_(agenda|calendars|finding|lists|pages|portraits|screens))"
    r"|tests/search/test_(languages|screens|snippets|synonyms_admin|views)"
)


def pytest_configure(config: pytest.Config) -> None:
    """Compile the catalogues before anything reads them: once, before the workers start."""
    if not hasattr(config, "workerinput") and compile_catalogues():
        # What was read before is without them: on a fresh clone, the whole of French.
        trans_real._translations.clear()
        trans_real._default = None


@pytest.hookimpl(tryfirst=True)
def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Mark what says nothing about the database: once is enough, whatever the databases the suite runs on."""
    for item in items:
        fixtures = set(getattr(item, "fixturenames", ()))
        opens = item.get_closest_marker("django_db") or fixtures & OPENS_DATABASE
        needs_postgresql = item.get_closest_marker("postgresql")
        if not opens or (DRAWN.search(item.nodeid) and not needs_postgresql):
            item.add_marker(pytest.mark.any_database)


@pytest.fixture(scope="session")
def django_db_setup(django_db_setup: None, django_db_blocker: pytest.FixtureRequest) -> None:
    """Give every test the site as `manage.py bootstrap` leaves it on an empty database."""
    if MADE in os.environ:  # with the mother, a moment ago
        return
    with django_db_blocker.unblock():
        call_command("bootstrap", verbosity=0)


@pytest.fixture(autouse=True)
def _clean_slate(request: pytest.FixtureRequest, tmp_path: Path) -> None:
    """Keep uploads and counts of a test in its own folder."""
    settings_of_test = request.getfixturevalue("settings")
    settings_of_test.MEDIA_ROOT = tmp_path / "media"
    settings_of_test.TALLY_DIR = tmp_path / "tallies"


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
