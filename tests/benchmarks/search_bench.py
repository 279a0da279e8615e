"""Time the search of offers on the rows at hand: `python tests/benchmarks/search_bench.py [--rounds 5]`.

Sixteen mixed queries, the best of several rounds each, p50 and p95 over the queries, beside the floor of the same
run: fetching twenty offers by their numbers. Reads only; feed the database with `manage.py seed_offers` first.
"""

# ruff: noqa: T201 - a script that prints its figures

from __future__ import annotations

import argparse
import os
import sys
from collections.abc import Callable
from pathlib import Path
from time import perf_counter
from typing import Any

ROOT = Path(__file__).resolve().parents[2]


def queries() -> dict[str, Any]:
    """Return the sixteen searches: words or not, facets, places, sorts, deep pages."""
    from jobs.board.search import Criteria
    from territory.places import find

    cahors, figeac = find("Cahors").places, find("Figeac").places
    return {
        "everything": Criteria(),
        "page 50": Criteria(page=50),
        "infirmier": Criteria(text="infirmier"),
        "IDE": Criteria(text="IDE"),
        "vendeuse": Criteria(text="vendeuse"),
        "agent d’entretien": Criteria(text="agent d’entretien"),
        "équipe": Criteria(text="équipe"),
        "mécanicien poids lourd": Criteria(text="mécanicien poids lourd"),
        "nothing": Criteria(text="zzzzzz", is_exact=True),
        "contract": Criteria(contracts=("cdi",)),
        "two contracts, housing": Criteria(contracts=("cdi", "cdd"), supports=("logement",)),
        "three facets": Criteria(
            contracts=("cdi",), working_times=("plein",), supports=("debutants",)
        ),
        "Cahors 30 km": Criteria(places=cahors, radius_km=30),
        "Figeac 10 km, distance": Criteria(places=figeac, radius_km=10, sort="distance"),
        "cuisinier Cahors 50 km": Criteria(text="cuisinier", places=cahors, radius_km=50),
        "équipe, cdi, deadline": Criteria(text="équipe", contracts=("cdi",), sort="limite"),
    }


def best(act: Callable[[], object], rounds: int) -> float:
    """Return the shortest of `rounds` runs, in milliseconds."""
    times = []
    for _round in range(rounds):
        started = perf_counter()
        act()
        times.append(perf_counter() - started)
    return min(times) * 1000


def percentile(times: list[float], share: float) -> float:
    """Return the time under which `share` of the times are."""
    return sorted(times)[min(len(times) - 1, int(len(times) * share))]


def main() -> None:
    """Print a line per query, then p50, p95 and the floor."""
    sys.path[:0] = [str(ROOT), str(ROOT / "site")]
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "config.settings.dev")
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--rounds", type=int, default=5)
    rounds = parser.parse_args().rounds

    import django

    django.setup()
    from django.db import connection
    from django.utils import timezone

    from jobs.board.search import search_offers
    from jobs.offers.models import JobOffer

    now = timezone.now()
    visible = JobOffer.objects.visible(now)
    print(f"{connection.vendor}: {JobOffer.objects.count()} offers, {visible.count()} visible")
    times = []
    for name, criteria in queries().items():
        milliseconds = best(lambda criteria=criteria: search_offers(criteria, now=now), rounds)
        times.append(milliseconds)
        print(f"{milliseconds:9.2f} ms  {search_offers(criteria, now=now).total:7}  {name}")
    ids = list(visible.newest_first().values_list("pk", flat=True)[:20])
    floor = best(lambda: list(JobOffer.objects.for_display().filter(pk__in=ids)), rounds)
    print(
        f"p50 {percentile(times, 0.5):.2f} ms, p95 {percentile(times, 0.95):.2f} ms, floor {floor:.2f} ms"
    )


if __name__ == "__main__":
    main()
