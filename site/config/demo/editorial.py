"""The articles, figures and pages of the demonstration."""

from __future__ import annotations

import datetime as dt
import re
from dataclasses import dataclass, field
from functools import cache
from html import escape

from .reading import CONTENT, Table, build, load, rows, table

_TAGS = re.compile(r"<[^>]+>")


@dataclass(frozen=True, slots=True)
class Block:
    """A piece of text: `paragraph` has html, `heading` text, `list` items, `link` label and url."""

    type: str
    html: str = ""
    text: str = ""
    items: tuple[str, ...] = ()
    label: str = ""
    url: str = ""

    def as_html(self) -> str:
        """Return the block as the HTML of a rich text; a link is an action, so it gives nothing."""
        if self.type == "heading":
            return f"<h2>{escape(self.text, quote=False)}</h2>"
        if self.type == "list":
            return (
                "<ul>"
                + "".join(f"<li>{escape(item, quote=False)}</li>" for item in self.items)
                + "</ul>"
            )
        return self.html

    @property
    def pieces(self) -> tuple[str, ...]:
        """Return its pieces of text, each as a translator is given it."""
        if self.type == "paragraph":
            return (words(self.html).strip(),)
        return (self.text,) if self.type == "heading" else self.items


@dataclass(frozen=True, slots=True)
class Article:
    """A news article, dated by its day or by its age."""

    slug: str
    title: str
    chapo: str
    theme: str
    image: str
    published_on: str
    days_ago: int | None
    is_teaser: bool
    body: tuple[Block, ...]

    def date(self, today: dt.date) -> dt.date:
        """Return the day of publication, seen from `today`."""
        if self.days_ago is not None:
            return today - dt.timedelta(days=self.days_ago)
        return dt.date.fromisoformat(self.published_on)

    @property
    def body_html(self) -> str:
        """Return the whole article as one rich text."""
        return prose(self.body)

    @property
    def sentences(self) -> list[str]:
        """Return what a translator is given, in order: title, opening, then each piece of the text."""
        pieces = [piece for block in self.body for piece in block.pieces]
        return [self.title, self.chapo, *pieces]


@dataclass(frozen=True, slots=True)
class Figure:
    """A key figure, with what it counts, when, and who says so."""

    key: str
    prefix: str
    value: int
    display: str
    unit: str
    label: str
    label_en: str
    prefix_en: str
    definition: str
    period: str
    year: int
    source: str
    is_estimate: bool
    on_home: bool
    display_en: str
    unit_en: str
    definition_en: str
    period_en: str
    source_en: str


@dataclass(frozen=True, slots=True)
class Page:
    """A standard page."""

    slug: str
    title: str
    lead: str
    image: str
    seo_description: str
    body: tuple[Block, ...] = field(default_factory=tuple)

    @property
    def body_html(self) -> str:
        """Return the text of the page as one rich text."""
        return prose(self.body)

    @property
    def actions(self) -> tuple[Block, ...]:
        """Return the links that end the page."""
        return tuple(block for block in self.body if block.type == "link")


def prose(blocks: tuple[Block, ...]) -> str:
    """Return blocks as the HTML of one rich text."""
    return "".join(block.as_html() for block in blocks)


def words(markup: str) -> str:
    """Return markup without its tags."""
    return _TAGS.sub(" ", markup)


@cache
def articles() -> tuple[Article, ...]:
    """Return the articles, most recent first when the demonstration is loaded."""
    return tuple(build(Article, row) for row in rows(load(CONTENT / "news.json")["articles"]))


@cache
def english_of(article: Article) -> dict[str, str]:
    """Return the English words of an article by the French ones. Raises ValueError when their numbers differ."""
    told = load(CONTENT / "news_en.json")[article.slug]
    if not isinstance(told, list):
        raise TypeError(article.slug)
    return dict(zip(article.sentences, map(str, told), strict=True))


@cache
def figures() -> dict[str, Figure]:
    """Return the key figures by key."""
    found = [build(Figure, row) for row in rows(load(CONTENT / "key_figures.json")["figures"])]
    return {figure.key: figure for figure in found}


@cache
def pages() -> tuple[Page, ...]:
    """Return the standard pages."""
    return tuple(build(Page, row) for row in rows(load(CONTENT / "home.json")["pages"]))


@cache
def home(language: str) -> Table:
    """Return the words of the home page and of the job index in `fr` or `en`, one table per section."""
    return table(load(CONTENT / "home.json")[language])
