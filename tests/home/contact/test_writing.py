"""Anyone writes to the team: the message reaches the mailbox of its subject, and nothing else happens."""

from __future__ import annotations

import datetime as dt
import re
import uuid

import pytest
import time_machine
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from wagtail.models import Site

from home.contact import listeners
from home.contact.models import MESSAGE_MAX_LENGTH, ContactMessage, ContactSettings
from home.contact.states import SUBJECT_WORDS, ContactSubject
from home.contact.views import MESSAGES_PER_ADDRESS, MESSAGES_PER_HOUR
from mailing.models import OutgoingMail
from tests.cast import Cast
from ui.models import SiteSettings

pytestmark = pytest.mark.django_db
ADDRESS = "/contact/"
WORDS = "Bonjour, mon conjoint cherche un poste à Figeac."


def set_mailboxes(**fields: str) -> None:
    """Give subjects their mailboxes, and the site a general contact, which editors write."""
    site = Site.objects.get(is_default_site=True)
    SiteSettings.objects.filter(site=site).update(contact_email="accueil@essai.example")
    ContactSettings.objects.update_or_create(site=site, defaults=fields)


def typed(client: Client, address: str = ADDRESS, **changes: object) -> dict[str, object]:
    """Return what a person sends from the page."""
    form = client.get(address).context["form"]
    values = {
        "subject": "SETTLE", "first_name": "Démo", "last_name": "Lectrice", "email": "lectrice@essai.example",
        "message": WORDS, "website_url": "", "ts": form["ts"].value(), "key": form["key"].value(),
        "origin": form["origin"].value() or "",
    }  # fmt: skip
    return values | changes


def send(client: Client, address: str = ADDRESS, **changes: object) -> object:
    """Fill in the form as a person does, ten seconds after reading it."""
    values = typed(client, address, **changes)
    with time_machine.travel(dt.datetime.now(dt.UTC) + dt.timedelta(seconds=10)):
        return client.post(address, values)


def mail(act: str) -> OutgoingMail:
    """Return the one mail of an act."""
    found: OutgoingMail = OutgoingMail.objects.get(act=act)
    return found


def test_a_message_is_kept_and_the_person_is_told_when_the_answer_comes(client: Client) -> None:
    response = send(client)

    row = ContactMessage.objects.get()
    assert (response.status_code, response["Location"]) == (302, f"/contact/merci/{row.public_id}/")
    assert (row.subject, row.first_name, row.last_name, row.email, row.message, row.language) == (
        "SETTLE", "Démo", "Lectrice", "lectrice@essai.example", WORDS, "fr",
    )  # fmt: skip
    thanks = client.get(response["Location"]).content.decode()
    assert "Message envoyé" in thanks
    assert "Réponse sous 3 jours ouvrés" in thanks.replace("\u00a0", " ")
    assert "Lectrice" not in thanks


def test_the_reference_is_on_the_thanks_and_in_both_mails(client: Client) -> None:
    set_mailboxes(settle_email="accueil@essai.example")

    thanks = client.get(send(client)["Location"]).content.decode()

    reference = ContactMessage.objects.get().reference
    assert re.fullmatch("CONTACT-[0-9A-F]{8}", reference)
    assert reference in thanks
    for act in ("contact_acknowledged", "contact_received"):
        sent = mail(act)
        assert all(reference in part for part in (sent.subject, sent.text, sent.html)), act


def test_a_reference_does_not_lead_to_the_next_one(client: Client, now: dt.datetime) -> None:
    first = ContactMessage.objects.create(created_at=now, subject="JOB")
    second = ContactMessage.objects.create(created_at=now, subject="JOB")

    assert abs(int(first.reference[8:], 16) - int(second.reference[8:], 16)) > 1
    assert client.get(f"/contact/merci/{uuid.uuid4()}/").status_code == 404
    assert client.get("/contact/merci/").status_code == 200


def test_every_sentence_says_the_promise_of_the_settings(client: Client, settings: object) -> None:
    settings.CONTACT_ANSWER_WORKING_DAYS = 1
    set_mailboxes(settle_email="accueil@essai.example")

    form = client.get("/en/contact/").content.decode()
    thanks = client.get(send(client, "/en/contact/")["Location"]).content.decode()

    assert "The answer comes within 1 working day." in form
    assert "Answer within 1 working day." in thanks
    assert "They answer you within 1 working day." in thanks
    sent = mail("contact_acknowledged")
    assert all("within 1 working day," in text for text in (sent.text, sent.html))
    sent = mail("contact_received")
    assert all("sous 1 jour ouvré." in text for text in (sent.text, sent.html))


@pytest.mark.parametrize("subject", list(ContactSubject))
def test_each_subject_has_its_mailbox(client: Client, subject: ContactSubject) -> None:
    name = f"{subject.value.lower()}_email"
    set_mailboxes(**{name: f"{subject.value.lower()}@essai.example"})

    send(client, subject=subject.value)

    assert mail("contact_received").to == f"{subject.value.lower()}@essai.example"


def test_without_a_mailbox_the_people_who_answer_receive_it_never_the_general_contact(
    client: Client, cast: Cast
) -> None:
    set_mailboxes(job_email="emploi@essai.example")
    people = [cast.moderator, cast.editor, cast.publisher, cast.administrator]

    send(client, subject="PRESS")

    assert mail("contact_received").to == people[0].email
    assert ContactMessage.objects.get().sent_to == people[0].email


def test_without_anybody_who_answers_the_administrators_receive_it(
    client: Client, cast: Cast
) -> None:
    set_mailboxes()
    expected = cast.administrator.email

    send(client)

    assert mail("contact_received").to == expected


def test_somebody_who_left_receives_nothing(client: Client, cast: Cast) -> None:
    cast.moderator.is_active = False
    cast.moderator.save()

    send(client)

    assert not OutgoingMail.objects.filter(act="contact_received").exists()


def test_the_mailbox_answers_to_the_person(client: Client) -> None:
    set_mailboxes(settle_email="accueil@essai.example")

    send(client)

    sent = mail("contact_received")
    assert sent.reply_to == "lectrice@essai.example"
    assert WORDS in sent.text
    assert "Démo Lectrice" in sent.subject


def test_the_acknowledgement_carries_no_word_of_the_sender(client: Client) -> None:
    spam = {"first_name": "Gagnez", "last_name": "https://arnaque.example", "message": "Cliquez !"}

    send(client, **spam)

    sent = mail("contact_acknowledged")
    assert sent.to == "lectrice@essai.example"
    assert "S’installer" in sent.text
    for word in spam.values():
        assert word not in sent.text + sent.html + sent.subject


def test_the_acknowledgement_is_in_the_readers_language(client: Client) -> None:
    set_mailboxes(settle_email="accueil@essai.example")
    thanks = send(client, "/en/contact/")["Location"]

    row = ContactMessage.objects.get()
    assert (row.language, thanks) == ("en", f"/en/contact/merci/{row.public_id}/")
    sent = mail("contact_acknowledged")
    assert sent.subject == f"We have received your message ({row.reference})"
    assert "within 3 working days" in sent.text
    # The team reads French.
    assert "écrit par le formulaire" in mail("contact_received").text
    assert "sous 3 jours ouvrés." in mail("contact_received").text


@pytest.mark.parametrize(
    "changes",
    [
        {"email": "lectrice@essai.example\nBcc: tous@essai.example"},
        {"email": "lectrice@essai.example\r\n"},
        {"email": "a@essai.example, b@essai.example"},
    ],
)
def test_an_address_that_would_add_a_header_is_refused(client: Client, changes: dict) -> None:
    response = send(client, **changes)

    headers = [f"{one.to}{one.reply_to}{one.subject}" for one in OutgoingMail.objects.all()]
    assert not any("\n" in text or "\r" in text or "Bcc" in text for text in headers)
    if response.status_code != 302:  # a lone line break at the end is trimmed, and harmless
        assert response.status_code == 422
        assert OutgoingMail.objects.count() == 0


def test_a_name_with_a_line_break_stays_on_one_line(client: Client) -> None:
    set_mailboxes(settle_email="accueil@essai.example")
    send(client, first_name="Démo\nBcc: tous@essai.example")

    assert "\n" not in mail("contact_received").subject


@pytest.mark.parametrize("field", ["subject", "first_name", "last_name", "email", "message"])
def test_each_answer_is_required(client: Client, field: str) -> None:
    response = send(client, **{field: ""})

    assert response.status_code == 422
    assert list(response.context["form"].errors) == [field]
    assert ContactMessage.objects.count() == 0


@pytest.mark.parametrize(
    ("changes", "field"),
    [
        ({"subject": "INVENTED"}, "subject"),
        ({"email": "sans-arobase"}, "email"),
        ({"message": "x" * (MESSAGE_MAX_LENGTH + 1)}, "message"),
        ({"message": "x" * 100_000}, "message"),
        ({"message": "nul\x00"}, "message"),
        ({"first_name": "é" * 81}, "first_name"),
    ],
)
def test_a_wrong_answer_is_explained_and_nothing_typed_is_lost(
    client: Client, changes: dict, field: str
) -> None:
    response = send(client, **changes)

    assert response.status_code == 422
    assert field in response.context["form"].errors
    assert response.context["form"]["last_name"].value() == "Lectrice"
    assert "Erreur" in response.content.decode().split("</title>")[0]


@pytest.mark.parametrize(
    "changes", [{"key": "pas-une-clef"}, {"key": "\x00"}, {"origin": "<b>"}, {"origin": "x" * 5000}]
)
def test_what_the_person_cannot_see_never_stops_them(client: Client, changes: dict) -> None:
    assert send(client, **changes).status_code == 302
    assert ContactMessage.objects.count() == 1


def test_arrays_and_unknown_fields_are_no_fault(client: Client) -> None:
    values = typed(client, email=["a@essai.example", "b@essai.example"], handled_at="2026-01-01")
    with time_machine.travel(dt.datetime.now(dt.UTC) + dt.timedelta(seconds=10)):
        assert client.post(ADDRESS, values).status_code == 302
    assert ContactMessage.objects.get().handled_at is None


def test_sending_twice_keeps_one_message(client: Client) -> None:
    values = typed(client)
    with time_machine.travel(dt.datetime.now(dt.UTC) + dt.timedelta(seconds=10)):
        answers = [client.post(ADDRESS, values) for _turn in range(MESSAGES_PER_HOUR + 2)]

    row = ContactMessage.objects.get()
    assert {answer["Location"] for answer in answers} == {f"/contact/merci/{row.public_id}/"}
    assert OutgoingMail.objects.filter(act="contact_acknowledged").count() == 1


def test_robots_are_refused(client: Client) -> None:
    assert send(client, website_url="https://spam.example").status_code == 422
    assert client.post(ADDRESS, typed(client)).status_code == 422
    assert ContactMessage.objects.count() == 0


def test_too_many_messages_from_one_network_wait(client: Client) -> None:
    for turn in range(MESSAGES_PER_HOUR):
        assert send(client, email=f"personne{turn}@essai.example").status_code == 302

    refused = send(client, email="derniere@essai.example")

    assert refused.status_code == 429
    page = refused.content.decode()
    assert 'value="derniere@essai.example"' in page
    assert WORDS in page
    assert "Trop de demandes en peu de temps" in page
    assert int(refused["Retry-After"]) > 0


def test_an_address_is_not_flooded_from_many_networks(client: Client, settings: object) -> None:
    settings.ALLAUTH_TRUSTED_PROXY_COUNT = 1
    for turn in range(MESSAGES_PER_ADDRESS):
        values = typed(client, email="Victime@essai.example")
        with time_machine.travel(dt.datetime.now(dt.UTC) + dt.timedelta(seconds=10)):
            client.post(ADDRESS, values, headers={"x-forwarded-for": f"192.0.2.{turn}"})
    values = typed(client, email="victime+1@ｅssai.example")
    with time_machine.travel(dt.datetime.now(dt.UTC) + dt.timedelta(seconds=10)):
        refused = client.post(ADDRESS, values, headers={"x-forwarded-for": "192.0.2.99"})

    assert refused.status_code == 429
    assert ContactMessage.objects.count() == MESSAGES_PER_ADDRESS


@pytest.mark.parametrize(("word", "subject"), list(SUBJECT_WORDS.items()))
def test_a_link_may_choose_the_subject(client: Client, word: str, subject: ContactSubject) -> None:
    page = client.get(ADDRESS, {"sujet": word})

    assert page.context["form"]["subject"].value() == subject.value


@pytest.mark.parametrize("asked", ["invente", "\x00", "x" * 5000])
def test_an_unknown_subject_is_ignored(client: Client, asked: str) -> None:
    page = client.get(ADDRESS, {"sujet": asked, "c": asked})

    assert page.status_code == 200
    assert page.context["form"]["subject"].value() is None


def test_reading_the_pages_writes_nothing_and_costs_little(client: Client) -> None:
    for address in (ADDRESS, "/contact/merci/", send(client)["Location"]):
        with CaptureQueriesContext(connection) as queries:
            assert client.get(address).status_code == 200

        verbs = [query["sql"].split()[0] for query in queries]
        assert [verb for verb in verbs if verb in {"INSERT", "UPDATE", "DELETE"}] == []
        assert len(queries) <= 10, address


def test_only_the_form_sets_a_cookie(client: Client) -> None:
    assert list(client.get(ADDRESS).cookies) == ["csrftoken"]
    assert list(Client().get("/contact/merci/").cookies) == []


def test_a_post_without_its_token_is_refused() -> None:
    strict = Client(enforce_csrf_checks=True)
    assert strict.post(ADDRESS, {"subject": "JOB"}).status_code == 403


def test_the_code_of_a_campaign_is_told_with_the_message(client: Client, monkeypatch) -> None:
    told: list[str] = []
    monkeypatch.setitem(listeners._listeners, "essai", lambda code, _now: told.append(code))

    send(client, f"{ADDRESS}?c=affiche-gare")
    send(client, email="autre@essai.example")

    assert told == ["affiche-gare"]


def test_the_page_says_what_becomes_of_the_answers_above_the_button(client: Client) -> None:
    page = client.get(ADDRESS).content.decode()

    notice = page.index("servent uniquement à vous répondre")
    assert notice < page.index("Envoyer le message")
    assert 'href="/donnees-personnelles/"' in page[notice:]
    assert "newsletter" not in page.lower()
    assert f'data-max-length="{MESSAGE_MAX_LENGTH}"' in page


@pytest.mark.parametrize(("page", "link"), [("/", "/contact/"), ("/en/", "/en/contact/")])
def test_every_page_leads_to_the_form(client: Client, page: str, link: str) -> None:
    assert f'href="{link}"' in client.get(page).content.decode().split("<footer")[1]
    lost = client.get(f"{page}nulle-part/")
    assert lost.status_code == 404
    assert f'href="{link}"' in lost.content.decode().split("<main")[1].split("<footer")[0]
