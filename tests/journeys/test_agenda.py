"""Somebody finds an event, puts it in a calendar, registers, confirms by the mail, and gives the place up by its link."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from tests.journeys import words
from tests.journeys.conftest import Visit
from tests.journeys.examination import Examination
from tests.journeys.mailbox import link_in
from tests.journeys.processes import Site
from tests.journeys.reading import expect_errors, field, press

pytestmark = pytest.mark.browser

TELEPHONE = {"width": 390, "height": 844}
EVENING = "Soirée d’accueil des internes à Cahors"
PATH = "/agenda/soiree-accueil-internes-cahors/"
FULL = "/agenda/atelier-preparer-son-installation/"
CANCELLED = "/agenda/soiree-accueil-gourdon/"
REGISTER = "S’inscrire"
HOW_MANY = "Nombre de personnes"
CANCEL = "Annuler mon inscription"
SENT = "Votre demande est envoyée"
TO_CONFIRM = "Confirmez votre inscription"
CONFIRM = "Je confirme"
KEPT = "Votre place est réservée"
GIVEN_UP = "Votre inscription est annulée"
# What the form asks a robot to wait.
SECONDS = 4000


def open_event(page: Page) -> None:
    """Go from the home page to the event."""
    page.goto("/")
    page.get_by_role("main").get_by_role("link", name="Tout l’agenda").click()
    page.get_by_role("main").get_by_role("link", name=EVENING).click()
    expect(page.get_by_role("heading", level=1, name=EVENING)).to_be_visible()


def download(page: Page) -> str:
    """Download the file of the event."""
    with page.expect_download() as waiting:
        page.get_by_role("link", name="Fichier pour tout calendrier").click()
    return Path(waiting.value.path()).read_text(encoding="utf-8")


def fill(page: Page, email: str) -> None:
    """Say who comes."""
    field(page, words.FIRST_NAME).fill("Démo")
    field(page, words.LAST_NAME).fill("Visiteuse")
    field(page, words.EMAIL).fill(email)
    field(page, HOW_MANY).fill("2")


@pytest.mark.parametrize("javascript", [True, False], ids=["with a script", "without"])
def test_somebody_registers_and_gives_the_place_up(
    demo: Site, visit: Visit, *, javascript: bool
) -> None:
    email = f"visiteuse{int(javascript)}@exemple.example"
    page = visit(demo, javascript=javascript, viewport=TELEPHONE)
    open_event(page)
    assert "TZID=Europe/Paris" in download(page)
    page.get_by_role("main").get_by_role("link", name=REGISTER).click()
    press(page, REGISTER)
    expect_errors(page)
    fill(page, email)
    page.wait_for_timeout(SECONDS)
    press(page, REGISTER)
    expect(page.get_by_role("heading", level=1, name=SENT)).to_be_visible()

    expect(page.get_by_role("main")).to_contain_text("votre place est gardée une heure")

    page.goto(link_in(demo.mailbox.wait_for(email, about=TO_CONFIRM), holding="/confirmer/"))
    expect(page.get_by_role("main")).to_contain_text("Votre place est gardée jusqu’à")
    if javascript:  # without it, axe never answers
        seen = Examination()
        seen.look(page, "the confirmation")
        assert seen.report == ""
    assert demo.mailbox.received(email, about=KEPT) == []
    press(page, CONFIRM)
    expect(page.get_by_role("main").get_by_text("Vos places sont réservées")).to_be_visible()

    mail = demo.mailbox.wait_for(email, about=KEPT)
    (attached,) = mail.iter_attachments()
    assert attached.get_content_type() == "text/calendar"
    page.goto(link_in(mail, holding="/mon-inscription/"))
    press(page, CANCEL)
    expect(page.get_by_role("main").get_by_text(GIVEN_UP)).to_be_visible()
    demo.mailbox.wait_for(email, about=GIVEN_UP)


def test_the_form_is_filled_and_sent_with_the_keyboard(demo: Site, visit: Visit) -> None:
    page = visit(demo)
    page.goto(f"{PATH}inscription/")
    field(page, words.FIRST_NAME).focus()
    for typed in ("Démo", "Clavier", "clavier@exemple.example", "", "1"):
        page.keyboard.press("ControlOrMeta+A")
        page.keyboard.type(typed)
        page.keyboard.press("Tab")
    page.wait_for_timeout(SECONDS)
    reach_the_button(page)
    page.keyboard.press("Enter")

    expect(page).to_have_url(re.compile("/inscription/merci/$"))
    mail = demo.mailbox.wait_for("clavier@exemple.example", about=TO_CONFIRM)
    page.goto(link_in(mail, holding="/confirmer/"))
    page.keyboard.press("Tab")
    reach_the_button(page)
    page.keyboard.press("Enter")
    demo.mailbox.wait_for("clavier@exemple.example", about=KEPT)


def reach_the_button(page: Page) -> None:
    """Press Tab until the button of the page has the focus."""
    while not page.locator(":focus").evaluate("one => one.matches('main button[type=submit]')"):
        page.keyboard.press("Tab")


def test_the_pages_of_the_agenda_are_accessible(demo: Site, visit: Visit) -> None:
    page, seen = visit(demo), Examination()
    for path in (
        "/agenda/", "/agenda/?periode=passes", "/en/agenda/", PATH, FULL, CANCELLED, f"/en{PATH}",
        f"{PATH}inscription/", f"{FULL}inscription/", f"{CANCELLED}inscription/", f"{PATH}inscription/merci/",
    ):  # fmt: skip
        seen.visit(page, path)
    assert seen.report == ""
