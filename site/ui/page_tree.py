"""The pages with which a section starts: what each slice of the editorial site gives to `manage.py bootstrap`."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any


@dataclass(frozen=True)
class Branch:
    """A page not saved yet, with its slug and its first words, and the branches below it.

    `english` gives, for each French text of the page, the same in English; a text without one stays in French.
    """

    page: Any
    below: tuple[Branch, ...] = ()
    english: Mapping[str, str] = field(default_factory=dict)
