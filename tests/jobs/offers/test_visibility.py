"""`visible(now)` is the one door: every state, the last second of the last day, both DST changes."""

import datetime as dt
from zoneinfo import ZoneInfo

import pytest

from jobs.employers.states import EmployerStatus
from jobs.offers.models import JobOffer, OfferLifecycle
from jobs.offers.states import OfferState
from tests.factories import make_employer, make_offer

pytestmark = pytest.mark.django_db
PARIS = ZoneInfo("Europe/Paris")
SHOWN = {OfferState.ONLINE, OfferState.ONLINE_CHANGE_PENDING}


@pytest.mark.parametrize("state", list(OfferState))
def test_only_the_online_states_are_visible(now, state):
    status = (
        EmployerStatus.PENDING if state == OfferState.WAITING_ACCOUNT else EmployerStatus.VERIFIED
    )
    offer = make_offer(now, employer=make_employer(now, status=status), state=state)
    assert JobOffer.objects.visible(now).filter(pk=offer.pk).exists() is (state in SHOWN)


@pytest.mark.parametrize(
    "status", [status for status in EmployerStatus if status != EmployerStatus.VERIFIED]
)
def test_no_offer_of_an_employer_that_is_not_active_is_visible(now, status):
    offer = make_offer(now)
    type(offer.employer).objects.filter(pk=offer.employer_id).update(status=status)
    assert not JobOffer.objects.visible(now).filter(pk=offer.pk).exists()


@pytest.mark.parametrize(
    "day",
    [
        dt.date(2026, 10, 25),  # clocks go back
        dt.date(2027, 3, 28),  # clocks go forward
        dt.date(2028, 2, 29),
        dt.date(2026, 12, 31),
    ],
)
def test_an_offer_is_visible_until_the_last_second_of_its_last_day_in_the_lot(now, day):
    offer = make_offer(now)
    OfferLifecycle.objects.filter(pk=offer.pk).update(last_day=day)
    last_second = dt.datetime.combine(day, dt.time(23, 59, 59), PARIS)
    midnight = dt.datetime.combine(day + dt.timedelta(days=1), dt.time(0, 0), PARIS)
    for zone in (PARIS, dt.UTC):
        assert JobOffer.objects.visible(last_second.astimezone(zone)).filter(pk=offer.pk).exists()
        assert not JobOffer.objects.visible(midnight.astimezone(zone)).filter(pk=offer.pk).exists()


def test_each_hour_over_both_changes_of_clock_tells_the_same_day_as_the_lot(now):
    offer = make_offer(now)
    for start in (
        dt.datetime(2026, 10, 24, 12, tzinfo=dt.UTC),
        dt.datetime(2027, 3, 27, 12, tzinfo=dt.UTC),
    ):
        last_day = start.date() + dt.timedelta(days=1)
        OfferLifecycle.objects.filter(pk=offer.pk).update(last_day=last_day)
        for hour in range(48):
            instant = start + dt.timedelta(hours=hour)
            expected = instant.astimezone(PARIS).date() <= last_day
            assert JobOffer.objects.visible(instant).filter(pk=offer.pk).exists() is expected


def test_the_door_joins_the_lifecycle_and_the_employer_only(now):
    sql = str(JobOffer.objects.visible(now).query)
    assert sql.count("JOIN") == 2
    assert "wagtailcore" not in sql
