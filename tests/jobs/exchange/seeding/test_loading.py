"""Inventing offers in bulk."""

from __future__ import annotations

import datetime as dt
from io import StringIO
from typing import Any

import pytest
from django.core.management import CommandError, call_command

from jobs.employers.models import Employer
from jobs.exchange.seeding.generator import draw_employers, draw_offers
from jobs.exchange.seeding.loading import AlreadySeededError, _towns, seed_offers
from jobs.offers.models import JobOffer, OfferLifecycle
from jobs.offers.situation import offer_state
from jobs.offers.states import OfferState

pytestmark = pytest.mark.django_db


def seed(count: int, number: int, now: dt.datetime) -> list[int]:
    return list(seed_offers(count=count, seed=number, now=now))


def test_the_offers_asked_for_are_written_with_their_lives_and_places(now: dt.datetime) -> None:
    assert seed(300, 1, now) == [300]
    assert (JobOffer.objects.count(), OfferLifecycle.objects.count()) == (300, 300)
    assert not JobOffer.objects.filter(municipalities=None).exists()
    assert Employer.objects.filter(is_demo=True).count() == Employer.objects.count() == 8


def test_they_are_varied_and_most_are_visible(now: dt.datetime) -> None:
    seed(400, 1, now)
    assert 280 <= JobOffer.objects.visible(now).count() <= 360
    assert JobOffer.objects.values("family").distinct().count() == 14
    assert JobOffer.objects.values("title").distinct().count() > 55
    assert JobOffer.objects.values("contract_type").distinct().count() >= 7
    assert JobOffer.objects.values("missions").distinct().count() == 400
    states = {offer_state(offer, now) for offer in JobOffer.objects.select_related("lifecycle")}
    assert {
        OfferState.ONLINE,
        OfferState.EXPIRED,
        OfferState.PAUSED,
        OfferState.SUSPENDED,
    } <= states


def test_each_could_be_shown_as_it_stands(now: dt.datetime) -> None:
    seed(60, 1, now)
    for offer in JobOffer.objects.for_display():
        words = (
            offer.place_display,
            offer.contract_display,
            offer.time_display,
            offer.salary_display,
        )
        assert all(words)
        assert offer.get_absolute_url().endswith(f"-{offer.pk}/")


def test_the_same_seed_draws_the_same_offers(now: dt.datetime) -> None:
    towns = _towns()
    employers = draw_employers(seed=3, count=8, towns=towns)
    draws = [
        list(draw_offers(seed=number, count=20, employers=employers, towns=towns, now=now))
        for number in (3, 3, 4)
    ]
    assert draws[0] == draws[1]
    assert draws[0] != draws[2]


def test_a_seed_is_used_once(now: dt.datetime) -> None:
    seed(5, 1, now)
    with pytest.raises(AlreadySeededError):
        seed(5, 1, now)
    seed(5, 2, now)
    assert JobOffer.objects.count() == 10


def test_a_real_site_refuses_unless_forced(settings: Any) -> None:
    settings.DEBUG = False
    with pytest.raises(CommandError):
        call_command("seed_offers", "--count", "3", stdout=StringIO())
    assert not JobOffer.objects.exists()
    call_command("seed_offers", "--count", "3", "--force", stdout=StringIO())
    assert JobOffer.objects.count() == 3
    with pytest.raises(CommandError):
        call_command("seed_offers", "--count", "3", "--force", stdout=StringIO())
    with pytest.raises(CommandError):
        call_command("seed_offers", "--count", "0", "--force", stdout=StringIO())
