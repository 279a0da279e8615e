"""From an empty production database to the first offer a reader finds, everything by hand in the browser."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page, expect

from tests.journeys import employer, moderator, visitor, words
from tests.journeys.conftest import Visit
from tests.journeys.employer import Offer, Recruiter
from tests.journeys.examination import Examination
from tests.journeys.processes import ADMINISTRATOR, ADMINISTRATOR_PASSWORD, Site
from tests.journeys.reading import field, press, sign_in
from tests.journeys.second_factor import code_of

pytestmark = pytest.mark.browser

MODERATOR = "relecture@programme.example"
MODERATOR_PASSWORD = "les vignes descendent vers Cahors"
RECRUITER = Recruiter("quai@exemple.example", "Chantier imaginaire du Quai", "90000030")
OFFER = Offer("Charpentière ou charpentier de bateaux (F/H)", "charpentiere")


def test_an_empty_site_reaches_its_first_offer(production: Site, visit: Visit) -> None:
    head, team, theirs, reader = (visit(production) for _person in range(4))

    visitor.find_no_offer(reader)
    enter_admin(head, ADMINISTRATOR, ADMINISTRATOR_PASSWORD)
    create_moderator(head)
    enter_admin(team, MODERATOR, MODERATOR_PASSWORD)

    employer.sign_up(theirs, RECRUITER, production.mailbox)
    moderator.verify_employer(team, RECRUITER.establishment)
    employer.write_offer(theirs, OFFER, RECRUITER)
    moderator.approve(team, OFFER.title)

    visitor.find_offer(reader, typed=OFFER.words_without_accent, title=OFFER.title)
    assert visitor.read_structured_data(reader)["title"] == OFFER.title
    seen = Examination()
    seen.visit(reader, "/une-page-qui-n-existe-pas/", status=404)
    assert reader.context.cookies() == []
    seen.visit(theirs, "/admin/", status=403)
    assert seen.report == ""


def enter_admin(page: Page, email: str, password: str) -> None:
    """Sign in on the one door; the admin opens once the second factor is set up."""
    sign_in(page, email, password, to="/admin/")
    expect(page).to_have_url("/compte/second-facteur/application/")
    secret = page.get_by_role("main").locator("code").inner_text()
    field(page, words.APP_CODE).fill(code_of(secret))
    press(page, words.PROTECT)
    page.goto("/admin/")
    expect(page.get_by_role("main")).to_be_visible()
    expect(page).to_have_url("/admin/")


def create_moderator(page: Page) -> None:
    """Give a colleague an account and the role of moderator, on Wagtail's own screens."""
    page.goto("/admin/users/new/")
    page.locator('[name="email"]').fill(MODERATOR)
    page.locator('[name="first_name"]').fill("Dominique")
    page.locator('[name="last_name"]').fill("Lacaze")
    page.locator('[name="password1"]').fill(MODERATOR_PASSWORD)
    page.locator('[name="password2"]').fill(MODERATOR_PASSWORD)
    page.get_by_role("tab").last.click()
    page.get_by_label(words.MODERATORS).check()
    page.locator('main form button[type="submit"]').last.click()
    expect(page.get_by_role("main")).to_contain_text(MODERATOR)
