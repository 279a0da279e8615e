"""What a moderator does in the Wagtail admin.

Decisions are found by where their form leads: the same words name several of them.
"""

from __future__ import annotations

from playwright.sync_api import Page, expect

EMPLOYERS = "/admin/employeurs/a-verifier/"
OFFERS = "/admin/verification/"


def verify_employer(page: Page, name: str) -> None:
    """Read an account, then say that it is true."""
    page.goto(EMPLOYERS)
    page.get_by_role("link", name=name).click()
    expect(page.get_by_role("heading", level=1, name=name)).to_be_visible()
    page.locator('form[action$="/verifier/"] button').click()
    page.goto(EMPLOYERS)
    expect(page.get_by_role("link", name=name)).to_have_count(0)


def open_offer(page: Page, title: str) -> None:
    """Find an offer in the queue; the frame shows it as the public will see it."""
    page.goto(OFFERS)
    page.get_by_role("link", name=title).click()
    frame = page.frame_locator("iframe.review-frame")
    expect(frame.get_by_role("heading", level=1, name=title)).to_be_visible()


def ask_for_changes(page: Page, title: str, *, reason: str, note: str) -> None:
    """Send the offer back with a message, and a note beside its title."""
    open_offer(page, title)
    form = page.locator('form[action$="/changes/"]')
    page.locator("details", has=form).first.locator("summary").first.click()
    form.locator('[name="reason"]').fill(reason)
    form.locator("summary").click()
    form.locator('[name="note_title"]').fill(note)
    form.locator('button[type="submit"]').click()
    page.goto(OFFERS)
    expect(page.get_by_role("link", name=title)).to_have_count(0)


def approve(page: Page, title: str) -> None:
    """Publish the version that is on the screen."""
    open_offer(page, title)
    page.locator('form[action$="/approve/"] button').click()
    page.wait_for_load_state()
