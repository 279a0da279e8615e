"""The legal pages: whole in both languages, English never ahead of its French, editors' words never lost."""

from __future__ import annotations

import dataclasses
import html
import re

import pytest
from django.test import Client
from wagtail.models import Locale, Page
from wagtail_localize.models import Translation
from wagtail_localize.operations import translate_object

from home import legal_pages
from home.bootstrap import ensure_editorial_site
from home.models import LegalPage
from home.texts.legal import LEGAL_TEXTS, PERSONAL_DATA, LegalText
from home.texts.legal.parts import p
from home.translation_states import TranslationState, with_translation_state
from ui.languages import STILL_FRENCH, is_of_the_french_text

pytestmark = pytest.mark.django_db
KINDS = [text.kind for text in LEGAL_TEXTS]


def french(kind: str) -> LegalPage:
    found: LegalPage = LegalPage.objects.get(kind=kind, locale__language_code="fr")
    return found


def english_of(page: LegalPage) -> LegalPage:
    found: LegalPage = page.get_translation(Locale.objects.get(language_code="en"))
    return found


def bootstrap_again() -> None:
    ensure_editorial_site(base_url="http://testserver")


def forget_english(page: LegalPage) -> None:
    """Bring the site back to the day when this page had no English."""
    english_of(page).delete()
    Translation.objects.filter(source__object_id=page.translation_key).delete()


def words(markup: str) -> str:
    return re.sub(r"\s+", " ", html.unescape(re.sub(r"<[^>]+>", "", markup)))


@pytest.mark.parametrize("text", LEGAL_TEXTS, ids=KINDS)
def test_a_legal_page_is_whole_in_english_and_says_that_the_french_binds(
    client: Client, text: LegalText
) -> None:
    page = english_of(french(text.kind))
    shown = client.get(f"/en/{text.kind}/").content.decode()

    assert not Page.objects.filter(STILL_FRENCH, pk=page.pk).exists()
    assert "The French text prevails." in shown
    assert "This page is not translated yet." not in shown
    left = [
        part.french
        for part in text.parts
        if part.french != part.english and f">{part.french}<" in legal_pages.source_of(page)
    ]
    assert left == []
    for part in text.parts:
        assert words(part.english) in words(legal_pages.source_of(page))


@pytest.mark.parametrize("kind", KINDS)
def test_its_english_is_that_of_the_french_text_online(kind: str) -> None:
    page = french(kind)
    state = with_translation_state().get(pk=page.pk).state

    assert state == TranslationState.TRANSLATED
    assert is_of_the_french_text(english_of(page))
    french_day = page.get_latest_revision().created_at
    assert english_of(page).get_latest_revision().created_at >= french_day


@pytest.mark.parametrize("text", LEGAL_TEXTS, ids=KINDS)
def test_both_languages_say_as_much(text: LegalText) -> None:
    marks = re.compile(r"\[durée [a-z_.]+\]")

    for part in text.parts:
        assert sorted(marks.findall(part.french)) == sorted(marks.findall(part.english))
        assert ("[À compléter" in part.french) == ("[To be completed" in part.english)
        assert part.french.strip() == part.french


@pytest.mark.parametrize(
    "change", [{"title": "Nos cookies"}, {"summary": "Un autre chapô."}, {"seo_title": "Témoins"}]
)
def test_a_text_that_editors_changed_is_not_translated_with_our_words(
    change: dict[str, str],
) -> None:
    page = french("cookies")
    forget_english(page)
    page.refresh_from_db()
    for name, value in change.items():
        setattr(page, name, value)
    page.save_revision().publish()

    bootstrap_again()

    assert english_of(page).alias_of_id == page.pk
    kept = french("cookies")
    assert {name: getattr(kept, name) for name in change} == change


def test_a_site_that_had_no_english_gets_it_for_the_texts_that_nobody_changed() -> None:
    page = french("cookies")
    forget_english(page)

    bootstrap_again()

    assert english_of(page).title == "Cookies"
    assert english_of(page).alias_of_id is None


def test_a_translation_that_somebody_began_is_theirs() -> None:
    page = french("cookies")
    forget_english(page)
    page.refresh_from_db()
    translate_object(page, [Locale.objects.get(language_code="en")])
    begun = english_of(page).latest_revision_id

    bootstrap_again()

    assert english_of(page).latest_revision_id == begun


def test_a_page_off_the_site_stays_off_in_both_languages() -> None:
    page = french("cookies")
    forget_english(page)
    page.refresh_from_db()
    page.unpublish()

    bootstrap_again()

    assert not french("cookies").live
    assert not Page.objects.filter(locale__language_code="en", slug="cookies", live=True).exists()


FORMER = "<p>Ce que la page disait avant.</p>"


@pytest.fixture
def former(monkeypatch: pytest.MonkeyPatch) -> LegalPage:
    """Return the page on personal data as an earlier version of the site wrote it."""
    was = LegalText(
        PERSONAL_DATA.kind,
        PERSONAL_DATA.title,
        PERSONAL_DATA.summary,
        PERSONAL_DATA.parts,
        former=frozenset({legal_pages.digest(FORMER)}),
    )
    monkeypatch.setattr(legal_pages, "LEGAL_TEXTS", (was,))
    page = french(PERSONAL_DATA.kind)
    forget_english(page)
    page.refresh_from_db()
    page.body = page.body.stream_block.to_python([{"type": "prose", "value": FORMER, "id": "1"}])
    page.save_revision().publish()
    return page


def test_a_former_text_that_nobody_changed_is_brought_up_to_date(former: LegalPage) -> None:
    bootstrap_again()

    page = french(PERSONAL_DATA.kind)
    assert legal_pages.source_of(page) == PERSONAL_DATA.html
    assert english_of(page).title == "Personal data"


def test_the_english_of_a_former_text_is_brought_up_to_date_with_it(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    now = dataclasses.replace(
        PERSONAL_DATA,
        parts=(*PERSONAL_DATA.parts, p("Une ligne de plus.", "One more line.")),
        former=frozenset({legal_pages.digest(PERSONAL_DATA.html)}),
    )
    monkeypatch.setattr(legal_pages, "LEGAL_TEXTS", (now,))

    bootstrap_again()

    page = french(now.kind)
    assert legal_pages.source_of(page) == now.html
    assert "One more line." in legal_pages.source_of(english_of(page))
    assert is_of_the_french_text(english_of(page))


def test_the_settlement_request_says_how_to_withdraw(client: Client) -> None:
    for address, words in (
        ("/donnees-personnelles/", "Pour le retirer, répondez à l’e-mail reçu"),
        ("/en/donnees-personnelles/", "To withdraw it, answer the e-mail received"),
    ):
        assert words in client.get(address).content.decode()


def test_a_former_text_that_somebody_changed_or_checked_stays(former: LegalPage) -> None:
    text = FORMER.replace("avant", "avant, et notre adresse")
    for change in ({"body": text}, {"reviewed_on": "2026-01-05"}, {"draft": True}):
        page = french(PERSONAL_DATA.kind)
        source = str(change.get("body", FORMER))
        page.body = page.body.stream_block.to_python(
            [{"type": "prose", "value": source, "id": "1"}]
        )
        page.reviewed_on = change.get("reviewed_on")  # type: ignore[assignment]
        page.save_revision().publish()
        if "draft" in change:
            page.title = "Titre en cours"
            page.save_revision()

        bootstrap_again()

        assert legal_pages.source_of(french(PERSONAL_DATA.kind)) == source
