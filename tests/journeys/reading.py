"""Find what a person finds: a field by its label, a button by its words."""

from __future__ import annotations

from playwright.sync_api import Locator, Page, expect

from tests.journeys import words

# The screens of the admin have many: the whole menu comes before the fields.
MOST_STOPS = 120


def field(page: Page, label: str) -> Locator:
    """Return the input whose whole label is `label`, marked optional or not."""
    optional = f"{label} ({words.OPTIONAL})"
    return page.get_by_label(label, exact=True).or_(page.get_by_label(optional, exact=True))


def press(page: Page, label: str) -> None:
    """Press the button of the page's own content."""
    page.get_by_role("main").get_by_role("button", name=label, exact=True).click()


def sign_in(page: Page, email: str, password: str, *, to: str = "") -> None:
    """Sign in with a password, on the one door of the site."""
    page.goto(f"/compte/connexion/?next={to}" if to else "/compte/connexion/")
    field(page, words.EMAIL).fill(email)
    field(page, words.PASSWORD).fill(password)
    press(page, words.SIGN_IN)


def send_empty(page: Page) -> None:
    """Empty the first form of the page, send it, and see its errors come first."""
    form = page.get_by_role("main").locator('form[method="post"]').first
    for box in form.locator("input.input:visible, textarea.input:visible").all():
        box.fill("")
    form.locator('button[type="submit"]').first.click()
    expect_errors(page)


def expect_errors(page: Page) -> None:
    """See that the form came back with its errors first, in the page and in its title."""
    expect(page.get_by_role("main").locator("[data-error-summary]")).to_be_visible()
    assert page.title().startswith(words.ERROR_TITLE)


def tab_to(page: Page, selector: str) -> None:
    """Press Tab until what the selector finds has the focus."""
    tab_to_one(page, page.locator(selector))


def tab_to_one(page: Page, wanted: Locator) -> None:
    """Press Tab until one of the elements wanted has the focus, once the page that holds them is there."""
    wanted.first.wait_for(state="attached")
    wanted.page.wait_for_load_state()
    for _stop in range(MOST_STOPS):
        page.keyboard.press("Tab")
        if wanted.evaluate_all("all => all.includes(document.activeElement)"):
            return
    raise AssertionError(f"{wanted} is out of reach of the keyboard")


def follow_with_the_keyboard(page: Page, selector: str) -> None:
    """Reach a link or a button with Tab, press Enter, and wait for the page that follows."""
    tab_to(page, selector)
    with page.expect_navigation():
        page.keyboard.press("Enter")
