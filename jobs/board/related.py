"""The offers shown beside another one; only what is public, in a fixed number of queries."""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from typing import Any, NamedTuple

from django.db.models import Case, Q, When

from jobs.offers.models import JobOffer
from search.analysis import analyse
from territory.distances import great_circle_km
from territory.models import Municipality

SIMILAR_NUMBER = 3
SIMILAR_POOL = (
    120  # of the same occupation, then the newest of the same field: the best are chosen among them
)
EMPLOYER_NUMBER = 3
# Up to these distances, in kilometres, two offers are near by, then in reach of each other.
NEAR, IN_REACH = 30.0, 50.0
FAR_AWAY = 10_000.0
# First words of a title that say nothing of the trade: « agent d’entretien », « agent de production ».
_VAGUE = frozenset(
    analyse(
        "adjoint agent aide animateur apprenti assistant chargé chef conducteur conseiller coordinateur directeur"
        " employé gestionnaire ingénieur opérateur ouvrier préparateur responsable stagiaire technicien"
    )
)


class Related(NamedTuple):
    """Other offers of the employer, and other offers like this one, in reach of it."""

    others: list[Any]
    similar: list[Any]


class _Candidate(NamedTuple):
    """An offer that may be like another one."""

    pk: int
    title: str
    occupation_id: str | None
    is_fully_remote: bool


def related_offers(offer: Any, now: dt.datetime) -> Related:
    """Return the public offers to show beside `offer`, in three queries."""
    return _beside(offer, now, others=_of_the_employer(offer, now), limit=IN_REACH)


def similar_offers(offer: Any, now: dt.datetime) -> list[Any]:
    """Return a few public offers of the same trade, else of the same field, wherever they are."""
    return _beside(offer, now, others=JobOffer.objects.none(), limit=FAR_AWAY).similar


def _beside(offer: Any, now: dt.datetime, *, others: Any, limit: float) -> Related:
    candidates = _candidates(offer, now, shown=others)
    places = _places(candidates, others)
    similar = _best(offer, candidates, places, limit)
    wanted = Q(pk__in=similar) | Q(pk__in=others)
    rows = JobOffer.objects.visible(now).for_rows().filter(wanted).newest_first()
    found = {each.pk: each for each in rows}
    for each in rows:
        each.municipalities.set(places.get(each.pk, []))  # in memory: nothing is saved
    return Related(
        others=[each for pk, each in found.items() if pk not in similar],
        similar=[found[pk] for pk in similar if pk in found],
    )


def _of_the_employer(offer: Any, now: dt.datetime) -> Any:
    """Return the numbers of a few offers of the same employer; nothing that would unveil an anonymous one."""
    if offer.is_anonymous or offer.is_external:
        return []
    named = JobOffer.objects.visible(now).filter(employer_id=offer.employer_id, is_anonymous=False)
    return named.exclude(pk=offer.pk).newest_first().values("pk")[:EMPLOYER_NUMBER]


def _candidates(offer: Any, now: dt.datetime, *, shown: Any) -> list[_Candidate]:
    """Return what may be like `offer`; an anonymous offer never stands beside its employer's name."""
    pool = JobOffer.objects.visible(now).exclude(pk=offer.pk).exclude(pk__in=shown)
    same = {} if offer.is_anonymous else {"is_anonymous": True}
    pool = pool.exclude(employer_id=offer.employer_id, **same)
    rows = _alike(offer, pool).values_list("pk", "title", "occupation_id", "is_fully_remote")
    return [_Candidate(*row) for row in rows[:SIMILAR_POOL]]


def _alike(offer: Any, pool: Any) -> Any:
    """Keep what has the ROME code or the field of `offer`, the same code first, then the newest."""
    same_code = Q(occupation_id=offer.occupation_id) if offer.occupation_id else Q(pk__in=[])
    return pool.filter(Q(family_id=offer.family_id) | same_code).order_by(
        Case(When(same_code, then=0), default=1), "-lifecycle__online_since", "-pk"
    )


def _places(candidates: list[_Candidate], others: Any) -> dict[int, list[Municipality]]:
    """Return the communes of offers, by the number of the offer: those of the candidates and of `others`."""
    ties = JobOffer.municipalities.through.objects.select_related("municipality").filter(
        Q(joboffer_id__in=[one.pk for one in candidates]) | Q(joboffer_id__in=others)
    )
    places: defaultdict[int, list[Municipality]] = defaultdict(list)
    for tie in ties:
        places[tie.joboffer_id].append(tie.municipality)
    return places


def _best(
    offer: Any, candidates: list[_Candidate], places: dict[int, list[Municipality]], limit: float
) -> list[int]:
    """Choose the same trade first, then what is near, then the newest; nothing further than `limit` kilometres."""
    centres = [] if offer.is_fully_remote else list(offer.municipalities.all())
    kilometres = {
        one.pk: _distance(centres, places.get(one.pk, []))
        if centres and not one.is_fully_remote
        else 0.0
        for one in candidates
    }
    words = analyse(offer.title)
    best = sorted(
        (one for one in candidates if kilometres[one.pk] <= limit),
        key=lambda one: (-_likeness(offer, words, one), _band(kilometres[one.pk])),
    )
    return [one.pk for one in best[:SIMILAR_NUMBER]]


def _distance(some: list[Municipality], others: list[Municipality]) -> float:
    """Return the kilometres between the nearest of some communes and of others."""
    return min((great_circle_km(one, other) for one in some for other in others), default=FAR_AWAY)


def _likeness(offer: Any, mine: list[str], other: _Candidate) -> int:
    """Return 2 for the same trade, 1 for a neighbouring one, 0 for what shares the field at most; `mine` are its words.

    The same trade has the same ROME code, the same first word, or most of the words of the title; a neighbouring one
    has a code of the same group (J15) or one telling word in common.
    """
    code, another = offer.occupation_id or "", other.occupation_id or ""
    theirs = analyse(other.title)
    shared = {*mine} & {*theirs}
    begins_alike = mine[:1] == theirs[:1] and not _VAGUE.issuperset(mine[:1])
    if (code and code == another) or begins_alike or 2 * len(shared) > len({*theirs}):
        return 2
    return int(bool(shared - _VAGUE) or (code[:3] == another[:3] != ""))


def _band(kilometres: float) -> int:
    """Return 0 near by, 1 in reach, 2 further: inside a band the newest come first."""
    return (kilometres > NEAR) + (kilometres > IN_REACH)
