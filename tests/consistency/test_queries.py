"""Each list costs the same number of queries for one row and for thirty."""

from __future__ import annotations

import datetime as dt

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from employer_space.kit.models import KitItem, KitVersion
from employer_space.kit.setup import kit_collection
from jobs.employers.states import MembershipStatus
from jobs.offers.states import OfferState
from tests.factories import make_article, make_employer, make_image, make_member, make_offer

pytestmark = pytest.mark.django_db
MANY = 12


def queries(client, address):
    """Return the statements of one answer, once what a process remembers has been read."""
    client.get(address)
    with CaptureQueriesContext(
        connection,
    ) as seen:
        response = client.get(address)
    assert response.status_code == 200, address
    return [query["sql"] for query in seen.captured_queries]


def same_for_one_and_many(client, address, add):
    """Add one row, then as many as fill a page, and compare what both pages cost."""
    add(1)
    one = queries(client, address)
    for number in range(2, MANY + 1):
        add(number)
    many = queries(client, address)
    assert len(many) == len(one), "\n".join(sorted(set(many) - set(one)))[:4000]


@pytest.mark.parametrize(
    "address",
    ["/offres/", "/offres/flux/", "/recherche/?q=infirmiere", "/", "/en/offres/", "/sitemap.xml"],
)
def test_public_lists_of_offers(cast, now, address):
    def add(number):
        make_offer(now, employer=make_employer(now), title=f"Infirmière ou infirmier {number}")

    same_for_one_and_many(cast.client(), address, add)


@pytest.mark.parametrize(
    "address", ["/actualites/", "/actualites/flux/", "/recherche/?q=rencontre"]
)
def test_lists_of_news(cast, address):
    photo = make_image()

    def add(number):
        make_article(f"Une rencontre {number}", photo=photo, date=dt.date(2026, 1, number))

    same_for_one_and_many(cast.client(), address, add)


def test_an_offer_with_its_similar_ones(cast, now):
    offer = make_offer(now, employer=cast.hospital)

    def add(_number):
        make_offer(now, employer=cast.hospital)
        make_offer(now, employer=make_employer(now))

    add(0)  # distances are compared from two on
    same_for_one_and_many(cast.client(), offer.get_absolute_url(), add)


@pytest.mark.parametrize(
    "state", [OfferState.ONLINE, OfferState.CHANGES_REQUESTED, OfferState.DRAFT]
)
def test_the_dashboard_of_an_employer(cast, now, state):
    client = cast.client(cast.nurse_manager)
    same_for_one_and_many(
        client,
        "/espace-employeur/",
        lambda _number: make_offer(
            now, employer=cast.hospital, state=state, moderator=cast.moderator
        ),
    )


def test_the_team(cast, now):
    client = cast.client(cast.nurse_manager)
    same_for_one_and_many(
        client, "/espace-employeur/equipe/", lambda _number: make_member(cast.hospital, now)
    )


def test_the_kit(cast):
    from django.core.files.base import ContentFile

    from ui.models import SiteDocument

    preview = make_image()

    def add(number):
        document = SiteDocument(title=f"Affiche {number}", collection=kit_collection())
        document.file.save(f"affiche-{number}.pdf", ContentFile(b"%PDF-1.4"), save=False)
        document.save()
        item = KitItem.objects.create(
            title=f"Affiche {number}", category="POSTERS", preview=preview
        )
        KitVersion.objects.create(
            item=item, document=document, label="1", published_on=dt.date(2026, 1, 1)
        )

    same_for_one_and_many(cast.client(cast.nurse_manager), "/espace-employeur/kit/", add)


@pytest.mark.parametrize("address", ["/admin/verification/", "/admin/verification/offres/"])
def test_the_queues_of_offers(cast, now, address):
    client = cast.client(cast.moderator)
    same_for_one_and_many(
        client,
        address,
        lambda _number: make_offer(now, employer=make_employer(now), state=OfferState.PENDING),
    )


@pytest.mark.parametrize("address", ["/admin/employeurs/", "/admin/employeurs/a-verifier/"])
def test_the_queues_of_employers(cast, now, address):
    def add(_number):
        make_employer(now, status="PENDING")
        make_member(cast.hospital, now, status=MembershipStatus.PENDING)

    same_for_one_and_many(cast.client(cast.moderator), address, add)


def test_the_queue_of_reports(cast, now):
    from jobs.offers.codes import ReportReason
    from jobs.offers.services import report_offer

    def add(_number):
        offer = make_offer(now, employer=make_employer(now), moderator=cast.moderator)
        report_offer(offer=offer, reason=ReportReason.ERROR, message="", email="", now=now)

    same_for_one_and_many(cast.client(cast.moderator), "/admin/verification/signalements/", add)
