"""The scripts of the admin, on pages in the shape that Wagtail and its translation editor draw."""

from __future__ import annotations

import json
from collections.abc import Iterator

import pytest
from django.contrib.staticfiles import finders
from playwright.sync_api import Page, Route, expect, sync_playwright

from tests.run import chromium

pytestmark = pytest.mark.browser
SITE = "http://site.test"
MESSAGES = '<script type="module" src="/static/js/messages.js" data-error-word="Erreur :"></script>'
SUCCESS = (
    '<li class="success"><svg></svg> Page enregistrée. Elle attend.'
    ' <span class="buttons"><a href="/">Voir</a></span></li>'
)
REFUSAL = (
    '<li class="error">La page n’a pas pu être enregistrée. <button>Première erreur</button></li>'
)
# As wagtail-localize draws a text already translated, and its toolbox.
EDITOR = """
<div class="js-translation-editor" data-props='{props}'><ul><li class="complete">
  <p>Bonjour</p><div><p>Hello</p></div><ul><li></li><li><button type="button">Modifier</button></li></ul>
</li></ul>
<div><p>PO</p><button type="button">Envoyer le fichier PO</button><form><input type="file" name="file"></form></div></div>
<script type="module" src="/static/js/admin-translation.js" data-translation-words data-more="" data-publish=""
  data-title="" data-dated="Le "></script>
"""


@pytest.fixture(scope="module")
def tab() -> Iterator[Page]:
    path = chromium()
    if path is None:
        pytest.skip("no Chromium on this machine")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=path, args=["--no-sandbox"])
        yield browser.new_page()
        browser.close()


def show(tab: Page, body: str, path: str = "/") -> None:
    """Open a page made of `body`, with the scripts of the site."""

    def answer(route: Route) -> None:
        asked = route.request.url.removeprefix(SITE)
        if asked.startswith("/static/"):
            route.fulfill(path=str(finders.find(asked.removeprefix("/static/"))))
            return
        document = f'<html lang="fr"><title>\n  Modifier\n</title><body>{body}</body>'
        route.fulfill(content_type="text/html; charset=utf-8", body=document)

    tab.unroute_all()
    tab.goto("about:blank")
    tab.route("**/*", answer)
    tab.goto(f"{SITE}{path}", wait_until="networkidle")


def messages(item: str) -> str:
    return f'<div class="messages" role="status"><ul>{item}</ul></div>{MESSAGES}'


@pytest.mark.parametrize(
    ("item", "title"),
    [(SUCCESS, "Page enregistrée – Modifier"), (REFUSAL, "Erreur : Modifier")],
)
@pytest.mark.parametrize("path", ["/", "/#tab-content"])
def test_the_message_of_a_screen_of_wagtail_has_the_focus_and_the_title(
    tab: Page, item: str, title: str, path: str
) -> None:
    show(tab, messages(item), path)
    expect(tab.locator(".messages li")).to_be_focused()
    expect(tab).to_have_title(title)


def test_a_screen_without_a_message_keeps_its_focus_and_its_title(tab: Page) -> None:
    show(tab, messages("") + "<input autofocus>")
    expect(tab.locator("input")).to_be_focused()
    expect(tab).to_have_title("Modifier")


def test_a_title_that_says_it_already_says_it_once(tab: Page) -> None:
    begun = "<script>document.title = 'Page enregistrée – Liste'</script>"
    show(tab, begun + messages(SUCCESS))
    expect(tab.locator(".messages li")).to_be_focused()
    expect(tab).to_have_title("Page enregistrée – Liste")


def test_the_errors_of_our_own_screens_come_before_messages(tab: Page) -> None:
    show(tab, '<div data-error-summary tabindex="-1"></div>' + messages(REFUSAL))
    expect(tab.locator(".messages li")).not_to_be_focused()


def test_the_translation_editor_names_its_buttons_texts_and_file(tab: Page) -> None:
    props = json.dumps({"locale": {"code": "en", "displayName": "Anglais"}})
    show(tab, EDITOR.format(props=props))
    expect(tab.get_by_role("button", name="Modifier – Bonjour")).to_be_visible()
    expect(tab.get_by_label("Envoyer le fichier PO")).to_have_count(1)
    expect(tab.locator(".complete > div > p")).to_have_attribute("lang", "en")
    # the editor draws its input in place of the text
    tab.evaluate(
        """() => {
            document.querySelector(".complete > div").innerHTML = "<textarea>Hello</textarea>";
            document.querySelector(".complete button").textContent = "Enregistrer";
        }"""
    )
    expect(tab.get_by_role("textbox", name="Bonjour")).to_have_attribute("lang", "en")
    expect(tab.get_by_role("button", name="Enregistrer – Bonjour")).to_be_visible()
