"""The importer on 150 real ads, read beside the project and never copied into it."""

from __future__ import annotations

import datetime as dt
import json
from pathlib import Path

import pytest

from jobs.exchange import runs
from jobs.exchange.coverage import fill_rates
from jobs.exchange.files import open_offers
from jobs.exchange.services import Result
from jobs.offers.models import JobOffer
from tests.cast import Cast

pytestmark = [pytest.mark.django_db, pytest.mark.shared_data]
SOURCE = "France Travail"


def test_the_real_ads_run_whole_and_none_is_in_the_lot(real_ads: Path, now: dt.datetime) -> None:
    lines = list(runs.as_external(offers=open_offers(real_ads), source_name=SOURCE, now=now))
    assert len(lines) == 150
    assert {line.result for line in lines} == {Result.REJECTED}
    assert {line.notes[-1].field for line in lines} == {"lieuTravail"}


def test_moved_to_the_lot_at_least_145_become_offers(
    real_ads_in_the_lot: Path, now: dt.datetime
) -> None:
    lines = list(
        runs.as_external(offers=open_offers(real_ads_in_the_lot), source_name=SOURCE, now=now)
    )
    assert runs.summary(lines)[Result.CREATED] >= 145
    assert JobOffer.objects.visible(now).count() == runs.summary(lines)[Result.CREATED]
    again = runs.as_external(offers=open_offers(real_ads_in_the_lot), source_name=SOURCE, now=now)
    assert runs.summary(list(again))[Result.UNCHANGED] == runs.summary(lines)[Result.CREATED]


def test_each_field_is_filled_as_often_as_committed(
    real_ads_in_the_lot: Path, data: Path, now: dt.datetime
) -> None:
    list(runs.as_external(offers=open_offers(real_ads_in_the_lot), source_name=SOURCE, now=now))
    committed = json.loads((data / "france_travail_fill_rates.json").read_text(encoding="utf-8"))
    offers = JobOffer.objects.prefetch_related("municipalities")
    assert fill_rates(offers) == committed


def test_for_an_employer_nearly_all_enter_the_review_and_none_is_public(
    real_ads_in_the_lot: Path, now: dt.datetime, cast: Cast
) -> None:
    lines = list(
        runs.to_moderation(
            offers=open_offers(real_ads_in_the_lot),
            source_name=SOURCE,
            employer=cast.hospital,
            now=now,
        )
    )
    done = runs.summary(lines)
    assert done[Result.CREATED] >= 145
    assert JobOffer.objects.in_review().count() == done[Result.CREATED]
    assert not JobOffer.objects.visible(now).exists()
