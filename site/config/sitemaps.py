"""What search engines may read: pages in each language with their translations, then visible offers."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator
from itertools import groupby
from typing import Any

from django.conf import settings
from django.http import HttpRequest, HttpResponse, StreamingHttpResponse
from django.http.response import HttpResponseBase
from django.utils import timezone, translation
from django.utils.html import escape
from django.views.decorators.http import require_safe
from wagtail.models import Page

from jobs.offers.models import JobOffer
from ui.addresses import absolute, page_path, with_privacy
from ui.languages import STILL_FRENCH
from ui.listed import listed

LIMIT = 50_000  # addresses a file, by the protocol of sitemaps.org
CHUNK = 2_000
SECONDS = 3600
OPENING = (
    '<?xml version="1.0" encoding="UTF-8"?>\n'
    '<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" xmlns:xhtml="http://www.w3.org/1999/xhtml">\n'
)
INDEX_OPENING = (
    '<?xml version="1.0" encoding="UTF-8"?>\n'
    '<sitemapindex xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">\n'
)


@require_safe
def sitemap(request: HttpRequest) -> HttpResponseBase:
    """Return all addresses, or the index of their files when one file cannot hold them."""
    now = timezone.now()
    part = request.GET.get("partie", "")
    offers = visible_offers(now)
    if part == "pages":
        lines: Iterable[str] = urlset(page_lines())
    elif part.isascii() and part.isdigit() and len(part) < 5:
        first = (int(part) - 1) * LIMIT if int(part) else 0
        lines = urlset(offer_lines(offers[first : first + LIMIT]))
    else:
        count = offers.count()
        files = -(-count // LIMIT)
        whole = count + online_pages().count() <= LIMIT
        lines = urlset(page_lines(), offer_lines(offers)) if whole else index_lines(files)
    response = StreamingHttpResponse(lines, content_type="application/xml; charset=utf-8")
    response["Cache-Control"] = f"public, max-age={SECONDS}"
    return response


@require_safe
def robots(_request: HttpRequest) -> HttpResponse:
    """Say where robots are not welcome, and where the list of addresses is."""
    lines = [
        "User-agent: *",
        "Disallow: /admin/",
        "Disallow: /compte/",
        "Disallow: /espace-employeur/",
        "",
        f"Sitemap: {absolute('/sitemap.xml')}",
        "",
    ]
    response = HttpResponse("\n".join(lines), content_type="text/plain; charset=utf-8")
    response["Cache-Control"] = f"public, max-age={SECONDS}"
    return response


def online_pages() -> Any:
    """Return the pages that anyone may read; untranslated copies are not pages of their own."""
    pages = Page.objects.filter(live=True, depth__gt=1).exclude(STILL_FRENCH)
    return listed(with_privacy(pages).filter(is_private=False))


def visible_offers(now: dt.datetime) -> Any:
    """Return the offers of our own employers; those that link out belong to another site."""
    return JobOffer.objects.visible(now).filter(employer__is_source=False).order_by("pk")


def urlset(*groups: Iterable[str]) -> Iterator[str]:
    """Wrap lines into a file."""
    yield OPENING
    for group in groups:
        yield from group
    yield "</urlset>\n"


def index_lines(files: int) -> Iterator[str]:
    """Return the index of the files: one for the pages, then the offers by fifty thousand."""
    yield INDEX_OPENING
    for part in ("pages", *range(1, files + 1)):
        yield f"<sitemap><loc>{escape(absolute(f'/sitemap.xml?partie={part}'))}</loc></sitemap>\n"
    yield "</sitemapindex>\n"


def page_lines() -> Iterator[str]:
    """Return one line a page, with its translations; memory is bounded by the versions of one page."""
    rows = (
        online_pages()
        .order_by("translation_key", "pk")
        .values_list("translation_key", "locale__language_code", "url_path", "last_published_at")
    )
    for _key, versions in groupby(rows.iterator(chunk_size=CHUNK), key=lambda row: row[0]):
        found = [
            (code, absolute(page_path(path, code)), changed) for _k, code, path, changed in versions
        ]
        links = "".join(
            f'<xhtml:link rel="alternate" hreflang="{code}" href="{escape(address)}"/>'
            for code, address, _changed in found
        )
        for _code, address, changed in found:
            yield line(address, changed, links if len(found) > 1 else "")


def offer_lines(offers: Any) -> Iterator[str]:
    """Return one line an offer, at its French address."""
    for offer in offers.only("pk", "title", "last_published_at").iterator(chunk_size=CHUNK):
        with translation.override(settings.LANGUAGE_CODE):
            path = offer.get_absolute_url()
        yield line(absolute(path), offer.last_published_at)


def line(address: str, changed: dt.datetime | None, links: str = "") -> str:
    """Return one address as the protocol writes it."""
    day = f"<lastmod>{changed.date().isoformat()}</lastmod>" if changed else ""
    return f"<url><loc>{escape(address)}</loc>{day}{links}</url>\n"
