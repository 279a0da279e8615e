"""Take again the pictures of the writers' guide: `python -m tests.guide_images`, with the address of a demonstration if one runs.

Each is taken on the screens of the demonstration, at 1280 pixels, and written to docs/images in few colours.
"""

from __future__ import annotations

import contextlib
import io
import re
import sys
import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path

from PIL import Image
from playwright.sync_api import Browser, Page, expect, sync_playwright

ROOT = Path(__file__).resolve().parents[1]
FOLDER = ROOT / "docs" / "images"
COLOURS = 128
HEAVIEST = 120_000
SIZE = {"width": 1280, "height": 860}
PASSWORD = "demo-oh-my-lot-2026"  # noqa: S105 - printed in the README
EDITOR, PUBLISHER, TRANSLATOR = (
    f"{name}@demo.example" for name in ("redaction", "publication", "traduction")
)


def main(address: str = "") -> None:
    """Take every picture."""
    with served(address) as url, sync_playwright() as playwright:
        from tests.run import chromium

        browser = playwright.chromium.launch(
            executable_path=chromium(), args=["--no-sandbox", "--disable-gpu"]
        )
        for take in (dashboard, blocks, checklist, review, translation, report):
            take(lambda email: signed_in(browser, url, email))
        browser.close()


@contextlib.contextmanager
def served(address: str) -> Iterator[str]:
    """Give the address of a demonstration; start one when none is named."""
    if address:
        yield address
        return
    from tests.journeys.processes import demonstration

    with tempfile.TemporaryDirectory() as folder, demonstration(Path(folder)) as site:
        yield site.url


def signed_in(browser: Browser, url: str, email: str) -> Page:
    """Open a browser in which somebody of the demonstration is signed in."""
    context = browser.new_context(
        base_url=url, locale="fr-FR", timezone_id="Europe/Paris", viewport=SIZE
    )
    page = context.new_page()
    page.goto("/compte/connexion/?next=/admin/")
    page.locator('[name="login"]').fill(email)
    page.locator('[name="password"]').fill(PASSWORD)
    page.locator('[name="password"]').press("Enter")
    page.wait_for_url("**/admin/")
    return page


def keep(page: Page, name: str) -> None:
    """Write what is on screen, in few colours."""
    page.wait_for_load_state("networkidle")
    shot = Image.open(io.BytesIO(page.screenshot())).convert("RGB")
    file = FOLDER / f"guide-{name}.png"
    shot.quantize(COLOURS).save(file, optimize=True)
    assert file.stat().st_size <= HEAVIEST, f"{file.name} is too heavy: {file.stat().st_size} bytes"


Visit = Callable[[str], Page]


def dashboard(visit: Visit) -> None:
    """Show what waits for a publisher."""
    page = visit(PUBLISHER)
    page.goto("/admin/")
    page.locator("#panel-to-review").scroll_into_view_if_needed()
    keep(page, "dashboard")


def open_article(page: Page) -> None:
    """Open the form of a new article."""
    page.goto("/admin/pages/")
    for parent in ("Accueil", "Actualités"):
        page.get_by_role("link", name=f"Explorer les sous-pages de « {parent} »").click()
    page.get_by_role("link", name="Ajouter une sous-page").click()
    page.get_by_role("textbox", name="Titre*").fill("Une maison de santé imaginaire ouvre")


def blocks(visit: Visit) -> None:
    """Show the chooser of blocks with a preview."""
    page = visit(EDITOR)
    open_article(page)
    button = page.get_by_role("button", name="Insérer un bloc").first
    button.evaluate("one => one.scrollIntoView({block: 'start'})")
    page.mouse.wheel(0, -160)
    button.click()
    page.get_by_role("option", name="Citation", exact=True).hover()
    page.wait_for_timeout(2500)
    keep(page, "blocks")


def checklist(visit: Visit) -> None:
    """Show the list of what is left to do before publishing."""
    page = visit(EDITOR)
    number = number_of_an_article(page)
    page.goto(f"/admin/pages/{number}/edit/#tab-promote")
    page.get_by_role("tab", name="Promotion").click()
    expect(page.locator(".checklist__lines")).to_be_visible()
    keep(page, "checklist")


def number_of_an_article(page: Page) -> str:
    """Return the number of the first article of the list."""
    page.goto("/admin/pages/")
    for parent in ("Accueil", "Actualités"):
        page.get_by_role("link", name=f"Explorer les sous-pages de « {parent} »").click()
    link = page.locator('main table a[href$="/edit/"]').first.get_attribute("href") or ""
    found = re.search(r"/pages/(\d+)/edit/", link)
    assert found is not None
    return found[1]


def review(visit: Visit) -> None:
    """Submit an article, and show the answers that a publisher may give."""
    editor, publisher = visit(EDITOR), visit(PUBLISHER)
    number = number_of_an_article(editor)
    editor.goto(f"/admin/pages/{number}/edit/")
    editor.get_by_role("button", name="Plus d’actions").click()
    submit = editor.get_by_role("button", name=re.compile("^Soumettre"))
    if submit.count():
        submit.click()
        editor.wait_for_load_state()
    publisher.goto(f"/admin/pages/{number}/edit/")
    publisher.get_by_role("button", name="Plus d’actions").click()
    publisher.wait_for_timeout(500)
    keep(publisher, "review")


def translation(visit: Visit) -> None:
    """Show the English home page on the screen of translations."""
    page = visit(TRANSLATOR)
    page.goto("/admin/reports/traductions/")
    page.get_by_role("link", name=re.compile("^Traduite")).first.click()
    page.wait_for_timeout(1500)
    keep(page, "translation")


def report(visit: Visit) -> None:
    """Show where the English of each page stands."""
    page = visit(TRANSLATOR)
    page.goto("/admin/reports/traductions/")
    keep(page, "translations-report")


if __name__ == "__main__":
    main(*sys.argv[1:2])
