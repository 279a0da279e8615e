"""An editor builds a page from every block, a publisher approves it, a translator translates it, and one is scheduled."""

from __future__ import annotations

import re
from pathlib import Path

import polib
import pytest
from playwright.sync_api import Page, expect

from tests.journeys.blocks import FILLINGS, add_every_block
from tests.journeys.conftest import Visit
from tests.journeys.examination import OVERFLOW, violations
from tests.journeys.people import DEMO_PASSWORD, EDITOR, PUBLISHER, TRANSLATOR
from tests.journeys.processes import Site
from tests.journeys.reading import follow_with_the_keyboard, sign_in, tab_to, tab_to_one
from ui.blocks.body import BodyStreamBlock

pytestmark = pytest.mark.browser

TITLE = "Une maison imaginaire, bloc après bloc"
SUMMARY = "Tout ce qu’une page peut montrer, dans l’ordre où l’éditrice le trouve."
PATH = "une-maison-imaginaire-bloc-apres-bloc"
NEXT_TITLE = "Une maison imaginaire, en plus grand"
PROGRAMMED = "Une page pour plus tard"
TELEPHONE = {"width": 390, "height": 844}
# Our own panels: the screens around them are Wagtail's.
PANELS = ("panel-to-review", "panel-desk", "panel-translations")


def test_every_block_has_its_filling() -> None:
    assert list(FILLINGS) == list(BodyStreamBlock().child_blocks)


def test_a_page_of_every_block_is_approved_translated_and_its_next_version_scheduled(
    demo: Site, visit: Visit, tmp_path: Path
) -> None:
    editor, publisher, translator, reader = (visit(demo) for _person in range(4))
    sign_in(editor, EDITOR, DEMO_PASSWORD, to="/admin/")
    look_at_our_panels(editor)
    number = write_article(editor)
    submit(editor)
    assert reader.goto(f"/actualites/{PATH}/").status == 404

    sign_in(publisher, PUBLISHER, DEMO_PASSWORD, to="/admin/")
    look_at_our_panels(publisher)
    approve(publisher, number)
    read_every_block(reader, f"/actualites/{PATH}/")
    assert violations(reader) == []
    by_telephone = visit(demo, javascript=False, viewport=TELEPHONE)
    read_every_block(by_telephone, f"/actualites/{PATH}/")
    assert by_telephone.evaluate(OVERFLOW) == 0
    reader.goto(f"/en/actualites/{PATH}/")
    expect(reader.get_by_role("main")).to_contain_text("This page is not translated yet.")

    sign_in(translator, TRANSLATOR, DEMO_PASSWORD, to="/admin/")
    look_at_our_panels(translator)
    translate(translator, number, tmp_path)
    reader = visit(demo)  # the former one may keep the page for a minute
    reader.goto(f"/en/actualites/{PATH}/")
    expect(reader.get_by_role("heading", level=1)).to_have_text(f"EN {TITLE}")
    expect(reader.get_by_role("main")).not_to_contain_text("This page is not translated yet.")
    assert violations(reader) == []

    publisher.goto(f"/admin/pages/{number}/edit/")
    publisher.locator('[name="title"]').fill(NEXT_TITLE)
    schedule(publisher, "31/12/2035 10:00", NEXT_TITLE)
    find_on_the_dashboard(publisher, NEXT_TITLE)
    reader.goto(f"/actualites/{PATH}/")
    expect(reader.get_by_role("heading", level=1)).to_have_text(TITLE)


def test_a_publisher_writes_and_schedules_a_page_with_the_keyboard_and_finds_it_on_the_dashboard(
    demo: Site, visit: Visit
) -> None:
    publisher, reader = visit(demo), visit(demo)
    sign_in(publisher, PUBLISHER, DEMO_PASSWORD, to="/admin/")
    publisher.goto("/admin/pages/")
    for parent in ("Accueil", "Actualités"):
        follow_with_the_keyboard(publisher, f'a[aria-label^="Explorer"][aria-label*="{parent}"]')
    follow_with_the_keyboard(publisher, 'a[href$="/add_subpage/"]')
    keys = publisher.keyboard
    tab_to(publisher, '[name="title"]')
    keys.type(PROGRAMMED)
    tab_to(publisher, '[name="summary"]')
    keys.type(SUMMARY)
    tab_to(publisher, '[name="theme"]')
    keys.type("Santé")
    tab_to(publisher, '[id^="id_photo"] button')
    keys.press("Enter")
    chooser = publisher.get_by_role("dialog")
    expect(chooser.locator("a[data-chooser-modal-choice]").first).to_be_visible()
    tab_to(publisher, "a[data-chooser-modal-choice]")
    keys.press("Enter")
    expect(chooser).to_have_count(0)
    tab_to(publisher, '[name="is_teaser"]')
    keys.press("Space")
    schedule_with_the_keyboard(publisher, "31/12/2035 10:00", PROGRAMMED)

    find_on_the_dashboard(publisher, PROGRAMMED)
    reader.goto("/actualites/")
    expect(reader.get_by_role("link", name=PROGRAMMED)).to_have_count(0)


def schedule_with_the_keyboard(page: Page, day: str, title: str) -> None:
    """Choose when the page appears, and say so to the schedule, without a mouse."""
    tab_to(page, '[aria-label="Afficher/masquer le statut"]')
    page.keyboard.press("Enter")
    schedule_button = page.get_by_role("button", name="Programmer", exact=True)
    expect(schedule_button).to_be_visible()
    tab_to_one(page, schedule_button)
    page.keyboard.press("Enter")
    dialog = page.get_by_role("dialog")
    expect(dialog).to_be_visible()
    tab_to(page, '[role="dialog"] [name="go_live_at"]')
    page.keyboard.type(day)
    tab_to_one(page, dialog.get_by_role("button", name="Enregistrer la programmation"))
    page.keyboard.press("Enter")
    expect(dialog).to_have_count(0)
    tab_to_one(page, page.get_by_role("button", name="Plus d’actions"))
    page.keyboard.press("Enter")
    tab_to_one(page, page.get_by_role("button", name="Programmer pour publication"))
    page.keyboard.press("Enter")
    expect(page.get_by_role("main").locator(".messages")).to_contain_text(title)


def find_on_the_dashboard(page: Page, title: str) -> None:
    """Find what will appear, and when, on the dashboard."""
    page.goto("/admin/")
    desk = page.locator('[aria-labelledby="panel-desk"]')
    expect(desk.get_by_role("link", name=title).first).to_be_visible()
    expect(desk).to_contain_text("31 décembre 2035")


def look_at_our_panels(page: Page) -> None:
    """Look at what we add to the dashboard."""
    page.goto("/admin/")
    found = [line for line in violations(page) if any(panel in line for panel in PANELS)]
    assert found == []


def open_new_article(page: Page) -> None:
    """Walk down the tree of pages to the news."""
    page.goto("/admin/pages/")
    for parent in ("Accueil", "Actualités"):
        page.get_by_role("link", name=f"Explorer les sous-pages de « {parent} »").click()
    page.get_by_role("link", name="Ajouter une sous-page").click()


def begin(page: Page) -> None:
    """Give an article what it cannot be without."""
    page.get_by_role("textbox", name="Chapô").fill(SUMMARY)
    page.get_by_role("combobox", name="Thème*").select_option("Santé")
    page.get_by_role("button", name="Choisir une image").first.click()
    dialog = page.get_by_role("dialog")
    dialog.locator("a[data-chooser-modal-choice]").first.click()
    expect(dialog).to_have_count(0)


def write_article(page: Page) -> int:
    """Write an article with every block; return its number once it is saved."""
    open_new_article(page)
    page.get_by_role("textbox", name="Titre*").fill(TITLE)
    begin(page)
    add_every_block(page)
    page.get_by_role("button", name="Enregistrer le brouillon").click()
    page.wait_for_url(re.compile(r"/admin/pages/\d+/edit/"))
    return int(re.search(r"/pages/(\d+)/", page.url)[1])


def submit(page: Page) -> None:
    """Send the page to the publishers."""
    page.get_by_role("button", name="Plus d’actions").click()
    page.get_by_role("button", name=re.compile("^Soumettre")).click()
    expect(page.get_by_role("main").locator(".messages")).to_contain_text(TITLE)


def approve(page: Page, number: int) -> None:
    """Approve, from the page itself."""
    page.goto(f"/admin/pages/{number}/edit/")
    page.get_by_role("button", name="Plus d’actions").click()
    page.get_by_role("button", name="Approuver et Publier", exact=True).click()
    expect(page.get_by_role("main").locator(".messages")).to_contain_text(TITLE)


def read_every_block(page: Page, path: str) -> None:
    """Find what each block says."""
    page.goto(path)
    main = page.get_by_role("main")
    expect(main.get_by_role("heading", level=1, name=TITLE)).to_be_visible()
    for filling in FILLINGS.values():
        expect(main).to_contain_text(filling.seen)


def translate(page: Page, number: int, folder: Path) -> None:
    """Translate with a file, as translators who have a tool of their own do, and publish."""
    page.goto(f"/admin/localize/submit/page/{number}/")
    page.get_by_role("checkbox", name="Anglais").check()
    page.get_by_role("button", name="Soumettre", exact=True).click()
    page.wait_for_url(re.compile(r"/admin/pages/\d+/"))
    page.goto("/admin/reports/traductions/?state=BEHIND")
    page.get_by_role("link", name=re.compile(f"En retard sur le français.*{TITLE}")).click()
    page.wait_for_url(re.compile(r"/admin/pages/\d+/edit/"))
    form = page.locator("form").filter(has=page.locator('input[type="file"]'))
    download = page.get_by_role("link", name=re.compile("PO"))
    with page.expect_download() as waiting:
        download.first.click()
    file = folder / "page.po"
    waiting.value.save_as(file)
    catalogue = polib.pofile(str(file))
    for entry in catalogue:
        entry.msgstr = f"EN {entry.msgid}"
    catalogue.save()
    form.first.locator('input[type="file"]').set_input_files(file)
    page.wait_for_load_state()
    page.get_by_role("button", name=re.compile("Publier en")).click()
    expect(page.locator(".messages").first).to_contain_text("publié")


def schedule(page: Page, day: str, title: str) -> None:
    """Choose when the page appears, and say so to the schedule."""
    page.get_by_role("button", name="Afficher/masquer le statut").click()
    page.get_by_role("button", name="Programmer", exact=True).click()
    dialog = page.get_by_role("dialog")
    dialog.locator('[name="go_live_at"]').fill(day)
    dialog.locator('[name="go_live_at"]').press("Tab")
    # By the keyboard: the calendar of the next field lies over the button.
    dialog.get_by_role("button", name="Enregistrer la programmation").press("Enter")
    page.get_by_role("button", name="Plus d’actions").click()
    page.get_by_role("button", name="Programmer pour publication").click()
    expect(page.get_by_role("main").locator(".messages")).to_contain_text(title)
