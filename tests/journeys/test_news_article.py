"""A publisher writes and publishes an article with its photo in the Wagtail admin; a reader finds it among the news."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from playwright.sync_api import Locator, Page, expect

from tests.journeys.conftest import Visit
from tests.journeys.examination import violations
from tests.journeys.people import DEMO_PASSWORD, PUBLISHER
from tests.journeys.processes import ROOT, Site
from tests.journeys.reading import sign_in

pytestmark = pytest.mark.browser

PHOTO = ROOT / "site/static/img/share.png"
TITLE = "Une maison de santé imaginaire ouvre à Gramat"
SUMMARY = "Trois praticiennes s’y installent au printemps. Les rendez-vous se prennent déjà."
SENTENCE = "La porte s’ouvre lundi, et le café sera chaud."
ALTERNATIVE = "La façade d’une maison de pierre claire, porte ouverte"
CREDIT = "Dessin du programme"


def test_an_article_with_its_photo_reaches_the_readers(demo: Site, visit: Visit) -> None:
    publisher, early_reader, reader = (visit(demo) for _person in range(3))
    sign_in(publisher, PUBLISHER, DEMO_PASSWORD, to="/admin/pages/")
    open_new_article(publisher)
    publisher.get_by_role("textbox", name="Titre*").fill(TITLE)
    publisher.get_by_role("textbox", name="Chapô").fill(SUMMARY)
    publisher.get_by_role("combobox", name="Thème*").select_option("Santé")
    add_photo(publisher, PHOTO)
    write_text(publisher, SENTENCE)

    early_reader.goto("/actualites/")
    expect(early_reader.get_by_role("link", name=TITLE)).to_have_count(0)
    publish(publisher)
    look_in_the_dark(publisher)
    read(reader)


def open_new_article(page: Page) -> None:
    """Walk down the tree of pages to the news."""
    for parent in ("Accueil", "Actualités"):
        page.get_by_role("link", name=f"Explorer les sous-pages de « {parent} »").click()
    page.get_by_role("link", name="Ajouter une sous-page").click()


def add_photo(page: Page, photo: Path) -> None:
    """Send a photo: it is refused until it says what it shows and who made it."""
    page.get_by_role("button", name="Choisir une image").click()
    dialog = page.get_by_role("dialog")
    dialog.get_by_role("tab", name="Transférer").click()
    send_photo(dialog, photo)
    for required in ("Texte de remplacement*", "Crédit*"):
        expect(dialog.get_by_role("textbox", name=required)).to_have_attribute(
            "aria-invalid", "true"
        )

    dialog.get_by_role("textbox", name="Titre*").fill("Façade de la maison de santé")
    dialog.get_by_role("textbox", name="Texte de remplacement*").fill(ALTERNATIVE)
    dialog.get_by_role("textbox", name="Crédit*").fill(CREDIT)
    send_photo(dialog, photo)
    expect(dialog).to_have_count(0)


def send_photo(dialog: Locator, photo: Path) -> None:
    """Choose the file and send what is typed."""
    dialog.locator('input[type="file"]').set_input_files(photo)
    dialog.get_by_role("button", name="Transférer").click()


def write_text(page: Page, sentence: str) -> None:
    """Add a block of text to the body of the article."""
    page.get_by_role("button", name="Insérer un bloc").first.click()
    page.get_by_role("option", name="Texte", exact=True).click()
    page.locator('[data-contentpath="body"] [contenteditable="true"]').last.click()
    page.keyboard.type(sentence)


def publish(page: Page) -> None:
    """Publish, from the menu beside “save the draft”, at once after the last key."""
    page.get_by_role("button", name="Plus d’actions").click()
    page.get_by_role("button", name="Publier").click()
    message = page.get_by_role("main").locator(".messages li")
    expect(message).to_contain_text(TITLE)
    expect(message).to_be_focused()
    expect(page).to_have_title(re.compile(f"{TITLE}.* – "))


def look_in_the_dark(page: Page) -> None:
    """Find our panels legible when the machine asks for dark colours."""
    page.emulate_media(color_scheme="dark")
    page.goto("/admin/")
    assert [found for found in violations(page) if found.startswith("color-contrast")] == []


def read(page: Page) -> None:
    """Find the article at the top of the news, and read it."""
    page.goto("/actualites/")
    page.get_by_role("main").get_by_role("link", name=TITLE).click()
    main = page.get_by_role("main")
    expect(main.get_by_role("heading", level=1, name=TITLE)).to_be_visible()
    expect(main).to_contain_text(SENTENCE)
    expect(main).to_contain_text(CREDIT)
    photo = main.get_by_role("img", name=ALTERNATIVE)
    expect(photo).to_be_visible()
    page.wait_for_function(
        "image => image.complete && image.naturalWidth > 0", arg=photo.element_handle()
    )
    assert page.title().startswith(TITLE)
    assert page.context.cookies() == []
