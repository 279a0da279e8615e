"""The end of a session as people meet it: a warning that can be closed, and nothing typed that is lost."""

import re
from collections.abc import Iterator

import pytest
from django.contrib.staticfiles import finders
from django.template.loader import render_to_string
from django.test import RequestFactory
from playwright.sync_api import Page, Route, expect, sync_playwright

from tests.run import chromium

pytestmark = pytest.mark.browser
SITE = "http://site.test"
HERE = f"{SITE}/espace-employeur/offres/nouvelle/poste/"
ADMIN = "/admin/installation/?de=tous"
MINUTE = 60
TOTAL = 20 * MINUTE


class Pages:
    """A site of two pages: the one where people type, and the first one, which knows who is signed in."""

    def __init__(self) -> None:
        self.is_signed_in = False

    def answer(self, route: Route) -> None:
        """Answer a request of the browser."""
        path = route.request.url.removeprefix(SITE)
        if path.startswith("/static/"):
            found = finders.find(path.removeprefix("/static/"))
            route.fulfill(path=found) if isinstance(found, str) else route.fulfill(status=404)
        elif path == "/":
            seconds = f' data-session-seconds="{TOTAL}"' if self.is_signed_in else ""
            token = '<input type="hidden" name="csrfmiddlewaretoken" value="new">'
            route.fulfill(content_type="text/html", body=f"<body{seconds}>{token}</body>")
        elif path == ADMIN:
            body = working_page(is_admin=True)
            route.fulfill(content_type="text/html; charset=utf-8", body=body)
        elif route.request.url == HERE:
            route.fulfill(content_type="text/html; charset=utf-8", body=working_page())
        else:
            route.fulfill(content_type="text/html", body="<title>elsewhere</title>")


def working_page(*, is_admin: bool = False) -> str:
    """Return a page with a form, and the warning as the site draws it, or the admin, whose body is Wagtail's."""
    request = RequestFactory().get(HERE.removeprefix(SITE))
    warning = render_to_string("components/session_warning.html", {"request": request}, request)
    form = (
        '<form method="post"><input type="hidden" name="csrfmiddlewaretoken" value="old">'
        '<textarea name="text"></textarea><button>Save</button></form>'
    )
    script = '<script type="module" src="/static/js/session-warning.js"></script>'
    seconds = f'data-session-seconds="{TOTAL}"'
    if is_admin:
        return f"<title>Poste</title><body>{form}<div {seconds}>{warning}</div>{script}"
    return f"<title>Poste</title><body {seconds}>{form}{warning}{script}"


@pytest.fixture
def pages() -> Pages:
    return Pages()


@pytest.fixture
def page(pages: Pages) -> Iterator[Page]:
    path = chromium()
    if path is None:
        pytest.skip("no Chromium on this machine")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=path, args=["--no-sandbox"])
        opened = browser.new_page()
        opened.route("**/*", pages.answer)
        opened.clock.install()
        opened.goto(HERE, wait_until="networkidle")
        yield opened
        browser.close()


def wait(page: Page, minutes: float) -> None:
    """Let time pass, in the browser only."""
    page.clock.run_for(int(minutes * MINUTE * 1000))


def test_the_warning_once_closed_stays_closed_until_the_last_minute(page: Page) -> None:
    warning = page.locator("[data-session-warning]")
    wait(page, 14)
    expect(warning).to_be_hidden()
    wait(page, 1.1)
    expect(warning).to_be_visible()
    text = page.locator(f"#{warning.get_attribute('aria-describedby')}")
    assert re.search(r"\b5\b", text.inner_text())
    page.keyboard.press("Escape")
    expect(warning).to_be_hidden()
    wait(page, 3.5)
    expect(warning).to_be_hidden()
    wait(page, 0.5)
    expect(warning).to_be_visible()
    warning.locator("[data-session-close]").click()
    wait(page, 0.5)
    expect(warning).to_be_hidden()


def test_what_was_typed_outlives_the_session(page: Page, pages: Pages) -> None:
    page.locator("textarea").fill("Une heure de travail")
    wait(page, 20.1)
    over = page.locator("[data-session-over]")
    expect(over).to_be_visible()
    link = over.get_by_role("link")
    assert link.get_attribute("target") == "_blank"
    assert str(link.get_attribute("href")).endswith("/connexion/?session=terminee")
    page.keyboard.press("Escape")
    page.get_by_role("button", name="Save").click()
    expect(over).to_be_visible()
    assert page.url == HERE
    assert page.locator("textarea").input_value() == "Une heure de travail"
    pages.is_signed_in = True
    page.evaluate("window.dispatchEvent(new Event('focus'))")
    expect(over).to_be_hidden()
    expect(page.locator("[data-session-status]")).not_to_be_empty()
    assert page.locator("form [name=csrfmiddlewaretoken]").first.input_value() == "new"


def test_a_page_where_nothing_was_typed_leads_to_the_sign_in_page(page: Page) -> None:
    wait(page, 20.1)
    page.wait_for_url(re.compile(r"/connexion/\?session=terminee&next=%2Fespace-employeur"))


def test_a_session_prolonged_in_another_tab_goes_on(page: Page, pages: Pages) -> None:
    pages.is_signed_in = True
    wait(page, 20.1)
    wait(page, 1)
    expect(page.locator("[data-session-warning]")).to_be_hidden()
    expect(page.locator("[data-session-over]")).to_be_hidden()
    assert page.url == HERE


def test_the_admin_warns_then_leads_back_to_the_very_screen(page: Page) -> None:
    page.goto(f"{SITE}{ADMIN}", wait_until="networkidle")
    wait(page, 15.1)
    expect(page.locator("[data-session-warning]")).to_be_visible()
    wait(page, 5)
    page.wait_for_url(re.compile(r"session=terminee&next=%2Fadmin%2Finstallation%2F%3Fde%3Dtous"))
