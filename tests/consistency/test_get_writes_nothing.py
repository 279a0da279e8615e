"""Reading leaves no trace: no cookie, no third party, nothing inline, not a row written (S14, rule 6)."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from django.conf import settings
from django.contrib.staticfiles.finders import get_finders

from employer_space.kit.models import KitDownload
from jobs.offers.states import OfferState
from tests.consistency.crawl import PUBLIC_DOORS, changed, crawl, fingerprint
from tests.factories import make_article, make_offer

pytestmark = pytest.mark.django_db

CACHE = frozenset({"cache"})
# The pages that hold a form which posts: the only ones that may set a cookie, the one against forgery.
WITH_A_FORM = re.compile(
    r"^(/en)?(/offres/[^/]+/signaler/|/espace-employeur/inscription/|/compte/|/s-installer/demande/)"
    r"|^(/en)?/contact/$|^(/en)?/sante/etre-rappele/"
    r"|^(/en)?/ambassadeurs/(devenir|espace)/"
)
EXECUTABLE = re.compile(
    r"<script(?![^>]*\bsrc=)(?![^>]*type=\"application/(?:ld\+)?json\")[^>]*>|<style\b|\sstyle=\"|\son[a-z]+=\"",
    re.IGNORECASE,
)
FETCHED = re.compile(
    r"<(?:script|img|iframe|source|video|audio|embed|object|track|input)\b[^>]*?\b(?:src|srcset|data|poster)=\"(?:https?:)?//(?!testserver)[^\"]*\"",
    re.IGNORECASE,
)
LINKED = re.compile(
    r"<link\b(?![^>]*rel=\"(?:canonical|alternate)\")[^>]*href=\"(?:https?:)?//(?!testserver)[^\"]*\"",
    re.IGNORECASE,
)
SENT = re.compile(r"<form\b[^>]*action=\"(?:https?:)?//(?!testserver)[^\"]*\"", re.IGNORECASE)


@pytest.fixture
def site(cast, now):
    """Put something on every page: offers in several states, an article, an employer who waits."""
    for state in (
        OfferState.ONLINE,
        OfferState.ONLINE_CHANGE_PENDING,
        OfferState.PENDING,
        OfferState.EXPIRED,
        OfferState.SUSPENDED,
    ):
        make_offer(now, employer=cast.hospital, state=state)
    offer = make_offer(now, employer=cast.cafe)
    make_article()
    return cast, offer


@pytest.fixture
def visited(site):
    """Read the whole public site, and return what was answered with the tables that changed."""
    cast, offer = site
    doors = (*PUBLIC_DOORS, offer.get_absolute_url(), f"{offer.get_absolute_url()}signaler/")
    before = fingerprint(without=CACHE)
    pages = list(crawl(cast.client(), doors))
    return pages, changed(before, fingerprint(without=CACHE))


def test_a_visitor_reads_the_whole_site_without_a_trace(visited):
    pages, tables = visited
    assert len(pages) > 60
    assert tables == set()
    assert {
        address: response.status_code
        for address, response, _text in pages
        if response.status_code >= 500
    } == {}
    cookies = {
        address: list(response.cookies) for address, response, _text in pages if response.cookies
    }
    assert {
        address: names for address, names in cookies.items() if not WITH_A_FORM.match(address)
    } == {}
    assert {name for names in cookies.values() for name in names} <= {settings.CSRF_COOKIE_NAME}
    # First the proof that such a thing would be seen.
    assert EXECUTABLE.search('<p onclick="x">')
    assert EXECUTABLE.search("<script>x</script>")
    assert EXECUTABLE.search('<p style="x">')
    assert FETCHED.search('<img alt="" src="https://ailleurs.example/x.png">')
    assert LINKED.search('<link rel="stylesheet" href="//ailleurs.example/x.css">')
    html = {
        address: response.content.decode()
        for address, response, _text in pages
        if "html" in response.get("Content-Type", "")
    }
    for pattern in (EXECUTABLE, FETCHED, LINKED, SENT):
        assert {
            address: found[0] for address, page in html.items() if (found := pattern.search(page))
        } == {}


def test_no_style_sheet_and_no_script_calls_elsewhere():
    guilty = []
    for finder in get_finders():
        for path, storage in finder.list([]):
            if path.startswith(("css/", "js/")) and "admin" not in Path(path).parts:
                with storage.open(path) as file:
                    text = file.read().decode("utf-8")
                if re.search(
                    r"url\(\s*['\"]?(?:https?:)?//|@import\s+['\"]?(?:https?:)?//|(?:import|fetch)\s*\(?\s*['\"](?:https?:)?//",
                    text,
                ):
                    guilty.append(path)
    assert guilty == []


@pytest.mark.parametrize("who", ["nurse_manager", "cafe_owner", "newcomer"])
def test_a_member_reads_the_space_without_writing(site, who):
    cast, _offer = site
    client = cast.client(getattr(cast, who))
    before, downloads = fingerprint(without=CACHE), KitDownload.objects.count()
    pages = list(
        crawl(
            client,
            ("/espace-employeur/", "/espace-employeur/kit/"),
            inside="/espace-employeur/",
            at_most=60,
        )
    )
    assert len(pages) >= 8
    assert {
        address: response.status_code
        for address, response, _text in pages
        if response.status_code >= 500
    } == {}
    allowed = {"employer_space_kitdownload"} if KitDownload.objects.count() > downloads else set()
    assert changed(before, fingerprint(without=CACHE)) <= allowed


# What Wagtail itself writes when its own screens are read: who is editing, the person's preferences and
# subscriptions, the thumbnails of its choosers.
WAGTAILS_OWN = frozenset(
    {
        "wagtailadmin_editingsession", "wagtailusers_userprofile", "wagtailcore_pagesubscription", "ui_siterendition",
        "django_session",
    }
)  # fmt: skip


@pytest.mark.parametrize("who", ["moderator", "editor"])
def test_staff_read_the_admin_without_writing(site, who):
    cast, _offer = site
    client = cast.client(getattr(cast, who))
    doors = (
        "/admin/",
        "/admin/verification/",
        "/admin/verification/offres/",
        "/admin/employeurs/a-verifier/",
        "/admin/pages/",
    )
    before = fingerprint(without=CACHE | WAGTAILS_OWN)
    pages = list(crawl(client, doors, inside="/admin/", at_most=45))
    assert {
        address: response.status_code
        for address, response, _text in pages
        if response.status_code >= 500
    } == {}
    assert changed(before, fingerprint(without=CACHE | WAGTAILS_OWN)) == set()
