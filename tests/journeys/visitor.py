"""What a reader does: look for a word, open an offer, print it."""

from __future__ import annotations

import json
import re
from typing import Any

from playwright.sync_api import Page, expect

from tests.journeys import words


def find_offer(page: Page, *, typed: str, title: str) -> None:
    """Look for a word typed without its accent, and open the offer found."""
    page.goto("/offres/")
    search = page.get_by_role("search").first
    search.get_by_label(words.WHAT).fill(typed)
    search.get_by_role("button", name=words.SEARCH).click()
    expect(page).to_have_url(re.compile(rf"[?&]q={typed}\b"))
    page.get_by_role("main").get_by_role("link", name=title).click()
    expect(page.get_by_role("heading", level=1, name=title)).to_be_visible()


def read_structured_data(page: Page) -> dict[str, Any]:
    """Return what the page tells machines."""
    text = page.locator('script[type="application/ld+json"]').text_content()
    data: dict[str, Any] = json.loads(text or "")
    return data


def print_offer(page: Page, title: str) -> None:
    """See the printed page: the offer without the site's furniture."""
    page.emulate_media(media="print")
    expect(page.get_by_role("heading", level=1, name=title)).to_be_visible()
    for furniture in ("header.site-header nav", ".site-footer nav", ".breadcrumb"):
        expect(page.locator(furniture).first).to_be_hidden()
    assert page.pdf().startswith(b"%PDF")
    page.emulate_media(media="screen")


def find_no_offer(page: Page) -> None:
    """See the job board before its first offer: a page in good order, without a result."""
    answer = page.goto("/offres/")
    assert answer is not None
    assert answer.status == 200
    expect(page.locator(".job-row")).to_have_count(0)
