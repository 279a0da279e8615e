"""The team reads the messages, marks them as handled, and the clock deletes them."""

from __future__ import annotations

import datetime as dt
import uuid
from importlib import import_module

import pytest
from django.apps import apps
from django.contrib.auth.models import Group, Permission
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import translation
from django.utils.translation import pgettext
from wagtail.models import Site

from home.contact import retention, services
from home.contact.delays import longest, working_days_before
from home.contact.models import ContactMessage, ContactSettings
from home.contact.personal_data import MESSAGES
from home.contact.states import ContactSubject
from home.contact.waiting import kind, read
from operations.personal_data import Person
from tests.cast import Cast
from tests.conftest import PARIS
from ui.typography import day_in_words

pytestmark = pytest.mark.django_db
LIST = "/admin/messages/"


def make_message(now: dt.datetime, **fields: object) -> ContactMessage:
    """Make a message received at `now`."""
    values = {
        "subject": "JOB", "first_name": "Démo", "last_name": "Lecteur", "email": "lecteur@essai.example",
        "message": "Une question.", "language": "fr", "created_at": now,
    }  # fmt: skip
    return ContactMessage.objects.create(**values | fields)


def test_the_list_shows_what_waits_oldest_first(cast: Cast, now: dt.datetime) -> None:
    make_message(now, last_name="Récent")
    make_message(now - dt.timedelta(days=1), last_name="Ancien")
    make_message(now, last_name="Traité", handled_at=now)
    client = cast.client(cast.moderator)

    assert [one.last_name for one in client.get(LIST).context["page_obj"]] == ["Ancien", "Récent"]
    done = client.get(LIST, {"etat": "traites"}).context["page_obj"]
    assert [one.last_name for one in done] == ["Traité"]


def test_the_list_is_narrowed_by_subject(cast: Cast, now: dt.datetime) -> None:
    make_message(now, last_name="Emploi")
    make_message(now, last_name="Presse", subject="PRESS")
    client = cast.client(cast.moderator)

    found = client.get(LIST, {"sujet": "PRESS"}).context["page_obj"]
    assert [one.last_name for one in found] == ["Presse"]
    for asked in ("INVENTED", "\x00"):
        assert len(client.get(LIST, {"sujet": asked, "p": "\x00"}).context["page_obj"]) == 2


def test_a_message_is_found_by_its_reference_or_by_its_person(cast: Cast, now: dt.datetime) -> None:
    one = make_message(now, last_name="Facade")
    make_message(now, last_name="Autre", email="autre@essai.example")
    client = cast.client(cast.moderator)

    def found(q: str) -> list[str]:
        return [row.last_name for row in client.get(LIST, {"q": q}).context["page_obj"]]

    number = one.reference.removeprefix("CONTACT-")
    for q in (one.reference, one.reference.lower(), number, "facade", "Démo facade", "lecteur@"):
        assert found(q) == ["Facade"], q
    for q in ("CONTACT-", "CONTACT-0000000Z", "facade inconnue", "\x00%"):
        assert found(q) == [], q
    assert len(found(" ")) == 2
    screen = client.get(LIST, {"q": number}).content.decode()
    assert one.reference in screen
    assert f'value="{number}"' in screen


def test_one_and_twelve_messages_cost_the_same(
    cast: Cast, now: dt.datetime, django_assert_max_num_queries: object
) -> None:
    client, counts = cast.client(cast.moderator), []
    make_message(now)
    client.get(LIST)
    for more in (0, 11):
        for _turn in range(more):
            make_message(now)
        with CaptureQueriesContext(connection) as queries:
            client.get(LIST)
        counts.append(len(queries))
    assert counts[0] == counts[1]


def test_a_message_is_read_whole_then_handled(cast: Cast, now: dt.datetime) -> None:
    message = make_message(now, message="Ligne une\n<b>Ligne deux</b>")
    client = cast.client(cast.moderator)

    page = client.get(reverse("contact_admin:detail", args=[message.pk])).content.decode()
    assert "&lt;b&gt;Ligne deux" in page
    assert "mailto:lecteur@essai.example" in page
    done = client.post(
        reverse("contact_admin:handle", args=[message.pk]), {"answer": "Répondu par mail"}
    )

    assert (done.status_code, done["Location"]) == (302, LIST)
    message.refresh_from_db()
    assert (message.handled_by, message.answer) == (cast.moderator, "Répondu par mail")

    day = day_in_words(message.handled_at, with_year=True)
    with translation.override("fr"):
        by = pgettext("message", "Handled on %(day)s by %(name)s")
        on = pgettext("message", "Handled on %(day)s")
    page = client.get(reverse("contact_admin:detail", args=[message.pk])).content.decode()
    assert by % {"day": day, "name": cast.moderator} in page
    assert on % {"day": day} in client.get(LIST, {"etat": "traites"}).content.decode()


def test_handling_twice_keeps_the_first_answer(cast: Cast, now: dt.datetime) -> None:
    message = make_message(now)
    services.handle_message(message=message, by=cast.moderator, answer="Un", now=now)
    services.handle_message(message=message, by=cast.administrator, answer="Deux", now=now)

    message.refresh_from_db()
    assert (message.answer, message.handled_by) == ("Un", cast.moderator)


@pytest.mark.parametrize("who", ["editor", "publisher", "translator", "referent", "health_contact"])
def test_other_roles_do_not_read_messages(cast: Cast, now: dt.datetime, who: str) -> None:
    message = make_message(now)
    client = cast.client(getattr(cast, who))

    answers = [client.get(LIST), client.get(reverse("contact_admin:detail", args=[message.pk]))]
    answers.append(client.post(reverse("contact_admin:handle", args=[message.pk])))
    # How Wagtail says no to its own people: back to its home, with a message.
    assert {(answer.status_code, answer["Location"]) for answer in answers} == {(302, "/admin/")}
    message.refresh_from_db()
    assert message.handled_at is None


@pytest.mark.parametrize(
    ("who", "may"),
    [("moderator", True), ("administrator", True), ("publisher", False), ("editor", False)],
)
def test_only_those_who_read_messages_choose_the_mailboxes(cast: Cast, who: str, may: bool) -> None:
    address = reverse("wagtailsettings:edit", args=["contact", "contactsettings"])

    page = cast.client(getattr(cast, who)).get(address, follow=True)

    assert ("press_email" in page.content.decode()) is may
    values = {"press_email": "ailleurs@essai.example"}
    cast.client(getattr(cast, who)).post(page.request["PATH_INFO"] if may else address, values)
    assert ContactSettings.objects.filter(**values).exists() is may


def test_what_publishers_held_is_taken_once(cast: Cast) -> None:
    group = Group.objects.get(name="Responsables de publication")
    held = Permission.objects.get(codename="change_contactsettings")
    group.permissions.add(held)
    migration = import_module("home.contact.migrations.0003_take_mailboxes_from_publishers")

    migration.take(apps, connection.schema_editor())

    assert not group.permissions.filter(pk=held.pk).exists()
    assert Group.objects.get(name="Modérateurs").permissions.filter(pk=held.pk).exists()


def test_messages_of_before_get_a_reference_each(now: dt.datetime) -> None:
    migration = import_module("home.contact.migrations.0002_give_messages_a_public_number")
    asked: list[uuid.UUID] = []

    class Rows:
        """Three messages without a number, as the table had them."""

        objects = property(lambda self: self)

        def using(self, _alias: str) -> Rows:
            return self

        def filter(self, **_kwargs: object) -> Rows:
            return self

        def values_list(self, *_names: str, flat: bool) -> list[int]:
            return [1, 2, 3]

        def update(self, public_id: uuid.UUID) -> None:
            asked.append(public_id)

    rows = Rows()
    migration.number_messages(
        type("Apps", (), {"get_model": lambda *_names: rows})(), connection.schema_editor()
    )

    assert len(set(asked)) == 3


@pytest.mark.parametrize(
    ("day", "hour", "expected"),
    [
        # A Monday: three working days before is the Wednesday of the week before.
        (dt.date(2026, 11, 23), 10, dt.date(2026, 11, 18)),
        (dt.date(2026, 11, 20), 10, dt.date(2026, 11, 17)),
        (dt.date(2026, 11, 22), 10, dt.date(2026, 11, 18)),
        # The clocks change on the night of 25 October.
        (dt.date(2026, 10, 27), 10, dt.date(2026, 10, 22)),
    ],
)
def test_three_working_days_do_not_count_weekends(
    day: dt.date, hour: int, expected: dt.date
) -> None:
    moment = dt.datetime.combine(day, dt.time(hour), PARIS)

    found = working_days_before(moment, 3).astimezone(PARIS)

    assert (found.date(), found.hour) == (expected, hour)


@pytest.mark.parametrize("days", [1, 3, 5, 6, 12])
def test_working_days_never_last_longer_than_the_dashboard_waits(days: int) -> None:
    start = dt.datetime(2026, 11, 16, 10, tzinfo=PARIS)
    lasts = [
        moment - working_days_before(moment, days)
        for moment in (start + dt.timedelta(days=number) for number in range(7))
    ]

    assert max(lasts) == longest(days)
    assert kind().late_after == longest(3)


def test_the_setting_says_when_a_message_is_late(
    cast: Cast, now: dt.datetime, settings: object
) -> None:
    message = make_message(now - dt.timedelta(days=8))
    client = cast.client(cast.moderator)
    address = reverse("contact_admin:detail", args=[message.pk])
    assert client.get(address).context["is_late"]

    settings.CONTACT_ANSWER_WORKING_DAYS = 10

    assert not client.get(address).context["is_late"]


def test_a_late_message_is_said_to_be_late(cast: Cast, now: dt.datetime) -> None:
    late = make_message(now - dt.timedelta(days=8))
    fresh = make_message(now)
    client = cast.client(cast.moderator)

    def page(message: ContactMessage) -> str:
        return client.get(reverse("contact_admin:detail", args=[message.pk])).content.decode()

    assert "En retard" in page(late)
    assert "En retard" not in page(fresh)
    assert client.get(LIST).content.decode().count("En retard") == 1


def test_what_waits_is_counted_for_the_dashboard(cast: Cast, now: dt.datetime) -> None:
    assert read(cast.moderator).count == 0
    make_message(now - dt.timedelta(days=2))
    make_message(now)
    make_message(now, handled_at=now)

    waiting = read(cast.moderator)
    assert (waiting.count, waiting.oldest) == (2, now - dt.timedelta(days=2))


def test_messages_go_a_year_after_they_are_handled(now: dt.datetime) -> None:
    year = dt.timedelta(days=365)
    old = make_message(now - 2 * year, handled_at=now - year)
    recent = make_message(now - 2 * year, handled_at=now - year + dt.timedelta(minutes=1))
    waits = make_message(now - 3 * year)

    assert retention.delete_messages(now, dry_run=True) == 1
    assert ContactMessage.objects.count() == 3
    assert retention.delete_messages(now, dry_run=False) == 1
    assert retention.delete_messages(now, dry_run=False) == 0
    assert set(ContactMessage.objects.values_list("pk", flat=True)) == {recent.pk, waits.pk}
    assert old.pk not in {recent.pk, waits.pk}


def test_a_person_reads_and_erases_their_messages(cast: Cast, now: dt.datetime) -> None:
    make_message(now, email="Moi@essai.example", message="À moi")
    make_message(now, email="autre@essai.example")
    person = Person(cast.editor.pk, cast.editor.public_id, ("moi@essai.example",), "")

    (rows,) = MESSAGES.export(person).values()
    assert [row["Message"] for row in rows] == ["À moi"]
    MESSAGES.erase(person, now)
    MESSAGES.erase(person, now)
    assert [row.email for row in ContactMessage.objects.all()] == ["autre@essai.example"]


def test_subjects_without_a_mailbox_are_said_on_the_list_and_in_the_settings(cast: Cast) -> None:
    site = Site.objects.get(is_default_site=True)
    boxes, _made = ContactSettings.objects.update_or_create(
        site=site, defaults={"press_email": "presse@essai.example"}
    )
    settings_path = reverse("wagtailsettings:edit", args=("contact", "contactsettings", site.pk))
    words = "Ces sujets n’ont pas de boîte à eux"
    told = cast.client(cast.moderator).get(LIST)
    screen = cast.client(cast.administrator).get(settings_path).content.decode()

    assert words in told.content.decode()
    assert "<li>Presse</li>" not in told.content.decode()
    assert len(told.context["without_box"]) == len(ContactSubject) - 1
    assert words in screen
    assert settings_path in cast.client(cast.administrator).get(LIST).content.decode()

    for subject in ContactSubject:
        setattr(boxes, f"{subject.value.lower()}_email", "tous@essai.example")
    boxes.save()
    assert words not in cast.client(cast.moderator).get(LIST).content.decode()
    assert words not in cast.client(cast.administrator).get(settings_path).content.decode()
