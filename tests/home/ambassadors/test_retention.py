"""How long people are kept, what they may have told or forgotten."""

from __future__ import annotations

import datetime as dt
import uuid
from typing import Any

import pytest
from django.conf import settings
from django.test import Client
from wagtail.models import Locale, PageLogEntry, Revision
from wagtail_localize.models import String, TranslationSource

from home.ambassadors import services
from home.ambassadors.models import Ambassador, AmbassadorPhoto, Letter, PortraitPage
from home.ambassadors.personal_data import FILES
from home.ambassadors.states import AmbassadorAct, AmbassadorStatus
from operations import purge
from operations.append_only import PSEUDONYM
from operations.personal_data import Person
from tests.cast import Cast
from tests.factories import make_image, translate_whole
from tests.home.ambassadors.people import (
    acts,
    mails,
    make_good,
    make_member,
    make_portrait,
    make_request,
    own,
)
from ui.models import SiteImage

pytestmark = pytest.mark.django_db
DAY = dt.timedelta(days=1)
REASON = "Une raison assez longue."


def run(name: str, when: dt.datetime, *, dry_run: bool = False) -> int:
    """Apply one of the promises."""
    (policy,) = [one for one in purge.registered() if one.name == f"ambassadors.{name}"]
    return policy.run(when, dry_run)


def test_a_silent_member_is_asked_once_then_goes_then_is_forgotten(
    cast: Cast, now: dt.datetime
) -> None:
    person = make_member(now, cast.moderator)
    silent = now + settings.KEEP_AMBASSADOR_SILENT_DAYS * DAY

    assert run("ask_to_stay", silent - DAY) == 0
    assert (run("ask_to_stay", silent, dry_run=True), len(mails("ambassador_asks_to_stay"))) == (
        1,
        0,
    )
    assert [run("ask_to_stay", silent) for _turn in range(2)] == [1, 0]
    (mail,) = mails("ambassador_asks_to_stay", person.email)
    assert "/rester/" in mail.text
    last = silent + settings.KEEP_AMBASSADOR_NOTICE_DAYS * DAY
    assert run("end_unanswered", last) == 0
    assert [run("end_unanswered", last + DAY) for _turn in range(2)] == [1, 0]
    person.refresh_from_db()
    assert person.status == AmbassadorStatus.LEFT
    assert len(mails("ambassador_goodbye", person.email)) == 1
    end = last + DAY + settings.KEEP_AMBASSADOR_ENDED_DAYS * DAY
    assert run("people", end - DAY) == 0
    assert [run("people", end) for _turn in range(2)] == [1, 0]
    person.refresh_from_db()
    assert (person.status, person.full_name, person.email) == (AmbassadorStatus.ERASED, "", "")


def test_saying_that_one_stays_starts_again(client: Client, cast: Cast, now: dt.datetime) -> None:
    person = make_member(now - 740 * DAY, cast.moderator)
    assert run("ask_to_stay", now) == 1
    page = own(person, "rester/")

    assert client.get(page).status_code == 200
    assert Ambassador.objects.get(pk=person.pk).notice_at is not None
    assert "vous restez ambassadeur" in client.post(page).content.decode()

    assert acts(person)[-2:] == ["NOTICE", "STAYED"]
    assert run("end_unanswered", now + 90 * DAY) == 0
    assert run("ask_to_stay", now + 90 * DAY) == 0


def test_a_question_without_answer_closes_the_request(cast: Cast, now: dt.datetime) -> None:
    person = make_request(now)
    services.decide(
        person=person, act=AmbassadorAct.ASK, version=1, by=cast.moderator, now=now, reason=REASON
    )
    late = now + settings.KEEP_AMBASSADOR_UNANSWERED_DAYS * DAY

    assert run("end_unanswered", late - DAY) == 0
    assert run("end_unanswered", late, dry_run=True) == 1
    assert run("end_unanswered", late) == 1

    person.refresh_from_db()
    assert person.status == AmbassadorStatus.LEFT


def test_a_request_that_waits_for_the_team_is_never_lost(now: dt.datetime) -> None:
    person = make_request(now)

    for name in ("ask_to_stay", "end_unanswered", "people"):
        assert run(name, now + 5000 * DAY) == 0
    person.refresh_from_db()
    assert person.status == AmbassadorStatus.PENDING


def test_forgetting_leaves_acts_and_dates_without_a_name(cast: Cast, now: dt.datetime) -> None:
    person = make_member(now, cast.moderator, photo=True)
    portrait = make_portrait()
    services.link_portrait(person=person, portrait=portrait, by=cast.moderator, now=now)
    good = make_good(stock=5)
    services.ask_for_good(
        person=person, good=good, quantity=2, address="3 rue d’Essai", key=uuid.uuid4(), now=now
    )

    assert services.erase_person(person=person, now=now)
    assert not services.erase_person(person=person, now=now)

    good.refresh_from_db()
    person.refresh_from_db()
    assert not PortraitPage.objects.filter(pk=portrait.pk).exists()
    assert (good.stock, AmbassadorPhoto.objects.count()) == (5, 0)
    assert person.joined_at is not None
    assert "ACCEPT" in acts(person)
    assert not person.log.exclude(words="").exists()
    assert not person.consents.in_force().exists()


def test_the_team_erases_at_a_person_s_request(cast: Cast, now: dt.datetime) -> None:
    person = make_member(now, cast.moderator)
    team = cast.client(cast.moderator)

    assert team.post(f"/admin/ambassadeurs/{person.pk}/effacer/").status_code == 302

    assert team.get(f"/admin/ambassadeurs/{person.pk}/").status_code == 404
    assert person.log.get(act="ERASE").actor == cast.moderator


def test_names_of_the_team_leave_the_history_when_a_delay_is_set(
    cast: Cast, now: dt.datetime, settings: Any
) -> None:
    person = make_member(now, cast.moderator)
    settings.KEEP_LOG_NAMES_DAYS = 0
    assert run("log_names", now + 5000 * DAY) == 0
    settings.KEEP_LOG_NAMES_DAYS = 30
    cast.moderator.delete()

    assert run("log_names", now + 10 * DAY) == 0
    assert run("log_names", now + 40 * DAY) == 1

    assert person.log.get(act="ACCEPT").actor_name == PSEUDONYM
    assert person.log.get(act="RECEIVED").actor_name == "La personne"


def somebody(email: str, number: int = 0) -> Person:
    """Return a person known by an address."""
    return Person(id=number, public_id=uuid.uuid4(), addresses=(email,), name="Camille Essai")


def test_a_person_is_told_all_and_forgotten(cast: Cast, now: dt.datetime) -> None:
    person = make_member(now, cast.moderator, email="camille@essai.example", photo=True)
    other = make_member(now, cast.moderator)
    asker = somebody("Camille@essai.example")

    told = str(FILES.export(asker))

    for words in ("Libraire", "Mes grands-parents", "J’ai lu la charte", "Accepté"):
        assert words in told
    assert other.email not in told
    FILES.erase(asker, now)
    FILES.erase(asker, now)
    person.refresh_from_db()
    other.refresh_from_db()
    assert (person.status, other.status) == (AmbassadorStatus.ERASED, AmbassadorStatus.MEMBER)
    assert FILES.export(Person(0, uuid.uuid4(), (), "")) == FILES.export(
        somebody("x@essai.example")
    )


def test_the_letters_of_a_colleague_lose_their_name(cast: Cast, now: dt.datetime) -> None:
    make_member(now, cast.moderator)
    services.send_letter(
        people=Ambassador.objects.members(), subject="S", text="T", choice="", expected=1,
        key=uuid.uuid4(), by=cast.moderator, now=now,
    )  # fmt: skip

    FILES.erase(somebody("moderation@essai.example", cast.moderator.pk), now)

    row = Letter.objects.get()
    assert (row.written_by, row.author_name) == (None, PSEUDONYM)


def test_every_promise_is_said() -> None:
    names = [one.name for one in purge.registered() if one.name.startswith("ambassadors.")]

    assert names == [
        "ambassadors.ask_to_stay",
        "ambassadors.end_unanswered",
        "ambassadors.log_names",
        "ambassadors.people",
        "ambassadors.unconfirmed",
    ]


def test_forgetting_deletes_the_portrait_in_every_language_with_all_that_was_kept_of_it(
    client: Client, cast: Cast, now: dt.datetime, django_capture_on_commit_callbacks: Any
) -> None:
    name = "Mélusine Quercynoise"
    photo, shared = make_image(rights="Accord écrit"), make_image(rights="Libre")
    portrait = make_portrait(
        name, photo=photo, social_image=shared, photo_agreed_on=dt.date(2026, 1, 1)
    )
    make_portrait("Autre Essai", photo=shared, photo_agreed_on=dt.date(2026, 1, 1))
    with django_capture_on_commit_callbacks(execute=True):
        translate_whole(
            portrait, Locale.objects.get(language_code="en"), {"Figeac": "Figeac", name: name}
        )
    person = make_member(now, cast.moderator)
    person = services.link_portrait(person=person, portrait=portrait, by=cast.moderator, now=now)
    keys = [str(page.pk) for page in PortraitPage.objects.filter(title=name)]
    PageLogEntry.objects.create(
        page_id=portrait.pk, content_type=portrait.content_type, label=name, action="wagtail.edit",
        timestamp=now,
    )  # fmt: skip
    revisions = Revision.objects.filter(object_id__in=keys)
    assert (len(keys), revisions.exists(), String.objects.filter(data=name).exists()) == (
        2, True, True,
    )  # fmt: skip

    with django_capture_on_commit_callbacks(execute=True):
        services.erase_person(person=person, now=now)

    assert not PortraitPage.objects.filter(title=name).exists()
    assert not revisions.exists()
    assert not String.objects.filter(data=name).exists()
    assert not TranslationSource.objects.filter(object_repr__contains=name).exists()
    assert not PageLogEntry.objects.filter(label__contains=name).exists()
    assert not SiteImage.objects.filter(pk=photo.pk).exists()
    assert not photo.file.storage.exists(photo.file.name)
    assert SiteImage.objects.filter(pk=shared.pk).exists(), "another page shows it"
    assert client.get(portrait.address).status_code == 404
    assert name not in client.get("/recherche/?q=melusine").content.decode()
