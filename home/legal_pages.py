"""The legal pages of a new site, and their English: only ever that of a French text that nobody changed."""

from __future__ import annotations

import hashlib
from typing import Any

from wagtail.models import Locale

from home.models import LegalPage
from home.texts.legal import LEGAL_TEXTS, LegalText
from home.translations import update_translation


def new_page(text: LegalText) -> LegalPage:
    """Return the French page of a text, not saved yet."""
    title, summary = text.title[0], text.summary[0]
    return LegalPage(title=title, slug=text.kind, kind=text.kind, summary=summary, body=text.body())


def follow_texts(home: Any) -> None:
    """Bring up to date the pages that still say, to the letter, what an earlier version of the site wrote.

    One word changed by an editor, or a day of review, and the page is theirs.
    """
    for page, text in _pages(home):
        is_former = digest(source_of(page)) in text.former and page.reviewed_on is None
        if is_former and page.live and not page.has_unpublished_changes:
            page.body = text.body()
            page.save_revision(log_action=True).publish(skip_permission_checks=True)


def translate_texts(home: Any, english: Locale) -> None:
    """Publish the English of the pages that say our text, unless somebody has begun their translation."""
    for page, text in _pages(home):
        translated = page.get_translation_or_none(english)
        is_free = translated is None or translated.alias_of_id
        if page.live and is_free and says(page, text):
            update_translation(page, english, text.english)


def says(page: LegalPage, text: LegalText) -> bool:
    """Say whether the words of a French page are exactly those whose English we know."""
    others = (page.seo_title, page.search_description)
    own = (page.title, page.summary, source_of(page))
    return own == (text.title[0], text.summary[0], text.html) and not any(others)


def source_of(page: LegalPage) -> str:
    """Return the rich text of a page made of one block of text; "" for any other."""
    blocks = list(page.body)
    is_ours = len(blocks) == 1 and blocks[0].block_type == "prose"
    return str(blocks[0].value.source) if is_ours else ""


def digest(html: str) -> str:
    """Return the digest by which former texts are known."""
    return hashlib.sha256(html.encode()).hexdigest()


def _pages(home: Any) -> list[tuple[LegalPage, LegalText]]:
    pages = {page.kind: page for page in LegalPage.objects.child_of(home)}
    return [(pages[text.kind], text) for text in LEGAL_TEXTS if text.kind in pages]
