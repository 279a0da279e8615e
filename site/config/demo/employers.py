"""The employers of the demonstration, all invented and named as such."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from .reading import CONTENT, build, load, rows


@dataclass(frozen=True, slots=True)
class DemoEstablishment:
    """A place of work; its commune is an INSEE code, its SIRET stands under a number never issued."""

    key: str
    name: str
    siret: str
    address: str
    municipality: str
    phone: str


@dataclass(frozen=True, slots=True)
class DemoMember:
    """Someone who recruits: an invented name, an address that cannot exist."""

    first_name: str
    last_name: str
    email: str
    job_title: str
    role: str
    status: str


@dataclass(frozen=True, slots=True)
class DemoEmployer:
    """An employer; `kind` and `status` are the codes of the employers slice."""

    key: str
    name: str
    kind: str
    sector: str
    description: str
    website: str
    status: str
    status_note: str
    registered_days_ago: int
    recruitment_email: str
    recruitment_steps: str
    establishments: tuple[DemoEstablishment, ...]
    members: tuple[DemoMember, ...]

    def establishment_in(self, municipalities: tuple[str, ...]) -> DemoEstablishment:
        """Return the establishment of one of these communes, or the first one."""
        local = (place for place in self.establishments if place.municipality in municipalities)
        return next(local, self.establishments[0])


@cache
def employers() -> dict[str, DemoEmployer]:
    """Return the employers by key, in the order of the file."""
    found = [
        build(DemoEmployer, row) for row in rows(load(CONTENT / "employers.json")["employers"])
    ]
    return {employer.key: employer for employer in found}
