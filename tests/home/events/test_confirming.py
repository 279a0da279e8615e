"""A request is nobody's until its address is proved: the hour of the place, the button, and what is left of it."""

from __future__ import annotations

import datetime as dt
import re
import uuid
from typing import Any
from zoneinfo import ZoneInfo

import pytest
import time_machine
from allauth.account.models import EmailAddress
from django.test import Client
from django.urls import reverse
from icalendar import Calendar
from wagtail.models import Locale

from accounts.erasure import anonymise
from home.events import services
from home.events.availability import HOLD
from home.events.errors import RegistrationRefused
from home.events.models import EventPage, Registration, RegistrationLogEntry
from home.events.retention import UNCONFIRMED_KEPT, delete_unconfirmed
from home.events.services import Attendee
from home.events.states import RegistrationMode, RegistrationStatus
from home.events.tokens import sign_registration
from mailing.models import OutgoingMail
from operations import personal_data, schedule
from operations.personal_data import Person
from tests.cast import Cast
from tests.factories import make_event, make_user, translate_whole

pytestmark = pytest.mark.django_db
PARIS = ZoneInfo("Europe/Paris")
PENDING, CONFIRMED, WAITING, CANCELLED = RegistrationStatus
SECOND, MINUTE = dt.timedelta(seconds=1), dt.timedelta(minutes=1)


def ask(event: EventPage, name: str, now: dt.datetime, size: int = 1, **more: Any) -> Registration:
    """Send the form as anybody may, with any address."""
    attendee = Attendee("Démo", name, f"{name.lower()}@essai.example", party_size=size, **more)
    return services.register(event=event, attendee=attendee, now=now)


def confirm(row: Registration, now: dt.datetime) -> Registration:
    return services.confirm_registration(registration=row, now=now)


def come(event: EventPage, name: str, now: dt.datetime) -> Registration:
    return confirm(ask(event, name, now), now)


def statuses(event: EventPage) -> dict[str, str]:
    rows = Registration.objects.filter(event=event)
    return dict(rows.values_list("last_name", "status"))


def mails(name: str) -> list[str]:
    found = OutgoingMail.objects.filter(to=f"{name.lower()}@essai.example").order_by("pk")
    return list(found.values_list("act", flat=True))


def link(row: Registration, end: str = "confirmer/") -> str:
    return f"/agenda/mon-inscription/{sign_registration(row.public_id)}/{end}"


def words_of(response: Any) -> str:
    return str(response.content.decode()).replace("\u00a0", " ")


# --- the hour


def test_a_place_is_held_for_an_hour_and_given_by_the_confirmation(now: dt.datetime) -> None:
    event = make_event(now=now, capacity=1)
    row = ask(event, "Un", now)

    assert (row.status, row.held_until) == (PENDING, now + HOLD)
    assert ask(event, "Deux", now + HOLD - SECOND).held_until is None
    confirm(row, now + HOLD - SECOND)

    assert statuses(event) == {"Un": CONFIRMED, "Deux": PENDING}
    assert mails("Un") == ["registration_to_confirm", "registration_confirmed"]
    mail = OutgoingMail.objects.get(act="registration_confirmed")
    assert Calendar.from_ical(bytes(mail.attachments.get().content)).walk("VEVENT")
    asked = OutgoingMail.objects.filter(act="registration_to_confirm").first()
    assert asked is not None
    assert asked.attachments.count() == 0


def test_the_place_is_free_the_moment_its_hour_is_over_without_any_job(now: dt.datetime) -> None:
    event = make_event(now=now, capacity=1)
    ask(event, "Un", now)

    assert ask(event, "Deux", now + HOLD - SECOND).held_until is None
    assert ask(event, "Trois", now + HOLD).held_until is not None


def test_a_request_changes_nothing_that_the_public_sees(client: Client, now: dt.datetime) -> None:
    event, alone = make_event(now=now, capacity=9), make_event("Seule place", now=now, capacity=1)
    come(event, "Connue", now)
    ask(event, "Attendue", now)

    def seen() -> list[str]:
        with time_machine.travel(now, tick=False):
            pages = [words_of(client.get(one.address)) for one in (event, alone)]
            form = words_of(client.get(f"{alone.address}inscription/"))
            return [*re.findall(r"Il (?:ne )?reste [^.<]+", " ".join(pages)), str("liste d’attente" in form)]  # fmt: skip

    before = seen()
    assert before == ["Il reste 8 places", "Il reste 1 place", "False"]
    for name in ("Connue", "Attendue", "Inconnue"):
        ask(event, name, now, 2)
        assert seen() == before
    ask(alone, "Inconnue", now)
    assert seen() == before
    assert "Complet</span>" not in words_of(client.get("/agenda/"))

    come(alone, "Autre", now + HOLD)
    assert seen() == ["Il reste 8 places", "Il ne reste plus de place", "True"]
    assert "Complet</span>" in words_of(client.get("/agenda/"))


@pytest.mark.parametrize(("capacity", "held"), [(40, 8), (10, 4), (3, 3), (None, 48)])
def test_requests_together_hold_a_fifth_of_the_room_or_the_largest_party(
    now: dt.datetime, capacity: int | None, held: int
) -> None:
    event = make_event(now=now, capacity=capacity)
    rows = [ask(event, f"P{number}", now, min(4, capacity or 4)) for number in range(12)]

    assert sum(row.party_size for row in rows if row.held_until) == held
    assert len(mails("P11")) == 1


def test_who_holds_no_place_is_told_so_and_takes_one_by_confirming(
    client: Client, now: dt.datetime
) -> None:
    event = make_event(now=now, capacity=20)
    ask(event, "Un", now, 4)
    second = ask(event, "Deux", now, 2)
    assert second.held_until is None

    mail = OutgoingMail.objects.get(to="deux@essai.example")
    assert "Il n’y a plus de place" not in mail.text
    with time_machine.travel(now, tick=False):
        assert "s’il reste une place, elle est à vous" in words_of(client.get(link(second)))
    confirm(second, now + MINUTE)

    assert statuses(event) == {"Un": PENDING, "Deux": CONFIRMED}
    assert "Votre place n’est pas encore gardée." in mail.text


def test_the_schedule_gives_to_who_waits_what_nobody_confirmed(now: dt.datetime) -> None:
    event = make_event(now=now, capacity=2)
    ask(event, "Fantome", now, 2)
    come(event, "Un", now + MINUTE)
    assert statuses(event)["Un"] == WAITING

    assert services.release_places(now + HOLD - SECOND) == 0
    assert services.release_places(now + HOLD) == 1
    assert services.release_places(now + HOLD) == 0

    assert statuses(event) == {"Fantome": PENDING, "Un": CONFIRMED}
    assert mails("Un")[-1] == "registration_promoted"
    act = next(act for act in schedule.registered() if act.name == "events.held_places")
    assert (act.function, act.every) == (services.release_places, MINUTE)


def test_a_late_confirmation_takes_what_is_left_after_those_who_wait(now: dt.datetime) -> None:
    event = make_event(now=now, capacity=1)
    late = ask(event, "Tard", now)
    come(event, "Attend", now + MINUTE)

    confirm(late, now + HOLD)

    assert statuses(event) == {"Attend": CONFIRMED, "Tard": WAITING}
    assert mails("Tard") == ["registration_to_confirm", "registration_waiting"]
    late.refresh_from_db()
    assert late.asked_at == now + HOLD


def test_a_late_confirmation_finds_its_place_when_nobody_took_it(now: dt.datetime) -> None:
    event = make_event(now=now, capacity=1)
    row = ask(event, "Un", now)

    confirm(row, now + HOLD * 5)

    assert statuses(event) == {"Un": CONFIRMED}


def test_a_full_event_puts_on_the_waiting_list_only_who_confirms(now: dt.datetime) -> None:
    event = make_event(now=now, capacity=1)
    first = come(event, "Un", now)
    ghost, second = ask(event, "Fantome", now), ask(event, "Deux", now + MINUTE)
    assert ghost.held_until is None

    confirm(second, now + MINUTE)
    services.cancel_registration(registration=first, now=now + MINUTE)

    assert statuses(event) == {"Un": CANCELLED, "Fantome": PENDING, "Deux": CONFIRMED}
    assert "Il n’y a plus de place" in OutgoingMail.objects.get(to="deux@essai.example", act="registration_to_confirm").text  # fmt: skip


def test_no_place_is_held_once_the_event_begins(now: dt.datetime) -> None:
    event = make_event(now=now)

    assert ask(event, "Un", event.starts_at - MINUTE).held_until == event.starts_at


def test_asking_again_the_same_sends_the_same_link_and_no_second_hour(now: dt.datetime) -> None:
    event = make_event(now=now, capacity=3)
    first = ask(event, "Un", now, 2)
    again = ask(event, "Un", now + MINUTE, 2)

    assert (again.pk, again.public_id) == (first.pk, first.public_id)
    assert (again.asked_at, again.held_until) == (now, now + HOLD)
    assert mails("Un") == ["registration_to_confirm"] * 2
    assert ask(event, "Un", now + HOLD, 2).held_until == now + HOLD * 2


@pytest.mark.parametrize("changes", [{"size": 3}, {"phone": "05 65 00 00 00"}, {"language": "en"}])
def test_other_words_before_confirming_replace_the_request_and_its_link(
    client: Client, now: dt.datetime, changes: dict[str, Any]
) -> None:
    event = make_event(now=now, capacity=3)
    first = ask(event, "Un", now, 2)
    again = ask(event, "Un", now + MINUTE, **changes)

    assert Registration.objects.get() == again
    assert again.held_until == now + MINUTE + HOLD
    assert client.get(link(first)).status_code == 404
    assert client.post(link(first)).status_code == 404
    assert statuses(event) == {"Un": PENDING}
    assert client.get(link(again)).status_code == 200
    with pytest.raises(Registration.DoesNotExist):
        confirm(first, now)


def test_the_same_form_sent_again_with_other_words_is_not_a_double_click(now: dt.datetime) -> None:
    event, key = make_event(now=now), uuid.uuid4()
    for size in (1, 1, 3):
        attendee = Attendee("Démo", "Un", "un@essai.example", party_size=size)
        services.register(event=event, attendee=attendee, now=now, form_key=key)

    assert Registration.objects.get().party_size == 3
    assert mails("Un") == ["registration_to_confirm"] * 2


def test_the_place_of_a_replaced_request_goes_first_to_who_waits(now: dt.datetime) -> None:
    event = make_event(now=now, capacity=1)
    ask(event, "Un", now)
    come(event, "Attend", now)

    again = ask(event, "Un", now + MINUTE, phone="05 65 00 00 00")

    assert statuses(event) == {"Attend": CONFIRMED, "Un": PENDING}
    assert again.held_until is None


def test_confirming_twice_is_one_registration_and_one_mail(now: dt.datetime) -> None:
    row = come(make_event(now=now), "Un", now)

    confirm(row, now + MINUTE)

    assert mails("Un") == ["registration_to_confirm", "registration_confirmed"]
    assert RegistrationLogEntry.objects.count() == 1


def test_who_asked_before_the_closing_has_the_whole_hour(now: dt.datetime) -> None:
    closes = now + MINUTE
    event = make_event(now=now, registration_closes_at=closes)
    row, other = ask(event, "Un", now), ask(event, "Deux", now)

    confirm(row, closes + MINUTE)
    with pytest.raises(RegistrationRefused):
        confirm(other, now + HOLD)

    assert statuses(event) == {"Un": CONFIRMED, "Deux": PENDING}


@pytest.mark.parametrize(
    "changes", [{"is_cancelled": True}, {"live": False}, {"registration_mode": RegistrationMode.NONE}]
)  # fmt: skip
def test_nobody_confirms_what_takes_no_names_any_more(
    now: dt.datetime, changes: dict[str, object]
) -> None:
    event = make_event(now=now)
    row = ask(event, "Un", now)
    EventPage.objects.filter(pk=event.pk).update(**changes)

    with pytest.raises(RegistrationRefused):
        confirm(row, now)


def test_what_nobody_confirmed_is_told_nothing_and_holds_no_event_back(
    cast: Cast, now: dt.datetime
) -> None:
    tomorrow = dt.datetime.combine(now.date() + dt.timedelta(days=1), dt.time(18), PARIS)
    event = make_event(now=now, starts_at=tomorrow)
    ask(event, "Un", now)

    services.send_reminders(now)
    event.is_cancelled = True
    event.save_revision().publish()
    cast.client(cast.administrator).post(reverse("wagtailadmin_pages:unpublish", args=[event.pk]))

    assert mails("Un") == ["registration_to_confirm"]
    assert RegistrationLogEntry.objects.count() == 0
    assert not EventPage.objects.get(pk=event.pk).live


def test_after_a_cancellation_the_former_link_opens_nothing(
    client: Client, now: dt.datetime
) -> None:
    event = make_event(now=now)
    former = come(event, "Un", now)
    services.cancel_registration(registration=former, now=now)

    back = come(event, "Un", now + MINUTE)

    assert client.get(link(former, "")).status_code == 404
    assert client.post(link(former, "")).status_code == 404
    assert "Votre place est réservée" in words_of(client.get(link(back, "")))


# --- the page of the link


def test_only_the_button_confirms(client: Client, now: dt.datetime) -> None:
    event = make_event(now=now)
    row = ask(event, "Un", now, 2, phone="05 65 00 00 00")

    page = client.get(link(row))
    assert page.status_code == 200
    assert "no-store" in page["Cache-Control"]
    assert words_of(page).count("<button") - words_of(client.get("/")).count("<button") <= 1
    assert "Je confirme" in words_of(page)
    kept = re.findall(r'class="fact-list__value">([^<]+)<', words_of(page))
    assert kept == ["Démo Un", "un@essai.example", "05 65 00 00 00", "2"]
    assert client.head(link(row)).status_code == 200
    assert statuses(event) == {"Un": PENDING}

    done = client.post(link(row), follow=True)

    assert done.redirect_chain[-1][0] == link(row, "?fait=1")
    assert "Vos places sont réservées, pour 2 personnes." in words_of(done)
    assert statuses(event) == {"Un": CONFIRMED}
    assert client.get(link(row))["Location"] == link(row, "")


def test_the_page_of_the_registration_leads_to_the_button_first(
    client: Client, now: dt.datetime
) -> None:
    row = ask(make_event(now=now), "Un", now)

    for answer in (client.get(link(row, "")), client.post(link(row, ""))):
        assert (answer.status_code, answer["Location"]) == (302, link(row))
    assert client.get("/agenda/mon-inscription/invente/confirmer/").status_code == 404


def test_the_page_says_what_the_button_gives(client: Client, now: dt.datetime) -> None:
    event = make_event(now=now, capacity=1)
    held, without = ask(event, "Un", now), ask(event, "Deux", now)

    with time_machine.travel(now + MINUTE, tick=False):
        assert "Votre place est gardée jusqu’à" in words_of(client.get(link(held)))
        assert "s’il reste une place, elle est à vous" in words_of(client.get(link(without)))
    with time_machine.travel(now + HOLD, tick=False):
        assert "s’il reste une place, elle est à vous" in words_of(client.get(link(held)))
        confirm(held, now + HOLD)
        assert "être sur la liste d’attente" in words_of(client.get(link(without)))


def test_the_page_says_why_nobody_can_confirm(client: Client, now: dt.datetime) -> None:
    event = make_event(now=now)
    row = ask(event, "Un", now)
    EventPage.objects.filter(pk=event.pk).update(is_cancelled=True)

    for answer, status in ((client.get(link(row)), 200), (client.post(link(row)), 409)):
        assert answer.status_code == status
        assert "Ce rendez-vous est annulé." in words_of(answer)


def test_the_page_after_sending_says_to_look_at_the_mailbox(
    client: Client, now: dt.datetime
) -> None:
    event = make_event(now=now)

    page = words_of(client.get(f"{event.address}inscription/merci/"))

    assert "dit si votre place est gardée une heure" in page


def test_the_mail_holds_the_link_in_the_language_of_the_reader(
    client: Client, now: dt.datetime, django_capture_on_commit_callbacks: Any
) -> None:
    event = make_event("Soirée", now=now, online_url="https://visio.example/x", format="HYBRID")
    with django_capture_on_commit_callbacks(execute=True):
        translate_whole(event, Locale.objects.get(language_code="en"), {"Soirée": "An evening"})
    row = ask(event, "Un", now, language="en")

    mail = OutgoingMail.objects.get()

    assert mail.subject == "Confirm your registration: An evening"
    assert f"/en{link(row)}" in mail.text
    assert mail.is_secret
    assert "visio.example" not in mail.text
    assert "I confirm" in words_of(client.get(f"/en{link(row)}"))


# --- a proved address


def sent(client: Client, event: EventPage, email: str) -> Any:
    """Fill in the form, ten seconds after reading it."""
    path = f"{event.address}inscription/"
    form = client.get(path).context["form"]
    typed = {
        "first_name": "Démo", "last_name": "Membre", "email": email, "phone": "", "party_size": "1", "website_url": "",
        "ts": form["ts"].value(), "key": form["key"].value(),
    }  # fmt: skip
    with time_machine.travel(dt.datetime.now(dt.UTC) + dt.timedelta(seconds=10)):
        return client.post(path, typed)


def test_who_is_signed_in_with_the_address_needs_no_mail(cast: Cast, now: dt.datetime) -> None:
    event = make_event(now=now)
    user = cast.moderator
    client = cast.client(user)

    answer = sent(client, event, user.email.upper())

    row = Registration.objects.get()
    assert answer["Location"] == link(row, "?fait=1")
    assert row.status == CONFIRMED


@pytest.mark.parametrize("is_typed_only", [True, False])
def test_an_address_that_the_account_did_not_prove_is_asked(
    cast: Cast, now: dt.datetime, is_typed_only: bool
) -> None:
    event = make_event(now=now)
    if is_typed_only:
        EmailAddress.objects.create(user=cast.moderator, email="autre@essai.example")

    answer = sent(cast.client(cast.moderator), event, "autre@essai.example")

    assert answer["Location"] == f"{event.address}inscription/merci/"
    assert Registration.objects.get().status == PENDING


# --- the team


def test_the_team_sees_what_is_asked_and_may_settle_it(cast: Cast, now: dt.datetime) -> None:
    event = make_event(now=now, capacity=3)
    row, fake = ask(event, "Appelle", now, 2), ask(event, "Fantome", now)
    client = cast.client(cast.moderator)

    with time_machine.travel(now, tick=False):
        page = words_of(client.get(reverse("events_admin:detail", args=[event.pk])))
    assert "2 demandes à confirmer" in page
    assert "0 personne inscrite, 0 place restante" in page
    export = client.post(reverse("events_admin:export", args=[event.pk])).content.decode()
    assert "Appelle" not in export
    client.post(reverse("events_admin:act", args=[row.public_id, "place"]))
    client.post(reverse("events_admin:act", args=[fake.public_id, "annuler"]))

    assert statuses(event) == {"Appelle": CONFIRMED}
    assert mails("Appelle") == ["registration_to_confirm", "registration_confirmed"]
    assert mails("Fantome") == ["registration_to_confirm"]


def test_what_the_team_writes_down_needs_no_confirmation(cast: Cast, now: dt.datetime) -> None:
    event = make_event(now=now)
    ask(event, "Un", now)
    attendee = Attendee("Démo", "Un", "un@essai.example")

    services.add_by_hand(event=event, attendee=attendee, by=cast.moderator, now=now)

    assert statuses(event) == {"Un": CONFIRMED}


# --- the end


def test_what_nobody_confirmed_goes_after_two_days_or_with_the_event(now: dt.datetime) -> None:
    event, soon = make_event(now=now), make_event("Bientôt", now=now, starts_at=now + HOLD)
    ask(event, "Un", now)
    ask(soon, "Deux", now)
    come(event, "Reste", now)

    assert delete_unconfirmed(soon.ends_at - SECOND, dry_run=False) == 0
    assert delete_unconfirmed(soon.ends_at, dry_run=True) == 1
    assert delete_unconfirmed(soon.ends_at, dry_run=False) == 1
    assert delete_unconfirmed(now + UNCONFIRMED_KEPT - SECOND, dry_run=False) == 0
    assert delete_unconfirmed(now + UNCONFIRMED_KEPT, dry_run=False) == 1

    assert list(Registration.objects.values_list("last_name", flat=True)) == ["Reste"]


def test_a_person_reads_and_erases_what_they_did_not_confirm(now: dt.datetime) -> None:
    user = make_user("un@essai.example")
    ask(make_event("Soirée à confirmer", now=now), "Un", now)

    person = Person(user.pk, user.public_id, (user.email,), user.get_full_name())
    assert "Soirée à confirmer" in str(personal_data.collect(person))
    anonymise(user=user, now=now)

    assert Registration.objects.count() == 0
