"""Goods on request: the stock is never below zero, whoever asks and whatever the team does."""

from __future__ import annotations

import datetime as dt
import uuid
from typing import Any

import pytest
from django.db import IntegrityError, connection, transaction
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from home.ambassadors import services
from home.ambassadors.errors import ActNotAllowed, OutOfStock, TooManyAsked
from home.ambassadors.models import Ambassador, Good, GoodRequest
from home.ambassadors.states import GoodStatus
from home.ambassadors.waiting import goods as goods_waiting
from tests.cast import Cast
from tests.factories import make_event
from tests.home.ambassadors.people import mails, make_good, make_member, make_request, own

pytestmark = pytest.mark.django_db
ADDRESS = "Camille Essai\n3 rue d’Essai\n46000 Cahors"
GOODS = "/admin/ambassadeurs/objets/"


@pytest.fixture
def member(cast: Cast, now: dt.datetime) -> Ambassador:
    """Return a member."""
    return make_member(now, cast.moderator)


def ask(client: Client, person: Ambassador, good: Good, **changes: Any) -> Any:
    """Ask for goods on the person's own page."""
    values = {"quantity": "2", "address": ADDRESS, "key": str(uuid.uuid4())}
    return client.post(own(person, f"objets/{good.pk}/"), values | changes)


def stock(good: Good) -> int:
    """Return what is left."""
    return Good.objects.values_list("stock", flat=True).get(pk=good.pk)


def order(member: Ambassador, good: Good, quantity: int, now: dt.datetime) -> GoodRequest:
    """Ask for goods through the service."""
    return services.ask_for_good(
        person=member, good=good, quantity=quantity, address=ADDRESS, key=uuid.uuid4(), now=now
    )


def test_a_member_asks_by_their_link_and_the_stock_goes_down(
    client: Client, member: Ambassador
) -> None:
    good = make_good(stock=5)
    assert "Autocollants d’essai" in client.get(own(member)).content.decode()

    response = ask(client, member, good)

    assert response.status_code == 302
    assert "Votre demande est notée" in client.get(response["Location"]).content.decode()
    assert stock(good) == 3
    asked = GoodRequest.objects.get()
    assert (asked.quantity, asked.address, asked.status) == (2, ADDRESS, GoodStatus.REQUESTED)
    assert len(mails("ambassador_good_asked", member.email)) == 1


def test_a_second_click_takes_nothing_more(client: Client, member: Ambassador) -> None:
    good, key = make_good(stock=5), str(uuid.uuid4())

    assert [ask(client, member, good, key=key).status_code for _turn in range(2)] == [302, 302]

    assert (stock(good), GoodRequest.objects.count()) == (3, 1)


@pytest.mark.parametrize("quantity", ["", "0", "-1", "4", "x", "9" * 30])
def test_a_wrong_number_is_refused_and_the_address_kept(
    client: Client, member: Ambassador, quantity: str
) -> None:
    good = make_good(stock=50, most=3)

    response = ask(client, member, good, quantity=quantity)

    assert response.status_code == 422
    assert "3 rue d’Essai" in response.content.decode()
    assert stock(good) == 50


def test_what_is_gone_meanwhile_answers_409_with_what_is_left(
    client: Client, member: Ambassador
) -> None:
    good = make_good(stock=1, most=3)

    response = ask(client, member, good, quantity="2")

    page = response.content.decode().replace("\u00a0", " ")
    assert response.status_code == 409
    assert "Il n’en reste que 1." in page
    assert "3 rue d’Essai" in page
    assert stock(good) == 1


def test_several_requests_hold_no_more_than_one(
    client: Client, cast: Cast, member: Ambassador, now: dt.datetime
) -> None:
    good = make_good(stock=50, most=3)
    first = order(member, good, 2, now)

    response = ask(client, member, good, quantity="2")

    page = response.content.decode().replace("\u00a0", " ")
    assert response.status_code == 422
    assert "Vous en attendez déjà 2" in page
    assert "3 rue d’Essai" in page
    assert stock(good) == 48
    assert ask(client, member, good, quantity="1").status_code == 302
    other = make_good("Drapeau", stock=5, most=3)
    assert ask(client, member, other, quantity="3").status_code == 302
    services.send_good(asked=first, by=cast.moderator, now=now)
    assert ask(client, member, good, quantity="2").status_code == 302
    assert stock(good) == 45


def test_only_members_ask_and_only_for_what_is_proposed(
    client: Client, member: Ambassador, now: dt.datetime
) -> None:
    good, hidden = make_good(), make_good("Caché", is_active=False)

    assert ask(client, make_request(now), good).status_code == 404
    assert ask(client, member, hidden).status_code == 404
    with pytest.raises(ActNotAllowed):
        order(make_request(now), good, 1, now)
    with pytest.raises(TooManyAsked):
        order(member, good, 4, now)
    with pytest.raises(OutOfStock):
        order(member, hidden, 1, now)
    assert stock(good) == 5


def test_the_database_refuses_a_stock_below_zero() -> None:
    good = make_good(stock=1)

    with pytest.raises(IntegrityError), transaction.atomic():
        Good.objects.filter(pk=good.pk).update(stock=-1)


def test_a_request_taken_back_returns_to_the_stock_once(
    client: Client, member: Ambassador, now: dt.datetime
) -> None:
    good = make_good(stock=5)
    asked = order(member, good, 2, now)
    address = own(member, f"demandes/{asked.key}/annuler/")

    assert client.get(address).status_code == 200
    assert stock(good) == 3
    assert client.post(address).status_code == 302
    assert client.post(address).status_code == 409

    assert stock(good) == 5
    asked.refresh_from_db()
    assert (asked.status, asked.address) == (GoodStatus.CANCELLED, "")


def test_nobody_reaches_the_request_of_another(
    client: Client, cast: Cast, member: Ambassador, now: dt.datetime
) -> None:
    asked = order(member, make_good(), 1, now)
    other = make_member(now, cast.moderator)

    for rest in ("", "annuler/"):
        assert client.get(own(other, f"demandes/{asked.key}/{rest}")).status_code == 404


def test_the_team_sends_and_the_address_is_erased(
    cast: Cast, member: Ambassador, now: dt.datetime
) -> None:
    good = make_good(stock=5)
    asked = order(member, good, 2, now)
    team = cast.client(cast.moderator)
    assert goods_waiting(cast.moderator).count == 1
    assert "3 rue d’Essai" in team.get(GOODS).content.decode()

    address = reverse("ambassadors_admin:good_send", args=[asked.pk])
    assert [team.post(address).status_code for _turn in range(2)] == [302, 409]

    asked.refresh_from_db()
    assert (asked.status, asked.address, asked.handled_by) == ("SENT", "", cast.moderator)
    assert (stock(good), goods_waiting(cast.moderator).count) == (3, 0)
    assert len(mails("ambassador_good_sent", member.email)) == 1


def test_the_team_refuses_with_a_reason_and_the_stock_comes_back(
    cast: Cast, member: Ambassador, now: dt.datetime
) -> None:
    good = make_good(stock=5)
    asked = order(member, good, 2, now)
    team = cast.client(cast.moderator)
    address = reverse("ambassadors_admin:good_refuse", args=[asked.pk])

    assert team.post(address, {"reason": "Non"}).status_code == 422
    assert stock(good) == 3
    assert team.post(address, {"reason": "Nous n’envoyons pas à l’étranger."}).status_code == 302

    assert stock(good) == 5
    (mail,) = mails("ambassador_good_refused", member.email)
    assert "Nous n’envoyons pas à l’étranger." in mail.text


def test_the_team_moves_the_stock_and_cannot_take_more_than_there_is(cast: Cast) -> None:
    team = cast.client(cast.moderator)
    values = {"name": "T-shirt", "max_per_request": "1", "is_active": "on", "change": "10"}

    assert team.post(f"{GOODS}nouveau/", values | {"change": "-1"}).status_code == 422
    assert team.post(f"{GOODS}nouveau/", values).status_code == 302
    good = Good.objects.get()
    address = f"{GOODS}{good.pk}/"
    assert team.post(address, values | {"change": "-3", "name": "T-shirt bleu"}).status_code == 302
    assert team.post(address, values | {"change": "-8"}).status_code == 422
    assert team.post(address, values | {"max_per_request": "0"}).status_code == 422

    good.refresh_from_db()
    assert (good.name, good.stock) == ("T-shirt bleu", 7)


def test_leaving_gives_back_what_was_not_sent(member: Ambassador, now: dt.datetime) -> None:
    good = make_good(stock=5)
    order(member, good, 2, now)

    services.leave(person=member, now=now)

    assert stock(good) == 5
    assert not GoodRequest.objects.exclude(address="").exists()


def test_the_last_one_goes_to_one_person_only(
    cast: Cast, member: Ambassador, now: dt.datetime
) -> None:
    """Play the race without threads: somebody takes the last one between the look and the write."""
    good = make_good(stock=1)
    other = make_member(now, cast.moderator)
    seen = Good.objects.get(pk=good.pk)
    order(other, good, 1, now)

    with pytest.raises(OutOfStock) as refused:
        order(member, seen, 1, now)

    assert (refused.value.left, stock(good), seen.stock) == (0, 0, 1)


def test_a_member_reads_the_next_meetings_and_the_charter_they_accepted(
    client: Client, member: Ambassador, now: dt.datetime
) -> None:
    make_event("Rencontre d’essai", now=now)
    make_event("Rencontre annulée", now=now, is_cancelled=True)
    good = make_good(stock=5)
    ask(client, member, good)
    client.get(own(member))

    with CaptureQueriesContext(connection) as queries:
        page = client.get(own(member)).content.decode().replace("\u00a0", " ")

    assert len(queries) <= 10
    assert "Rencontre d’essai" in page
    assert "Rencontre annulée" not in page
    assert "La charte que vous avez acceptée" in page
    assert "Annuler cette demande" in page
