"""A family finds its referent, then tells of its project; the referent answers, and nobody else reads it."""

from __future__ import annotations

import re

import pytest
from django.utils.translation import gettext as _
from django.utils.translation import pgettext
from playwright.sync_api import Page, expect

from tests.journeys.conftest import Visit
from tests.journeys.examination import Examination
from tests.journeys.mailbox import text_of
from tests.journeys.people import DEMO_PASSWORD, EMPLOYER, MODERATOR
from tests.journeys.processes import Site
from tests.journeys.reading import expect_errors, press, sign_in, tab_to

pytestmark = pytest.mark.browser

TELEPHONE = {"width": 390, "height": 844}
REFERENT = "accueil@demo.example"
NAME = "Démo Référente"
FORM = "/s-installer/demande/"
SECRET = "Nos jumeaux entrent au CP"
# The time below which a form is taken for a robot's, and a little more.
PATIENCE = 3_500


def find_referent(page: Page, town: str) -> None:
    """Name a town on the page about settling, and read who answers there."""
    page.goto("/s-installer/")
    finder = page.locator(".referent-finder form").first
    finder.locator('[name="ou"]').fill(town)
    finder.get_by_role("button").click()
    expect(page.get_by_role("main").get_by_text(NAME, exact=True)).to_be_visible()


def tell_project(page: Page, *, email: str = "", phone: str = "") -> None:
    """Fill in the three steps, from the card of the referent."""
    page.get_by_role("link", name=_("Tell them about your project")).first.click()
    page.locator('[name="timing"][value="THIS_YEAR"]').check()
    page.locator('[name="occupation"]').fill("Infirmière")
    press(page, _("Continue"))
    page.locator('[name="adults"]').fill("2")
    page.locator('[name="children_6_11"]').fill("2")
    press(page, _("Continue"))
    expect(page.locator('[name="place"]')).to_have_value(re.compile("^Capdenac-Gare"))
    page.locator('[name="needs"][value="SCHOOL"]').check()
    page.locator('[name="message"]').fill(SECRET)
    page.locator('[name="email"]').fill(email)
    page.locator('[name="phone"]').fill(phone)
    page.locator('[name="agreement"]').check()
    page.wait_for_timeout(PATIENCE)
    press(page, _("Send my request"))
    expect(page).to_have_url(re.compile("/s-installer/demande/recue/"))
    expect(page.get_by_role("main")).to_contain_text(NAME)
    expect(page.get_by_role("main")).not_to_contain_text(SECRET)


@pytest.mark.parametrize(
    ("javascript", "viewport", "email"),
    [
        (True, {"width": 1280, "height": 900}, "famille@exemple.example"),
        (False, TELEPHONE, "famille2@exemple.example"),
    ],
)
def test_a_family_finds_its_referent_and_sends_its_request(
    demo: Site, visit: Visit, javascript: bool, viewport: dict[str, int], email: str
) -> None:
    page = visit(demo, javascript=javascript, viewport=viewport)
    find_referent(page, "Capdenac-Gare")
    tell_project(page, email=email)
    assert NAME in text_of(demo.mailbox.wait_for(email, about="INS-"))


def test_with_the_keyboard_alone(demo: Site, visit: Visit) -> None:
    page = visit(demo)
    page.goto("/s-installer/referents/")
    tab_to(page, "#referent-ou")
    page.keyboard.type("Figeac")
    page.keyboard.press("Enter")
    expect(page.get_by_role("main").get_by_text(NAME, exact=True)).to_be_visible()
    tab_to(page, f'.contact-card a[href*="{FORM}"]')
    page.keyboard.press("Enter")
    expect(page).to_have_url(re.compile(f"{FORM}\\?ou=Figeac"))
    tab_to(page, '[name="timing"]')
    page.keyboard.press("Space")
    tab_to(page, '[name="occupation"]')
    page.keyboard.press("Enter")
    tab_to(page, '[name="adults"]')
    page.keyboard.type("1")
    page.keyboard.press("Enter")
    expect(page.locator('[name="place"]')).to_have_value(re.compile("^Figeac"))
    tab_to(page, '[name="phone"]')
    page.keyboard.type("06 12 34 56 78")
    tab_to(page, '[name="agreement"]')
    page.keyboard.press("Space")
    page.wait_for_timeout(PATIENCE)
    page.keyboard.press("Enter")
    expect(page).to_have_url(re.compile("/s-installer/demande/recue/"))


def test_nothing_is_lost_between_the_steps_and_errors_are_said(demo: Site, visit: Visit) -> None:
    page, seen = visit(demo), Examination()
    page.goto(FORM)
    seen.look(page, "project")
    page.locator('[name="occupation"]').fill("Boulanger « bio »")
    press(page, _("Continue"))
    page.locator('[name="adults"]').fill("deux")
    press(page, _("Continue"))
    expect_errors(page)
    seen.look(page, "household with errors")
    page.locator('[name="adults"]').fill("2")
    press(page, _("Continue"))
    page.wait_for_timeout(PATIENCE)
    press(page, _("Send my request"))
    expect_errors(page)
    seen.look(page, "needs with errors")
    expect(page.locator('[name="agreement"][aria-invalid="true"]')).not_to_be_checked()
    page.locator('[name="message"]').fill(SECRET)
    page.locator('[name="agreement"]').check()
    press(page, _("Back"))
    expect(page.locator('[name="adults"]')).to_have_value("2")
    press(page, _("Back"))
    expect(page.locator('[name="occupation"]')).to_have_value("Boulanger « bio »")
    press(page, _("Continue"))
    press(page, _("Continue"))
    expect(page.locator('[name="message"]')).to_have_value(SECRET)
    expect(page.locator('[name="agreement"]')).to_be_checked()
    assert seen.report == ""


def test_the_referent_reads_the_household_and_follows_it_up_others_do_not(
    demo: Site, visit: Visit
) -> None:
    family, staff, seen = visit(demo), visit(demo), Examination()
    find_referent(family, "12700")
    family.goto(f"{FORM}?ou=Capdenac-Gare")
    for _step in range(2):
        press(family, _("Continue"))
    family.locator('[name="last_name"]').fill("Famille-du-parcours")
    family.locator('[name="message"]').fill(SECRET)
    family.locator('[name="phone"]').fill("06 12 34 56 78")
    family.locator('[name="agreement"]').check()
    family.wait_for_timeout(PATIENCE)
    press(family, _("Send my request"))
    notice = demo.mailbox.wait_for(REFERENT, about="INS-")
    assert SECRET not in text_of(notice)

    sign_in(staff, REFERENT, DEMO_PASSWORD, to="/admin/installation/")
    seen.visit(staff, "/admin/installation/")
    staff.get_by_role("link", name="Famille-du-parcours").click()
    expect(staff.get_by_role("main")).to_contain_text(SECRET)
    seen.look(staff, "request")
    own = staff.url
    staff.locator('form[action$="/etat/contact/"] button').click()
    expect(staff.locator(".review-state")).to_have_text(
        pgettext("settlement request", "In contact")
    )
    staff.locator('[name="text"]').fill("Rappeler mardi")
    staff.locator('form[action$="/note/"] button').click()
    expect(staff.get_by_role("main")).to_contain_text("Rappeler mardi")

    for who in (MODERATOR, EMPLOYER):
        other = visit(demo)
        sign_in(other, who, DEMO_PASSWORD)
        other.goto(own)
        expect(other.locator("body")).not_to_contain_text(SECRET)
    assert seen.report == ""


def test_the_pages_about_settling_are_accessible(demo: Site, visit: Visit) -> None:
    page, seen = visit(demo), Examination()
    for path in (
        "/s-installer/",
        "/en/s-installer/",
        "/s-installer/grand-cahors/",
        "/en/s-installer/grand-figeac/",
        "/s-installer/referents/",
        "/s-installer/referents/?ou=Cahors",
        "/s-installer/referents/?ou=Loupiac",
        "/s-installer/referents/?ou=Figeak",
        "/en/s-installer/referents/?epci=200066371",
    ):
        seen.visit(page, path)
    assert page.context.cookies() == []
    page.goto("/offres/")
    page.locator(".job-row a").first.click()
    expect(page.locator(".living-here")).to_be_visible()
    seen.look(page, "offer")
    assert seen.report == ""
