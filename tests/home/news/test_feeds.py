"""The Atom feed of the articles."""

import datetime as dt
from xml.etree import ElementTree as ET

import pytest
from django.test import Client
from wagtail.models import PageViewRestriction

from home.news.models import NewsPage
from tests.factories import make_article

pytestmark = pytest.mark.django_db
ATOM = "{http://www.w3.org/2005/Atom}"


def feed(client: Client, path: str = "/actualites/flux/") -> ET.Element:
    """Return the feed, parsed."""
    response = client.get(path)
    assert response.status_code == 200
    assert response["Content-Type"].startswith("application/atom+xml")
    assert response["Cache-Control"] == "public, max-age=900"
    return ET.fromstring(response.content)


def test_the_feed_lists_the_articles_with_what_atom_requires(client: Client) -> None:
    make_article("Ancien", date=dt.date(2024, 5, 23))
    newest = make_article("Récent & <bien> écrit", date=dt.date(2026, 10, 1))

    root = feed(client)
    entries = root.findall(f"{ATOM}entry")

    assert [entry.findtext(f"{ATOM}title") for entry in entries] == [
        "Récent & <bien> écrit",
        "Ancien",
    ]
    assert entries[0].findtext(f"{ATOM}id") == f"http://testserver{newest.address}"
    assert entries[0].find(f"{ATOM}link").get("href") == f"http://testserver{newest.address}"
    assert entries[0].findtext(f"{ATOM}published") == "2026-10-01T12:00:00+02:00"
    assert entries[0].findtext(f"{ATOM}updated")
    assert root.findtext(f"{ATOM}id") == "http://testserver/actualites/"
    assert root.findtext(f"{ATOM}updated")


def test_characters_that_xml_forbids_do_not_break_the_feed(client: Client) -> None:
    article = make_article("Un titre")
    NewsPage.objects.filter(pk=article.pk).update(title="Un\x0b titre\x08", summary="Un\x0c résumé")

    (entry,) = feed(client).findall(f"{ATOM}entry")

    assert entry.findtext(f"{ATOM}title") == "Un titre"


def test_the_feed_hides_drafts_and_private_articles(client: Client) -> None:
    make_article("Brouillon", live=False)
    secret = make_article("Réservé")
    assert len(feed(client).findall(f"{ATOM}entry")) == 1

    PageViewRestriction.objects.create(page=secret, restriction_type=PageViewRestriction.LOGIN)

    assert feed(client).findall(f"{ATOM}entry") == []


def test_an_empty_feed_is_still_a_feed(client: Client) -> None:
    assert feed(client).findtext(f"{ATOM}updated")
    assert (
        feed(client, "/en/actualites/flux/").findtext(f"{ATOM}id")
        == "http://testserver/en/actualites/"
    )
