"""The welcome network of the demonstration: invented referents, resource cards, requests."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from .reading import CONTENT, build, load, rows


@dataclass(frozen=True, slots=True)
class DemoReferent:
    """Somebody who welcomes; away for `away_days` from yesterday on, when `backup` (a key) answers."""

    key: str
    name: str
    structure: str
    role: str
    role_en: str
    phone: str
    email: str
    hours: str
    hours_en: str
    languages: str
    languages_en: str
    territories: tuple[str, ...]
    rank: int = 0
    account: str = ""
    is_departmental: bool = False
    away_days: int = 0
    backup: str = ""


@dataclass(frozen=True, slots=True)
class DemoCard:
    """A resource card, written for the largest town of each territory ({town})."""

    theme: str
    title: str
    title_en: str
    text: str
    text_en: str
    url: str
    days_ago: int


@dataclass(frozen=True, slots=True)
class DemoRequest:
    """A household that wants to settle, and how far its referent is."""

    key: str
    days_ago: int
    language: str
    timing: str
    job: str
    occupation: str
    place: str
    first_name: str
    last_name: str
    email: str
    phone: str
    adults: int
    needs: tuple[str, ...]
    message: str
    outcome: str
    children_0_3: int = 0
    children_3_6: int = 0
    children_6_11: int = 0
    children_11: int = 0
    note: str = ""
    next_contact_days: int | None = None


@cache
def referents() -> tuple[DemoReferent, ...]:
    """Return the referents, in calling order."""
    return tuple(build(DemoReferent, row) for row in _section("referents"))


@cache
def cards() -> tuple[DemoCard, ...]:
    """Return the cards of any territory."""
    return tuple(build(DemoCard, row) for row in _section("cards"))


@cache
def requests() -> tuple[DemoRequest, ...]:
    """Return the requests."""
    return tuple(build(DemoRequest, row) for row in _section("requests"))


def _section(name: str) -> list[dict[str, object]]:
    return rows(load(CONTENT / "welcome.json")[name])
