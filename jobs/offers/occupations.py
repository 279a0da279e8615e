"""Propose ROME occupations from the title of an offer; the employer chooses, or none."""

from __future__ import annotations

from collections import Counter, defaultdict
from dataclasses import dataclass
from math import log

from django.db.models import Count, Max

from jobs.offers.models import Occupation, OccupationTitle
from search.analysis import analyse

MOST_PROPOSALS = 5
LONGEST_TITLE = 200
# What a word no name uses weighs against every proposal: among thousands of titles it is a place or a
# brand (« Figeac »); among the codes alone it may well be the occupation itself (« soignant »).
STRANGER_AMONG_TITLES, STRANGER_AMONG_CODES = 0.5, 3.0
# A proposal must explain this share of the title, rare words weighing more than frequent ones.
LEAST_SHARE = 0.6


@dataclass(frozen=True)
class _Wording:
    """One way of naming an occupation, as search terms."""

    code: str
    terms: frozenset[str]


@dataclass(frozen=True)
class _Vocabulary:
    """Every wording, found by term, and how telling each term is."""

    by_term: dict[str, list[_Wording]]
    weights: dict[str, float]
    stranger: float


_vocabulary: tuple[tuple[object, ...], _Vocabulary] | None = None


def propose(title: str, *, least_share: float = LEAST_SHARE) -> list[Occupation]:
    """Return the occupations whose names share the telling words of `title`, the closest first.

    Nothing is proposed rather than something far: at most five, often none. `least_share` (0 to 1) is
    how much of the title a name must explain.
    """
    terms = set(analyse(title[:LONGEST_TITLE]))
    vocabulary = _current_vocabulary()
    known = terms & vocabulary.weights.keys()
    if not known:
        return []
    scores = _scores(terms, known, vocabulary, least_share)
    best = sorted(scores, key=lambda code: (-scores[code], code))[:MOST_PROPOSALS]
    found = Occupation.objects.select_related("family").in_bulk(best)
    return [found[code] for code in best if code in found]


def _scores(
    terms: set[str], known: set[str], vocabulary: _Vocabulary, least_share: float
) -> dict[str, float]:
    """Return, by ROME code, how well its best wording matches: shared weight over all the weight."""
    weights = vocabulary.weights
    total = sum(weights[term] for term in known) + vocabulary.stranger * len(terms - known)
    scores: defaultdict[str, float] = defaultdict(float)
    for wording in {id(w): w for term in known for w in vocabulary.by_term[term]}.values():
        shared = sum(weights[term] for term in wording.terms & known)
        if shared < least_share * total:
            continue
        own = sum(weights[term] for term in wording.terms)
        scores[wording.code] = max(scores[wording.code], 2 * shared / (total + own))
    return scores


def _current_vocabulary() -> _Vocabulary:
    """Return the vocabulary, analysed again in this process when the lists have changed."""
    global _vocabulary  # noqa: PLW0603 - the process's only copy, replaced as a whole
    stamp = (
        *Occupation.objects.filter(is_retired=False).aggregate(Count("pk"), Max("name")).values(),
        *OccupationTitle.objects.filter(is_retired=False)
        .aggregate(Count("pk"), Max("name"))
        .values(),
    )
    if _vocabulary is None or _vocabulary[0] != stamp:
        _vocabulary = (stamp, _read_vocabulary())
    return _vocabulary[1]


def _read_vocabulary() -> _Vocabulary:
    """Analyse the names of the occupations and of the job titles in service."""
    names = [
        *Occupation.objects.filter(is_retired=False).order_by("pk").values_list("code", "name"),
        *OccupationTitle.objects.filter(is_retired=False, occupation__is_retired=False)
        .order_by("pk")
        .values_list("occupation_id", "name"),
    ]
    wordings = {_Wording(code, frozenset(analyse(name))) for code, name in names}
    by_term: defaultdict[str, list[_Wording]] = defaultdict(list)
    for wording in wordings:
        for term in wording.terms:
            by_term[term].append(wording)
    frequency = Counter({term: len(found) for term, found in by_term.items()})
    weights = {term: log(1 + len(wordings) / count) for term, count in frequency.items()}
    has_titles = len(names) > Occupation.objects.count()
    stranger = STRANGER_AMONG_TITLES if has_titles else STRANGER_AMONG_CODES
    return _Vocabulary(dict(by_term), weights, stranger)
