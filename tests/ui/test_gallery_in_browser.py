"""The gallery in Chromium: no accessibility fault, nothing wider than the screen, every request answered."""

from contextlib import contextmanager
from socketserver import ThreadingMixIn
from threading import Thread
from wsgiref.simple_server import WSGIRequestHandler, WSGIServer, make_server

import pytest
from django.contrib.staticfiles.handlers import StaticFilesHandler
from django.core.wsgi import get_wsgi_application

from tests.run import chromium

pytestmark = [pytest.mark.browser, pytest.mark.urls("tests.ui.gallery_urls")]

WIDTHS = (320, 390, 1280)


class ThreadedServer(ThreadingMixIn, WSGIServer):
    """Answer the requests of a page at the same time, as a browser expects."""

    daemon_threads = True


class Quiet(WSGIRequestHandler):
    """Serve without writing each request to the terminal."""

    def log_message(self, *args):
        """Say nothing."""


@pytest.fixture
def site_url(db):
    """Serve the site from a thread that only reads: the database needs no flush afterwards."""
    handler = StaticFilesHandler(get_wsgi_application())
    server = make_server("127.0.0.1", 0, handler, server_class=ThreadedServer, handler_class=Quiet)
    thread = Thread(target=server.serve_forever, daemon=True)
    thread.start()
    yield f"http://127.0.0.1:{server.server_port}"
    server.shutdown()
    server.server_close()


@contextmanager
def opened(url, width, **options):
    """Open a page in a fresh browser and give it with what went wrong on the way."""
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path=chromium(), args=["--no-sandbox", "--disable-gpu"]
        )
        page = browser.new_page(viewport={"width": width, "height": 900}, **options)
        faults = []
        page.on(
            "console",
            lambda message: faults.append(message.text) if message.type == "error" else None,
        )
        page.on("requestfailed", lambda request: faults.append(request.url))
        page.on(
            "response", lambda answer: faults.append(answer.url) if answer.status >= 400 else None
        )
        page.goto(url, wait_until="networkidle")
        yield page, faults
        browser.close()


@pytest.mark.parametrize("width", WIDTHS)
def test_the_gallery_has_no_fault_and_fits_the_screen(site_url, width):
    from axe_playwright_python.sync_playwright import Axe

    with opened(f"{site_url}/_components/", width) as (page, faults):
        found = [
            (rule["id"], rule["nodes"][0]["target"])
            for rule in Axe().run(page).response["violations"]
        ]
        sizes = page.evaluate(
            "[document.documentElement.scrollWidth, document.documentElement.clientWidth]"
        )
    assert found == []
    assert faults == []
    assert sizes[0] == sizes[1]


def test_the_header_wraps_instead_of_overflowing_when_text_is_doubled(site_url):
    with opened(f"{site_url}/_components/", 1280, bypass_csp=True) as (page, _):
        page.add_style_tag(content="html{font-size:200%}")
        sizes = page.evaluate(
            "[document.documentElement.scrollWidth, document.documentElement.clientWidth]"
        )
    assert sizes[0] == sizes[1]


def test_the_gallery_is_whole_without_scripts(site_url):
    with opened(f"{site_url}/_components/", 390, java_script_enabled=False) as (
        page,
        faults,
    ):
        assert page.locator("details.nav-menu summary").is_visible()
        page.locator("details.nav-menu summary").click()
        assert page.locator(".nav-menu__link").first.is_visible()
    assert faults == []


def test_escape_closes_the_menu_and_gives_the_focus_back(site_url):
    with opened(f"{site_url}/_components/", 390) as (page, _):
        page.locator("details.nav-menu summary").click()
        page.keyboard.press("Tab")
        page.keyboard.press("Escape")
        assert page.locator("details.nav-menu[open]").count() == 0
        assert page.evaluate("document.activeElement.className") == "nav-menu__button"


def test_the_menu_closes_when_the_focus_leaves_it(site_url):
    with opened(f"{site_url}/_components/", 390) as (page, _):
        page.locator("details.nav-menu summary").click()
        page.locator(".nav-menu__panel a").last.focus()
        assert page.locator("details.nav-menu[open]").count() == 1
        page.keyboard.press("Tab")
        page.keyboard.press("Tab")
        assert page.locator("details.nav-menu[open]").count() == 0


def test_icons_have_the_colour_of_the_words_beside_them_when_colours_are_forced(site_url):
    with opened(f"{site_url}/_components/", 1280, forced_colors="active") as (page, _):
        pairs = page.locator(".arrow-link").evaluate_all(
            "links => links.map(l => [l, l.querySelector('.icon')].map(e => getComputedStyle(e).color))"
        )
        page.set_viewport_size({"width": 600, "height": 800})
        pairs += page.locator(".site-header__tool, .doors__link, .fact-list__name").evaluate_all(
            "all => all.filter(one => one.querySelector('.icon'))"
            ".map(one => [one, one.querySelector('.icon')].map(e => getComputedStyle(e).color))"
        )
    assert pairs
    assert all(words == icon for words, icon in pairs)


def test_the_current_choice_is_seen_when_colours_are_forced(site_url):
    with opened(f"{site_url}/_components/", 1280, forced_colors="active") as (page, _):
        page.locator("main").evaluate(
            "main => { for (const current of ['', ' aria-current=\"true\"'])"
            ' main.insertAdjacentHTML(\'beforeend\', `<a class="choice-links__link" href="/"${current}>X</a>`) }'
        )
        backgrounds = page.locator("main > .choice-links__link").evaluate_all(
            "links => links.map(link => getComputedStyle(link).backgroundColor)"
        )
    assert len(set(backgrounds)) == 2
