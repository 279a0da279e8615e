"""Who answers those who want to settle in a commune on a given day: total, and always the same answer."""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any, Protocol

from .models import WelcomeReferent

DAY = dt.timedelta(days=1)


class InTerritory(Protocol):
    """A commune, from the database or from the gazetteer."""

    @property
    def pk(self) -> int:
        """Return its number."""
        ...

    @property
    def territory_id(self) -> int | None:
        """Return the number of its territory."""
        ...


@dataclass(frozen=True)
class Absence:
    """Until when somebody is away, and who is asked to answer meanwhile."""

    last_day: dt.date
    backup_id: int | None

    @property
    def back_on(self) -> dt.date:
        """Return the first day on which the person answers again; there is none after the last of the calendar."""
        return min(self.last_day, dt.date.max - DAY) + DAY


@dataclass(frozen=True)
class Welcome:
    """Who answers; `instead_of` is away until `back_on`, when somebody stands in."""

    referent: WelcomeReferent
    instead_of: WelcomeReferent | None = None
    back_on: dt.date | None = None
    is_departmental: bool = False


@dataclass(frozen=True)
class TeamMember:
    """A referent of a territory; away, with who answers meanwhile, or not."""

    referent: WelcomeReferent
    back_on: dt.date | None = None
    backup: WelcomeReferent | None = None


@dataclass(frozen=True)
class WelcomeNetwork:
    """The referents as they are on one day, read in one query for as many communes as one likes."""

    referents: dict[int, WelcomeReferent] = field(default_factory=dict)
    absences: dict[int, Absence] = field(default_factory=dict)
    teams: dict[int, list[int]] = field(default_factory=dict)
    departmental: list[int] = field(default_factory=list)

    @classmethod
    def read(cls, on: dt.date) -> WelcomeNetwork:
        """Read the network as it is on that day: one query."""
        referents: dict[int, WelcomeReferent] = {}
        absences: dict[int, Absence] = {}
        teams: defaultdict[int, list[int]] = defaultdict(list)
        rows: Iterable[Any] = WelcomeReferent.objects.active().with_links(on)
        for row in rows:  # in calling order
            referents[row.pk] = row
            if row.away_until is not None:
                # The longest absence comes first: it is the one that says when the person is back.
                absences.setdefault(row.pk, Absence(row.away_until, row.backup_number))
            team = teams[row.territory_number] if row.territory_number is not None else []
            if row.pk not in team:
                team.append(row.pk)
        fallbacks = sorted(
            (row for row in referents.values() if row.is_departmental),
            key=lambda row: (row.order, row.pk),
        )
        return cls(referents, absences, dict(teams), [row.pk for row in fallbacks])

    def answer_for(self, commune: InTerritory | None) -> Welcome | None:
        """Return who answers for a commune; None when nobody at all does."""
        return self.answer_in(commune.territory_id if commune is not None else None)

    def answer_in(self, territory_id: int | None) -> Welcome | None:
        """Return who answers in a territory: the first who is there or whose backup is, else the département."""
        team = self.teams.get(territory_id, []) if territory_id is not None else []
        return self._first_of(team, is_departmental=False) or self._first_of(
            self.departmental, is_departmental=True
        )

    def team_of(self, territory_id: int) -> list[TeamMember]:
        """Return the referents of a territory, in calling order, the absent ones with their backup."""
        return [self._member(pk) for pk in self.teams.get(territory_id, [])]

    def fallbacks(self) -> list[TeamMember]:
        """Return those who answer for the whole département, in calling order."""
        return [self._member(pk) for pk in self.departmental]

    def _member(self, pk: int) -> TeamMember:
        absence = self.absences.get(pk)
        if absence is None:
            return TeamMember(self.referents[pk])
        return TeamMember(self.referents[pk], absence.back_on, self._present(pk))

    def _first_of(self, team: Iterable[int], *, is_departmental: bool) -> Welcome | None:
        for pk in team:
            found = self._present(pk)
            if found is None:
                continue
            if found.pk == pk:
                return Welcome(found, is_departmental=is_departmental)
            back_on = self.absences[pk].back_on
            return Welcome(found, self.referents[pk], back_on, is_departmental=is_departmental)
        return None

    def _present(self, pk: int | None) -> WelcomeReferent | None:
        """Follow the backups from a referent to somebody who is there; None at the end, or in a circle."""
        seen: set[int] = set()
        while pk is not None and pk in self.referents and pk not in seen:
            seen.add(pk)
            absence = self.absences.get(pk)
            if absence is None:
                return self.referents[pk]
            pk = absence.backup_id
        return None


def referent_for(commune: InTerritory | None, on: dt.date) -> Welcome | None:
    """Return who answers for a commune on a day, in one query.

    In calling order: a referent of its territory who is there, the backup of one who is away (or the backup's own),
    the next of the territory, then those of the département. None when the network is empty.
    """
    return WelcomeNetwork.read(on).answer_for(commune)


def referents_for(communes: Iterable[InTerritory], on: dt.date) -> dict[int, Welcome | None]:
    """Return who answers for each commune, by its number: one query, however many they are."""
    network = WelcomeNetwork.read(on)
    return {commune.pk: network.answer_for(commune) for commune in communes}
