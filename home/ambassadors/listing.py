"""Choose what the list of portraits shows, from parameters that anyone may have typed."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any
from urllib.parse import urlencode

from django.core.paginator import Page as PaginatorPage
from django.core.paginator import Paginator
from django.http import QueryDict

from home.ambassadors.states import PortraitTheme

if TYPE_CHECKING:
    from home.ambassadors.models import AmbassadorIndexPage, PortraitPage

PER_PAGE = 12
HIGHEST_PAGE = 10_000
LONGEST_SLUG = 80


@dataclass(frozen=True)
class PortraitChoice:
    """A theme, a territory and a page; what cannot be understood is ignored and said."""

    theme: PortraitTheme | None = None
    territory: str = ""
    number: int = 1
    ignored: tuple[str, ...] = ()

    @classmethod
    def from_query(cls, query: Mapping[str, Any]) -> PortraitChoice:
        """Read `theme`, `territoire` and `page`; whether a territory is known is seen with the list."""
        typed_theme, territory = str(query.get("theme", "")), str(query.get("territoire", ""))
        theme = PortraitTheme(typed_theme) if typed_theme in PortraitTheme.values else None
        ignored = [] if theme is not None or not typed_theme else ["theme"]
        if territory and not _is_slug(territory):
            territory = ""
            ignored.append("territoire")
        page = str(query.get("page", ""))
        return cls(theme, territory, _page_number(page), tuple(ignored))

    def query(self, **changes: Any) -> str:
        """Return the query string of this choice with some changes, without what is empty."""
        kept = {name: value for name, value in {**self.kept, **changes}.items() if value}
        return f"?{urlencode(kept)}" if kept else ""

    @property
    def kept(self) -> dict[str, str]:
        """Return the parameters that links to other pages of the list keep."""
        theme = self.theme.value if self.theme is not None else ""
        pairs = {"theme": theme, "territoire": self.territory}
        return {name: value for name, value in pairs.items() if value}

    @property
    def params(self) -> QueryDict:
        """Return the same as the pagination reads it."""
        return QueryDict(urlencode(self.kept))

    @property
    def is_narrowed(self) -> bool:
        """Say whether a theme or a territory was chosen."""
        return self.theme is not None or bool(self.territory)


def _is_slug(text: str) -> bool:
    return len(text) <= LONGEST_SLUG and text.isascii() and text.replace("-", "").isalnum()


def _page_number(text: str) -> int:
    """Return a plain whole number within bounds; 1 for anything else."""
    if not (text.isascii() and text.isdigit() and len(text) <= len(str(HIGHEST_PAGE))):
        return 1
    return min(max(int(text), 1), HIGHEST_PAGE)


@dataclass(frozen=True)
class PortraitListing:
    """A page of portraits, with the themes and territories that lead somewhere."""

    page: PaginatorPage[PortraitPage]
    themes: list[tuple[PortraitTheme, str]]
    territories: list[tuple[str, str, str]]
    all_themes: str
    all_territories: str
    territory_name: str
    # The choice that is shown: without a territory that no portrait has.
    choice: PortraitChoice


def list_portraits(*, index: AmbassadorIndexPage, choice: PortraitChoice) -> PortraitListing:
    """Return the portraits below an index that answer a choice: three queries, whatever their number."""
    from home.ambassadors.models import PortraitPage  # the model's own page asks for its list

    below = PortraitPage.objects.child_of(index).online()
    facts = list(
        below.order_by()
        .values_list("theme", "second_theme", "territory__slug", "territory__short_name")
        .distinct()
    )
    themes = [theme for theme in PortraitTheme if any(theme in fact[:2] for fact in facts)]
    names = {slug: name for _theme, _second, slug, name in facts if slug}
    if choice.territory and choice.territory not in names:
        choice = replace(choice, territory="", ignored=(*choice.ignored, "territoire"))
    found = below
    if choice.theme is not None:
        found = found.about(choice.theme)
    if choice.territory:
        found = found.in_territory(choice.territory)
    paginator = Paginator(found.newest_first().for_lists(), PER_PAGE)
    ordered = sorted(names.items(), key=lambda pair: (pair[1], pair[0]))
    return PortraitListing(
        page=paginator.get_page(choice.number),
        themes=[(theme, choice.query(theme=theme.value)) for theme in themes],
        territories=[(slug, name, choice.query(territoire=slug)) for slug, name in ordered],
        all_themes=choice.query(theme=""),
        all_territories=choice.query(territoire=""),
        territory_name=names.get(choice.territory, ""),
        choice=choice,
    )
