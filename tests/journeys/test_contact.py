"""Somebody writes to the team, with and without scripts, at the keyboard; the team answers. A link counts a visit."""

from __future__ import annotations

import pytest
from django.utils.translation import gettext as _
from playwright.sync_api import Page, expect

from tests.journeys.conftest import WIDE, Visit
from tests.journeys.examination import Examination
from tests.journeys.people import DEMO_PASSWORD, MODERATOR
from tests.journeys.processes import Site
from tests.journeys.reading import press, send_empty, sign_in

pytestmark = pytest.mark.browser

TELEPHONE = {"width": 390, "height": 844}
FORM, THANKS = "/contact/", "/contact/merci/"
# The time below which a form is taken for a robot's, and a little more.
PATIENCE = 3_500
MOST_STOPS = 60
WORDS = "Bonjour, mon conjoint cherche un poste à Figeac."


def reach(page: Page, name: str) -> None:
    """Walk with the Tab key to the field of that name."""
    for _stop in range(MOST_STOPS):
        if page.evaluate("() => document.activeElement.name || ''") == name:
            return
        page.keyboard.press("Tab")
    raise AssertionError(f"no way to {name} with the keyboard")


def write(page: Page, last_name: str) -> None:
    """Fill in the form with the keyboard alone, from the foot of the home page."""
    page.goto("/")
    page.get_by_role("contentinfo").get_by_role("link", name=_("Write to the team")).focus()
    page.keyboard.press("Enter")
    page.wait_for_url(f"**{FORM}")
    reach(page, "subject")
    page.keyboard.press("Space")
    page.keyboard.press("ArrowDown")
    email = f"{last_name.lower()}@exemple.example"
    typed = {"first_name": "Camille", "last_name": last_name, "email": email, "message": WORDS}
    for name, words in typed.items():
        reach(page, name)
        page.keyboard.type(words)
    page.wait_for_timeout(PATIENCE)
    page.keyboard.press("Tab")
    page.keyboard.press("Tab")
    expect(page.locator(":focus")).to_have_attribute("type", "submit")
    page.keyboard.press("Enter")
    page.wait_for_url(f"**{THANKS}*/")


@pytest.mark.parametrize(
    ("javascript", "viewport", "name"), [(True, WIDE, "Parcours"), (False, TELEPHONE, "Sansscript")]
)
def test_a_message_reaches_the_team_which_answers(
    demo: Site, visit: Visit, javascript: bool, viewport: dict[str, int], name: str
) -> None:
    person = visit(demo, javascript=javascript, viewport=viewport)
    write(person, name)
    main = person.get_by_role("main")
    expect(main).to_contain_text("Message envoyé")
    expect(main).to_contain_text("sous 3 jours ouvrés")
    address = f"{name.lower()}@exemple.example"
    reference = main.locator(".success-panel__reference b").inner_text()
    demo.mailbox.wait_for(address, about=reference)

    team = visit(demo)
    sign_in(team, MODERATOR, DEMO_PASSWORD, to="/admin/messages/")
    team.locator('[name="q"]').fill(reference)
    team.keyboard.press("Enter")
    expect(team.get_by_role("main").locator("tbody tr")).to_have_count(1)
    team.get_by_role("row", name=f"Camille {name}").get_by_role("link").click()
    expect(team.get_by_role("main")).to_contain_text(WORDS)
    team.locator('[name="answer"]').fill("Répondu par e-mail")
    press(team, _("Mark as handled"))
    expect(team.get_by_role("row", name=f"Camille {name}")).to_have_count(0)


def test_what_is_wrong_is_said_first_and_nothing_typed_is_lost(demo: Site, visit: Visit) -> None:
    page = visit(demo, javascript=False, viewport=TELEPHONE)
    page.goto(f"{FORM}?sujet=presse")
    page.locator('[name="message"]').fill(WORDS)
    page.locator('[name="email"]').fill("sans-arobase")
    page.wait_for_timeout(PATIENCE)
    press(page, _("Send the message"))

    expect(page.locator("[data-error-summary]")).to_be_visible()
    expect(page.locator('[name="message"]')).to_have_value(WORDS)
    expect(page.locator('[name="subject"][value="PRESS"]')).to_be_checked()
    page.locator("[data-error-summary] a").first.click()
    expect(page.locator('[name="first_name"]')).to_be_focused()


def test_a_printed_link_leads_to_the_campaign_and_its_visuals_say_what_they_are(
    demo: Site, visit: Visit
) -> None:
    page = visit(demo, javascript=False, viewport=TELEPHONE)
    page.goto("/campagnes/c/gare-cahors/")
    main = page.get_by_role("main")
    expect(page).to_have_url(f"{demo.url}/campagnes/ete/?c=gare-cahors")
    expect(main.get_by_text("Visuel de campagne", exact=True)).to_have_count(2)
    assert page.context.cookies() == []

    main.get_by_role("link", name=_("Write to us")).click()
    expect(page.locator('[name="origin"]')).to_have_value("gare-cahors")


def test_the_pages_are_accessible_with_and_without_errors(demo: Site, visit: Visit) -> None:
    page, staff, seen = visit(demo), visit(demo), Examination()
    for path in (
        FORM,
        "/en/contact/",
        THANKS,
        "/campagnes/",
        "/campagnes/ete/",
        "/en/campagnes/ete/",
    ):
        seen.visit(page, path)
    page.goto(FORM)
    send_empty(page)
    seen.look(page, f"{FORM} with errors")
    sign_in(staff, MODERATOR, DEMO_PASSWORD, to="/admin/messages/")
    for path in ("/admin/messages/", "/admin/campagnes/", "/admin/campagnes/nouveau/"):
        staff.goto(path)
        expect(staff.get_by_role("main").get_by_role("heading", level=1)).to_be_visible()
    assert seen.report == ""
