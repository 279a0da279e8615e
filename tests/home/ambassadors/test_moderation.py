"""The team answers requests; the person answers questions by their link; the history is never rewritten."""

from __future__ import annotations

import datetime as dt
import re
from typing import Any

import pytest
import time_machine
from django.conf import settings
from django.db import IntegrityError, connection, transaction
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from home.ambassadors import services
from home.ambassadors.errors import ActNotAllowed, AlreadyDecided, ReasonRequired
from home.ambassadors.models import Ambassador, AmbassadorLogEntry
from home.ambassadors.states import (
    DECISIONS,
    TRANSITIONS,
    Actor,
    AmbassadorAct,
    AmbassadorStatus,
    possible,
)
from home.ambassadors.waiting import requests
from mailing.models import OutgoingMail
from operations import append_only
from tests.cast import Cast
from tests.home.ambassadors.people import acts, mails, make_member, make_request, own
from ui import waiting

pytestmark = pytest.mark.django_db
QUEUE = "/admin/ambassadeurs/"
REASON = "Dites-nous où vous vivez aujourd’hui."


def decide(client: Client, person: Ambassador, word: str, **data: Any) -> Any:
    """Take a decision as a member of the team does."""
    address = reverse("ambassadors_admin:decide", args=[person.pk, word])
    return client.post(address, {"version": person.version, **data})


def test_the_queue_shows_what_waits_for_the_team_first(cast: Cast, now: dt.datetime) -> None:
    recent = make_request(now)
    old = make_request(now - dt.timedelta(days=9))
    asked = make_request(now - dt.timedelta(days=20))
    services.decide(
        person=asked, act=AmbassadorAct.ASK, version=1, by=cast.moderator, now=now, reason=REASON
    )
    make_member(now, cast.moderator)
    client = cast.client(cast.moderator)

    response = client.get(QUEUE)

    assert list(response.context["page_obj"]) == [old, recent, asked]
    assert response.content.decode().count("En retard") == 1
    assert list(client.get(QUEUE, {"etat": "terminees"}).context["page_obj"]) == []


def test_one_and_twelve_requests_cost_the_same(cast: Cast, now: dt.datetime) -> None:
    client, counts = cast.client(cast.moderator), []
    make_request(now)
    client.get(QUEUE)
    for more in (0, 11):
        for _turn in range(more):
            make_request(now)
        with CaptureQueriesContext(connection) as queries:
            client.get(QUEUE)
        counts.append(len(queries))
    assert counts[0] == counts[1]


def test_a_request_is_read_whole_and_escaped(cast: Cast, now: dt.datetime) -> None:
    person = make_request(now, reason="<b>Gras</b>", photo=True)

    page = cast.client(cast.moderator).get(f"{QUEUE}{person.pk}/").content.decode()

    assert "&lt;b&gt;Gras" in page
    for words in ("Montréal, Canada", "Libraire", "Relayer", person.email, "J’ai lu la charte"):
        assert words in page
    assert f"{QUEUE}{person.pk}/photo/" in page


def test_accepting_makes_a_member_and_tells_them(cast: Cast, now: dt.datetime) -> None:
    person = make_request(now)
    client = cast.client(cast.moderator)

    response = decide(client, person, "accepter")

    assert (response.status_code, response["Location"]) == (302, QUEUE)
    person.refresh_from_db()
    assert person.status == AmbassadorStatus.MEMBER
    assert person.joined_at is not None
    (mail,) = mails("ambassador_accepted", person.email)
    assert "Bienvenue parmi les ambassadeurs" in mail.subject
    assert cast.moderator.first_name in mail.text
    assert "/agenda/" in mail.text
    assert mail.text.count("/ambassadeurs/espace/") == 1
    assert mail.html.count("/ambassadeurs/espace/</a>") == 1
    assert "Recevoir le lien de ma page" in mail.text
    assert person.public_id.hex not in mail.text + mail.html, "no mail opens their page unasked"
    assert acts(person) == ["RECEIVED", "CONFIRMED", "ACCEPT"]


@pytest.mark.parametrize(
    ("word", "status", "act"),
    [
        ("completer", "MORE_ASKED", "ambassador_more_asked"),
        ("refuser", "REFUSED", "ambassador_refused"),
    ],
)
def test_a_question_and_a_refusal_say_why_in_the_mail(
    cast: Cast, now: dt.datetime, word: str, status: str, act: str
) -> None:
    person = make_request(now)

    decide(cast.client(cast.moderator), person, word, reason=REASON)

    person.refresh_from_db()
    assert person.status == status
    (mail,) = mails(act, person.email)
    assert REASON in mail.text
    assert REASON in mail.html.replace("&#x27;", "’")
    assert person.log.get(act__in=("ASK", "REFUSE")).words == REASON


@pytest.mark.parametrize("word", ["completer", "refuser"])
@pytest.mark.parametrize("reason", ["", "Trop court"[:5], " " * 30])
def test_without_a_reason_nothing_is_decided(
    cast: Cast, now: dt.datetime, word: str, reason: str
) -> None:
    person = make_request(now)

    response = decide(cast.client(cast.moderator), person, word, reason=reason)

    assert response.status_code == 422
    person.refresh_from_db()
    assert person.status == AmbassadorStatus.PENDING
    with pytest.raises(ReasonRequired):
        services.decide(
            person=person,
            act=AmbassadorAct.REFUSE,
            version=1,
            by=cast.moderator,
            now=now,
            reason=reason,
        )


def test_the_mail_speaks_the_language_of_the_person(cast: Cast, now: dt.datetime) -> None:
    person = make_request(now, language="en")

    decide(cast.client(cast.moderator), person, "accepter")

    (mail,) = mails("ambassador_accepted")
    assert mail.subject == "Welcome among the ambassadors of the Lot"
    assert "/en/ambassadeurs/espace/" in mail.text


def test_of_two_moderators_the_second_is_told_who_decided(cast: Cast, now: dt.datetime) -> None:
    person = make_request(now)
    client = cast.client(cast.moderator)
    services.decide(
        person=person, act=AmbassadorAct.ACCEPT, version=1, by=cast.administrator, now=now
    )

    response = decide(client, person, "refuser", reason=REASON)

    assert response.status_code == 409
    assert cast.administrator.first_name in response.content.decode()
    person.refresh_from_db()
    assert person.status == AmbassadorStatus.MEMBER
    assert not mails("ambassador_refused")
    with pytest.raises(AlreadyDecided):
        services.decide(
            person=person,
            act=AmbassadorAct.REFUSE,
            version=1,
            by=cast.moderator,
            now=now,
            reason=REASON,
        )


@pytest.mark.parametrize("status", list(AmbassadorStatus))
@pytest.mark.parametrize("act", DECISIONS)
def test_a_decision_starts_only_from_where_the_table_says(
    cast: Cast, now: dt.datetime, status: AmbassadorStatus, act: AmbassadorAct
) -> None:
    person = make_request(now)
    fields: dict[str, Any] = {"status": status, "joined_at": now}
    if status == AmbassadorStatus.ERASED:
        fields |= dict.fromkeys(
            ("first_name", "last_name", "email", "place", "activity", "reason", "social_url"), ""
        )
    Ambassador.objects.filter(pk=person.pk).update(**fields)
    if status in TRANSITIONS[act, Actor.MODERATOR]:
        assert act in possible(status, Actor.MODERATOR)
        return
    with pytest.raises(ActNotAllowed):
        services.decide(
            person=person, act=act, version=1, by=cast.moderator, now=now, reason=REASON
        )


def test_the_person_answers_by_their_link_and_the_request_comes_back(
    client: Client, cast: Cast, now: dt.datetime
) -> None:
    person = make_request(now)
    services.decide(
        person=person, act=AmbassadorAct.ASK, version=1, by=cast.moderator, now=now, reason=REASON
    )
    person.refresh_from_db()
    (mail,) = mails("ambassador_more_asked")
    (address,) = re.findall(rf"{settings.BASE_URL}(/ambassadeurs/espace/\S+/reponse/)", mail.text)
    assert client.get(address.removesuffix("reponse/")).status_code == 404, "it opens nothing else"
    assert client.get(own(person, "reponse/")).status_code == 200

    page = client.get(address).content.decode()
    assert REASON in page
    assert acts(person)[-1] == "ASK", "reading the page must do nothing"
    assert client.post(address, {"answer": " "}).status_code == 422
    done = client.post(address, {"answer": "À Montréal, depuis 2019."})

    assert done.status_code == 200
    person.refresh_from_db()
    assert person.status == AmbassadorStatus.PENDING
    assert person.log.get(act="ANSWER").words == "À Montréal, depuis 2019."
    assert len(mails("ambassador_answer_received")) == 1
    assert client.post(address, {"answer": "Encore."}).status_code == 302
    assert acts(person).count("ANSWER") == 1
    queue = cast.client(cast.moderator).get(f"{QUEUE}{person.pk}/").content.decode()
    assert "À Montréal, depuis 2019." in queue


def test_a_link_of_nobody_is_not_found_and_an_old_one_says_how_to_get_another(
    client: Client, now: dt.datetime
) -> None:
    person = make_request(now)
    address = own(person)

    for forged in ("x", "0" * 48, "a" * 5000, address.split("/")[3][:-3] + "xyz"):
        assert client.get(f"/ambassadeurs/espace/{forged}/").status_code == 404
    later = dt.datetime.now(dt.UTC) + dt.timedelta(hours=settings.AMBASSADOR_LINK_HOURS, minutes=1)
    with time_machine.travel(later):
        expired = client.get(address)
    assert expired.status_code == 410
    assert "/ambassadeurs/espace/" in expired.content.decode()
    Ambassador.objects.filter(pk=person.pk).update(email="autre@essai.example")
    assert client.get(address).status_code == 404


def test_the_links_pages_are_kept_by_no_cache_nor_robot(client: Client, now: dt.datetime) -> None:
    response = client.get(own(make_request(now)))

    assert "no-store" in response["Cache-Control"]
    assert response["Referrer-Policy"] == "same-origin"
    assert '<meta name="robots" content="noindex">' in response.content.decode()


@pytest.mark.parametrize(
    "change",
    [{"act": "REFUSE"}, {"words": "Autre chose"}, {"to_status": "MEMBER"}, {"actor_name": "Moi"}],
)
def test_the_history_is_never_rewritten(now: dt.datetime, change: dict[str, str]) -> None:
    person = make_request(now)
    lines = AmbassadorLogEntry.objects.filter(ambassador=person)

    with pytest.raises(IntegrityError), transaction.atomic():
        lines.update(**change)
    with pytest.raises(IntegrityError), transaction.atomic():
        lines._raw_delete(lines.db)
    with pytest.raises(TypeError):
        lines.get(act="RECEIVED").save()


def test_the_guard_of_the_history_is_in_the_database() -> None:
    table = AmbassadorLogEntry._meta.db_table

    assert append_only.guarding(table) == sorted(
        append_only.trigger_names(connection.vendor, table)
    )


def test_the_dashboard_counts_what_waits(cast: Cast, now: dt.datetime) -> None:
    make_request(now)
    old = make_request(now - dt.timedelta(days=3))
    kinds = {kind.name: kind for kind in waiting.registered()}

    counted = requests(cast.moderator)

    assert (counted.count, counted.oldest) == (2, old.waiting_since)
    kind = kinds["ambassadors.requests"]
    assert (kind.late_after, reverse(kind.url_name)) == (dt.timedelta(days=7), QUEUE)
    assert reverse(kinds["ambassadors.goods"].url_name) == f"{QUEUE}objets/"


def test_nobody_else_of_the_staff_sees_people(cast: Cast, now: dt.datetime) -> None:
    person = make_request(now, photo=True)
    for who in (cast.editor, cast.publisher, cast.translator, cast.referent, cast.health_contact):
        client = cast.client(who)
        for address in ("", f"{person.pk}/", f"{person.pk}/photo/", "membres/", "membres/export/"):
            # Wagtail sends back to the dashboard whoever may not enter.
            response = client.get(f"{QUEUE}{address}")
            assert (response.status_code, response["Location"]) == (302, "/admin/")
        assert decide(client, person, "accepter")["Location"] == "/admin/"
    person.refresh_from_db()
    assert person.status == AmbassadorStatus.PENDING


def test_the_photo_is_shown_to_the_team_alone(client: Client, cast: Cast, now: dt.datetime) -> None:
    person = make_request(now, photo=True)
    address = f"{QUEUE}{person.pk}/photo/"

    assert client.get(address).status_code == 302
    shown = cast.client(cast.moderator).get(address)
    assert (shown["Content-Type"], shown["X-Content-Type-Options"]) == ("image/jpeg", "nosniff")
    assert shown.content[:2] == b"\xff\xd8"
    assert (
        cast.client(cast.moderator).get(f"{QUEUE}{make_request(now).pk}/photo/").status_code == 404
    )


def ask_link(client: Client, email: str) -> Any:
    """Ask for the link of one's own page, ten seconds after reading the form."""
    form = client.get("/ambassadeurs/espace/").context["form"]
    values = {"email": email, "website_url": "", "ts": form["ts"].value()}
    with time_machine.travel(dt.datetime.now(dt.UTC) + dt.timedelta(seconds=10)):
        return client.post("/ambassadeurs/espace/", values)


def test_a_person_asks_for_their_link_and_strangers_learn_nothing(
    client: Client, now: dt.datetime
) -> None:
    person = make_request(now)
    OutgoingMail.objects.all().delete()
    answers = [
        ask_link(client, email) for email in (person.email.upper(), "inconnue@essai.example")
    ]

    assert {(answer.status_code, answer["Location"]) for answer in answers} == {
        (302, "/ambassadeurs/espace/envoye/")
    }
    (mail,) = OutgoingMail.objects.all()
    assert (mail.to, mail.act, mail.is_secret) == (person.email, "ambassador_space_link", True)


def test_the_link_asked_for_opens_the_page_for_a_day(client: Client, now: dt.datetime) -> None:
    person = make_request(now)
    ask_link(client, person.email)

    (mail,) = mails("ambassador_space_link", person.email)
    (address,) = re.findall(rf"{settings.BASE_URL}(/ambassadeurs/espace/[^/\s]{{20,}}/)", mail.text)
    assert person.email in client.get(address).content.decode()


def test_one_address_receives_three_links_a_day_and_the_answer_stays_the_same(
    now: dt.datetime,
) -> None:
    person = make_request(now)
    OutgoingMail.objects.all().delete()

    answers = [
        ask_link(Client(REMOTE_ADDR=f"192.0.2.{number}"), person.email) for number in range(5)
    ]

    assert {(answer.status_code, answer["Location"]) for answer in answers} == {
        (302, "/ambassadeurs/espace/envoye/")
    }
    assert len(mails("ambassador_space_link", person.email)) == 3
