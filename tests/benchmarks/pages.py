"""Measure each public page beside an empty Wagtail page and a bare WSGI reply, in one process.

For each: kilobytes of the answer, SQL statements, how many are repeated, CPU milliseconds (best and median of the
rounds), requests a second of one process, ratio to the empty page. The pages take turns within a round, so that a slow moment of the
machine falls on all of them.
"""

from __future__ import annotations

import io
import os
import statistics
import sys
import time
from collections import Counter
from collections.abc import Callable, Iterable
from typing import Any

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "config.settings.benchmark")
sys.path.insert(0, "site")

import django  # noqa: E402 - the path comes first

django.setup()

from django.core.wsgi import get_wsgi_application  # noqa: E402 - after setup
from django.db import connection  # noqa: E402 - after setup
from django.test.utils import CaptureQueriesContext  # noqa: E402 - after setup
from django.utils import timezone  # noqa: E402 - after setup
from wagtail.models import Page, Site  # noqa: E402 - after setup

from home.ambassadors.models import PortraitPage  # noqa: E402 - after setup
from home.campaigns.models import CampaignPage  # noqa: E402 - after setup
from home.events.models import EventPage  # noqa: E402 - after setup
from home.news.models import NewsPage  # noqa: E402 - after setup
from jobs.offers.models import JobOffer  # noqa: E402 - after setup

ROUNDS = 60
Application = Callable[[dict[str, Any], Callable[..., Any]], Iterable[bytes]]


def bare_reply(environ: dict[str, Any], start_response: Callable[..., Any]) -> list[bytes]:
    """Answer as little as a WSGI application can."""
    start_response("200 OK", [("Content-Type", "text/plain"), ("Content-Length", "2")])
    return [b"ok"]


def environment(path: str) -> dict[str, Any]:
    """Return the WSGI environment of a GET."""
    path, _mark, query = path.partition("?")
    return {
        "REQUEST_METHOD": "GET",
        "PATH_INFO": path,
        "QUERY_STRING": query,
        "SERVER_NAME": "testserver",
        "SERVER_PORT": "80",
        "SERVER_PROTOCOL": "HTTP/1.1",
        "REMOTE_ADDR": "127.0.0.1",
        "wsgi.version": (1, 0),
        "wsgi.url_scheme": "http",
        "wsgi.input": io.BytesIO(),
        "wsgi.errors": sys.stderr,
        "wsgi.multithread": True,
        "wsgi.multiprocess": True,
        "wsgi.run_once": False,
    }


def ask(application: Application, path: str) -> tuple[str, int]:
    """Ask for one page; returns its status and its size in bytes."""
    seen: list[str] = []
    body = application(environment(path), lambda status, _headers, _error=None: seen.append(status))
    size = sum(len(part) for part in body)
    if close := getattr(body, "close", None):
        close()
    return seen[0], size


def empty_page() -> str:
    """Publish a Wagtail page with nothing on it, and return its path."""
    root = Site.objects.get(is_default_site=True).root_page
    if not root.get_children().filter(slug="page-vide").exists():
        root.add_child(instance=Page(title="Page vide", slug="page-vide", live=True))
    return "/page-vide/"


def targets() -> dict[str, str]:
    """Return the pages to measure, by name."""
    offer = JobOffer.objects.visible(timezone.now()).newest_first().first()
    article = NewsPage.objects.filter(live=True, is_teaser=False).first()
    event = EventPage.objects.filter(live=True, locale__language_code="fr").first()
    portrait = PortraitPage.objects.filter(live=True, locale__language_code="fr").first()
    campaign = CampaignPage.objects.filter(live=True, locale__language_code="fr").first()
    return {
        "empty Wagtail page": empty_page(),
        "home": "/",
        "news": "/actualites/",
        "article": article.get_url(),
        "job index": "/offres/",
        "job index, word": "/offres/?q=infirmier",
        "job index, faceted": "/offres/?q=soins&contrat=cdi&ou=46100&rayon=30",
        "offer": offer.get_absolute_url(),
        "site search": "/recherche/?q=logement",
        "health": "/sante/",
        "health audience": "/sante/medecins/",
        "health aids": "/sante/aides/?profession=medecin-generaliste&commune=Gramat",
        "settling": "/s-installer/",
        "my referent": "/s-installer/referents/?ou=figeac",
        "territory": "/s-installer/grand-figeac/",
        "ambassadors": "/ambassadeurs/",
        "portrait": portrait.get_url(),
        "agenda": "/agenda/",
        "event": event.get_url(),
        "campaign": campaign.get_url(),
        "contact": "/contact/",
        "English home": "/en/",
    }


def cost(application: Application, path: str) -> tuple[int, int, int]:
    """Count the bytes of one page, its SQL statements, and those that repeat another of the same page."""
    with CaptureQueriesContext(connection) as captured:
        _status, size = ask(application, path)
        queries = [query["sql"] for query in captured.captured_queries]
    return size, len(queries), sum(count - 1 for count in Counter(queries).values())


def main() -> None:
    """Warm every page, count its statements, then measure round by round."""
    application: Application = get_wsgi_application()
    pages = targets()
    for path in pages.values():
        for _warming in range(3):
            status, _size = ask(application, path)
            assert status.startswith("200"), (path, status)
    counted = {name: cost(application, path) for name, path in pages.items()}
    everything: dict[str, tuple[Application, str]] = {"bare WSGI reply": (bare_reply, "/")}
    everything |= {name: (application, path) for name, path in pages.items()}
    times: dict[str, list[float]] = {name: [] for name in everything}
    for _round in range(ROUNDS):
        for name, (served, path) in everything.items():
            started = time.process_time()
            ask(served, path)
            times[name].append((time.process_time() - started) * 1000)
    report(times, counted)


def report(times: dict[str, list[float]], counted: dict[str, tuple[int, int, int]]) -> None:
    """Print the table."""
    empty = min(times["empty Wagtail page"])
    print(
        f"{'page':<22}{'kB':>6}{'SQL':>5}{'again':>7}{'best ms':>10}{'median':>9}{'req/s':>8}{'× empty':>9}"
    )
    for name, values in times.items():
        size, sql, repeated = counted.get(name, (0, 0, 0))
        best, median = min(values), statistics.median(values)
        print(
            f"{name:<22}{size / 1000:>6.1f}{sql:>5}{repeated:>7}{best:>10.2f}{median:>9.2f}{1000 / max(median, 0.001):>8.0f}"
            f"{best / empty:>9.2f}"
        )


if __name__ == "__main__":
    main()
