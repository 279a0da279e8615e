"""Every page of the employer space, and each of its forms with errors, through axe at two widths and at 320 pixels."""

from __future__ import annotations

import re
from collections.abc import Iterator

import pytest
from playwright.sync_api import Page, expect

from tests.journeys import employer, words
from tests.journeys.conftest import Visit
from tests.journeys.employer import Offer, Recruiter
from tests.journeys.examination import Examination
from tests.journeys.people import DEMO_PASSWORD, EMPLOYER, SENT_BACK
from tests.journeys.processes import Site
from tests.journeys.reading import expect_errors, press, send_empty, sign_in

pytestmark = pytest.mark.browser

HOME = "/espace-employeur/"
TABS = ("en-ligne", "a-traiter", "archivees")
# Files and what needs an answer of its own.
NOT_PAGES = re.compile(r"/kit/.+|/inscription/|/mes-donnees/")
IDENTIFIER = re.compile(r"[0-9a-f]{8}-[0-9a-f-]{27}")
LINKS = "links => links.map(link => link.pathname)"


def test_every_page_of_the_employer_space_is_accessible(demo: Site, visit: Visit) -> None:
    page, seen = visit(demo), Examination()
    sign_in(page, EMPLOYER, DEMO_PASSWORD)
    for tab in TABS:
        seen.visit(page, f"{HOME}?onglet={tab}")
        page.get_by_role("table").get_by_role("link").first.click()
        seen.look(page, f"an offer of the tab {tab}")
    for path in one_of_each(page):
        seen.visit(page, path)
    for path in ("/compte/adresse/", "/compte/mot-de-passe/modifier/", "/compte/second-facteur/"):
        seen.visit(page, path)
    assert seen.pages > 20
    assert seen.report == ""


def test_the_offer_form_and_its_errors_are_accessible(demo: Site, visit: Visit) -> None:
    page, seen = visit(demo), Examination()
    sign_in(page, EMPLOYER, DEMO_PASSWORD)
    employer.start_offer(page)
    offer, recruiter = Offer("Vannière ou vannier (F/H)", "vanniere"), Recruiter(EMPLOYER, "", "")
    for answer in employer.OFFER_STEPS:
        seen.look(page, answer.__name__)
        press(page, words.SAVE_AND_CONTINUE)
        expect_errors(page)
        seen.look(page, f"{answer.__name__} with errors")
        answer(page, offer, recruiter)
        press(page, words.SAVE_AND_CONTINUE)
    expect(page.get_by_role("heading", level=1, name=words.CHECK_AND_SEND)).to_be_visible()
    seen.look(page, "check")
    press(page, words.SEND_FOR_REVIEW)
    expect(page.get_by_role("heading", level=1, name=words.OFFER_SENT)).to_be_visible()
    seen.look(page, "sent")
    assert seen.report == ""


def test_the_other_forms_of_the_space_are_accessible_with_errors(demo: Site, visit: Visit) -> None:
    page, seen = visit(demo), Examination()
    sign_in(page, EMPLOYER, DEMO_PASSWORD)
    page.goto(f"{HOME}?onglet=en-ligne")
    page.get_by_role("table").get_by_role("link").first.click()
    offer = page.url
    for path in (
        f"{offer}prolonger/",
        f"{offer}fermer/",
        f"{HOME}equipe/inviter/",
        f"{HOME}etablissement/ajouter/",
        f"{HOME}mon-compte/",
        "/compte/mot-de-passe/modifier/",
    ):
        page.goto(path)
        send_empty(page)
        seen.look(page, f"{path} with errors")
    assert seen.report == ""


def test_an_account_sent_back_and_its_correction_are_accessible(demo: Site, visit: Visit) -> None:
    page, seen = visit(demo), Examination()
    sign_in(page, SENT_BACK, DEMO_PASSWORD)
    seen.visit(page, HOME)
    seen.visit(page, f"{HOME}inscription/corriger/")
    send_empty(page)
    seen.look(page, "correction with errors")
    assert seen.report == ""


def one_of_each(page: Page) -> Iterator[str]:
    """Follow the links of the space from its first page, and give one address of each kind."""
    waiting, known = [HOME], set()
    while waiting:
        path = waiting.pop(0)
        kind = IDENTIFIER.sub("…", path)
        if kind in known or NOT_PAGES.search(path):
            continue
        known.add(kind)
        yield path
        found: list[str] = (
            page.get_by_role("main").locator(f'a[href^="{HOME}"]').evaluate_all(LINKS)
        )
        waiting += found
