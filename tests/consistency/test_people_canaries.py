"""What families, health professionals, ambassadors and visitors write is read by those who answer them, and by nobody else.

A unique word is planted in each kind of request; each is first seen by somebody who may, then looked for in all that
the others can reach by links, and on each screen of the requests asked for by its address.
"""

from __future__ import annotations

import datetime as dt
import uuid
from dataclasses import dataclass, field

import pytest
from django.db import transaction
from django.test import Client, override_settings
from django.urls import reverse
from django.utils import translation

from home.ambassadors import services as ambassadors
from home.contact.models import ContactMessage
from home.events import services as events
from home.health import services as health
from home.welcome import services as welcome
from tests.cast import Cast
from tests.conftest import PARIS
from tests.consistency.crawl import PUBLIC_DOORS, body, crawl
from tests.factories import make_event, make_member, make_referent
from tests.home.health.making import ANSWERS

# How far each reader walks from their doors.
ADMIN_PAGES, PUBLIC_PAGES = 70, 150
# Who may read which kind of request, besides the administrators.
READERS = {
    "household": {"referent"},
    "call-back": {"health_contact"},
    "ambassador": {"moderator"},
    "registration": {"moderator"},
    "message": {"moderator"},
}
STAFF = ("editor", "publisher", "translator", "referent", "health_contact", "moderator")


@dataclass
class Planted:
    """The words planted, by kind of request, and the screens that show them."""

    cast: Cast
    words: dict[str, str] = field(default_factory=dict)
    screens: dict[str, str] = field(default_factory=dict)

    def word(self, kind: str) -> str:
        """Return the word of a kind of request."""
        return self.words.setdefault(kind, f"kanari{kind.replace('-', '')}zyx")

    def seen_in(self, text: str) -> set[str]:
        """Return the kinds of request that a text shows."""
        return {kind for kind, word in self.words.items() if word in text.lower()}


@pytest.fixture(scope="module")
def planted(django_db_setup, django_db_blocker, tmp_path_factory):
    """Let one person of each kind write once, in a transaction that is undone after the last test."""
    now = dt.datetime.now(PARIS).replace(hour=10, minute=0, second=0, microsecond=0)
    media = tmp_path_factory.mktemp("people")
    translation.activate("fr")
    with django_db_blocker.unblock(), transaction.atomic(), override_settings(MEDIA_ROOT=media):
        cast = Cast(now)
        aviary = Planted(cast)
        for name in (*STAFF, "administrator", "cafe_owner"):
            getattr(cast, name)  # called on stage before the tests, which undo what they make
        make_referent("Accueil Essai", user=cast.referent, is_departmental=True)
        plant_household(aviary)
        plant_call_back(aviary)
        plant_ambassador(aviary)
        plant_registration(aviary)
        plant_message(aviary)
        yield aviary
        transaction.set_rollback(True)


@pytest.fixture
def aviary(planted, django_db_blocker):
    """Return what is planted; what one test reads and writes is undone."""
    with django_db_blocker.unblock(), transaction.atomic():
        yield planted
        transaction.set_rollback(True)


def person(word: str) -> dict[str, str]:
    """Return who writes: the word is in the name, the address and the telephone's place."""
    return {"first_name": word, "last_name": word, "email": f"{word}@prive.example"}


def plant_household(aviary: Planted) -> None:
    word = aviary.word("household")
    row = welcome.submit_request(
        project=person(word),
        household={"adults": 2, "children_0_3": 1, "needs": ["SCHOOL"], "message": f"<b>{word}</b>"},
        key=uuid.uuid4(), language="fr", now=aviary.cast.now,
    )  # fmt: skip
    aviary.screens["household"] = reverse("welcome_admin:detail", args=[row.pk])


def plant_call_back(aviary: Planted) -> None:
    word = aviary.word("call-back")
    row = health.ask_to_be_called(
        key=uuid.uuid4(),
        language="fr",
        now=aviary.cast.now,
        **ANSWERS | person(word) | {"message": word, "place": word},
    )
    aviary.screens["call-back"] = reverse("health_admin:detail", args=[row.pk])


def plant_ambassador(aviary: Planted) -> None:
    word = aviary.word("ambassador")
    row = ambassadors.ask_to_join(
        application=ambassadors.Application(
            **person(word), place=word, activity=word, reason=word, helps=(), social_url="", language="fr",
            wants_letters=True, agrees_to_publication=True, photo=None,
        ),
        key=uuid.uuid4(), now=aviary.cast.now,
    )  # fmt: skip
    aviary.screens["ambassador"] = reverse("ambassadors_admin:detail", args=[row.pk])


def plant_registration(aviary: Planted) -> None:
    word = aviary.word("registration")
    event = make_event(now=aviary.cast.now, capacity=9)
    events.register(
        event=event, attendee=events.Attendee(**person(word)), now=aviary.cast.now, is_proved=True
    )
    aviary.screens["registration"] = reverse("events_admin:detail", args=[event.pk])


def plant_message(aviary: Planted) -> None:
    word = aviary.word("message")
    row = ContactMessage.objects.create(
        **person(word), subject="JOB", message=word, language="fr", created_at=aviary.cast.now
    )
    aviary.screens["message"] = reverse("contact_admin:detail", args=[row.pk])


def shown_to(aviary: Planted, client: Client) -> set[str]:
    """Return the kinds of request that the screens themselves show to somebody."""
    return aviary.seen_in("\n".join(body(client.get(path)) for path in aviary.screens.values()))


@pytest.mark.django_db  # alone in its file this mark has the database made
def test_the_words_planted_are_heard():
    planted = Planted(cast=None)
    word = planted.word("message")
    planted.word("household")
    assert planted.seen_in(f"… {word.upper()} …") == {"message"}


def test_each_kind_of_request_is_seen_by_those_who_answer_it(aviary):
    assert aviary.words.keys() == READERS.keys()
    for kind, readers in READERS.items():
        for who in sorted(readers):
            text = body(aviary.cast.client(getattr(aviary.cast, who)).get(aviary.screens[kind]))
            assert kind in aviary.seen_in(text), (kind, who)


@pytest.mark.parametrize("who", STAFF)
def test_a_role_sees_no_request_that_it_does_not_answer(aviary, who):
    client = aviary.cast.client(getattr(aviary.cast, who))
    allowed = {kind for kind, readers in READERS.items() if who in readers}
    assert shown_to(aviary, client) == allowed
    doors = ["/admin/", "/admin/reports/site-history/", "/admin/pages/"]
    leaks = {
        address: seen
        for address, _response, text in crawl(client, doors, inside="/admin/", at_most=ADMIN_PAGES)
        if (seen := aviary.seen_in(text) - allowed)
    }
    assert leaks == {}


@pytest.mark.parametrize("who", ["visitor", "member"])
def test_nothing_of_them_is_on_the_public_site_nor_in_the_space_of_employers(aviary, who):
    cast = aviary.cast
    client = cast.client(make_member(cast.cafe, cast.now) if who == "member" else None)
    assert shown_to(aviary, client) == set()
    doors = [
        "/espace-employeur/",
        "/agenda/",
        "/ambassadeurs/",
        "/s-installer/",
        "/sante/",
        *PUBLIC_DOORS,
    ]
    leaks = {
        address: seen
        for address, _response, text in crawl(client, doors, at_most=PUBLIC_PAGES)
        if (seen := aviary.seen_in(text))
    }
    assert leaks == {}
