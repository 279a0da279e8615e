"""Several people at once at one desk: the room is never overrun, and a freed place goes to one person."""

from __future__ import annotations

import datetime as dt
from functools import partial

import pytest

from home.events import services
from home.events.availability import HOLD
from home.events.models import EventPage, Registration
from home.events.services import Attendee
from home.events.states import RegistrationStatus
from tests.factories import make_event
from tests.racing import NEEDS_POSTGRESQL, at_once, committed, winners

__all__ = ["committed"]
pytestmark = [*NEEDS_POSTGRESQL, pytest.mark.usefixtures("committed")]
NOW = dt.datetime.now(dt.UTC)


def come(event: EventPage, name: str, *, is_proved: bool = True) -> Registration:
    attendee = Attendee("Démo", name, f"{name}@essai.example")
    return services.register(event=event, attendee=attendee, now=NOW, is_proved=is_proved)


def count(event: EventPage, status: str) -> int:
    return Registration.objects.filter(event=event, status=status).count()


def test_twelve_people_for_five_places_never_overrun_the_room() -> None:
    event = make_event("Course aux places", now=NOW, capacity=5)

    results = at_once(*[partial(come, event, f"p{number}") for number in range(12)])

    assert len(winners(results)) == 12
    assert count(event, RegistrationStatus.CONFIRMED) == 5
    assert count(event, RegistrationStatus.WAITING) == 7


def test_the_same_address_twice_at_once_is_one_registration() -> None:
    event = make_event("Double clic", now=NOW, capacity=5)

    results = at_once(*[partial(come, event, "seule") for _time in range(6)])

    assert len(winners(results)) == 6
    assert Registration.objects.filter(event=event).count() == 1


def test_places_freed_at_once_go_to_as_many_people_and_no_more() -> None:
    event = make_event("Désistements", now=NOW, capacity=3)
    first = [come(event, f"a{number}") for number in range(3)]
    for number in range(4):
        come(event, f"b{number}")

    acts = [
        partial(services.cancel_registration, registration=row, now=NOW) for row in first[:2]
    ] + [partial(come, event, "c0")]
    assert len(winners(at_once(*acts))) == 3

    assert count(event, RegistrationStatus.CONFIRMED) == 3
    given = Registration.objects.filter(event=event, status=RegistrationStatus.CONFIRMED)
    assert sorted(given.values_list("last_name", flat=True)) == ["a2", "b0", "b1"]


def test_requests_hold_no_more_places_than_their_share_of_the_room() -> None:
    event = make_event("Places tenues", now=NOW, capacity=5)

    at_once(*[partial(come, event, f"p{number}", is_proved=False) for number in range(12)])

    rows = Registration.objects.filter(event=event, status=RegistrationStatus.PENDING)
    assert rows.count() == 12
    assert rows.filter(held_until__isnull=False).count() == 4


def test_confirming_late_at_once_never_overruns_the_room() -> None:
    event = make_event("Confirmations tardives", now=NOW, capacity=3)
    rows = [come(event, f"p{number}", is_proved=False) for number in range(8)]
    late = NOW + HOLD

    acts = [partial(services.confirm_registration, registration=row, now=late) for row in rows]
    again = [partial(services.confirm_registration, registration=row, now=late) for row in rows[:2]]
    release = partial(services.release_places, late)
    assert len(winners(at_once(*acts, *again, release))) == 11

    assert count(event, RegistrationStatus.CONFIRMED) == 3
    assert count(event, RegistrationStatus.WAITING) == 5
