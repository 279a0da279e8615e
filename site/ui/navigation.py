"""What surrounds every page: menus, contact details, languages. Nothing here leads to what is not online."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cached_property
from typing import Any

from django.conf import settings
from django.http import HttpRequest
from django.utils.translation import get_language, gettext
from wagtail.models import Page, Site

from ui.addresses import (
    CONTRACT_SLUGS,
    in_language,
    language_prefix,
    leads_to_a_view,
)
from ui.blocks.lazy import known_pk
from ui.content_rows import ContentRows
from ui.menus import Contact, FrenchWords, LanguageLink, MenuColumn, MenuItem
from ui.models import NavigationSettings, SiteSettings
from ui.page_rows import PageRows, read_rows
from ui.sites import site_for


class Shell(ContentRows):
    """The surroundings of one request: few queries, and only when a template uses them."""

    def __init__(self, request: HttpRequest) -> None:
        super().__init__(get_language() or settings.LANGUAGE_CODE)
        self.request = request
        self.page: Page | None = None
        self._wanted: set[int] = set()

    def want(self, pks: Iterable[int]) -> None:
        """Announce the pages that the content will link to, so that they come with those of the menus."""
        self._wanted |= set(pks)

    # --- settings

    @cached_property
    def site(self) -> Site | None:
        """Return the site with its settings."""
        return site_for(self.request)

    @cached_property
    def settings(self) -> SiteSettings:
        """Return the programme's details, with their defaults when nothing was ever saved."""
        return getattr(self.site, "sitesettings", None) or SiteSettings()

    @cached_property
    def menus(self) -> NavigationSettings:
        """Return the menus as the editors arranged them."""
        return getattr(self.site, "navigationsettings", None) or NavigationSettings()

    def _words(self, name: str) -> str:
        """Return a setting in the reader's language, in French where the other is missing."""
        return self._said(
            getattr(self.settings, f"{name}_{self.language}", ""), getattr(self.settings, name)
        )

    def _said(self, translated: object, french: object) -> str:
        """Return words in the reader's language, else in French and marked as such."""
        if translated or self.language == settings.LANGUAGE_CODE:
            return str(translated or french)
        return FrenchWords(french)

    @property
    def footer_text(self) -> str:
        """Return who carries the programme, for the foot of the page."""
        return self._words("footer_text")

    @cached_property
    def contact(self) -> Contact:
        """Return whom to call; false when the editors gave neither telephone nor address."""
        given = self.settings
        return Contact(
            name=given.contact_name,
            role=self._words("contact_role"),
            phone=given.contact_phone,
            email=given.contact_email,
            hours=self._words("contact_hours"),
        )

    @cached_property
    def employer_contact(self) -> Contact:
        """Return whom employers call: their own person, else everyone's."""
        given = self.settings
        own = Contact(
            name=given.employer_contact_name,
            role=given.employer_contact_role,
            phone=given.employer_contact_phone,
            email=given.employer_contact_email,
        )
        return own or self.contact

    @property
    def networks(self) -> list[tuple[str, str]]:
        """Return the programme's accounts elsewhere."""
        pairs = [
            ("Facebook", self.settings.facebook_url),
            ("Instagram", self.settings.instagram_url),
            ("LinkedIn", self.settings.linkedin_url),
        ]
        return [(label, url) for label, url in pairs if url]

    # --- pages

    @cached_property
    def rows(self) -> PageRows:
        """Read every page that this screen may link to, in all languages, at once."""
        return read_rows(self._wanted | set(self._menu_pks()), self.page)

    @cached_property
    def breadcrumb(self) -> list[tuple[str, str]]:
        """Return where the page is: the home page first, itself last; empty on the home page."""
        above = self.rows.above(self.page) if self.page is not None else []
        if self.page is None or not above:
            return []
        trail = [
            (FrenchWords(row.title) if row.is_alias else row.title, row.path) for row in above[1:]
        ]
        return [(gettext("Home"), above[0].path), *trail, (self._own_title(self.page), "")]

    def _own_title(self, page: Page) -> str:
        title = str(page.title)
        return FrenchWords(title) if getattr(page, "is_untranslated", False) else title

    def _menu_pks(self) -> list[int]:
        links = [block.value for block in (*self.menus.main_menu, *self.menus.legal_links)]
        for column in self.menus.footer_columns:
            links.extend(column.value["links"])
        return [link.page_pk for link in links if link.page_pk]

    def page_address(self, pk: int | None) -> str:
        """Return where a page is in the reader's language, else in French; "" when it is not online."""
        if pk is None:
            return ""
        if pk not in self.rows:
            self.want([pk])
            del self.rows  # read again, with this one
        return self.rows.address(pk, self.language)

    def link_address(self, link: Any) -> str:
        """Return where a link block leads; "" when that is nowhere."""
        if not link:
            return ""
        pk = known_pk(link.get("page"))
        if pk:
            return self.page_address(pk)
        address = str(link.get("address") or "").strip()
        if not address.startswith("/"):
            return address
        localised = in_language(address, self.language)
        if leads_to_a_view(localised, self.language):
            return localised
        # Pages at contract addresses are always online: they may be reached with a query.
        first = address.split("?", 1)[0].split("#", 1)[0].strip("/")
        return f"{language_prefix(self.language)}{address}" if first in CONTRACT_SLUGS else ""

    # --- menus

    def _label(self, value: Any, name: str = "label") -> str:
        return self._said(value.get(f"{name}_{self.language}"), value.get(name))

    def _is_current(self, url: str) -> bool:
        home = f"{language_prefix(self.language)}/"
        path = self.request.path
        return path == url or (url != home and path.startswith(url))

    @cached_property
    def main_menu(self) -> list[MenuItem]:
        """Return the main menu."""
        found = [
            (self._label(block.value), self.link_address(block.value))
            for block in self.menus.main_menu
        ]
        return [MenuItem(label, url, self._is_current(url)) for label, url in found if url]

    @cached_property
    def footer_columns(self) -> list[MenuColumn]:
        """Return the columns of the footer; one without any link left disappears."""
        columns = []
        for block in self.menus.footer_columns:
            links = self._links(block.value["links"])
            if links:
                columns.append(MenuColumn(self._label(block.value, "title"), links))
        return columns

    @cached_property
    def legal_links(self) -> list[tuple[str, str]]:
        """Return the last line of the footer."""
        return self._links([block.value for block in self.menus.legal_links])

    def _links(self, values: Iterable[Any]) -> list[tuple[str, str]]:
        found = [(self._label(value), self.link_address(value)) for value in values]
        return [(label, url) for label, url in found if url]

    # --- languages

    @property
    def page_paths(self) -> dict[str, str]:
        """Return where this page is online, by language, untranslated copies included."""
        if self.page is None:
            return {}
        versions = self.rows.versions(self.page.translation_key)
        return {code: row.path for code, row in sorted(versions.items())}

    @cached_property
    def translations(self) -> dict[str, str]:
        """Return the paths of this very page in each language where it is really translated and online."""
        if self.page is None:
            return {}
        versions = self.rows.versions(self.page.translation_key)
        return {code: row.path for code, row in sorted(versions.items()) if not row.is_alias}

    @cached_property
    def languages(self) -> list[LanguageLink]:
        """Return the language switch: empty when this page exists in one language only."""
        paths = self._page_languages() if self.page is not None else self._view_languages()
        if len(paths) < 2:
            return []
        names = {"fr": "Français", "en": "English"}
        codes = [code for code, _name in settings.LANGUAGES if code in paths]
        return [
            LanguageLink(
                code, names.get(code, code), f"{paths[code]}{self._query}", code == self.language
            )
            for code in codes
        ]

    @property
    def _query(self) -> str:
        """Return what was asked of the page, so that its other language answers the same question."""
        asked = self.request.GET.urlencode()
        return f"?{asked}" if asked else ""

    def _page_languages(self) -> dict[str, str]:
        """Return where the page is translated, and where it is read now: a copy still in French has a way back."""
        own = self.page_paths.get(self.language)
        return self.translations | ({self.language: own} if own else {})

    def _view_languages(self) -> dict[str, str]:
        """Return the addresses of the current view in each language, for views that are not pages."""
        match = self.request.resolver_match
        if match is None or match.view_name == "wagtail_serve":
            return {}
        paths = {code: in_language(self.request.path, code) for code, _name in settings.LANGUAGES}
        return paths if len(set(paths.values())) == len(paths) else {}


def shell_for(request: HttpRequest) -> Shell:
    """Return the surroundings of a request, always the same object."""
    shell: Shell | None = getattr(request, "_shell", None)
    if shell is None:
        shell = request._shell = Shell(request)  # type: ignore[attr-defined]
    return shell
