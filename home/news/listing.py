"""Choose what a list of articles shows, from parameters that anyone may have typed."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any
from urllib.parse import urlencode

from django.core.paginator import Page as PaginatorPage
from django.core.paginator import Paginator
from django.http import QueryDict

from home.news.states import NewsTheme

if TYPE_CHECKING:
    from home.news.models import NewsIndexPage, NewsPage

PER_PAGE = 12
HIGHEST_PAGE = 10_000


@dataclass(frozen=True)
class NewsChoice:
    """A theme, a year and a page; what cannot be understood is ignored and said."""

    theme: NewsTheme | None = None
    year: int | None = None
    number: int = 1
    ignored: tuple[str, ...] = ()

    @classmethod
    def from_query(cls, query: Mapping[str, Any]) -> NewsChoice:
        """Read `theme`, `annee` and `page`."""
        ignored = []
        theme = _theme(str(query.get("theme", "")))
        if query.get("theme") and theme is None:
            ignored.append("theme")
        year = _number(str(query.get("annee", "")), lowest=2000, highest=2100)
        if query.get("annee") and year is None:
            ignored.append("annee")
        number = _number(str(query.get("page", "")), lowest=1, highest=HIGHEST_PAGE)
        return cls(theme, year, number or 1, tuple(ignored))

    def query(self, **changes: Any) -> str:
        """Return the query string of this choice with some changes, without what is empty."""
        values = {**self.kept, **changes}
        kept = {name: value for name, value in values.items() if value}
        return f"?{urlencode(kept)}" if kept else ""

    @property
    def kept(self) -> dict[str, str]:
        """Return the parameters that links to other pages of the list keep."""
        found = {}
        if self.theme is not None:
            found["theme"] = self.theme.value
        if self.year is not None:
            found["annee"] = str(self.year)
        return found

    @property
    def params(self) -> QueryDict:
        """Return the same as the pagination reads it."""
        return QueryDict(urlencode(self.kept))

    @property
    def is_narrowed(self) -> bool:
        """Say whether a theme or a year was chosen."""
        return self.theme is not None or self.year is not None


def _theme(text: str) -> NewsTheme | None:
    return NewsTheme(text) if text in NewsTheme.values else None


def _number(text: str, *, lowest: int, highest: int) -> int | None:
    """Return a plain whole number within bounds; None for anything else."""
    if not (text.isascii() and text.isdigit() and len(text) <= len(str(highest))):
        return None
    value = int(text)
    return value if lowest <= value <= highest else None


@dataclass(frozen=True)
class NewsListing:
    """A page of articles, with the themes and years that lead somewhere."""

    page: PaginatorPage[NewsPage]
    themes: list[tuple[NewsTheme, str]]
    years: list[tuple[int, str]]
    all_themes: str
    all_years: str


def list_news(*, index: NewsIndexPage, choice: NewsChoice) -> NewsListing:
    """Return the articles below an index that answer a choice: three queries, whatever their number."""
    from home.news.models import NewsPage  # the model's own page asks for its list

    below = NewsPage.objects.child_of(index).online()
    facts = list(below.order_by().values_list("theme", "date__year").distinct())
    found = below
    if choice.theme is not None:
        found = found.about(choice.theme)
    if choice.year is not None:
        found = found.in_year(choice.year)
    paginator = Paginator(found.newest_first().for_lists(), PER_PAGE)
    themes = [theme for theme in NewsTheme if any(theme == known for known, _year in facts)]
    years = sorted({year for _theme, year in facts}, reverse=True)
    return NewsListing(
        page=paginator.get_page(choice.number),
        themes=[(theme, choice.query(theme=theme.value)) for theme in themes],
        years=[(year, choice.query(annee=year)) for year in years],
        all_themes=choice.query(theme=""),
        all_years=choice.query(annee=""),
    )
