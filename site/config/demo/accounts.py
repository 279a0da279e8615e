"""The accounts of the demonstration, one for each role."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from pathlib import Path

from .reading import build, load, rows

FILE = Path(__file__).resolve().parent / "accounts.json"


@dataclass(frozen=True, slots=True)
class DemoAccount:
    """Someone who may sign in; `employer` is the key of an employer, empty for the team."""

    email: str
    first_name: str
    last_name: str
    role: str
    employer: str
    membership_role: str
    description: str


@cache
def accounts() -> tuple[DemoAccount, ...]:
    """Return the accounts, the team first."""
    return tuple(build(DemoAccount, row) for row in rows(load(FILE)["accounts"]))


def password() -> str:
    """Return the one password of every account, which the documentation prints."""
    return str(load(FILE)["password"])
