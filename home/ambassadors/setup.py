"""The first page of the section with its English words, and the first charter."""

from __future__ import annotations

import datetime as dt

from home.ambassadors import texts
from home.ambassadors.models import AmbassadorIndexPage, Charter
from home.ambassadors.services import publish_charter
from ui.blocks.raw import block
from ui.page_tree import Branch


def branch() -> Branch:
    """Return the page of the ambassadors, without portraits: a site starts with nobody's."""
    page = AmbassadorIndexPage(
        title=texts.TITLE,
        slug="ambassadeurs",
        summary=texts.SUMMARY,
        introduction=[block("prose", texts.INTRODUCTION)],
        call_title=texts.CALL_TITLE,
        call_text=texts.CALL_TEXT,
    )
    return Branch(page, english=texts.ENGLISH)


def ensure_charter(now: dt.datetime) -> Charter:
    """Return the charter in force; the first one is written where there is none."""
    current = Charter.objects.current()
    return current or publish_charter(text=texts.CHARTER, text_en=texts.CHARTER_EN, now=now)
