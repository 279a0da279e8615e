"""Several people at the same time, for real: the stock and the decisions hold (threads, PostgreSQL)."""

from __future__ import annotations

import datetime as dt
import uuid
from functools import partial
from typing import Any

import pytest

from home.ambassadors import services
from home.ambassadors.errors import AlreadyDecided, OutOfStock
from home.ambassadors.models import Ambassador, Good, GoodRequest
from home.ambassadors.states import AmbassadorAct
from mailing.models import OutgoingMail
from tests.factories import make_user
from tests.home.ambassadors.people import make_good, make_member, make_request
from tests.racing import NEEDS_POSTGRESQL, at_once, committed, losers, winners

__all__ = ["committed"]  # a fixture
pytestmark = NEEDS_POSTGRESQL
TURNS = 10


@pytest.fixture
def team(committed: None) -> Any:
    """Return two moderators."""
    return [make_user(groups=("Modérateurs",)) for _number in range(2)]


def test_eight_members_never_take_more_than_there_is(team: Any, now: dt.datetime) -> None:
    people = [make_member(now, team[0]) for _number in range(8)]
    for _turn in range(TURNS):
        good = make_good(stock=5)
        results = at_once(
            *(
                partial(
                    services.ask_for_good, person=person, good=good, quantity=1,
                    address="3 rue d’Essai", key=uuid.uuid4(), now=now,
                )
                for person in people
            )
        )  # fmt: skip
        assert (len(winners(results)), len(losers(results))) == (5, 3)
        assert {type(error) for error in losers(results)} == {OutOfStock}
        assert Good.objects.get(pk=good.pk).stock == 0
        assert GoodRequest.objects.filter(good=good).count() == 5


def test_of_two_clicks_one_takes_from_the_stock(team: Any, now: dt.datetime) -> None:
    person = make_member(now, team[0])
    for _turn in range(TURNS):
        good, key = make_good(stock=5), uuid.uuid4()
        act = partial(
            services.ask_for_good, person=person, good=good, quantity=2, address="Ici", key=key, now=now
        )  # fmt: skip
        at_once(act, act)
        assert Good.objects.get(pk=good.pk).stock == 3
        assert GoodRequest.objects.filter(good=good).count() == 1


def test_of_two_moderators_one_decides(team: Any, now: dt.datetime) -> None:
    for _turn in range(TURNS):
        person = make_request(now)
        words = "Une raison assez longue."
        results = at_once(
            partial(services.decide, person=person, act=AmbassadorAct.ACCEPT, version=1, by=team[0], now=now),
            partial(
                services.decide, person=person, act=AmbassadorAct.REFUSE, version=1, by=team[1], now=now,
                reason=words,
            ),
        )  # fmt: skip
        assert len(winners(results)) == 1
        assert [type(error) for error in losers(results)] == [AlreadyDecided]
        sent = OutgoingMail.objects.filter(
            to=person.email, act__in=("ambassador_accepted", "ambassador_refused")
        )
        assert sent.count() == 1


def test_the_same_address_at_once_has_one_file(team: Any, now: dt.datetime) -> None:
    for turn in range(TURNS):
        email = f"course{turn}@essai.example"
        at_once(*(partial(make_request_quietly, now, email) for _number in range(4)))
        assert Ambassador.objects.filter(email=email).count() == 1


def make_request_quietly(now: dt.datetime, email: str) -> Any:
    """Ask to join; None for those whose address is known meanwhile."""
    application = services.Application(
        first_name="Camille", last_name="Essai", email=email, place="Gramat", activity="Libraire",
        reason="J’y vis.", helps=(), social_url="", language="fr", wants_letters=False,
        agrees_to_publication=False,
    )  # fmt: skip
    return services.ask_to_join(application=application, key=uuid.uuid4(), now=now)
