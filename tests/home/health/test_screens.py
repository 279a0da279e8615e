"""The health contacts follow the requests; the clock and the person erase them."""

from __future__ import annotations

import datetime as dt
from typing import Any

import pytest
import time_machine
from django.core.management import call_command
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils.text import capfirst

from home.health import retention, services
from home.health.emails import ANSWER_PERMISSION
from home.health.errors import RequestForgotten, StaleRequest
from home.health.models import CallbackEvent, CallbackNote, CallbackRequest, HealthContact
from home.health.models.directory import ROUTE
from home.health.personal_data import HEALTH
from home.health.states import RequestStatus
from home.health.waiting import requests_waiting
from mailing.models import OutgoingMail
from operations.personal_data import Person
from tests.cast import Cast
from tests.factories import make_user
from tests.home.health.making import make_contact, make_request

pytestmark = pytest.mark.django_db
LIST = "/admin/rappels-sante/"
ACTS = ("status", "plan", "hand_over", "note", "forget")


def detail(request: CallbackRequest) -> str:
    return reverse("health_admin:detail", args=[request.pk])


def act(request: CallbackRequest, name: str) -> str:
    return reverse(f"health_admin:{name}", args=[request.pk])


def person(address: str, number: int = 0) -> Person:
    user = make_user()
    return Person(number or user.pk, user.public_id, (address,), "Démo")


def test_only_health_contacts_and_administrators_read_requests(
    cast: Cast, now: dt.datetime
) -> None:
    request = make_request(now, last_name="Secret")
    for user in (cast.editor, cast.publisher, cast.translator, cast.moderator, cast.referent):
        client = cast.client(user)
        assert client.get(LIST).status_code in (302, 403)
        assert client.get(detail(request)).status_code in (302, 403)
        assert client.post(act(request, "forget")).status_code in (302, 403)
        assert "rappels-sante" not in client.get("/admin/").content.decode()
    for user in (cast.health_contact, cast.administrator):
        client = cast.client(user)
        assert "Secret" in client.get(LIST).content.decode()
        assert "Secret" in client.get(detail(request)).content.decode()
        assert "rappels-sante" in client.get("/admin/").content.decode()
    assert CallbackRequest.objects.get().last_name == "Secret"


def test_the_list_shows_who_waits_oldest_first(cast: Cast, now: dt.datetime) -> None:
    make_request(now, last_name="Récente")
    make_request(now - dt.timedelta(days=1), last_name="Ancienne")
    done = make_request(now, last_name="Close")
    CallbackRequest.objects.filter(pk=done.pk).update(status="CLOSED")
    client = cast.client(cast.health_contact)

    def names(**query: str) -> list[str]:
        return [one.last_name for one in client.get(LIST, query).context["page_obj"]]

    assert names() == ["Ancienne", "Récente"]
    assert names(etat="closes") == ["Close"]
    assert len(names(etat="toutes")) == len(names(etat="\x00", p="\x00", contact="x")) == 3


def test_the_list_first_shows_whom_to_contact_again_as_the_dashboard_counts(
    cast: Cast, now: dt.datetime
) -> None:
    make_request(now, last_name="Nouvelle")
    due, later = make_request(now, last_name="Prévue"), make_request(now, last_name="Plus tard")
    for one, day in ((due, now.date()), (later, now.date() + dt.timedelta(days=9))):
        CallbackRequest.objects.filter(pk=one.pk).update(status="CALLED_BACK", next_contact_on=day)
    with time_machine.travel(now):
        client = cast.client(cast.health_contact)
        rows = client.get(LIST).context["page_obj"].object_list
        assert {one.last_name for one in rows} == {"Nouvelle", "Prévue"}
        assert requests_waiting(cast.health_contact).count == 2


def test_the_list_is_narrowed_by_contact(cast: Cast, now: dt.datetime) -> None:
    one, other = make_contact(order=1), make_contact(order=2, professions=["NURSE"])
    make_request(now, last_name="Interne")
    make_request(now, last_name="Infirmière", profession="NURSE")
    client = cast.client(cast.health_contact)
    found = client.get(LIST, {"contact": str(other.pk)}).context["page_obj"]
    assert [row.last_name for row in found] == ["Infirmière"]
    assert one.pk != other.pk


def test_one_and_twelve_requests_cost_the_same(cast: Cast, now: dt.datetime) -> None:
    make_contact()
    client, counts = cast.client(cast.health_contact), []
    make_request(now)
    client.get(LIST)
    for more in (0, 11):
        for _turn in range(more):
            make_request(now)
        with CaptureQueriesContext(connection) as queries:
            client.get(LIST)
        counts.append(len(queries))
    assert counts[0] == counts[1]


def test_a_request_is_followed_from_the_screen(cast: Cast, now: dt.datetime) -> None:
    make_contact(order=1)
    request = make_request(now)
    colleague = make_contact(name="Démo Collègue", order=2)
    client = cast.client(cast.health_contact)

    answers = [
        client.post(act(request, "status"), {"status": "CALLED_BACK", "expected": "NEW"}),
        client.post(act(request, "plan"), {"day": "14/12/2026"}),
        client.post(act(request, "hand_over"), {"contact": colleague.pk}),
        client.post(act(request, "note"), {"text": "Rappeler après les partiels <b>"}),
    ]
    assert [one.status_code for one in answers] == [302] * 4

    row = CallbackRequest.objects.get()
    assert (row.status, row.next_contact_on, row.contact) == (
        "CALLED_BACK", dt.date(2026, 12, 14), colleague,
    )  # fmt: skip
    acts = list(row.events.order_by("pk").values_list("act", flat=True))
    assert acts == ["RECEIVED", "STATUS", "NEXT_CONTACT", "HANDED_OVER", "NOTE"]
    assert set(row.events.exclude(act="RECEIVED").values_list("actor", flat=True)) == {
        cast.health_contact.pk
    }
    page = client.get(detail(request)).content.decode()
    assert "Rappeler après les partiels &lt;b&gt;" in page
    assert OutgoingMail.objects.filter(act="callback_to_answer", to=colleague.email).count() == 1


def test_what_is_wrong_is_said_and_kept(cast: Cast, now: dt.datetime) -> None:
    request = make_request(now)
    client = cast.client(cast.health_contact)

    wrong = client.post(act(request, "plan"), {"day": "31/02/2027"})
    assert wrong.status_code == 422
    assert "31/02/2027" in wrong.content.decode()
    for name, values in (
        ("status", {"status": "INVENTED", "expected": "NEW"}), ("note", {"text": " "}),
        ("plan", {"day": "31/12/9999"}), ("plan", {"day": "0000-01-01"}), ("plan", {"day": "\x00"}),
        ("note", {"text": "a\x00"}), ("hand_over", {"contact": "9" * 40}),
        ("status", {"status": ["NEW", "\x00"], "expected": "NEW"}),
        ("note", {"text": "x" * 2001}), ("hand_over", {"contact": "999999"}), ("hand_over", {}),
    ):  # fmt: skip
        assert client.post(act(request, name), values).status_code == 422
    assert request.events.count() == 1


def test_two_contacts_at_once_the_second_is_told(cast: Cast, now: dt.datetime) -> None:
    request = make_request(now)
    client = cast.client(cast.health_contact)
    client.post(act(request, "status"), {"status": "CALLED_BACK", "expected": "NEW"})

    late = client.post(act(request, "status"), {"status": "CLOSED", "expected": "NEW"})

    assert late.status_code == 409
    assert CallbackRequest.objects.get().status == "CALLED_BACK"
    with pytest.raises(StaleRequest):
        services.change_status(
            request=request,
            status=RequestStatus.CLOSED,
            expected="NEW",
            by=cast.health_contact,
            now=now,
        )


def test_doing_the_same_again_changes_nothing(cast: Cast, now: dt.datetime) -> None:
    contact = make_contact()
    request, by = make_request(now), cast.health_contact
    services.change_status(
        request=request, status=RequestStatus.NEW, expected="NEW", by=by, now=now
    )
    services.plan_next_contact(request=request, day=None, by=by, now=now)
    services.hand_over(request=request, contact=contact, by=by, now=now)
    assert request.events.count() == 1
    assert OutgoingMail.objects.filter(act="callback_to_answer").count() == 1

    client = cast.client(by)
    same = client.post(act(request, "status"), {"status": "NEW", "expected": "NEW"}, follow=True)
    assert said(same) == [("info", "Rien n’a changé.")]
    other = {"status": "CALLED_BACK", "expected": "NEW"}
    assert [
        level for level, _text in said(client.post(act(request, "status"), other, follow=True))
    ] == ["success"]
    note = client.post(act(request, "note"), {"text": "Un mot."}, follow=True)
    assert [level for level, _text in said(note)] == ["success"]


def said(response: Any) -> list[tuple[str, str]]:
    """Return what a screen tells at its top."""
    return [(one.level_tag, str(one)) for one in response.context["messages"]]


def test_the_profession_and_the_situation_stand_apart(cast: Cast, now: dt.datetime) -> None:
    request = make_request(now)
    page = cast.client(cast.health_contact).get(detail(request)).content.decode()
    assert f"<dd>{request.get_profession_display()}</dd>" in page
    assert f"<dd>{capfirst(request.get_situation_display())}</dd>" in page


def test_closing_forgets_the_next_contact(cast: Cast, now: dt.datetime) -> None:
    request, by = make_request(now), cast.health_contact
    services.plan_next_contact(request=request, day=dt.date(2030, 1, 1), by=by, now=now)
    services.change_status(
        request=request, status=RequestStatus.CLOSED, expected="NEW", by=by, now=now
    )
    assert CallbackRequest.objects.get().next_contact_on is None


def test_acts_want_a_post_and_unknown_requests_are_not_found(cast: Cast, now: dt.datetime) -> None:
    request = make_request(now)
    client = cast.client(cast.health_contact)
    for name in ACTS:
        assert client.get(act(request, name)).status_code == 405
        assert client.post(reverse(f"health_admin:{name}", args=[999999])).status_code == 404
    assert client.get(reverse("health_admin:detail", args=[999999])).status_code == 404


def test_what_waits_is_counted_for_the_contacts(cast: Cast, now: dt.datetime) -> None:
    oldest = make_request(now - dt.timedelta(days=9))
    planned = make_request(now)
    answered = make_request(now)
    CallbackRequest.objects.filter(pk=planned.pk).update(
        status="FOLLOW_UP", next_contact_on=dt.date(2020, 1, 1)
    )
    CallbackRequest.objects.filter(pk=answered.pk).update(status="CALLED_BACK")

    found = requests_waiting(cast.health_contact)

    assert (found.count, found.oldest) == (2, oldest.created_at)
    assert LIST in cast.client(cast.health_contact).get("/admin/").content.decode()


# --- retention and rights


def forgotten(row: CallbackRequest) -> bool:
    row.refresh_from_db()
    blank = all(
        not getattr(row, name)
        for name in ("first_name", "last_name", "email", "phone", "place", "message")
    )
    return blank and row.forgotten_at is not None and not row.notes.exists()


def test_a_year_after_the_last_act_the_person_is_erased_not_a_day_sooner(
    cast: Cast, now: dt.datetime, settings: object
) -> None:
    request = make_request(now - dt.timedelta(days=400))
    answered(request, cast, now)
    services.add_note(request=request, text="Note", by=cast.health_contact, now=now)

    assert retention.forget_requests(now + dt.timedelta(days=364), dry_run=False) == 0
    assert retention.forget_requests(now + dt.timedelta(days=365), dry_run=True) == 1
    assert not forgotten(request)
    assert retention.forget_requests(now + dt.timedelta(days=365), dry_run=False) == 1
    assert forgotten(request)
    assert retention.forget_requests(now + dt.timedelta(days=365), dry_run=False) == 0
    assert (request.profession, request.status) == ("INTERN", "CLOSED")
    assert request.events.filter(act="FORGOTTEN").count() == 1


def answered(request: CallbackRequest, cast: Cast, now: dt.datetime) -> None:
    services.change_status(
        request=request, status=RequestStatus.CALLED_BACK, expected="NEW", by=cast.health_contact, now=now
    )  # fmt: skip


def test_a_request_that_nobody_answered_stays_late_for_longer_not_for_ever(
    cast: Cast, now: dt.datetime
) -> None:
    request = make_request(now)
    client = cast.client(cast.health_contact)
    year = now + dt.timedelta(days=366)
    assert retention.forget_requests(year, dry_run=False) == 0
    with time_machine.travel(year):
        assert requests_waiting(cast.health_contact).count == 1
        client = cast.client(cast.health_contact)
        shown = client.get(LIST).content.decode()
        assert (request.last_name in shown, 'class="review-late"' in shown) == (True, True)
        assert "2 ans" in client.get(detail(request)).content.decode().replace("\u00a0", " ")

    assert retention.forget_requests(now + dt.timedelta(days=729), dry_run=False) == 0
    assert retention.forget_requests(now + dt.timedelta(days=730), dry_run=False) == 1
    assert forgotten(request)


def test_the_two_durations_are_told_to_the_person_and_in_the_policy(client: Client) -> None:
    [policy] = [one for one in retention.policies() if one.name == "health.callbacks"]
    page = client.get("/en/sante/etre-rappele/").content.decode()
    for days, words in (("365 days", "1 year"), ("730 days", "2 years")):
        assert days in policy.keeps
        assert words in page
        assert days not in page


def test_a_recent_request_is_not_late(cast: Cast, now: dt.datetime) -> None:
    make_request(now)
    with time_machine.travel(now + dt.timedelta(days=3)):
        assert "review-late" not in cast.client(cast.health_contact).get(LIST).content.decode()


def test_a_contact_planned_later_keeps_the_request(cast: Cast, now: dt.datetime) -> None:
    request = make_request(now - dt.timedelta(days=400))
    CallbackRequest.objects.filter(pk=request.pk).update(
        status="FOLLOW_UP", next_contact_on=now.date() + dt.timedelta(days=5)
    )
    assert retention.forget_requests(now, dry_run=False) == 0


def test_the_purge_runs_the_policy(now: dt.datetime, capsys: pytest.CaptureFixture[str]) -> None:
    make_request(now)
    call_command("purge", "--dry-run")
    assert "health.callbacks" in capsys.readouterr().out


def test_a_person_may_read_and_erase_what_is_known_of_them(cast: Cast, now: dt.datetime) -> None:
    make_contact()
    mine, other = make_request(now, email="Moi@essai.example"), make_request(now)
    services.add_note(request=mine, text="Préfère le nord", by=cast.health_contact, now=now)
    who = person("moi@essai.example")

    told = str(HEALTH.export(who))
    assert "Préfère le nord" in told
    assert "Un stage à Figeac" in told
    assert "interne@essai.example" not in told
    HEALTH.erase(who, now)
    HEALTH.erase(who, now)
    assert forgotten(mine)
    assert not forgotten(other)


def test_a_contact_who_leaves_is_erased_and_the_history_stays(cast: Cast, now: dt.datetime) -> None:
    contact = make_contact(email="sante-essai@essai.example")
    request = make_request(now)
    by = cast.health_contact
    services.add_note(request=request, text="Note", by=by, now=now)
    HEALTH.erase(person("sante-essai@essai.example", by.pk), now)
    assert not HealthContact.objects.filter(pk=contact.pk).exists()
    assert CallbackEvent.objects.filter(request=request).count() == 2
    assert CallbackNote.objects.get().author_name == "Compte supprimé"


def test_nothing_is_done_to_a_person_who_was_erased(cast: Cast, now: dt.datetime) -> None:
    request, by = make_request(now), cast.health_contact
    client = cast.client(by)
    assert client.post(act(request, "forget")).status_code == 302
    assert client.post(act(request, "note"), {"text": "Trop tard"}).status_code == 409
    with pytest.raises(RequestForgotten):
        services.add_note(request=request, text="Trop tard", by=by, now=now)
    assert client.get(detail(request)).status_code == 200
    assert client.get(f"/sante/etre-rappele/{request.public_id}/").status_code == 404
    assert "interne@essai.example" not in client.get(LIST, {"etat": "toutes"}).content.decode()


def test_requests_are_no_snippet(cast: Cast) -> None:
    from wagtail.snippets.models import get_snippet_models

    names = {model.__name__ for model in get_snippet_models()}
    assert not names & {"CallbackRequest", "CallbackNote", "CallbackEvent", "HealthContact"}


# --- whom requests go to


CONTACTS = "health_contacts"


def sent_contact(contact: HealthContact, **changes: object) -> dict[str, object]:
    return {
        "name": "Démo Renommée", "function": contact.function, "phone": contact.phone,
        "email": "detournee@essai.example", "professions": ["NURSE"], "order": "3", "hours": "le soir",
    } | changes  # fmt: skip


def test_an_editor_writes_a_contact_s_card_but_not_where_requests_go(cast: Cast) -> None:
    contact = make_contact(email="sante@essai.example", professions=["INTERN"])
    edit = reverse(f"{CONTACTS}:edit", args=[contact.pk])
    client = cast.client(cast.editor)
    page = client.get(edit).content.decode()
    assert [
        name for name in ("email", "professions", "is_active") if f'name="{name}"' in page
    ] == []

    assert client.post(edit, sent_contact(contact)).status_code == 302

    contact.refresh_from_db()
    assert (contact.name, contact.hours) == ("Démo Renommée", "le soir")
    assert (contact.email, contact.professions, contact.is_active) == (
        "sante@essai.example", ["INTERN"], True,
    )  # fmt: skip


def test_who_calls_back_says_where_requests_go(cast: Cast) -> None:
    contact = make_contact(email="sante@essai.example")
    edit = reverse(f"{CONTACTS}:edit", args=[contact.pk])
    assert cast.client(cast.health_contact).post(edit, sent_contact(contact)).status_code == 302
    contact.refresh_from_db()
    assert (contact.email, contact.professions, contact.is_active) == (
        "detournee@essai.example", ["NURSE"], False,
    )  # fmt: skip
    assert ROUTE == ANSWER_PERMISSION


def test_a_contact_added_by_an_editor_has_no_address_yet_everybody_is_told(
    cast: Cast, client: Client, now: dt.datetime
) -> None:
    expected = cast.health_contact.email
    added = {
        "name": "Démo Nouvelle",
        "function": "Contact",
        "phone": "05 36 49 46 10",
        "order": "1",
    }
    response = cast.client(cast.editor).post(reverse(f"{CONTACTS}:add"), added)
    assert response.status_code == 302
    assert HealthContact.objects.get().email == ""

    request = make_request(now)

    told = OutgoingMail.objects.filter(act="callback_to_answer").values_list("to", flat=True)
    assert expected in told
    assert "" not in told
    acknowledged = OutgoingMail.objects.get(act="callback_received")
    assert not acknowledged.reply_to
    assert "05 36 49 46 10\n" in acknowledged.text
    assert client.get(f"/sante/etre-rappele/{request.public_id}/").status_code == 200
    assert client.get("/sante/internes/").status_code == 200
