"""The legal pages of a new site, and their English: only ever that of a French text that nobody changed."""

from __future__ import annotations

import hashlib
from typing import Any

from wagtail.models import Locale

from home.models import LegalPage
from home.texts.legal import LEGAL_TEXTS, LegalText
from home.translations import update_translation
from ui.languages import follows_the_french, is_of_the_french_text


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
        if page.live and says(page, text) and _may_follow(page.get_translation_or_none(english)):
            update_translation(page, english, text.english)


def _may_follow(translated: Any) -> bool:
    """Say whether the English is nobody's yet, or online and left behind by the French that we brought up to date.

    Words that somebody translated stay in both cases: only those that have no English get ours.
    """
    if translated is None or translated.alias_of_id:
        return True
    is_online = translated.live and not translated.has_unpublished_changes
    is_behind = follows_the_french(translated) and not is_of_the_french_text(translated)
    return bool(is_online and is_behind)


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
