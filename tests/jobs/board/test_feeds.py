"""The Atom feed of a search."""

from __future__ import annotations

import datetime as dt
from xml.etree import ElementTree as ET

import pytest
import time_machine
from django.db import connection
from django.test.utils import CaptureQueriesContext

from jobs.offers.models import JobOffer
from jobs.offers.states import OfferState
from tests.factories import make_employer, make_offer

pytestmark = pytest.mark.django_db
ATOM = "{http://www.w3.org/2005/Atom}"


def read(client, query=""):
    response = client.get(f"/offres/flux/{query}")
    assert response.status_code == 200
    assert response.headers["Content-Type"] == "application/atom+xml; charset=utf-8"
    assert dict(response.cookies) == {}
    return ET.fromstring(response.content)


def titles(feed):
    return [entry.findtext(f"{ATOM}title") for entry in feed.iter(f"{ATOM}entry")]


def test_the_feed_holds_the_offers_online_the_newest_first(client, now):
    older = make_offer(now - dt.timedelta(days=1), title="Première (F/H)")
    newer = make_offer(now, title="Seconde (F/H)")
    make_offer(now, state=OfferState.FILLED, title="Pourvue (F/H)")
    make_offer(now, state=OfferState.DRAFT, title="Brouillon (F/H)")
    feed = read(client)
    assert titles(feed) == [newer.title, older.title]
    entry = feed.find(f"{ATOM}entry")
    assert entry.find(f"{ATOM}link").get("href") == f"http://testserver{newer.get_absolute_url()}"


def test_the_feed_follows_a_search(client, now):
    nurse = make_offer(now)
    make_offer(
        now, title="Boulangère ou boulanger (F/H)", missions="<p>" + "pétrir le pain " * 20 + "</p>"
    )
    assert titles(read(client, "?q=infirmiers&contrat=cdi&inconnu=1")) == [nurse.title]
    assert titles(read(client, "?contrat=cdd")) == []


def test_hostile_text_stays_text_and_the_feed_stays_legal(client, now):
    offer = make_offer(now)
    JobOffer.objects.filter(pk=offer.pk).update(
        title="]]><script>alert(1)</script>\x0b\ufffe & co", missions="<p>A\x08B</p>"
    )
    (title,) = titles(read(client))
    assert title == "]]><script>alert(1)</script> & co"
    read(client, "?q=%00%0B%EF%BF%BE%3C%26&ou=%1F")


def test_an_entry_keeps_its_identity_when_the_title_changes(client, now):
    offer = make_offer(now)
    before = read(client).find(f"{ATOM}entry").findtext(f"{ATOM}id")
    JobOffer.objects.filter(pk=offer.pk).update(title="Autre intitulé (F/H)")
    assert read(client).find(f"{ATOM}entry").findtext(f"{ATOM}id") == before
    assert before == f"tag:testserver,2026:offre/{offer.pk}"


def test_an_anonymous_employer_is_not_named_in_the_feed(client, now):
    employer = make_employer(now, name="Manufacture Cachottière")
    make_offer(now, employer=employer, is_anonymous=True)
    assert b"achotti" not in client.get("/offres/flux/").content


def test_the_feed_is_bounded_and_asks_as_many_questions_for_one_offer_as_for_many(client, now):
    make_offer(now)
    read(client)
    with CaptureQueriesContext(connection) as few:
        read(client)
        number = len(few)
    make_offer(now)
    make_offer(now)
    with CaptureQueriesContext(connection) as many:
        assert len(titles(read(client))) == 3
        assert len(many) == number
    assert number <= 6


def test_an_expired_offer_leaves_the_feed_at_midnight_without_any_task(client, now):
    offer = make_offer(now)
    end = dt.datetime.combine(offer.lifecycle.last_day, dt.time(23, 59, 59), tzinfo=now.tzinfo)
    with time_machine.travel(end, tick=False):
        assert len(titles(read(client))) == 1
    with time_machine.travel(end + dt.timedelta(seconds=1), tick=False):
        assert titles(read(client)) == []


def test_an_empty_feed_is_a_valid_feed(client):
    feed = read(client)
    assert titles(feed) == []
    assert feed.findtext(f"{ATOM}updated")
