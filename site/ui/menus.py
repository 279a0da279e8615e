"""The parts of what surrounds a page, as templates read them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import NamedTuple


class FrenchWords(str):
    """Words shown in French to readers of another language: templates say so with `lang`."""

    __slots__ = ()
    lang = "fr"


class MenuItem(NamedTuple):
    """An entry of a menu."""

    label: str
    url: str
    is_current: bool = False


class MenuColumn(NamedTuple):
    """A column of the footer."""

    title: str
    links: list[tuple[str, str]]


class LanguageLink(NamedTuple):
    """The same page in a language of the site."""

    code: str
    label: str
    url: str
    is_current: bool


@dataclass(frozen=True)
class Contact:
    """Who answers, and when; empty parts are not shown."""

    name: str = ""
    role: str = ""
    phone: str = ""
    email: str = ""
    hours: str = ""

    def __bool__(self) -> bool:
        return bool(self.phone or self.email)
