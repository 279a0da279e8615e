"""The site with a keyboard alone: the first links, the order of the stops, the menu that closes."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import Page, expect

from tests.journeys import words
from tests.journeys.conftest import Visit
from tests.journeys.examination import violations
from tests.journeys.processes import Site

pytestmark = pytest.mark.browser

TELEPHONE = {"width": 390, "height": 844}
STOPS_TO_MAIN_ACTION = 40
OUTLINE = "element => getComputedStyle(element).outlineStyle"


@pytest.mark.parametrize(
    "path", ["/", "/offres/", "/actualites/", "/espace-employeur/", "/compte/connexion/"]
)
def test_the_first_stop_leads_to_the_content(demo: Site, visit: Visit, path: str) -> None:
    page = visit(demo)
    page.goto(path)
    page.keyboard.press("Tab")
    first = page.locator(":focus")
    expect(first).to_have_text(words.SKIP_TO_CONTENT)
    expect(first).to_be_in_viewport()
    page.keyboard.press("Enter")
    expect(page.locator("main#contenu")).to_be_focused()


def test_the_job_search_is_reached_filled_and_sent(demo: Site, visit: Visit) -> None:
    page = visit(demo)
    page.goto("/offres/")
    tab_to(page, words.WHAT)
    assert page.locator(":focus").evaluate(OUTLINE) != "none"
    page.keyboard.type("cuisinier")
    page.keyboard.press("Enter")
    expect(page).to_have_url(re.compile(r"[?&]q=cuisinier\b"))
    expect(page.locator("#resultats")).to_be_visible()
    expect(page).to_have_title(re.compile("cuisinier"))


def test_the_way_to_apply_is_reached(demo: Site, visit: Visit) -> None:
    page = visit(demo)
    page.goto("/offres/")
    page.locator(".job-row a").first.click()
    main_action = page.locator("#postuler a").first
    for _stop in range(STOPS_TO_MAIN_ACTION):
        page.keyboard.press("Tab")
        if main_action.evaluate("link => link === document.activeElement"):
            return
    pytest.fail("no way to apply within reach of the keyboard")


def test_escape_closes_the_menu_and_gives_the_focus_back(demo: Site, visit: Visit) -> None:
    page = visit(demo, viewport=TELEPHONE)
    page.goto("/")
    menu = page.get_by_role("banner").locator("summary").filter(has_text=words.MENU)
    menu.focus()
    page.keyboard.press("Enter")
    link = page.get_by_role("banner").locator("details").get_by_role("link", name=words.JOBS)
    expect(link).to_be_visible()
    assert violations(page) == []
    page.keyboard.press("Escape")
    expect(link).to_be_hidden()
    expect(menu).to_be_focused()


def test_errors_take_the_focus_and_lead_to_the_field(demo: Site, visit: Visit) -> None:
    page = visit(demo)
    page.goto("/compte/connexion/")
    page.get_by_role("main").get_by_role("button", name=words.SIGN_IN, exact=True).press("Enter")
    summary = page.locator("[data-error-summary]")
    expect(summary).to_be_focused()
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    expect(page.get_by_label(words.EMAIL)).to_be_focused()


def tab_to(page: Page, label: str) -> None:
    """Press Tab until the field of this label has the focus."""
    field = page.get_by_label(label).first
    for _stop in range(STOPS_TO_MAIN_ACTION):
        page.keyboard.press("Tab")
        if field.evaluate("input => input === document.activeElement"):
            return
    pytest.fail(f"“{label}” is out of reach of the keyboard")
