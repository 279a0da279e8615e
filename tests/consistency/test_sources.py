"""What only some modules may do: publish, decide, read the clock, open the public's door."""

from __future__ import annotations

import ast
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
JOBS = sorted(path for path in (ROOT / "jobs").rglob("*.py") if "migrations" not in path.parts)
SPACE = sorted((ROOT / "employer_space").rglob("*.py"))
# Method -> the modules in which offers are versioned, sent, decided, published.
ALLOWED = {
    "save_revision": {"jobs/offers/services/drafts.py"},
    "publish": {"jobs/offers/publication.py"},
    "unpublish": set(),
    "start": {"jobs/offers/services/submission.py"},
    "resume": {"jobs/offers/services/submission.py"},
    "cancel": {"jobs/offers/moderation.py", "jobs/offers/services/submission.py"},
    "approve": {"jobs/offers/moderation.py"},
    "reject": {"jobs/offers/moderation.py"},
}
# Where the clock may be read: at the edge, where a request, a command or Wagtail comes in.
EDGE = (
    "views",
    "management",
    "following.py",
    "wagtail_hooks.py",
    "feeds.py",
    "reporting.py",
    "sitemaps.py",
)


def name_of(path):
    return path.relative_to(ROOT).as_posix()


def calls(path):
    """Yield the name and the line of each method called in a module."""
    for node in ast.walk(ast.parse(path.read_text())):
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute):
            yield node.func.attr, node.lineno


@pytest.mark.parametrize("method", list(ALLOWED))
def test_only_the_services_and_the_moderation_version_and_decide(method):
    callers = {
        name_of(path)
        for path in (*JOBS, *SPACE)
        for called, _line in calls(path)
        if called == method and not _is_not_wagtails(path, method)
    }
    assert callers <= ALLOWED[method]


def _is_not_wagtails(path, method):
    # `re.Match.start`, and views called `resume`, are other things.
    return method in ("start", "resume") and path.name not in (
        "submission.py",
        "moderation.py",
        "drafts.py",
        "life.py",
    )


def test_the_domain_never_reads_the_clock():
    readers = {
        name_of(path)
        for path in JOBS
        for called, _line in calls(path)
        if called in ("now", "today", "utcnow", "localdate")
        and "timezone" in path.read_text()
        and not any(edge in path.parts or path.name == edge for edge in EDGE)
    }
    domain = {
        name
        for name in readers
        if "/services/" in name
        or name.endswith(("models.py", "querysets.py", "states.py", "digest.py"))
    }
    assert domain == set()


def test_a_live_offer_is_shown_through_the_one_door():
    """Only the querysets, the moderation's own screens and loaders may ask for `live=True`; the public never does."""
    askers = set()
    for path in (
        *JOBS,
        *SPACE,
        *sorted((ROOT / "home").rglob("*.py")),
        *sorted((ROOT / "search").rglob("*.py")),
    ):
        for node in ast.walk(ast.parse(path.read_text())):
            asks = isinstance(node, ast.Call) and any(word.arg == "live" for word in node.keywords)
            if asks and "JobOffer" in ast.unparse(node.func):
                askers.add(name_of(path))
    assert askers <= {
        "jobs/offers/following.py",
        "jobs/offers/services/drafts.py",
        "jobs/exchange/seeding/loading.py",
        "jobs/exchange/services/external.py",
    }


def test_no_module_prints_or_debugs():
    loud = [
        f"{name_of(path)}:{node.lineno}"
        for path in (*JOBS, *SPACE)
        for node in ast.walk(ast.parse(path.read_text()))
        if isinstance(node, ast.Call)
        and isinstance(node.func, ast.Name)
        and node.func.id in ("print", "breakpoint")
    ]
    assert loud == []
