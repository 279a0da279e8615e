"""An intern finds the aids of a commune and asks to be called back: with a script, without one, by keyboard, on a telephone."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import Page, expect

from tests.journeys.conftest import Visit
from tests.journeys.examination import Examination, violations
from tests.journeys.mailbox import text_of
from tests.journeys.people import DEMO_PASSWORD
from tests.journeys.processes import Site
from tests.journeys.reading import sign_in, tab_to

pytestmark = pytest.mark.browser

DOOR = "Je suis interne, étudiante ou étudiant"
AID = "ParcoursM’Aides de Cauvaldor"
CONTACT = "sante@demo.example"
CONTACT_OF_INTERNS = "internes@demo.example"
TELEPHONE = {"width": 390, "height": 844}
# The form is not taken sooner: a person needs longer to fill it in.
ANTISPAM_MILLISECONDS = 3200
OVERFLOW = "() => document.documentElement.scrollWidth - document.documentElement.clientWidth"


@pytest.mark.parametrize("javascript", [True, False], ids=["with a script", "without a script"])
def test_an_intern_finds_aids_and_asks_to_be_called_back(
    demo: Site, visit: Visit, javascript: bool
) -> None:
    intern = visit(demo, javascript=javascript)
    email = f"interne-{'avec' if javascript else 'sans'}@exemple.example"

    open_aids(intern)
    ask_for_aids(intern)
    open_callback(intern)
    fill_callback(intern, email)
    reference = send_callback(intern)

    assert reference in text_of(demo.mailbox.wait_for(email, about=reference))
    assert reference in text_of(demo.mailbox.wait_for(CONTACT_OF_INTERNS, about=reference))
    follow(visit(demo), email)


def test_the_same_with_a_keyboard_alone(demo: Site, visit: Visit) -> None:
    page = visit(demo)
    page.goto("/sante/")
    tab_to(page, 'main a[href$="/sante/internes/"]')
    page.keyboard.press("Enter")
    expect(page).to_have_url(re.compile(r"/sante/internes/$"))
    tab_to(page, 'main a[href*="/sante/aides/"]')
    page.keyboard.press("Enter")
    expect(page.locator("#aid-profession")).to_have_value("interne")
    tab_to(page, "#aid-commune")
    page.keyboard.type("Souillac")
    page.keyboard.press("Enter")
    expect(page.get_by_text(AID)).to_be_visible()
    tab_to(page, 'main a[href*="/sante/etre-rappele/"]')
    page.keyboard.press("Enter")
    expect(page.locator('[name="profession"]')).to_have_value("INTERN")
    for name in ("situation", "timeframe", "mode"):
        tab_to(page, f'[name="{name}"]')
        page.keyboard.press("Space")
    for name, typed in (
        ("first_name", "Camille"), ("last_name", "Clavier"), ("email", "clavier@exemple.example"),
    ):  # fmt: skip
        tab_to(page, f'[name="{name}"]')
        page.keyboard.type(typed)
    page.wait_for_timeout(ANTISPAM_MILLISECONDS)
    page.keyboard.press("Enter")
    expect(page.locator(".success-panel__reference")).to_contain_text("SANTE-")


def test_on_a_telephone_nothing_overflows_and_axe_is_content(demo: Site, visit: Visit) -> None:
    page = visit(demo, viewport=TELEPHONE)
    open_aids(page)
    ask_for_aids(page)
    assert violations(page) == []
    open_callback(page)
    fill_callback(page, "telephone@exemple.example")
    assert page.evaluate(OVERFLOW) <= 0
    send_callback(page)
    assert violations(page) == []
    assert page.evaluate(OVERFLOW) <= 0


def test_every_page_of_the_section_is_accessible(demo: Site, visit: Visit) -> None:
    page, seen = visit(demo), Examination()
    for path in (
        "/sante/", "/en/sante/", "/sante/internes/", "/sante/docteurs-juniors/", "/sante/remplacants/",
        "/sante/medecins/", "/sante/autres-metiers/", "/sante/aides/",
        "/sante/aides/?profession=medecin-generaliste&commune=Gramat",
        "/sante/aides/?profession=medecin-generaliste&commune=Loupiac&date=31/12/2025",
        "/en/sante/aides/?profession=interne&commune=Souillac", "/en/sante/etre-rappele/",
    ):  # fmt: skip
        seen.visit(page, path)
    seen.visit(page, "/sante/etre-rappele/")
    page.get_by_role("main").locator('form[method="post"] button[type="submit"]').click()
    expect(page.locator("[data-error-summary]")).to_be_focused()
    seen.look(page, "callback with errors")
    assert seen.report == ""


def open_aids(page: Page) -> None:
    """Come by the section and its door to the question of the aids."""
    page.goto("/sante/")
    page.get_by_role("main").get_by_role("link", name=re.compile(DOOR)).click()
    expect(page).to_have_url(re.compile(r"/sante/internes/$"))
    page.get_by_role("main").locator('a[href*="/sante/aides/"]').first.click()
    expect(page.locator("#aid-profession")).to_have_value("interne")


def ask_for_aids(page: Page) -> None:
    """Give a commune and a day, and read the aid of that place; the zone is unknown and said to be."""
    page.locator("#aid-commune").fill("Souillac")
    page.locator("#aid-date").fill("01/02/2027")
    page.locator(".aid-question button").click()
    expect(page).to_have_url(re.compile(r"commune=Souillac"))
    answer = page.locator("#reponse").locator("xpath=..")
    expect(answer.get_by_role("heading", name=AID)).to_be_visible()
    expect(answer).to_contain_text("1 200 €")
    expect(answer.locator(".notice")).to_be_visible()


def open_callback(page: Page) -> None:
    """Follow the way to be called back; the profession comes along."""
    page.get_by_role("main").locator('aside a[href*="/sante/etre-rappele/"]').first.click()
    expect(page.locator('[name="profession"]')).to_have_value("INTERN")


def fill_callback(page: Page, email: str) -> None:
    """Answer what is asked."""
    for name, value in (
        ("situation", "INTERN"), ("timeframe", "LATER"), ("mode", "PLACEMENT"), ("slot", "EVENING"),
    ):  # fmt: skip
        page.locator(f'[name="{name}"][value="{value}"]').check()
    for name, typed in (
        ("place", "Souillac"), ("first_name", "Camille"), ("last_name", "Exemple"), ("email", email),
    ):  # fmt: skip
        page.locator(f'[name="{name}"]').fill(typed)
    page.locator('[name="wants_visit"]').check()
    page.wait_for_timeout(ANTISPAM_MILLISECONDS)


def send_callback(page: Page) -> str:
    """Send the request; return the reference that the receipt gives."""
    page.get_by_role("main").locator('form[method="post"] button[type="submit"]').click()
    shown = page.locator(".success-panel__reference b")
    expect(shown).to_contain_text("SANTE-")
    return shown.inner_text()


def follow(page: Page, email: str) -> None:
    """The health contact finds the request, says that the person was called back and writes a note."""
    sign_in(page, CONTACT, DEMO_PASSWORD, to="/admin/rappels-sante/")
    page.get_by_role("link", name="Camille Exemple").last.click()
    expect(page.get_by_role("link", name=email)).to_be_visible()
    page.locator('[name="status"]').select_option("CALLED_BACK")
    page.locator('form[action$="/etat/"] button').click()
    expect(page.locator('[name="expected"]')).to_have_value("CALLED_BACK")
    page.locator('[name="text"]').fill("Rappelée, cherche un stage au printemps.")
    page.locator('form[action$="/note/"] button').click()
    expect(page.get_by_text("Rappelée, cherche un stage au printemps.")).to_be_visible()
