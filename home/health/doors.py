"""A way into a page of the section, as the component `doors` reads it."""

from __future__ import annotations

from typing import NamedTuple


class Door(NamedTuple):
    """An icon, the words of the door, and where it leads."""

    icon: str
    title: str
    text: str
    url: str
