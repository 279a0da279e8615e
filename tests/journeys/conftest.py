"""What the journeys start from: a Chromium, a site served by its real processes, a watch on every page opened.

No test here reaches the database: people do everything in the browser.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from pathlib import Path
from urllib.parse import urlsplit, urlunsplit

import psycopg
import pytest
from playwright.sync_api import Browser, BrowserContext, Page, expect, sync_playwright

from tests.journeys.processes import Site, demonstration, empty_production
from tests.journeys.watch import Watch
from tests.run import chromium

SECONDS = 1000
WIDE = {"width": 1280, "height": 900}

Visit = Callable[..., Page]


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """Open the machine's own Chromium; nothing is downloaded."""
    path = chromium()
    if path is None:
        pytest.skip("no Chromium on this machine")
    expect.set_options(timeout=30 * SECONDS)
    with sync_playwright() as playwright:
        opened = playwright.chromium.launch(
            executable_path=path, args=["--no-sandbox", "--disable-dev-shm-usage", "--disable-gpu"]
        )
        yield opened
        opened.close()


@pytest.fixture
def visit(browser: Browser) -> Iterator[Visit]:
    """Return what opens a browser of one's own on a site; at the end, no page may have broken anything."""
    contexts: list[BrowserContext] = []
    watch = Watch()

    def open_page(site: Site, *, javascript: bool = True, viewport: dict[str, int] = WIDE) -> Page:
        context = browser.new_context(
            base_url=site.url,
            locale="fr-FR",
            timezone_id="Europe/Paris",
            viewport=viewport,
            java_script_enabled=javascript,
            accept_downloads=True,
        )
        context.set_default_timeout(30 * SECONDS)
        contexts.append(context)
        page = context.new_page()
        watch.over(page, site)
        return page

    yield open_page
    for context in contexts:
        context.close()
    assert watch.faults == []


@pytest.fixture(scope="session")
def demo(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Site]:
    """Serve the demonstration, once for every journey that only adds to it."""
    with demonstration(tmp_path_factory.mktemp("demo")) as site:
        yield site


@pytest.fixture
def demo_on_postgresql(tmp_path: Path) -> Iterator[Site]:
    """Serve the demonstration on a PostgreSQL database of its own."""
    with (
        postgresql_database("journey_demo") as url,
        demonstration(tmp_path, database_url=url) as site,
    ):
        yield site


@pytest.fixture
def production(tmp_path: Path) -> Iterator[Site]:
    """Serve the site with its production settings and an empty database."""
    with empty_production(tmp_path) as site:
        yield site


class postgresql_database:  # noqa: N801 - read as a verb
    """A database of the server named by JOURNEYS_DATABASE_URL, dropped at the end."""

    def __init__(self, name: str) -> None:
        self.server = os.environ.get("JOURNEYS_DATABASE_URL", "")
        self.name = f"{name}_{os.getpid()}"

    def __enter__(self) -> str:
        if not self.server.startswith("postgres"):
            pytest.skip("LEFT OUT: no PostgreSQL (DATABASE_URL names none)")
        self.order("CREATE DATABASE {} TEMPLATE {}", self.tables())
        return urlunsplit(urlsplit(self.server)._replace(path=f"/{self.name}"))

    def __exit__(self, *_error: object) -> None:
        self.order("DROP DATABASE IF EXISTS {} WITH (FORCE)")

    def tables(self) -> str:
        """Return the database to start from: the mother of the tests (`tests.mother`), an empty one without her."""
        mother = f"test_{urlsplit(self.server).path.strip('/')}"
        with psycopg.connect(self.server) as connection:
            found = connection.execute("SELECT 1 FROM pg_database WHERE datname = %s", [mother])
            return mother if found.fetchone() else "template1"

    def order(self, statement: str, *names: str) -> None:
        """Ask the server itself."""
        with psycopg.connect(self.server, autocommit=True) as connection:
            named = [psycopg.sql.Identifier(name) for name in (self.name, *names)]
            connection.execute(psycopg.sql.SQL(statement).format(*named))
