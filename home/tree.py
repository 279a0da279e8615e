"""The tree of what is online, for the site map."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from wagtail.models import Page

from home.news.models import NewsPage
from search.screens import all_screens
from ui.addresses import in_language, page_path, with_privacy
from ui.listed import listed


@dataclass
class Branch:
    """A page and those below it."""

    title: str
    url: str
    children: list[Branch] = field(default_factory=list)


def screens_in(language: str) -> list[Branch]:
    """Return the screens that are no pages, each at its address in `language`."""
    return [
        Branch(str(screen.title), in_language(screen.url, language)) for screen in all_screens()
    ]


def branches(*, locale_id: int, screens: Sequence[Branch] = ()) -> list[Branch]:
    """Return the pages below the home page, in order; articles are left to their own list.

    Each of `screens` stands at the end of its section, or of the tree when it has none.
    """
    pages = Page.objects.filter(live=True, locale_id=locale_id, depth__gt=2).not_type(NewsPage)
    rows = (
        with_privacy(listed(pages))
        .filter(is_private=False)
        .select_related("locale")
        .order_by("path")
    )
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
    sections = list(top)
    for screen in screens:
        above = next((one for one in sections if screen.url.startswith(one.url)), None)
        (above.children if above else top).append(screen)
    return top
