"""The tree of what is online, for the site map."""

from __future__ import annotations

from dataclasses import dataclass, field

from wagtail.models import Page

from home.news.models import NewsPage
from ui.addresses import page_path, with_privacy


@dataclass
class Branch:
    """A page and those below it."""

    title: str
    url: str
    children: list[Branch] = field(default_factory=list)


def branches(*, locale_id: int) -> list[Branch]:
    """Return the pages below the home page, in order; articles are left to their own list."""
    pages = Page.objects.filter(live=True, locale_id=locale_id, depth__gt=2).not_type(NewsPage)
    rows = with_privacy(pages).filter(is_private=False).select_related("locale").order_by("path")
    known: dict[str, Branch] = {}
    top: list[Branch] = []
    for page in rows:
        branch = Branch(page.title, page_path(page.url_path, page.locale.language_code))
        known[page.path] = branch
        above = known.get(page.path[: -Page.steplen])
        if above is not None:
            above.children.append(branch)
        elif page.depth == 3:
            top.append(branch)
    return top
