"""Walk the site as a browser does: read a page, note its links, read them in turn. Never anything but GET."""

from __future__ import annotations

import html
import re
from collections.abc import Iterable, Iterator
from urllib.parse import urldefrag, urljoin, urlsplit

from django.db import connection
from django.http import HttpResponse
from django.test import Client

HOST = "testserver"
LINK = re.compile(r"""(?:href|src|action)=["']([^"'#][^"']*)["']""")
LOCATION = re.compile(r"<(?:loc|link href|id)>?\s*=?\"?(https?://[^<\"]+)")
# Leaving would end the walk; files are not pages.
CLOSED = ("/compte/deconnexion/", "/admin/logout/", "/static/", "/media/")
PUBLIC_DOORS = (
    "/", "/en/", "/offres/", "/en/offres/", "/offres/flux/", "/actualites/", "/actualites/flux/", "/en/actualites/flux/",
    "/recherche/", "/en/recherche/", "/recherche/?q=emploi", "/sitemap.xml", "/robots.txt", "/espace-employeur/",
    "/espace-employeur/inscription/", "/compte/connexion/", "/une-page-qui-n-existe-pas/", "/en/nowhere/",
)  # fmt: skip


def body(response: HttpResponse) -> str:
    """Return the text of an answer, streamed or not; bytes that are no text are left out."""
    content = b"".join(response.streaming_content) if response.streaming else response.content
    return html.unescape(content.decode("utf-8", "ignore"))


def links(page: str, base: str) -> Iterator[str]:
    """Yield the addresses of this site named by a page, a feed or a sitemap."""
    for found in (*LINK.findall(page), *LOCATION.findall(page)):
        address = urldefrag(urljoin(f"http://{HOST}{base}", found)).url
        parts = urlsplit(address)
        if parts.hostname == HOST and not parts.path.startswith(CLOSED):
            yield parts.path + (f"?{parts.query}" if parts.query else "")


def crawl(
    client: Client, doors: Iterable[str], *, inside: str = "/", at_most: int = 250
) -> Iterator[tuple[str, HttpResponse, str]]:
    """Yield each address below `inside` with its answer and its text; searches are sampled, pages are not."""
    waiting, seen, questions = list(doors), set(), 0
    while waiting and len(seen) < at_most:
        address = waiting.pop(0)
        if address in seen:
            continue
        seen.add(address)
        response = client.get(address)
        text = body(response)
        yield address, response, text
        following = [response["Location"]] if 300 <= response.status_code < 400 else []
        for link in (*following, *links(text, address)):
            if not urlsplit(link).path.startswith(inside) or link in seen or urlsplit(link).netloc:
                continue
            if "?" in link:
                questions += 1
                if questions > 40:
                    continue
            waiting.append(link)


def fingerprint(
    *, without: frozenset[str] = frozenset(), without_columns: frozenset[str] = frozenset()
) -> dict[str, int]:
    """Return, by table, a number that changes as soon as a row does."""
    numbers = {}
    with connection.cursor() as cursor:
        for table in connection.introspection.table_names(cursor):
            if table in without or table.startswith(
                ("sqlite_", "search_fts", "search_document_fts")
            ):
                continue
            cursor.execute(f"SELECT * FROM {connection.ops.quote_name(table)}")
            kept = [
                number
                for number, column in enumerate(cursor.description)
                if column[0] not in without_columns
            ]
            numbers[table] = hash(
                tuple(sorted(repr([row[number] for number in kept]) for row in cursor.fetchall()))
            )
    return numbers


def changed(before: dict[str, int], after: dict[str, int]) -> set[str]:
    """Return the tables that are not what they were."""
    return {
        table for table in before.keys() | after.keys() if before.get(table) != after.get(table)
    }
