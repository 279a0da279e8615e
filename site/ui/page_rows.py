"""What links need to know of pages, read for a whole screen at once."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from django.conf import settings
from django.db.models import Q
from wagtail.models import Page

from ui.addresses import page_path, with_privacy


@dataclass(frozen=True)
class PageRow:
    """What a link needs to know of a page."""

    pk: int
    translation_key: Any
    language: str
    path: str
    is_alias: bool
    is_online: bool
    tree_path: str
    title: str


class PageRows:
    """The rows of a screen, found by page, by translation and by place in the tree."""

    def __init__(self, rows: Iterable[PageRow]) -> None:
        self._keys: dict[int, Any] = {}
        self._online: dict[Any, dict[str, PageRow]] = {}
        self._places: dict[str, PageRow] = {}
        for row in rows:
            self._keys[row.pk] = row.translation_key
            if row.is_online:
                self._online.setdefault(row.translation_key, {})[row.language] = row
                self._places[row.tree_path] = row

    def __contains__(self, pk: int) -> bool:
        return pk in self._keys

    def versions(self, key: Any) -> dict[str, PageRow]:
        """Return a page in each language in which it is online."""
        return self._online.get(key, {})

    def address(self, pk: int, language: str) -> str:
        """Return where a page is in a language, else in French; "" when it is not online."""
        versions = self.versions(self._keys.get(pk))
        row = versions.get(language) or versions.get(settings.LANGUAGE_CODE)
        return row.path if row else ""

    def above(self, page: Page) -> list[PageRow]:
        """Return the pages above a page that are online, the home page first."""
        return [self._places[path] for path in ancestor_paths(page) if path in self._places]


def ancestor_paths(page: Page | None) -> list[str]:
    """Return the places of the pages above a page, in the tree: the home page first."""
    path = page.path if page is not None else ""
    return [path[:end] for end in range(2 * Page.steplen, len(path), Page.steplen)]


def read_rows(wanted: Iterable[int], current: Page | None) -> PageRows:
    """Return the wanted pages, the current one and those above it, each in all its languages: one query."""
    keys = Page.objects.filter(pk__in=set(wanted)).values("translation_key")
    asked = Q(translation_key__in=keys)
    if current is not None:
        asked |= Q(translation_key=current.translation_key) | Q(path__in=ancestor_paths(current))
    found = with_privacy(Page.objects.filter(asked, depth__gt=1))
    # Columns, not pages: a menu is some forty rows on each screen, and a page has thirty fields.
    rows = found.values_list(
        "pk",
        "translation_key",
        "locale__language_code",
        "url_path",
        "alias_of_id",
        "live_revision_id",
        "live",
        "is_private",
        "path",
        "title",
    )
    return PageRows(
        PageRow(
            pk=pk,
            translation_key=key,
            language=language,
            path=page_path(url_path, language),
            is_alias=alias_of is not None
            or (published is None and language != settings.LANGUAGE_CODE),
            is_online=live and not is_private,
            tree_path=place,
            title=title,
        )
        for pk, key, language, url_path, alias_of, published, live, is_private, place, title in rows
    )
