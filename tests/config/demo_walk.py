"""Read every public page of the demonstration, and note what each costs and what is wrong on it.

An address with a query string is a page too: a filter, a month, the second page of a list. Of those that pages name,
some are read for each path and each set of parameters.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from urllib.parse import parse_qsl, urlsplit

from django.db import connection
from django.http import HttpResponse
from django.test import Client
from django.test.utils import CaptureQueriesContext

from tests.consistency.crawl import PUBLIC_DOORS, body, crawl, links
from tests.references import broken_references, repeated_ids

MAIN = re.compile(r"<main\b.*</main>", re.DOTALL)
# Files and calendars are not pages.
WITHOUT_TEMPLATE = ("/flux/", ".ics", ".xml", ".txt", ".png", ".svg")
# So many addresses for a path and a set of parameters; one for the searches, which have their own tests.
SAMPLE, SAMPLE_OF_SEARCHES = 3, 1
SEARCHES = ("/offres/", "/en/offres/", "/recherche/", "/en/recherche/")
PAGE = "page"
# Lists and tools that no link of the demonstration may reach with a question.
QUESTIONS = tuple(
    f"{root}{address}"
    for root in ("/", "/en/")
    for address in (
        "offres/?page=2",
        "offres/?page=3",
        "offres/?q=soins&page=2",
        "recherche/?q=emploi&page=2",
        "s-installer/referents/?ou=Cahors",
        "s-installer/referents/?ou=Nulle%20part",
        "sante/aides/?profession=interne&commune=Gramat",
        "sante/aides/?profession=infirmier&commune=46500&date=01/03/2027",
        "sante/aides/?commune=Nulle%20part",
        "actualites/?page=2",
        "ambassadeurs/?page=2",
        "agenda/?page=2",
        "agenda/?periode=passes",
        "agenda/?periode=passes&page=2",
    )
)


@dataclass
class Walk:
    """What was seen: statements and bytes by address, the statements asked twice, the faults by address."""

    queries: dict[str, int] = field(default_factory=dict)
    repeated: dict[str, list[str]] = field(default_factory=dict)
    weight: dict[str, int] = field(default_factory=dict)
    faults: dict[str, list[str]] = field(default_factory=dict)
    answers: dict[str, int] = field(default_factory=dict)
    named_by: dict[str, set[str]] = field(default_factory=dict)

    def dead_links(self) -> dict[str, set[str]]:
        """Return the addresses that lead nowhere, with the pages that name them."""
        return {
            address: self.named_by[address]
            for address, status in self.answers.items()
            if status == 404 and address in self.named_by
        }

    @property
    def questions(self) -> list[str]:
        """Return the addresses with a query string whose cost was counted."""
        return [address for address in self.queries if "?" in address]


def walk() -> Walk:
    """Read the public site as a visitor, each page a second time to count what it asks the database.

    What is read once for all was read with the paths: an address with a query string needs one reading.
    """
    client, seen = Client(), Walk()
    for address, response, text in crawl(client, PUBLIC_DOORS, at_most=900):
        note(seen, address, response, text)
        if is_page(address, response) and "?" not in address:
            weigh(seen, client, address)
    for address in sample({*seen.named_by, *QUESTIONS}):
        response = weigh(seen, client, address)
        note(seen, address, response, body(response))
    return seen


def note(seen: Walk, address: str, response: HttpResponse, text: str) -> None:
    """Note what an address answers and which ones it names."""
    seen.answers[address] = response.status_code
    if "html" in response.get("Content-Type", ""):
        for link in links(text, address):
            seen.named_by.setdefault(link, set()).add(address)
    if response.status_code >= 500:
        seen.faults.setdefault(address, []).append(f"status {response.status_code}")


def is_page(address: str, response: HttpResponse) -> bool:
    """Say whether an answer is a page that was found."""
    is_html = "html" in response.get("Content-Type", "")
    is_file = urlsplit(address).path.endswith(WITHOUT_TEMPLATE)
    return is_html and response.status_code == 200 and not is_file


def weigh(seen: Walk, client: Client, address: str) -> HttpResponse:
    """Read a page, count its statements and look for faults; what is no page is only read."""
    with CaptureQueriesContext(connection) as asked:
        response = client.get(address)
    if is_page(address, response):
        statements = Counter(query["sql"] for query in asked.captured_queries)
        seen.queries[address] = sum(statements.values())
        if again := [sql for sql, number in statements.items() if number > 1]:
            seen.repeated[address] = again
        seen.weight[address] = len(response.content)
        if wrong := faults(body(response), response.content.decode()):
            seen.faults.setdefault(address, []).extend(wrong)
    return response


def sample(addresses: Iterable[str]) -> Iterator[str]:
    """Yield some addresses with a query string for each path and each set of parameters, always the same ones."""
    taken: Counter[tuple[str, frozenset[str]]] = Counter()
    for address in sorted(addresses):
        parts = urlsplit(address)
        if not parts.query or parts.path.endswith(WITHOUT_TEMPLATE):
            continue
        names = frozenset(name for name, _value in parse_qsl(parts.query, keep_blank_values=True))
        most = SAMPLE if parts.path not in SEARCHES or PAGE in names else SAMPLE_OF_SEARCHES
        key = (parts.path, names)
        taken[key] += 1
        if taken[key] <= most:
            yield address


def faults(text: str, page: str) -> list[str]:
    """Return what no page may have: ids twice, references to nothing, no heading, words not filled in."""
    found = [f"id twice: {name}" for name in repeated_ids(page)]
    found += [f"reference to nothing: {name}" for name in broken_references(page)]
    if (number := page.count("<h1")) != 1:
        found.append(f"{number} first headings")
    if not MAIN.search(page):
        found.append("no main part")
    found += [f"not filled in: {mark}" for mark in ("{{", "{%", "%(", "None</") if mark in text]
    return found
