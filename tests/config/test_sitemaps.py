"""What search engines are told to read."""

import datetime as dt
from xml.etree import ElementTree as ET

import pytest
from django.test import Client
from wagtail.models import PageViewRestriction

from config import sitemaps
from jobs.offers.states import OfferState
from tests.factories import make_article, make_offer, make_page

pytestmark = pytest.mark.django_db
NS = {"s": "http://www.sitemaps.org/schemas/sitemap/0.9", "x": "http://www.w3.org/1999/xhtml"}


def parsed(client: Client, path: str = "/sitemap.xml") -> ET.Element:
    """Return the file, parsed."""
    response = client.get(path)
    assert response.status_code == 200
    assert response["Content-Type"] == "application/xml; charset=utf-8"
    return ET.fromstring(b"".join(response.streaming_content))


def addresses(client: Client, path: str = "/sitemap.xml") -> list[str]:
    """Return the addresses of the file."""
    return [
        node.text.removeprefix("http://testserver")
        for node in parsed(client, path).iterfind(".//s:loc", NS)
    ]


def test_pages_are_named_in_each_language_where_they_are_translated(client: Client) -> None:
    make_page(slug="non-traduite")

    found = addresses(client)

    assert {"/", "/en/", "/offres/", "/en/offres/", "/actualites/", "/en/cookies/"} <= set(found)
    assert "/non-traduite/" in found
    assert "/en/non-traduite/" not in found
    assert len(found) == len(set(found))
    home = parsed(client).find(".//s:url[s:loc='http://testserver/']", NS)
    assert {link.get("hreflang"): link.get("href") for link in home.iterfind("x:link", NS)} == {
        "fr": "http://testserver/",
        "en": "http://testserver/en/",
    }


def test_only_what_is_online_and_public_is_named(client: Client) -> None:
    secret, draft = make_article("Réservé"), make_article("Brouillon", live=False)
    assert secret.address in addresses(client)

    PageViewRestriction.objects.create(page=secret, restriction_type=PageViewRestriction.LOGIN)

    assert secret.address not in addresses(client)
    assert draft.address not in addresses(client)


def test_visible_offers_are_named_at_their_french_address(client: Client, now: dt.datetime) -> None:
    visible = make_offer(now)
    for state in (OfferState.PENDING, OfferState.EXPIRED, OfferState.PAUSED):
        make_offer(now, state=state)

    offers = [
        path for path in addresses(client) if path.startswith("/offres/") and path != "/offres/"
    ]

    assert offers == [visible.get_absolute_url()]


def test_a_large_site_is_cut_into_files(
    client: Client, now: dt.datetime, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sitemaps, "LIMIT", 2)
    offers = [make_offer(now) for _ in range(3)]

    files = addresses(client)
    assert files == [f"/sitemap.xml?partie={part}" for part in ("pages", 1, 2)]
    found = [path for file in files[1:] for path in addresses(client, file)]
    assert found == [offer.get_absolute_url() for offer in offers]
    assert "/sante/" in addresses(client, files[0])


@pytest.mark.parametrize("part", ["0", "-1", "99", "x", "%00", "99999999", "²"])
def test_a_part_that_does_not_exist_is_no_error(client: Client, part: str) -> None:
    parsed(client, f"/sitemap.xml?partie={part}")


def test_robots_are_kept_out_of_private_places_and_shown_the_list(client: Client) -> None:
    lines = client.get("/robots.txt").content.decode().splitlines()

    assert {"Disallow: /admin/", "Disallow: /espace-employeur/"} <= set(lines)
    assert "Sitemap: http://testserver/sitemap.xml" in lines
