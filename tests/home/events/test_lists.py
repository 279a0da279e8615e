"""The team's lists: who comes, marks of presence, additions by hand, paper, export, history, and their end."""

from __future__ import annotations

import datetime as dt
from typing import Any

import pytest
from django.contrib.messages.storage.cookie import CookieStorage
from django.core.exceptions import ValidationError
from django.db import IntegrityError, connection, transaction
from django.test import Client, RequestFactory
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from wagtail.models import Page

from accounts.erasure import anonymise
from accounts.models import User
from home.events import services, wagtail_hooks
from home.events.errors import NoSeatLeft
from home.events.models import EventIndexPage, EventPage, Registration, RegistrationLogEntry
from home.events.retention import delete_registrations, forget_names
from home.events.services import Attendee
from home.events.states import RegistrationAct, RegistrationStatus
from mailing.models import OutgoingMail
from operations import personal_data, purge
from operations.append_only import PSEUDONYM
from operations.personal_data import Person
from tests.cast import Cast
from tests.factories import make_event, make_user

pytestmark = pytest.mark.django_db
FORM = {"first_name": "Démo", "last_name": "Appelante", "email": "", "phone": "", "party_size": "1"}


def come(event: EventPage, name: str, now: dt.datetime, size: int = 1) -> Registration:
    attendee = Attendee("Démo", name, f"{name.lower()}@essai.example", "05 65 00 00 00", size)
    return services.register(event=event, attendee=attendee, now=now, is_proved=True)


def act(client: Client, row: Registration, word: str, *, status: int = 302) -> Any:
    response = client.post(reverse("events_admin:act", args=[row.public_id, word]))
    assert response.status_code == status
    row.refresh_from_db()
    return response


def screen(client: Client, event: EventPage) -> str:
    return client.get(reverse("events_admin:detail", args=[event.pk])).content.decode()


@pytest.fixture
def team(cast: Cast) -> Client:
    """Return the browser of somebody of the team."""
    return cast.client(cast.moderator)


# --- who may


def test_only_the_team_reads_the_lists(cast: Cast, now: dt.datetime) -> None:
    event = make_event(now=now)
    row = come(event, "Un", now)
    paths = [
        reverse("events_admin:list"),
        reverse("events_admin:detail", args=[event.pk]),
        reverse("events_admin:sheet", args=[event.pk]),
    ]
    for who in (cast.editor, cast.publisher, cast.translator, cast.referent, cast.health_contact):
        client = cast.client(who)
        for path in paths:
            answer = client.get(path)
            assert answer.status_code in (302, 403)
            assert "un@essai.example" not in answer.content.decode()
        for path in (
            reverse("events_admin:export", args=[event.pk]),
            reverse("events_admin:act", args=[row.public_id, "annuler"]),
        ):
            assert client.post(path).status_code in (302, 403)
    assert Registration.objects.get().status == RegistrationStatus.CONFIRMED
    for path in paths:
        assert cast.client(cast.moderator).get(path).status_code == 200


def test_editors_of_the_page_see_no_name(cast: Cast, now: dt.datetime) -> None:
    event = make_event(now=now)
    come(event, "Cachee", now)

    page = cast.client(cast.editor).get(reverse("wagtailadmin_pages:edit", args=[event.pk]))

    assert page.status_code == 200
    assert "Cachee" not in page.content.decode()


# --- the list


def test_the_list_counts_who_comes_and_who_waits(team: Client, now: dt.datetime) -> None:
    event = make_event("Soirée comptée", now=now, capacity=2)
    come(event, "Un", now, 2)
    come(event, "Deux", now, 1)
    make_event("Passée", now=now, starts_at=now - dt.timedelta(days=3))

    page = team.get(reverse("events_admin:list")).content.decode()

    assert "Soirée comptée" in page
    assert "<td>2 / 2</td>" in page
    assert "Passée" not in page
    assert "Passée" in team.get(f"{reverse('events_admin:list')}?periode=passes").content.decode()


def test_the_screen_costs_the_same_for_one_and_for_thirty(team: Client, now: dt.datetime) -> None:
    event = make_event(now=now)
    come(event, "Un", now)
    screen(team, event)
    with CaptureQueriesContext(connection) as one:
        screen(team, event)
    for number in range(29):
        come(event, f"P{number}", now)
    with CaptureQueriesContext(connection) as thirty:
        screen(team, event)

    assert len(one) == len(thirty)


def test_presence_is_marked_and_unmarked(team: Client, now: dt.datetime) -> None:
    event = make_event(now=now, capacity=1, starts_at=now + dt.timedelta(hours=1))
    here, waits = come(event, "Un", now), come(event, "Deux", now)

    act(team, here, "present")
    first = here.present_at
    act(team, here, "present")
    assert here.present_at == first is not None
    act(team, here, "absent")
    assert here.present_at is None
    act(team, waits, "present", status=409)
    assert waits.present_at is None
    assert list(RegistrationLogEntry.objects.order_by("pk").values_list("act", flat=True))[2:] == [
        RegistrationAct.PRESENT, RegistrationAct.ABSENT,
    ]  # fmt: skip


def test_nobody_is_present_before_the_day_of_the_event(team: Client, now: dt.datetime) -> None:
    later, today = make_event(now=now), make_event(now=now, starts_at=now + dt.timedelta(hours=1))
    row, other = come(later, "Un", now), come(today, "Deux", now)
    path = "/present/"

    assert path not in screen(team, later)
    assert path in screen(team, today)
    refused = act(team, row, "present", status=409).content.decode()
    assert "On marque les présences à partir du jour du rendez-vous." in refused
    assert row.present_at is None
    act(team, other, "present")
    assert other.present_at is not None


def test_the_form_of_the_team_speaks_of_the_person_who_calls(
    team: Client, now: dt.datetime
) -> None:
    event = make_event(now=now)
    empty = dict.fromkeys(FORM, "")

    page = team.post(reverse("events_admin:add", args=[event.pk]), empty)

    assert page.status_code == 422
    html = page.content.decode()
    assert "Indiquez le prénom de la personne." in html
    assert "Vous y compris" not in html
    assert "Vous comprise" not in html


def test_a_place_may_be_given_out_of_turn_but_never_beyond_the_room(
    team: Client, cast: Cast, now: dt.datetime
) -> None:
    event = make_event(now=now, capacity=2)
    first = come(event, "Un", now, 1)
    come(event, "Grande", now, 2)
    small = come(event, "Petite", now, 1)

    act(team, small, "place")
    assert small.status == RegistrationStatus.CONFIRMED
    assert OutgoingMail.objects.filter(act="registration_promoted").count() == 1
    late = come(event, "Tard", now)
    act(team, late, "place", status=409)
    with pytest.raises(NoSeatLeft):
        services.give_seat(registration=late, by=cast.moderator, now=now)
    assert first.status == RegistrationStatus.CONFIRMED


def test_the_team_cancels_and_the_place_goes_on(team: Client, now: dt.datetime) -> None:
    event = make_event(now=now, capacity=1)
    first, second = come(event, "Un", now), come(event, "Deux", now)

    act(team, first, "annuler")
    second.refresh_from_db()

    assert first.status == RegistrationStatus.CANCELLED
    assert second.status == RegistrationStatus.CONFIRMED
    assert "Inscription annulée</strong> – Camille" in screen(team, event)


def test_an_unknown_act_is_not_found(team: Client, now: dt.datetime) -> None:
    act(team, come(make_event(now=now), "Un", now), "effacer", status=404)


# --- by hand


def test_somebody_who_phones_is_written_down_without_an_address(
    team: Client, now: dt.datetime
) -> None:
    event = make_event(now=now, registration_opens_at=now + dt.timedelta(days=3))

    response = team.post(reverse("events_admin:add", args=[event.pk]), FORM)

    row = Registration.objects.get()
    assert response.status_code == 302
    assert (row.last_name, row.email, row.is_by_team) == ("Appelante", "", True)
    assert OutgoingMail.objects.count() == 0
    assert "Appelante" in screen(team, event)


def test_two_people_without_an_address_may_come(team: Client, now: dt.datetime) -> None:
    event = make_event(now=now)
    for _time in range(2):
        team.post(reverse("events_admin:add", args=[event.pk]), FORM)

    assert Registration.objects.count() == 2


def test_the_room_holds_for_the_team_too(team: Client, now: dt.datetime) -> None:
    event = make_event(now=now, capacity=1)
    come(event, "Un", now)

    team.post(reverse("events_admin:add", args=[event.pk]), FORM | {"email": "b@essai.example"})

    assert Registration.objects.get(last_name="Appelante").status == RegistrationStatus.WAITING


@pytest.mark.parametrize(
    ("changes", "status"), [({"last_name": ""}, 422), ({"email": "un@essai.example"}, 409), ({"party_size": "9"}, 422)]
)  # fmt: skip
def test_what_cannot_be_written_down_is_said_and_kept(
    team: Client, now: dt.datetime, changes: dict[str, str], status: int
) -> None:
    event = make_event(now=now)
    come(event, "Un", now)

    response = team.post(reverse("events_admin:add", args=[event.pk]), FORM | changes)

    assert response.status_code == status
    assert 'value="Démo"' in response.content.decode()
    assert Registration.objects.count() == 1


def test_nobody_is_added_to_what_is_cancelled(team: Client, now: dt.datetime) -> None:
    event = make_event(now=now, is_cancelled=True)

    assert team.post(reverse("events_admin:add", args=[event.pk]), FORM).status_code == 409


# --- paper and file


def test_the_sheet_has_names_and_boxes_and_nothing_to_reach_people(
    team: Client, now: dt.datetime
) -> None:
    event = make_event(now=now, capacity=2)
    come(event, "Zelie", now)
    come(event, "Alix", now)
    come(event, "Attend", now)

    page = team.get(reverse("events_admin:sheet", args=[event.pk])).content.decode()

    assert page.index("Alix") < page.index("Zelie")
    assert "Attend" not in page.split("review-body")[1]
    assert "@essai.example" not in page.split("review-body")[1]
    assert "05 65" not in page.split("review-body")[1]


def test_the_export_opens_in_a_spreadsheet_and_runs_nothing(team: Client, now: dt.datetime) -> None:
    event = make_event(now=now)
    services.register(
        event=event,
        attendee=Attendee("=1+1", "@SOMME", "a@essai.example", "+33 5 65 00 00 00"),
        now=now,
        is_proved=True,
    )
    path = reverse("events_admin:export", args=[event.pk])

    response = team.post(path)
    text = response.content.decode("utf-8-sig")

    assert response["Content-Type"] == "text/csv; charset=utf-8"
    assert text.splitlines()[0].startswith("Nom;Prénom;")
    assert "'=1+1" in text
    assert "'@SOMME" in text
    assert team.get(path).status_code == 405
    line = RegistrationLogEntry.objects.get(act=RegistrationAct.EXPORTED)
    assert line.registration is None


# --- history, and the end


def test_the_database_refuses_to_rewrite_the_history(now: dt.datetime) -> None:
    come(make_event(now=now), "Un", now)
    line = RegistrationLogEntry.objects.get()

    with pytest.raises(TypeError):
        line.save()
    for change in (
        lambda: RegistrationLogEntry.objects.update(act=RegistrationAct.ERASED),
        lambda: RegistrationLogEntry.objects.all().delete(),
    ):
        with pytest.raises(IntegrityError), transaction.atomic():
            change()


def test_registrations_are_deleted_after_their_time(now: dt.datetime, settings: Any) -> None:
    settings.KEEP_EVENT_REGISTRATION_DAYS = 180
    event = make_event(now=now)
    come(event, "Un", now)
    due = event.ends_at + dt.timedelta(days=180)

    assert delete_registrations(due - dt.timedelta(seconds=1), dry_run=False) == 0
    assert delete_registrations(due, dry_run=True) == 1
    assert Registration.objects.count() == 1
    assert delete_registrations(due, dry_run=False) == 1
    assert Registration.objects.count() == 0
    assert RegistrationLogEntry.objects.count() == 1
    assert EventPage.objects.filter(pk=event.pk).exists()


def test_the_purge_knows_the_promises() -> None:
    names = {policy.name for policy in purge.registered()}
    assert {"events.registrations", "events.unconfirmed", "events.log_names"} <= names


def test_names_of_the_team_leave_the_history_with_their_account(
    cast: Cast, now: dt.datetime, settings: Any
) -> None:
    settings.KEEP_LOG_NAMES_DAYS = 30
    row = come(make_event(now=now, starts_at=now + dt.timedelta(hours=1)), "Un", now)
    services.mark_present(registration=row, is_present=True, by=cast.moderator, now=now)
    cast.moderator.delete()

    assert forget_names(now + dt.timedelta(days=31), dry_run=False) == 1

    assert list(RegistrationLogEntry.objects.order_by("pk").values_list("actor_name", flat=True)) == [
        "La personne inscrite", PSEUDONYM,
    ]  # fmt: skip


def person_of(user: User) -> Person:
    return Person(user.pk, user.public_id, (user.email,), user.get_full_name())


def test_a_person_reads_and_erases_their_registrations_and_the_place_goes_on(
    now: dt.datetime,
) -> None:
    user = make_user("un@essai.example")
    event = make_event("Soirée à moi", now=now, capacity=1)
    come(event, "Un", now)
    second = come(event, "Deux", now)

    told = str(personal_data.collect(person_of(user)))
    assert "Soirée à moi" in told
    assert "05 65 00 00 00" in told
    anonymise(user=user, now=now)
    second.refresh_from_db()

    assert not Registration.objects.filter(last_name="Un").exists()
    assert second.status == RegistrationStatus.CONFIRMED


def test_an_event_that_people_come_to_is_not_thrown_away(cast: Cast, now: dt.datetime) -> None:
    event = make_event(now=now)
    row = come(event, "Un", now)
    client = cast.client(cast.administrator)
    delete = reverse("wagtailadmin_pages:delete", args=[event.pk])
    unpublish = reverse("wagtailadmin_pages:unpublish", args=[event.pk])

    for path in (delete, unpublish):
        assert client.post(path).status_code == 302
    assert EventPage.objects.get(pk=event.pk).live
    services.cancel_registration(registration=row, now=now)
    client.post(unpublish)

    assert not EventPage.objects.get(pk=event.pk).live


def bulk(client: Client, action: str, *pages: Page, **typed: str) -> Any:
    """Do one act on several pages, as the list of pages does."""
    path = reverse("wagtail_bulk_action", args=["wagtailcore", "page", action])
    query = "&".join(f"id={page.pk}" for page in pages)
    return client.post(f"{path}?{query}&next=/admin/", typed)


def test_nor_among_several_others_nor_with_the_pages_above(cast: Cast, now: dt.datetime) -> None:
    event, other = make_event(now=now), make_event("Autre", now=now)
    index = EventIndexPage.objects.get(locale__language_code="fr")
    row = come(event, "Un", now)
    client = cast.client(cast.administrator)

    assert bulk(client, "delete", other, event).status_code == 302
    assert bulk(client, "unpublish", event, other).status_code == 302
    bulk(client, "unpublish", index, include_descendants="on")
    assert EventPage.objects.filter(pk__in=[event.pk, other.pk], live=True).count() == 2
    services.cancel_registration(registration=row, now=now)
    bulk(client, "unpublish", event)
    bulk(client, "delete", other)

    assert not EventPage.objects.get(pk=event.pk).live
    assert not EventPage.objects.filter(pk=other.pk).exists()


def test_pages_above_an_event_that_people_come_to_stay(cast: Cast, now: dt.datetime) -> None:
    come(make_event(now=now), "Un", now)
    index = EventIndexPage.objects.get(locale__language_code="fr")

    for page in (index, index.get_parent()):
        for refuse in (
            lambda one: wagtail_hooks.keep_what_people_come_to(request_of(cast), one),
            lambda one: wagtail_hooks.keep_it_in_bulk(request_of(cast), "delete", [one], None),
        ):
            assert refuse(page).status_code == 302
    assert wagtail_hooks.keep_it_in_bulk(request_of(cast), "publish", [index], None) is None
    assert wagtail_hooks.keep_it_in_bulk(request_of(cast), "delete", [cast.editor], None) is None


def request_of(cast: Cast) -> Any:
    """Return what an administrator sends."""
    request = RequestFactory().post("/admin/")
    request.user = cast.administrator
    request._messages = CookieStorage(request)
    return request


def test_an_event_is_not_programmed_to_go_before_it_ends(now: dt.datetime) -> None:
    event = make_event(now=now)

    event.expire_at = event.ends_at - dt.timedelta(seconds=1)
    with pytest.raises(ValidationError) as refusal:
        event.save_revision()
    assert list(refusal.value.message_dict) == ["expire_at"]
    event.expire_at = event.ends_at
    event.save_revision()
