"""Who comes: capacity, waiting list, mails, the link that gives a place up."""

from __future__ import annotations

import datetime as dt
import re
from typing import Any
from zoneinfo import ZoneInfo

import pytest
import time_machine
from django.test import Client
from icalendar import Calendar
from wagtail.models import Locale

from home.events import limits, services
from home.events.errors import EventHasStarted, PartyTooLarge, RegistrationRefused
from home.events.forms import RegistrationForm
from home.events.limits import PER_ADDRESS, PER_EVENT, PER_NETWORK, PER_NETWORK_AND_EVENT
from home.events.models import EventPage, Registration, RegistrationLogEntry
from home.events.services import Attendee
from home.events.states import Availability, RegistrationAct, RegistrationMode, RegistrationStatus
from home.events.tokens import sign_registration
from home.translations import translate
from mailing.models import OutgoingMail
from tests.cast import Cast
from tests.factories import make_event

pytestmark = pytest.mark.django_db
PARIS = ZoneInfo("Europe/Paris")
ENGLISH = {"Soirée": "An evening", "Une soirée pour faire connaissance.": "An evening to meet."}
PENDING, CONFIRMED, WAITING, CANCELLED = RegistrationStatus


def come(
    event: EventPage, name: str, now: dt.datetime, size: int = 1, **fields: Any
) -> Registration:
    """Register somebody of that name, whose address is known to be theirs."""
    attendee = Attendee("Démo", name, f"{name.lower()}@essai.example", party_size=size, **fields)
    return services.register(event=event, attendee=attendee, now=now, is_proved=True)


def statuses(event: EventPage) -> dict[str, str]:
    """Return where each person stands."""
    rows = Registration.objects.filter(event=event)
    return dict(rows.values_list("last_name", "status"))


def acts(to: str = "") -> list[str]:
    """Return the mails written, oldest first."""
    mails = OutgoingMail.objects.order_by("pk")
    if to:
        mails = mails.filter(to=f"{to.lower()}@essai.example")
    return list(mails.values_list("act", flat=True))


def row_of(email: str) -> Registration:
    """Return the registration of an address."""
    return Registration.objects.get(email=email)


def publish(event: EventPage, **changes: Any) -> EventPage:
    """Change an event as an editor does."""
    page = EventPage.objects.get(pk=event.pk)
    for name, value in changes.items():
        setattr(page, name, value)
    page.save_revision().publish()
    return EventPage.objects.select_related("locale").get(pk=event.pk)


# --- places


def test_places_are_given_until_there_is_none_left(now: dt.datetime) -> None:
    event = make_event(now=now, capacity=3)

    for name, size in (("Un", 2), ("Deux", 1), ("Trois", 1)):
        come(event, name, now, size)

    assert statuses(event) == {"Un": CONFIRMED, "Deux": CONFIRMED, "Trois": WAITING}
    assert acts() == ["registration_confirmed", "registration_confirmed", "registration_waiting"]


def test_a_party_that_does_not_fit_waits_and_nobody_passes_it(now: dt.datetime) -> None:
    event = make_event(now=now, capacity=3)
    come(event, "Un", now, 2)
    come(event, "Grande", now, 2)
    come(event, "Petit", now, 1)

    assert statuses(event) == {"Un": CONFIRMED, "Grande": WAITING, "Petit": WAITING}


def test_an_event_that_does_not_count_takes_everybody(now: dt.datetime) -> None:
    event = make_event(now=now)
    for number in range(12):
        come(event, f"Personne{number}", now, 4)

    assert set(statuses(event).values()) == {CONFIRMED}


def test_a_freed_place_goes_to_the_first_who_waits(now: dt.datetime) -> None:
    event = make_event(now=now, capacity=1)
    first = come(event, "Un", now)
    come(event, "Deux", now + dt.timedelta(minutes=1))
    come(event, "Trois", now + dt.timedelta(minutes=2))

    services.cancel_registration(registration=first, now=now + dt.timedelta(minutes=3))

    assert statuses(event) == {"Un": CANCELLED, "Deux": CONFIRMED, "Trois": WAITING}
    assert acts("Deux") == ["registration_waiting", "registration_promoted"]
    assert acts("Un") == ["registration_confirmed", "registration_cancelled"]
    assert acts("Trois") == ["registration_waiting"]


def test_a_larger_room_gives_places_to_those_who_wait(now: dt.datetime) -> None:
    event = make_event(now=now, capacity=1)
    for name in ("Un", "Deux", "Trois", "Quatre"):
        come(event, name, now)

    publish(event, capacity=3)

    assert statuses(event) == {"Un": CONFIRMED, "Deux": CONFIRMED, "Trois": CONFIRMED, "Quatre": WAITING}  # fmt: skip
    assert acts("Trois") == ["registration_waiting", "registration_promoted"]


def test_a_smaller_room_takes_no_place_back(now: dt.datetime) -> None:
    event = make_event(now=now, capacity=3)
    come(event, "Un", now, 3)

    publish(event, capacity=2)

    assert statuses(event) == {"Un": CONFIRMED}


def test_a_cancellation_done_twice_frees_one_place_and_writes_one_mail(now: dt.datetime) -> None:
    event = make_event(now=now, capacity=2)
    first = come(event, "Un", now)
    come(event, "Deux", now)
    come(event, "Trois", now)
    come(event, "Quatre", now)

    for _time in range(2):
        services.cancel_registration(registration=first, now=now)

    assert statuses(event)["Trois"] == CONFIRMED
    assert statuses(event)["Quatre"] == WAITING
    assert acts("Un").count("registration_cancelled") == 1


def test_the_same_address_keeps_its_first_registration(now: dt.datetime) -> None:
    event = make_event(now=now, capacity=5)
    come(event, "Un", now)

    services.register(
        event=event, attendee=Attendee("Autre", "Nom", "UN@essai.example", party_size=3), now=now
    )

    assert statuses(event) == {"Un": CONFIRMED}
    assert list(OutgoingMail.objects.values_list("act", flat=True)).count("registration_known") == 1


def test_an_address_that_gave_up_may_come_back_at_the_end_of_the_list(now: dt.datetime) -> None:
    event = make_event(now=now, capacity=1)
    first = come(event, "Un", now)
    come(event, "Deux", now)
    services.cancel_registration(registration=first, now=now)

    back = come(event, "Un", now + dt.timedelta(hours=1))

    assert back.public_id != first.public_id
    assert statuses(event) == {"Un": WAITING, "Deux": CONFIRMED}


@pytest.mark.parametrize(
    ("changes", "state"),
    [
        ({"is_cancelled": True}, Availability.CANCELLED),
        ({"registration_mode": RegistrationMode.NONE}, Availability.FREE),
        ({"live": False}, Availability.CLOSED),
    ],
)
def test_nobody_registers_when_names_are_not_taken(
    now: dt.datetime, changes: dict[str, Any], state: Availability
) -> None:
    event = make_event(now=now)
    EventPage.objects.filter(pk=event.pk).update(**changes)

    with pytest.raises(RegistrationRefused) as refusal:
        come(event, "Un", now)
    assert refusal.value.state == state
    assert acts() == []


def test_registration_opens_and_closes_to_the_second(now: dt.datetime) -> None:
    opens, closes = now + dt.timedelta(days=1), now + dt.timedelta(days=2)
    event = make_event(now=now, registration_opens_at=opens, registration_closes_at=closes)
    second = dt.timedelta(seconds=1)

    for moment in (opens - second, closes, event.starts_at, event.ends_at):
        with pytest.raises(RegistrationRefused):
            come(event, "Un", moment)
    come(event, "Un", opens)
    come(event, "Deux", closes - second)

    assert len(statuses(event)) == 2


def test_nobody_brings_more_persons_than_allowed(now: dt.datetime) -> None:
    event = make_event(now=now, max_party=2)

    with pytest.raises(PartyTooLarge):
        come(event, "Un", now, 3)


# --- the link


def test_the_page_of_the_link_cancels_only_by_its_button(client: Client, now: dt.datetime) -> None:
    event = make_event(now=now)
    row = come(event, "Un", now)
    path = f"/agenda/mon-inscription/{sign_registration(row.public_id)}/"

    page = client.get(path)
    assert "Votre place est réservée" in page.content.decode()
    assert "noindex" in page.content.decode()
    assert "no-store" in page["Cache-Control"]
    assert statuses(event) == {"Un": CONFIRMED}

    done = client.post(path, follow=True)
    assert "Votre inscription est annulée" in done.content.decode()
    assert statuses(event) == {"Un": CANCELLED}


@pytest.mark.parametrize("token", ["invente", "a" * 32 + ":signature"])
def test_an_invented_link_opens_nothing(client: Client, token: str) -> None:
    assert client.get(f"/agenda/mon-inscription/{token}/").status_code == 404
    assert client.post(f"/agenda/mon-inscription/{token}/").status_code == 404


def test_the_link_is_in_the_mail_which_is_blanked_once_sent(now: dt.datetime) -> None:
    row = come(make_event(now=now), "Un", now)
    mail = OutgoingMail.objects.get()

    assert f"/agenda/mon-inscription/{sign_registration(row.public_id)}/" in mail.text
    assert mail.is_secret


def test_it_is_too_late_to_give_up_once_it_has_begun(client: Client, now: dt.datetime) -> None:
    event = make_event(now=now)
    row = come(event, "Un", now)

    with pytest.raises(EventHasStarted):
        services.cancel_registration(registration=row, now=event.starts_at)
    with time_machine.travel(event.starts_at, tick=False):
        response = client.post(f"/agenda/mon-inscription/{sign_registration(row.public_id)}/")

    assert response.status_code == 409
    assert "Le rendez-vous a commencé" in response.content.decode()
    assert statuses(event) == {"Un": CONFIRMED}


# --- what is mailed


def file_of(mail: OutgoingMail) -> Any:
    """Return the event of the file attached to a mail."""
    attached = mail.attachments.get()
    assert attached.content_type == "text/calendar"
    assert attached.name.endswith(".ics")
    (event,) = Calendar.from_ical(bytes(attached.content)).walk("VEVENT")
    return event


def test_the_confirmation_brings_the_date_and_the_address_of_the_meeting(now: dt.datetime) -> None:
    event = make_event(
        now=now, format="HYBRID", online_url="https://visio.example/secret", capacity=1
    )
    come(event, "Un", now)
    come(event, "Deux", now)

    confirmed, waiting = OutgoingMail.objects.order_by("pk")

    assert "https://visio.example/secret" in confirmed.text
    assert "visio.example" in file_of(confirmed)["DESCRIPTION"]
    assert "visio.example" not in waiting.text
    assert waiting.attachments.count() == 0


def test_the_mail_speaks_the_language_of_the_reader(
    now: dt.datetime, django_capture_on_commit_callbacks: Any
) -> None:
    event = make_event("Soirée", now=now)
    with django_capture_on_commit_callbacks(execute=True):
        translate(event, Locale.objects.get(language_code="en"), ENGLISH)
    come(event, "Un", now, language="en")

    mail = OutgoingMail.objects.get()

    assert mail.language == "en"
    assert mail.subject == "Your place is kept: An evening"
    assert "/en/agenda/mon-inscription/" in mail.text
    assert file_of(mail)["SUMMARY"] == "An evening"


def test_those_who_have_a_place_are_reminded_the_day_before_once(now: dt.datetime) -> None:
    tomorrow = dt.datetime.combine(now.date() + dt.timedelta(days=1), dt.time(18), PARIS)
    event = make_event(now=now, starts_at=tomorrow, capacity=1)
    come(event, "Un", now)
    come(event, "Deux", now)
    make_event("Après-demain", now=now, starts_at=tomorrow + dt.timedelta(days=1))

    assert services.send_reminders(now) == 1
    assert services.send_reminders(now) == 0

    assert acts("Un") == ["registration_confirmed", "event_reminder"]
    assert acts("Deux") == ["registration_waiting"]
    file_of(OutgoingMail.objects.get(act="event_reminder"))


def test_nobody_is_reminded_of_what_is_cancelled(now: dt.datetime) -> None:
    tomorrow = dt.datetime.combine(now.date() + dt.timedelta(days=1), dt.time(18), PARIS)
    event = make_event(now=now, starts_at=tomorrow)
    come(event, "Un", now)
    publish(event, is_cancelled=True)

    assert services.send_reminders(now) == 0


def test_the_reminders_are_in_the_schedule() -> None:
    from operations import schedule

    act = next(act for act in schedule.registered() if act.name == "events.reminders")
    assert (act.function, act.daily_at) == (services.send_reminders, dt.time(10))


def test_a_cancelled_event_is_told_to_those_who_come_and_to_those_who_wait(
    now: dt.datetime,
) -> None:
    event = make_event(now=now, capacity=1)
    come(event, "Un", now)
    come(event, "Deux", now)
    gone = come(event, "Trois", now)
    services.cancel_registration(registration=gone, now=now)

    publish(event, is_cancelled=True, cancellation_message="Tempête annoncée.")
    publish(event, is_cancelled=True, cancellation_message="Tempête annoncée !")

    assert acts("Un").count("event_cancelled") == 1
    assert acts("Deux").count("event_cancelled") == 1
    assert "event_cancelled" not in acts("Trois")
    mail = OutgoingMail.objects.get(act="event_cancelled", to="un@essai.example")
    assert "Tempête annoncée." in mail.text
    assert file_of(mail)["STATUS"] == "CANCELLED"
    assert statuses(event)["Deux"] == WAITING


def test_a_new_date_is_told_and_reminded_again(now: dt.datetime) -> None:
    tomorrow = dt.datetime.combine(now.date() + dt.timedelta(days=1), dt.time(18), PARIS)
    event = make_event(now=now, starts_at=tomorrow)
    come(event, "Un", now)
    services.send_reminders(now)

    publish(
        event, starts_at=tomorrow + dt.timedelta(days=7), ends_at=tomorrow + dt.timedelta(days=8)
    )
    services.send_reminders(now + dt.timedelta(days=7))

    assert acts("Un") == ["registration_confirmed", "event_reminder", "event_changed", "event_reminder"]  # fmt: skip
    assert file_of(OutgoingMail.objects.get(act="event_changed"))["SEQUENCE"] == 1


def test_a_correction_of_the_text_writes_to_nobody(now: dt.datetime) -> None:
    event = make_event(now=now)
    come(event, "Un", now)

    publish(event, summary="Une autre phrase.", organiser="Quelqu’un d’autre")

    assert acts("Un") == ["registration_confirmed"]


def test_every_act_leaves_a_line_without_a_name(now: dt.datetime) -> None:
    event = make_event(now=now, capacity=1)
    first = come(event, "Un", now)
    come(event, "Deux", now)
    services.cancel_registration(registration=first, now=now)

    lines = RegistrationLogEntry.objects.order_by("pk")

    assert [line.act for line in lines] == [
        RegistrationAct.CONFIRMED, RegistrationAct.WAITING, RegistrationAct.CANCELLED, RegistrationAct.PROMOTED,
    ]  # fmt: skip
    assert [line.actor_name for line in lines] == ["La personne inscrite"] * 3 + ["Le programme"]


# --- the form


def typed(client: Client, path: str, **changes: object) -> dict[str, object]:
    """Return what a person sends from the page."""
    form = client.get(path).context["form"]
    values = {
        "first_name": "Démo", "last_name": "Lectrice", "email": "lectrice@essai.example", "phone": "", "party_size": "2",
        "website_url": "", "ts": form["ts"].value(), "key": form["key"].value(),
    }  # fmt: skip
    return values | changes


def send(client: Client, event: EventPage, **changes: object) -> Any:
    """Fill in the form as a person does, ten seconds after reading it."""
    path = f"{event.address}inscription/"
    values = typed(client, path, **changes)
    with time_machine.travel(dt.datetime.now(dt.UTC) + dt.timedelta(seconds=10)):
        return client.post(path, values)


def test_a_person_registers_and_reads_what_happens_next(client: Client, now: dt.datetime) -> None:
    event = make_event(now=now)

    response = send(client, event)

    assert response.status_code == 302
    assert response["Location"] == f"{event.address}inscription/merci/"
    page = client.get(response["Location"]).content.decode()
    assert "Votre demande est envoyée" in page
    row = Registration.objects.get()
    assert (row.full_name, row.party_size, row.status, row.language) == ("Démo Lectrice", 2, PENDING, "fr")  # fmt: skip


def test_the_answer_is_the_same_for_an_address_already_registered(
    client: Client, now: dt.datetime
) -> None:
    event = make_event(now=now, capacity=1, max_party=1)
    first, again, other = (
        send(client, event, email=email)
        for email in ("a@essai.example", "a@essai.example", "b@essai.example")
    )

    assert first["Location"] == again["Location"] == other["Location"]
    assert first.status_code == again.status_code == other.status_code == 302
    assert acts() == ["registration_to_confirm"] * 3
    services.confirm_registration(registration=row_of("a@essai.example"), now=now)
    known = send(client, event, email="a@essai.example")
    assert (known.status_code, known["Location"]) == (302, first["Location"])
    assert acts()[3:] == ["registration_confirmed", "registration_known"]
    # Mail servers read full-width letters as plain ones: it is the same person.
    assert send(client, event, email="a@ｅssai.example").status_code == 302
    assert acts()[5:] == ["registration_known"]


def test_a_double_click_is_one_registration_and_one_mail(client: Client, now: dt.datetime) -> None:
    event = make_event(now=now)
    values = typed(client, f"{event.address}inscription/")
    with time_machine.travel(dt.datetime.now(dt.UTC) + dt.timedelta(seconds=10)):
        answers = [client.post(f"{event.address}inscription/", values) for _time in range(2)]

    assert [answer.status_code for answer in answers] == [302, 302]
    assert acts() == ["registration_to_confirm"]


@pytest.mark.parametrize(
    ("field", "value", "words"),
    [
        ("first_name", "", "Saisissez votre prénom."),
        ("email", "lectrice", "Saisissez une adresse e-mail complète"),
        ("phone", "12", "Saisissez un numéro de téléphone"),
        ("party_size", "beaucoup", "Écrivez un nombre en chiffres"),
        ("party_size", "0", "Au moins une personne vient"),
        ("party_size", "5", "Une inscription vaut pour 4 personnes au plus."),
        ("website_url", "https://x.example", "Ne pas remplir"),
    ],
)
def test_what_is_wrong_is_said_and_what_is_typed_is_kept(
    client: Client, now: dt.datetime, field: str, value: str, words: str
) -> None:
    event = make_event(now=now)

    response = send(client, event, **{field: value})
    page = response.content.decode().replace("\u00a0", " ")

    assert response.status_code == 422
    assert words in page
    assert 'value="Lectrice"' in page
    assert "<title>Erreur : " in page
    assert Registration.objects.count() == 0


def test_the_form_asks_for_nothing_about_health_or_food_and_has_no_free_text(
    client: Client, now: dt.datetime
) -> None:
    event = make_event(now=now)
    page = client.get(f"{event.address}inscription/").content.decode()

    assert "n’écrivez rien sur la santé ni l’alimentation" in page
    assert "<textarea" not in page
    assert list(RegistrationForm(event=event).fields) == [
        "first_name", "last_name", "email", "phone", "party_size", "website_url", "ts", "key",
    ]  # fmt: skip
    columns = {field.name for field in Registration._meta.get_fields()}
    assert not columns & {"message", "question", "diet", "health", "comment", "notes"}


def test_an_event_for_one_at_a_time_does_not_ask_how_many(client: Client, now: dt.datetime) -> None:
    event = make_event(now=now, max_party=1)

    send(client, event)

    assert Registration.objects.get().party_size == 1


def test_a_form_sent_after_the_closing_is_refused_without_a_mail(
    client: Client, now: dt.datetime
) -> None:
    event = make_event(now=now, registration_closes_at=dt.datetime.now(dt.UTC) + dt.timedelta(seconds=5))  # fmt: skip

    response = send(client, event)

    assert response.status_code == 409
    assert "Les inscriptions sont closes." in response.content.decode()
    assert acts() == []


@pytest.mark.parametrize("mode", [RegistrationMode.NONE, RegistrationMode.ELSEWHERE])
def test_an_event_that_takes_no_names_here_has_no_form(
    client: Client, now: dt.datetime, mode: str
) -> None:
    event = make_event(now=now, registration_mode=mode, external_url="https://exemple.example/")

    assert client.get(f"{event.address}inscription/").status_code == 404


def test_a_network_that_registers_too_much_waits(client: Client, now: dt.datetime) -> None:
    events = [make_event(f"Soirée {number}", now=now) for number in range(3)]
    for number in range(PER_NETWORK):
        answer = send(client, events[number % 2], email=f"p{number}@essai.example", party_size="1")
        assert answer.status_code == 302

    refused = send(client, events[2], email="une.de.trop@essai.example")

    assert refused.status_code == 429
    assert int(refused["Retry-After"]) > 0
    page = refused.content.decode()
    assert 'value="une.de.trop@essai.example"' in page
    assert "Trop de demandes en peu de temps" in page


def test_one_network_does_not_empty_a_room_with_invented_addresses(
    client: Client, now: dt.datetime
) -> None:
    event = make_event(now=now)
    for number in range(PER_NETWORK_AND_EVENT // 4):
        answer = send(client, event, email=f"p{number}@essai.example", party_size="4")
        assert answer.status_code == 302

    # Persons are counted, not forms; what is refused counts for nothing.
    for _time in range(2):
        refused = send(client, event, email="de.trop@essai.example", party_size="4")
        assert refused.status_code == 429
    answer = send(client, event, email="deux@essai.example", party_size="2")
    assert answer.status_code == 302
    assert send(client, event, email="une@essai.example", party_size="1").status_code == 429
    # A request that is confirmed was a person's: it counts no more.
    row = row_of("p0@essai.example")
    path = f"/agenda/mon-inscription/{sign_registration(row.public_id)}/confirmer/"
    client.post(path)
    client.post(path)
    answer = send(client, event, email="suivante@essai.example", party_size="4")
    assert answer.status_code == 302
    assert send(client, event, email="encore@essai.example", party_size="1").status_code == 429


def test_the_largest_party_of_an_event_is_never_too_many_by_itself(
    client: Client, now: dt.datetime
) -> None:
    event = make_event(now=now, max_party=20)

    assert send(client, event, party_size="20").status_code == 302
    assert send(client, event, email="b@essai.example", party_size="1").status_code == 429


def test_many_networks_together_close_no_event_they_only_keep_no_more_places(
    client: Client, now: dt.datetime
) -> None:
    event = make_event(now=now, capacity=1000)
    key = event.translation_key.hex
    for _time in range(PER_EVENT):
        limits.allow(scope=limits.EVENT, key=key, limit=PER_EVENT, per_seconds=3600, now=dt.datetime.now(dt.UTC))  # fmt: skip

    assert send(client, event).status_code == 302
    row = Registration.objects.get()
    assert (row.status, row.held_until) == (PENDING, None)
    other = make_event("Autre", now=now, capacity=1000)
    assert send(client, other).status_code == 302
    assert Registration.objects.get(event=other).held_until is not None


def test_an_address_is_not_flooded_with_mails(client: Client, now: dt.datetime) -> None:
    event = make_event(now=now)
    for _time in range(PER_ADDRESS):
        send(client, event)

    assert send(client, event).status_code == 429
    assert send(client, event, email="Lectrice+1@ｅssai.example").status_code == 429
    assert len(acts()) == PER_ADDRESS


def test_a_full_event_proposes_its_waiting_list(client: Client, now: dt.datetime) -> None:
    event = make_event(now=now, capacity=1)
    come(event, "Un", now)

    page = client.get(event.address).content.decode()
    form = client.get(f"{event.address}inscription/").content.decode()

    assert "Il ne reste plus de place." in page
    assert re.search(r"<h1[^>]*>Rejoindre la liste d’attente – Soirée d’accueil</h1>", form)


def test_one_registers_in_english(
    client: Client, now: dt.datetime, django_capture_on_commit_callbacks: Any
) -> None:
    event = make_event("Soirée", now=now)
    with django_capture_on_commit_callbacks(execute=True):
        translated = translate(event, Locale.objects.get(language_code="en"), ENGLISH).specific

    response = send(client, translated)

    row = Registration.objects.get()
    assert response["Location"] == f"{translated.address}inscription/merci/"
    assert (row.event_id, row.language) == (event.pk, "en")


def test_reading_writes_nothing(client: Client, cast: Cast, now: dt.datetime) -> None:
    event = make_event(now=now)
    for path in ("", "rendez-vous.ics", "inscription/", "inscription/merci/"):
        client.get(f"{event.address}{path}")

    assert Registration.objects.count() == 0
    assert OutgoingMail.objects.count() == 0
