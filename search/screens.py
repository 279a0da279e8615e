"""The screens that are no pages but are looked for like them: a form, a finder, a charter.

Each slice registers its own. They are few and said by the catalogues, so they are matched here against their words and
not stored: nothing to rebuild, and no query but those of the screens that may be closed.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import lru_cache

from django.urls import reverse
from django.utils import translation
from django.utils.functional import Promise

from .engine import Group
from .index import terms_of
from .sources import Hit

# A screen in two languages takes two places.
_TEXTS_KEPT = 256


@dataclass(frozen=True, slots=True)
class Screen:
    """A screen: the name of its view, its title and a sentence in the reader's language.

    `is_open()` says whether anybody may see it now; None when it always may be.
    """

    view: str
    title: str | Promise
    summary: str | Promise
    is_open: Callable[[], bool] | None = None

    @property
    def url(self) -> str:
        """Return its address in the active language."""
        return reverse(self.view)


_SCREENS: dict[str, Screen] = {}


def register(*screens: Screen) -> None:
    """Make `screens` findable in the search and in the map of the site; called from `AppConfig.ready`."""
    _SCREENS.update({screen.view: screen for screen in screens})


def all_screens() -> list[Screen]:
    """Return the screens open now, in the order of their sections' registration."""
    return [screen for screen in _SCREENS.values() if screen.is_open is None or screen.is_open()]


def matching(groups: tuple[Group, ...]) -> tuple[list[Hit], list[Hit]]:
    """Return the screens that hold every group, in the active language: those that say all in the title, the others."""
    titled: list[Hit] = []
    others: list[Hit] = []
    language = translation.get_language() or "fr"
    for number, screen in enumerate(_SCREENS.values(), 1):
        title, summary = str(screen.title), str(screen.summary)
        terms = _terms(title, summary)
        if not _holds(terms, groups) or (screen.is_open is not None and not screen.is_open()):
            continue
        hit = Hit(-number, title, screen.url, text=summary, language=language)
        (titled if _holds(terms, groups, title=True) else others).append(hit)
    return titled, others


def titles_below(path: str, language: str) -> Iterator[str]:
    """Yield the titles of the screens below `path`, an address in `language`: a section is found by them too."""
    with translation.override(language):
        for screen in _SCREENS.values():
            if screen.url != path and screen.url.startswith(path):
                yield str(screen.title)


def _holds(terms: frozenset[str], groups: tuple[Group, ...], *, title: bool = False) -> bool:
    """Say whether at least one phrase of each group is there whole, as the databases do."""
    return all(
        any(
            all((f"_{term.lstrip('_')}" if title else term) in terms for term in phrase)
            for phrase in group
        )
        for group in groups
    )


@lru_cache(maxsize=_TEXTS_KEPT)
def _terms(title: str, summary: str) -> frozenset[str]:
    return frozenset(terms_of(title, summary).split())
