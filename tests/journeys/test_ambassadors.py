"""Somebody asks to be an ambassador, is accepted by the team, opens their page and registers to a meeting."""

from __future__ import annotations

import re

import pytest
from django.utils.translation import gettext as _
from playwright.sync_api import Page, expect

from tests.journeys.conftest import Visit
from tests.journeys.examination import Examination
from tests.journeys.mailbox import link_in
from tests.journeys.people import DEMO_PASSWORD, MODERATOR
from tests.journeys.processes import Site
from tests.journeys.reading import expect_errors, follow_with_the_keyboard, press, sign_in, tab_to

pytestmark = pytest.mark.browser

TELEPHONE = {"width": 390, "height": 844}
WIDE = {"width": 1280, "height": 900}
INDEX, FORM, QUEUE = "/ambassadeurs/", "/ambassadeurs/devenir/", "/admin/ambassadeurs/"
OWN_PAGE = "/ambassadeurs/espace/"
# The time below which a form is taken for a robot's, and a little more.
PATIENCE = 3_500
MEETUPS = '[aria-labelledby="meetups-title"]'
BUTTON = 'main form[method="post"] button[type="submit"]'
KEPT = "Votre place est réservée"


def ask_to_join(page: Page, email: str, last_name: str) -> None:
    """Go from the portraits to the form, fill it in and send it."""
    page.goto(INDEX)
    page.get_by_role("main").get_by_role("link", name=_("Become an ambassador")).first.click()
    typed = {
        "first_name": "Camille", "last_name": last_name, "email": email, "place": "Montréal, Canada",
        "activity": "Libraire", "reason": "Mes grands-parents vivaient à Gramat.",
    }  # fmt: skip
    for name, words in typed.items():
        page.locator(f'[name="{name}"]').fill(words)
    page.locator('[name="helps"][value="welcome"]').check()
    page.locator('[name="charter"]').check()
    page.wait_for_timeout(PATIENCE)
    press(page, _("Send my request"))
    expect(page).to_have_url(re.compile("/ambassadeurs/devenir/merci/"))
    expect(page.get_by_role("main")).to_contain_text("Camille")


def confirm(demo: Site, page: Page, email: str, seen: Examination | None = None) -> None:
    """Press the button behind the link of the first mail."""
    waiting = demo.mailbox.wait_for(email, about="/devenir/confirmer/")
    page.goto(link_in(waiting, holding="/devenir/confirmer/"))
    if seen is not None:
        seen.look(page, "the request to confirm")
    press(page, _("I confirm"))
    expect(page.get_by_role("main")).to_contain_text(_("Your address is confirmed"))


def open_own_page(demo: Site, page: Page, email: str) -> None:
    """Ask for the link of one's own page, and open it."""
    page.goto(OWN_PAGE)
    page.locator('[name="email"]').fill(email)
    page.wait_for_timeout(PATIENCE)
    press(page, _("Send me my link"))
    expect(page).to_have_url(re.compile("/espace/envoye/"))
    sent = demo.mailbox.wait_for(email, about=_("The link to your ambassador’s page"))
    page.goto(link_in(sent, holding=OWN_PAGE))
    expect(page.get_by_role("main")).to_contain_text(email)


def accept(page: Page, last_name: str) -> None:
    """Accept a request, in the admin."""
    sign_in(page, MODERATOR, DEMO_PASSWORD, to=QUEUE)
    page.goto(QUEUE)
    page.get_by_role("link", name=f"Camille {last_name}").click()
    page.locator('form[action$="/accepter/"] button').click()
    page.goto(QUEUE)
    expect(page.get_by_role("link", name=f"Camille {last_name}")).to_have_count(0)


def register_to_a_meeting(page: Page, email: str) -> None:
    """Choose the next meeting among the portraits, and register on its page."""
    page.goto(INDEX)
    page.locator(f"{MEETUPS} .event-list__link").first.click()
    page.get_by_role("main").locator('a[href$="/inscription/"]').first.click()
    for name, words in {"first_name": "Camille", "last_name": "Essai", "email": email}.items():
        page.locator(f'[name="{name}"]').fill(words)
    page.wait_for_timeout(PATIENCE)
    page.get_by_role("main").locator('form[method="post"] button[type="submit"]').first.click()
    expect(page).to_have_url(re.compile("/inscription/merci/"))


def open_the_registration(demo: Site, page: Page, email: str) -> None:
    """Open the link of the mail that asks to confirm a registration."""
    asked = demo.mailbox.wait_for(email, about=_("Confirm your registration"))
    page.goto(link_in(asked, holding="/confirmer/"))


@pytest.mark.parametrize(
    ("javascript", "viewport", "name"), [(True, WIDE, "Parcours"), (False, TELEPHONE, "Sansscript")]
)
def test_somebody_joins_is_accepted_and_registers_to_a_meeting(
    demo: Site, visit: Visit, javascript: bool, viewport: dict[str, int], name: str
) -> None:
    email = f"{name.lower()}@exemple.example"
    person = visit(demo, javascript=javascript, viewport=viewport)
    ask_to_join(person, email, name)
    confirm(demo, person, email)

    accept(visit(demo), name)

    demo.mailbox.wait_for(email, about="/agenda/")
    open_own_page(demo, person, email)
    register_to_a_meeting(person, email)
    open_the_registration(demo, person, email)
    press(person, _("I confirm"))
    demo.mailbox.wait_for(email, about=KEPT)


def test_the_pages_are_accessible_with_and_without_errors(demo: Site, visit: Visit) -> None:
    page, staff, seen = visit(demo), visit(demo), Examination()
    for path in (
        INDEX,
        f"/en{INDEX}",
        f"{INDEX}?page=2",
        f"{INDEX}?theme=soin",
        f"{INDEX}charte/",
        FORM,
    ):
        seen.visit(page, path)
    page.goto(INDEX)
    portrait = page.get_by_role("main").locator(".card__link").first.get_attribute("href") or ""
    for path in (portrait, f"/en{portrait}", f"{INDEX}espace/"):
        seen.visit(page, path)
    page.goto(FORM)
    # A file cannot be emptied as the other fields are: the form is sent as it came.
    press(page, _("Send my request"))
    expect_errors(page)
    seen.look(page, "the form with errors")
    sign_in(staff, MODERATOR, DEMO_PASSWORD, to=QUEUE)
    for path in (
        "",
        "membres/",
        "membres/lettre/",
        "lettres/",
        "objets/",
        "objets/nouveau/",
        "charte/",
    ):
        seen.visit(staff, f"{QUEUE}{path}")
    staff.goto(QUEUE)
    staff.locator(".review-table a").first.click()
    seen.look(staff, "a request")
    assert seen.report == ""


def test_with_the_keyboard_alone_from_the_form_to_the_meeting(demo: Site, visit: Visit) -> None:
    page, email = visit(demo), "touches@exemple.example"
    page.goto(FORM)
    for name, words in (
        ("first_name", "Camille"), ("last_name", "Touches"), ("email", email), ("place", "Figeac"),
        ("activity", "Libraire"), ("reason", "Parce que."),
    ):  # fmt: skip
        tab_to(page, f'[name="{name}"]')
        page.keyboard.type(words)
    for name in ("helps", "charter"):
        tab_to(page, f'[name="{name}"]')
        page.keyboard.press("Space")
    page.wait_for_timeout(PATIENCE)
    page.keyboard.press("Enter")
    expect(page).to_have_url(re.compile("/ambassadeurs/devenir/merci/"))
    waiting = demo.mailbox.wait_for(email, about="/devenir/confirmer/")
    page.goto(link_in(waiting, holding="/devenir/confirmer/"))
    follow_with_the_keyboard(page, BUTTON)
    expect(page.get_by_role("main")).to_contain_text(_("Your address is confirmed"))

    accept(visit(demo), "Touches")

    demo.mailbox.wait_for(email, about="/agenda/")
    page.goto(INDEX)
    follow_with_the_keyboard(page, f"{MEETUPS} .event-list__link")
    follow_with_the_keyboard(page, 'main a[href$="/inscription/"]')
    for name, words in (("first_name", "Camille"), ("last_name", "Touches"), ("email", email)):
        tab_to(page, f'[name="{name}"]')
        page.keyboard.type(words)
    page.wait_for_timeout(PATIENCE)
    follow_with_the_keyboard(page, BUTTON)
    expect(page).to_have_url(re.compile("/inscription/merci/"))
    open_the_registration(demo, page, email)
    follow_with_the_keyboard(page, BUTTON)
    demo.mailbox.wait_for(email, about=KEPT)


def test_a_person_answers_stops_the_letters_and_leaves_by_their_links(
    demo: Site, visit: Visit
) -> None:
    email = "depart@exemple.example"
    person, staff, seen = visit(demo), visit(demo), Examination()
    ask_to_join(person, email, "Depart")
    confirm(demo, person, email, seen)
    sign_in(staff, MODERATOR, DEMO_PASSWORD, to=QUEUE)
    staff.goto(QUEUE)
    staff.get_by_role("link", name="Camille Depart").click()
    form = staff.locator('form[action$="/completer/"]')
    staff.locator("details", has=form).first.locator("summary").first.click()
    form.locator('[name="reason"]').fill("Comment aimeriez-vous aider ?")
    form.locator('button[type="submit"]').click()

    question = demo.mailbox.wait_for(email, about="Comment aimeriez-vous aider")
    person.goto(link_in(question, holding="/reponse/"))
    seen.look(person, "the question")
    person.locator('[name="answer"]').fill("En accueillant des étudiants.")
    press(person, _("Send my answer"))
    open_own_page(demo, person, email)
    person.get_by_role("main").get_by_role("link", name=_("Leave the network")).click()
    seen.look(person, "leaving")
    press(person, _("Leave the network"))
    expect(person).to_have_url(re.compile("/au-revoir/"))
    seen.look(person, "goodbye")
    assert seen.report == ""
