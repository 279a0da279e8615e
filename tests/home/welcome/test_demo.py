"""The people of the demonstration: invented, drawn, said so in both languages."""

from __future__ import annotations

import datetime as dt

import pytest
from django.test import Client

from config.demo import portraits
from config.demo.loading import people
from config.demo.loading.health import load_health
from config.demo.loading.welcome import load_welcome
from home.health.models import HealthContact, HealthStructure
from home.health.states import StructureKind
from home.welcome.agreement import VERSION
from home.welcome.models import SettlementRequest
from territory.models import WelcomeReferent
from ui.models import SiteImage

pytestmark = pytest.mark.django_db


def test_each_person_has_a_drawn_portrait_of_their_own_and_a_team_has_none(
    client: Client, now: dt.datetime
) -> None:
    people.load_accounts()
    for _turn in range(2):  # the second run changes nothing
        load_health(now)
        load_welcome(now)

    referents = WelcomeReferent.objects.filter(is_departmental=False)
    photos = [*referents.values_list("photo", flat=True)]
    photos += HealthContact.objects.values_list("photo", flat=True)
    assert None not in photos
    assert len(set(photos)) == len(photos) == SiteImage.objects.count() <= len(portraits.LOOKS)
    assert WelcomeReferent.objects.get(is_departmental=True).photo is None
    for image in SiteImage.objects.all():
        assert (image.description, image.description_en) == (portraits.ALT, portraits.ALT_EN)
        assert image.credit
        image.prepare_renditions()  # as the task does once the image is there
    for address in ("/s-installer/grand-figeac/", "/sante/internes/"):
        for prefix in ("", "/en"):
            assert "contact-card__photo" in client.get(prefix + address).content.decode()


def test_each_referent_belongs_somewhere_and_each_request_keeps_its_agreement(
    now: dt.datetime,
) -> None:
    people.load_accounts()
    load_welcome(now)
    WelcomeReferent.objects.update(structure="")  # a demonstration of before
    SettlementRequest.objects.update(agreed_at=None, agreement_version="", agreement_wording="")
    load_welcome(now)

    assert not WelcomeReferent.objects.filter(structure="").exists()
    for kept in SettlementRequest.objects.all():
        assert (kept.agreed_at, kept.agreement_version) == (kept.created_at, VERSION)
        assert kept.agreement_wording


def test_structures_lead_to_sites_that_cannot_exist_and_one_is_to_take_over(
    client: Client, now: dt.datetime
) -> None:
    people.load_accounts()
    load_health(now)
    links = [link for link in HealthStructure.objects.values_list("link", flat=True) if link]
    assert links
    assert [link for link in links if not link.endswith(".example/")] == []
    practice = (
        HealthStructure.objects.filter(kind=StructureKind.TO_TAKE_OVER).exclude(link="").get()
    )
    for address, words in (
        ("/sante/medecins/", practice.summary), ("/en/sante/medecins/", practice.summary_en),
    ):  # fmt: skip
        page = client.get(address).content.decode().replace("\u00a0", " ")
        assert practice.link in page
        assert words.replace("\u00a0", " ") in page
