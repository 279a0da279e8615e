"""Screens that are no pages are found like pages, in the reader's language, and stand in the map of the site."""

from __future__ import annotations

import re

import pytest
from django.core.paginator import Paginator
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from home.ambassadors.models import Charter
from home.welcome.models import WelcomeIndexPage
from search import index
from tests.factories import make_page

pytestmark = pytest.mark.django_db
SCREENS = [
    "/s-installer/referents/", "/s-installer/demande/", "/sante/aides/", "/sante/etre-rappele/",
    "/ambassadeurs/devenir/", "/ambassadeurs/charte/", "/contact/",
]  # fmt: skip


def links(client: Client, q: str, path: str = "/recherche/", **more: str) -> list[str]:
    page = client.get(path, {"q": q, **more}).content.decode()
    return re.findall(r'search-hit__link" href="([^"]+)"', page)


@pytest.mark.parametrize("more", [{}, {"dans": "pages"}])
@pytest.mark.parametrize(
    ("q", "address"),
    [
        ("devenir ambassadeur", "/ambassadeurs/devenir/"),
        ("charte", "/ambassadeurs/charte/"),
        ("referent", "/s-installer/referents/"),
        ("demande d'installation", "/s-installer/demande/"),
        ("aides installation", "/sante/aides/"),
        ("être rappelé", "/sante/etre-rappele/"),
        ("contacter", "/contact/"),
    ],
)
def test_a_screen_is_found_by_its_name(
    client: Client, q: str, address: str, more: dict[str, str]
) -> None:
    found = links(client, q, **more)

    assert address in found
    assert not [link for link in found if link.startswith("/en/")]


def test_it_is_found_in_english_too(client: Client) -> None:
    found = links(client, "become an ambassador", "/en/recherche/")

    assert "/en/ambassadeurs/devenir/" in found
    assert "/ambassadeurs/devenir/" not in found


def test_a_section_is_found_by_the_screens_below_it(client: Client) -> None:
    page = WelcomeIndexPage.objects.get(locale__language_code="fr")
    index.refresh("page", [page.pk])

    assert "/s-installer/" in links(client, "referent")


def test_a_screen_that_is_closed_is_not_shown(client: Client) -> None:
    Charter.objects.all().delete()

    assert "/ambassadeurs/charte/" not in links(client, "charte")
    assert 'href="/ambassadeurs/charte/"' not in client.get("/plan-du-site/").content.decode()


def test_screens_are_counted_once_from_page_to_page(client: Client) -> None:
    for number in range(22):
        make_page(f"Une charte {number}", slug=f"charte-{number}")
    first, second = (links(client, "charte", dans="pages", page=str(one)) for one in (1, 2))
    whole = client.get("/recherche/", {"q": "charte"}).content.decode()

    assert len(first) == 20
    assert len(first + second) == len(set(first + second))
    assert first[0] == "/ambassadeurs/charte/"
    assert f'search-group__total">({len(first + second)})' in whole


def test_they_cost_no_more_than_the_budget(client: Client) -> None:
    links(client, "charte ambassadeur")
    with CaptureQueriesContext(connection) as queries:
        links(client, "charte ambassadeur")
    assert len(queries) <= 10


@pytest.mark.parametrize(("path", "prefix"), [("/plan-du-site/", ""), ("/en/plan-du-site/", "/en")])
def test_the_map_of_the_site_lists_them(client: Client, path: str, prefix: str) -> None:
    with CaptureQueriesContext(connection) as queries:
        page = client.get(path).content.decode()
    tree = page[page.index('class="site-tree"') :].split("</nav>")[0]

    assert [screen for screen in SCREENS if tree.count(f'href="{prefix}{screen}"') != 1] == []
    assert len(queries) <= 10


def test_screens_and_rows_are_cut_into_pages_as_one_list() -> None:
    from wagtail.models import Page

    from search.results import _Joined
    from search.sources import Hit

    rows = Page.objects.order_by("pk")[:7]
    first, last = [Hit(-1, "a", "/a/")], [Hit(-2, "b", "/b/"), Hit(-3, "c", "/c/")]
    joined = _Joined(
        first, Page.objects.filter(pk__in=[row.pk for row in rows]).order_by("pk"), last
    )
    whole = [*first, *rows, *last]
    pages = Paginator(joined, 4)

    assert [one for number in pages.page_range for one in pages.page(number)] == whole
    assert [joined[place] for place in range(len(joined))] == whole
