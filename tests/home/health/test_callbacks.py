"""« Être rappelé »: the request reaches the health contact, the person is told, nothing more happens."""

from __future__ import annotations

import datetime as dt
import uuid
from typing import Any

import pytest
import time_machine
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.utils import translation

from home.health import services
from home.health.models import CallbackEvent, CallbackRequest
from home.health.models.callbacks import MESSAGE_MAX_LENGTH
from home.health.states import BY_SLUG, Profession
from home.health.views import REQUESTS_PER_ADDRESS, REQUESTS_PER_HOUR
from mailing.models import OutgoingMail
from tests.cast import Cast
from tests.home.health.making import ANSWERS, make_contact, make_request

pytestmark = pytest.mark.django_db
ADDRESS = "/sante/etre-rappele/"


def typed(client: Client, address: str = ADDRESS, **changes: object) -> dict[str, object]:
    """Return what a person sends from the page."""
    form = client.get(address).context["form"]
    hidden = {"website_url": "", "ts": form["ts"].value(), "key": form["key"].value()}
    values = {name: value for name, value in ANSWERS.items() if name != "wants_visit"}
    return values | hidden | {"wants_visit": "on"} | changes


def send(client: Client, address: str = ADDRESS, **changes: object) -> Any:
    """Fill in the form as a person does, ten seconds after reading it."""
    values = typed(client, address, **changes)
    with time_machine.travel(dt.datetime.now(dt.UTC) + dt.timedelta(seconds=10)):
        return client.post(address, values)


def mails(act: str) -> list[OutgoingMail]:
    return list(OutgoingMail.objects.filter(act=act).order_by("pk"))


def test_the_request_is_kept_whole_and_the_person_is_told(client: Client) -> None:
    contact = make_contact(name="Démo Santé")

    response = send(client)

    row = CallbackRequest.objects.get()
    assert (response.status_code, response["Location"]) == (302, f"{ADDRESS}{row.public_id}/")
    assert {name: getattr(row, name) for name in ANSWERS} == ANSWERS
    assert (row.contact, row.language, row.status) == (contact, "fr", "NEW")
    page = client.get(response["Location"]).content.decode()
    assert row.reference in page
    assert "Démo Santé" in page
    assert "Interne" not in page.split("<main")[1].split("</main")[0].replace("Démo Interne", "")


def test_the_receipt_shows_nothing_that_was_typed_and_is_not_indexed(client: Client) -> None:
    make_contact()
    response = send(client, first_name="Prénomtapé", last_name="Nomtapé", message="Motstapés")
    page = client.get(response["Location"]).content.decode()
    for secret in ("Prénomtapé", "Nomtapé", "Motstapés", "interne@essai.example", "06 39 98"):
        assert secret not in page
    assert 'content="noindex"' in page
    assert client.get(f"{ADDRESS}{uuid.uuid4()}/").status_code == 404


def test_the_contact_of_the_profession_is_told_with_a_link_and_nothing_of_the_person(
    client: Client,
) -> None:
    make_contact(order=1)
    interns = make_contact(professions=["INTERN", "EXTERN"], order=2)

    send(client)

    [told] = mails("callback_to_answer")
    row = CallbackRequest.objects.get()
    assert told.to == interns.email
    assert f"/admin/rappels-sante/{row.pk}/" in told.text
    for secret in ("Démo", "interne@essai.example", "06 39", "Un stage à Figeac"):
        assert secret not in told.text + told.html + told.subject


def test_without_a_contact_everybody_who_may_answer_is_told(client: Client, cast: Cast) -> None:
    expected = cast.health_contact.email

    send(client)

    assert expected in [one.to for one in mails("callback_to_answer")]
    assert cast.moderator.email not in [one.to for one in mails("callback_to_answer")]


def test_the_acknowledgement_names_the_contact_and_quotes_nothing(client: Client) -> None:
    contact = make_contact(name="Démo Santé")
    spam = {"first_name": "Gagnez", "last_name": "https://arnaque.example", "message": "Cliquez !"}

    send(client, **spam)

    [sent] = mails("callback_received")
    assert (sent.to, sent.reply_to) == ("interne@essai.example", contact.email)
    assert "Démo Santé" in sent.text
    assert "05 36 49 46 10" in sent.text
    assert "2" in sent.text
    for word in spam.values():
        assert word not in sent.text + sent.html + sent.subject


def test_an_english_reader_is_answered_in_english(client: Client) -> None:
    make_contact(function_en="Health contact", hours_en="9 am to 5 pm")

    send(client, f"/en{ADDRESS}")

    assert CallbackRequest.objects.get().language == "en"
    [sent] = mails("callback_received")
    assert "We call you back within 2 working days." in sent.text
    assert "Health contact" in sent.text


def test_sending_twice_keeps_one_request_and_writes_once(client: Client) -> None:
    make_contact()
    values = typed(client)
    with time_machine.travel(dt.datetime.now(dt.UTC) + dt.timedelta(seconds=10)):
        first, second = client.post(ADDRESS, values), client.post(ADDRESS, values)

    assert first["Location"] == second["Location"]
    assert CallbackRequest.objects.count() == 1
    assert len(mails("callback_received")) == len(mails("callback_to_answer")) == 1


def test_the_same_key_at_the_same_instant_gives_the_first_request(now: dt.datetime) -> None:
    key = uuid.uuid4()
    first = services.ask_to_be_called(key=key, language="fr", now=now, **ANSWERS)
    second = services.ask_to_be_called(key=key, language="fr", now=now, **ANSWERS)
    assert first.pk == second.pk
    assert CallbackEvent.objects.filter(request=first).count() == 1


@pytest.mark.parametrize(
    "name",
    ["profession", "situation", "timeframe", "mode", "slot", "first_name", "last_name", "email"],
)
def test_what_is_required_is_asked_for_and_the_rest_is_kept(client: Client, name: str) -> None:
    response = send(client, **{name: ""})

    assert response.status_code == 422
    form = response.context["form"]
    assert list(form.errors) == [name]
    assert form["message"].value() == ANSWERS["message"]
    assert CallbackRequest.objects.count() == 0
    assert f'href="#id_{name}' in response.content.decode()


def test_the_telephone_the_place_and_the_message_are_optional(client: Client) -> None:
    assert send(client, phone="", place="", message="").status_code == 302


def test_nobody_promises_a_call_to_somebody_without_a_number(client: Client) -> None:
    response = send(client, f"/en{ADDRESS}", phone="")
    [sent] = mails("callback_received")
    page = client.get(response["Location"]).content.decode().split("<main")[1]
    for shown in (sent.text, sent.html, page):
        assert "We write to you within 2 working days." in shown
        assert "We call you back" not in shown
        assert "calls you at the time" not in shown


@pytest.mark.parametrize(
    "changes",
    [
        {"phone": "12"}, {"email": "sans-arobase"}, {"profession": "PLOMBIER"}, {"slot": "\x00"},
        {"message": "x" * (MESSAGE_MAX_LENGTH + 1)}, {"first_name": "x" * 81}, {"place": "a\x00b"},
        {"email": f"{'a' * 60}@{'b' * 60}.{'c' * 60}.{'d' * 60}.example.example"}, {"message": "\x00"},
        {"profession": ["NURSE", "PLOMBIER"]}, {"phone": "🙂🙂"}, {"situation": "é" * 10_000},
    ],
)  # fmt: skip
def test_what_is_wrong_is_refused(client: Client, changes: dict[str, str]) -> None:
    response = send(client, **changes)
    assert response.status_code == 422
    form = response.context["form"]
    assert list(form.errors) == list(changes)
    typed_well = {
        name: value for name, value in ANSWERS.items() if name not in {*changes, "wants_visit"}
    }
    assert {name: form[name].value() for name in typed_well} == typed_well
    assert CallbackRequest.objects.count() == 0


def test_what_is_odd_but_true_is_kept(client: Client) -> None:
    odd = {
        "first_name": "Zoë-Mærić 🙂",
        "place": "<b>Figeac</b>",
        "message": "é" * MESSAGE_MAX_LENGTH,
    }
    assert send(client, **odd).status_code == 302
    row = CallbackRequest.objects.get()
    assert {name: getattr(row, name) for name in odd} == odd


def test_robots_are_kept_out(client: Client) -> None:
    assert send(client, website_url="https://spam.example").status_code == 422
    assert client.post(ADDRESS, typed(client)).status_code == 422  # at once
    assert CallbackRequest.objects.count() == 0


def test_a_broken_key_is_forgiven(client: Client) -> None:
    assert send(client, key="x").status_code == 302
    assert CallbackRequest.objects.count() == 1


def test_a_network_is_limited(client: Client) -> None:
    for number in range(REQUESTS_PER_HOUR):
        assert send(client, email=f"personne{number}@essai.example").status_code == 302
    refused = send(client, email="encore@essai.example")
    assert refused.status_code == 429
    page = refused.content.decode()
    assert 'value="encore@essai.example"' in page
    assert "Trop de demandes en peu de temps" in page
    assert int(refused["Retry-After"]) > 0
    assert CallbackRequest.objects.count() == REQUESTS_PER_HOUR


def test_an_address_is_not_flooded() -> None:
    for number in range(REQUESTS_PER_ADDRESS):
        assert send(Client(REMOTE_ADDR=f"192.0.2.{number + 1}")).status_code == 302
    other = Client(REMOTE_ADDR="198.51.100.7")
    assert send(other, email="INTERNE+1@ｅssai.example").status_code == 429


@pytest.mark.parametrize("slug", BY_SLUG)
def test_the_profession_of_the_address_is_chosen_already(client: Client, slug: str) -> None:
    page = client.get(ADDRESS, {"profession": slug})
    assert page.context["form"]["profession"].value() == BY_SLUG[slug]


def test_an_unknown_profession_in_the_address_is_ignored(client: Client) -> None:
    for asked in ("plombier", "\x00", "x" * 900):
        page = client.get(ADDRESS, {"profession": asked})
        assert page.status_code == 200
        assert page.context["form"]["profession"].value() is None


def test_every_profession_has_an_address_word() -> None:
    assert {profession.slug for profession in Profession} == set(BY_SLUG)


def test_other_methods_are_refused(client: Client) -> None:
    assert client.put(ADDRESS).status_code == 405
    assert client.post("/sante/aides/").status_code == 405


def test_reading_the_form_writes_nothing(client: Client) -> None:
    make_contact()
    client.get(ADDRESS)
    with CaptureQueriesContext(connection) as queries:
        client.get(ADDRESS)
    written = [one["sql"] for one in queries if not one["sql"].lstrip().startswith("SELECT")]
    assert written == []
    assert len(queries) <= 8


def test_the_promise_is_a_setting(client: Client, settings: Any) -> None:
    settings.HEALTH_CALLBACK_WORKING_DAYS = 1
    with translation.override("en"):
        assert "within 1 working day." in client.get(f"/en{ADDRESS}").content.decode()


def test_the_database_refuses_to_rewrite_the_history(now: dt.datetime) -> None:
    from django.db import DatabaseError, transaction

    event = make_request(now).events.get()
    with pytest.raises(DatabaseError), transaction.atomic():
        CallbackEvent.objects.filter(pk=event.pk).update(act="STATUS")
    with pytest.raises(DatabaseError), transaction.atomic():
        CallbackEvent.objects.filter(pk=event.pk).delete()
    with pytest.raises(TypeError):
        event.save()


def test_the_history_of_a_request_made_in_english_is_signed_in_french(client: Client) -> None:
    assert send(client, "/en/sante/etre-rappele/").status_code == 302
    assert set(CallbackEvent.objects.values_list("actor_name", flat=True)) == {"Le programme"}
