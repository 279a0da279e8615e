"""Nothing that was typed counts before the owner of the address presses the button of the first mail."""

from __future__ import annotations

import datetime as dt
from typing import Any

import pytest
import time_machine
from django.conf import settings
from django.test import Client
from django.urls import reverse

from home.ambassadors import services
from home.ambassadors.errors import ActNotAllowed, AddressNotConfirmed
from home.ambassadors.models import Ambassador
from home.ambassadors.states import AmbassadorAct, AmbassadorStatus, Purpose
from home.ambassadors.waiting import requests
from mailing.models import OutgoingMail
from operations import purge
from tests.cast import Cast
from tests.home.ambassadors.people import (
    acts,
    mails,
    make_portrait,
    make_request,
    own,
    send,
    to_confirm,
)

pytestmark = pytest.mark.django_db
QUEUE = "/admin/ambassadeurs/"
REASON = "Une raison assez longue."
DAY = dt.timedelta(days=1)


def purge_unconfirmed(when: dt.datetime, *, dry_run: bool = False) -> int:
    """Apply the promise about addresses that nobody confirmed."""
    (policy,) = [one for one in purge.registered() if one.name == "ambassadors.unconfirmed"]
    return policy.run(when, dry_run)


def agreeing(purpose: Purpose) -> list[Ambassador]:
    """Return the people whose agreement counts."""
    return list(Ambassador.objects.agreeing_to(purpose))


def test_the_first_mail_quotes_nothing_that_a_stranger_typed(client: Client) -> None:
    send(client, first_name="Achetez-vite", last_name="Promo", place="Casino", letters="on")

    (mail,) = mails("ambassador_request_received", "camille@essai.example")
    for words in ("Achetez", "Promo", "Casino", "Libraire"):
        assert words not in mail.subject + mail.text + mail.html
    person = Ambassador.objects.get()
    assert f"{settings.BASE_URL}/ambassadeurs/devenir/confirmer/" in mail.text
    assert client.get(own(person)).status_code == 410, "no page before the address is confirmed"


def test_agreements_count_once_the_button_is_pressed(client: Client, now: dt.datetime) -> None:
    person = make_request(now, confirmed=False, first_name="Camille")
    assert person.consents.in_force().count() == 3
    assert [agreeing(purpose) for purpose in (Purpose.LETTERS, Purpose.PUBLICATION)] == [[], []]
    address = to_confirm(person)

    shown = client.get(address).content.decode()
    assert "Camille" in shown
    assert "publie mon portrait" in shown
    assert not Ambassador.objects.get().is_confirmed, "reading the page must do nothing"
    done = client.post(address)

    assert done.status_code == 200
    person.refresh_from_db()
    assert person.is_confirmed
    assert acts(person) == ["RECEIVED", "CONFIRMED"]
    assert agreeing(Purpose.LETTERS) == agreeing(Purpose.PUBLICATION) == [person]
    assert "/ambassadeurs/espace/" in done.content.decode()


def test_the_link_works_once_and_opens_nothing_afterwards(client: Client, now: dt.datetime) -> None:
    person = make_request(now, confirmed=False)
    address = to_confirm(person)
    client.post(address)

    again = [client.get(address), client.post(address), client.post(address, {"erase": "1"})]

    assert {response.status_code for response in again} == {200}
    for response in again:
        page = response.content.decode()
        assert f"/espace/{person.public_id.hex}" not in page
        assert person.last_name not in page
    person.refresh_from_db()
    assert person.status == AmbassadorStatus.PENDING
    assert acts(person).count("CONFIRMED") == 1


def test_the_owner_of_an_address_erases_what_a_stranger_typed(
    client: Client, now: dt.datetime
) -> None:
    person = make_request(now, confirmed=False, photo=True)
    OutgoingMail.objects.all().delete()

    assert client.post(to_confirm(person), {"erase": "1"}).status_code == 200

    person.refresh_from_db()
    assert (person.status, person.email) == (AmbassadorStatus.ERASED, "")
    assert not OutgoingMail.objects.exists()


def test_a_forged_or_old_link_confirms_nothing(client: Client, now: dt.datetime) -> None:
    person = make_request(now, confirmed=False)
    address = to_confirm(person)

    assert client.post(address.replace("confirmer/", "confirmer/x")).status_code == 404
    assert client.post(own(person).replace("espace", "devenir/confirmer")).status_code == 404
    days = settings.KEEP_AMBASSADOR_UNCONFIRMED_DAYS + 1
    with time_machine.travel(dt.datetime.now(dt.UTC) + days * DAY):
        assert client.post(address).status_code == 410
    Ambassador.objects.update(email="autre@essai.example")
    assert client.post(address).status_code == 404
    person.refresh_from_db()
    assert not person.is_confirmed


def test_the_team_sees_it_and_neither_accepts_nor_asks(cast: Cast, now: dt.datetime) -> None:
    person = make_request(now - 20 * DAY, confirmed=False)
    team = cast.client(cast.moderator)

    page = team.get(f"{QUEUE}{person.pk}/").content.decode()
    queue = team.get(QUEUE).content.decode()

    assert "Adresse non confirmée" in page
    assert "Adresse non confirmée" in queue
    assert "En retard" not in queue
    assert requests(cast.moderator).count == 0
    for word in ("accepter", "completer"):
        address = reverse("ambassadors_admin:decide", args=[person.pk, word])
        assert address not in page
        assert team.post(address, {"version": 1, "reason": REASON}).status_code == 409
    with pytest.raises(AddressNotConfirmed):
        services.decide(
            person=person, act=AmbassadorAct.ACCEPT, version=1, by=cast.moderator, now=now
        )
    refuse = reverse("ambassadors_admin:decide", args=[person.pk, "refuser"])
    assert team.post(refuse, {"version": 1, "reason": REASON}).status_code == 302
    assert acts(person) == ["RECEIVED", "REFUSE"]


def test_the_promised_delay_starts_with_the_confirmation(cast: Cast, now: dt.datetime) -> None:
    person = make_request(now - 20 * DAY, confirmed=False)

    services.confirm_address(person=person, now=now)
    services.confirm_address(person=person, now=now + DAY)

    assert requests(cast.moderator).oldest == now
    assert "En retard" not in cast.client(cast.moderator).get(QUEUE).content.decode()


def test_asking_again_from_an_address_not_confirmed_sends_the_same_mail(
    client: Client, now: dt.datetime
) -> None:
    make_request(now, email="camille@essai.example", confirmed=False)
    OutgoingMail.objects.all().delete()

    send(client, first_name="Autre")
    services.send_space_link(email="camille@essai.example", now=now)

    assert [mail.act for mail in OutgoingMail.objects.all()] == ["ambassador_request_received"] * 2
    assert Ambassador.objects.get().first_name == "Camille"


def test_a_portrait_tied_before_the_confirmation_leaves_the_site(
    cast: Cast, now: dt.datetime
) -> None:
    person, portrait = make_request(now, confirmed=False), make_portrait()

    services.link_portrait(person=person, portrait=portrait, by=cast.moderator, now=now)

    portrait.refresh_from_db()
    assert not portrait.live
    assert portrait.consent_refusal is not None


def test_what_nobody_confirms_is_erased_and_what_waits_for_the_team_is_not(
    now: dt.datetime,
) -> None:
    person, other = make_request(now, confirmed=False), make_request(now)
    end = now + settings.KEEP_AMBASSADOR_UNCONFIRMED_DAYS * DAY

    assert [purge_unconfirmed(end - DAY), purge_unconfirmed(end, dry_run=True)] == [0, 1]
    assert [purge_unconfirmed(end) for _turn in range(2)] == [1, 0]

    person.refresh_from_db()
    other.refresh_from_db()
    assert (person.status, other.status) == (AmbassadorStatus.ERASED, AmbassadorStatus.PENDING)
    with pytest.raises(ActNotAllowed):
        services.confirm_address(person=person, now=now)


@pytest.mark.parametrize(
    ("days", "words"), [(7, "sous une semaine"), (10, "sous 10 jours"), (1, "sous 1 jour")]
)
def test_every_sentence_says_the_delay_of_the_settings(
    client: Client, cast: Cast, now: dt.datetime, settings: Any, days: int, words: str
) -> None:
    settings.AMBASSADOR_ANSWER_DAYS = days
    person = make_request(now, language="fr")
    services.decide(
        person=person, act=AmbassadorAct.ASK, version=1, by=cast.moderator, now=now, reason=REASON
    )
    answered = client.post(own(person, "reponse/"), {"answer": "Oui."})
    sent = send(client)
    unconfirmed = Ambassador.objects.get(email="camille@essai.example")
    pages = [
        client.get("/ambassadeurs/devenir/"),
        client.get(sent["Location"]),
        answered,
        client.get(own(person)),
        client.post(to_confirm(unconfirmed)),
    ]
    said = [page.content.decode() for page in pages]
    for act in ("ambassador_request_received", "ambassador_answer_received"):
        said += [mails(act)[-1].text, mails(act)[-1].html]

    for text in said:
        plain = text.replace("\u00a0", " ").replace("&nbsp;", " ")
        assert words in plain
        assert ("sous une semaine" in plain) == (days == 7)
