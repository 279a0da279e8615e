"""A household sends its request in three steps, without an account, a session or a script."""

from __future__ import annotations

import datetime as dt
import html
import re

import pytest
import time_machine
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.utils import translation
from django.utils.translation import gettext

from home.welcome.agreement import VERSION, WORDS
from home.welcome.models import Household, RequestEvent, SettlementRequest
from home.welcome.states import RequestAct
from home.welcome.views.asking import REQUESTS_PER_ADDRESS, REQUESTS_PER_HOUR
from mailing.models import OutgoingMail
from territory.models import ReferentAbsence, Territory, WelcomeReferent
from tests.factories import make_referent

pytestmark = pytest.mark.django_db
ADDRESS = "/s-installer/demande/"
PROJECT = {"timing": "THIS_YEAR", "job": "FOUND", "occupation": "Infirmière « de nuit »"}
HOUSEHOLD = {"adults": "2", "children_3_6": "1"}
NEEDS = {
    "needs": ["SCHOOL", "PARTNER_JOB"], "place": "Figeac", "message": "Une école bilingue ?",
    "first_name": "Léa", "last_name": "Essai", "email": "lea@essai.example", "phone": "", "agreement": True,
}  # fmt: skip


def hidden(response: object) -> dict[str, list[str]]:
    """Return what the page of a step carries, as a browser would send it again."""
    fields: dict[str, list[str]] = {}
    page = response.content.decode().split("<main")[1]  # type: ignore[attr-defined]
    for tag in re.findall(r"<input[^>]*>", page):
        attributes = dict(re.findall(r'([\w-]+)="([^"]*)"', tag))
        if attributes.get("type") == "hidden" and attributes["name"] != "csrfmiddlewaretoken":
            value = html.unescape(attributes.get("value", ""))
            fields.setdefault(attributes["name"], []).append(value)
    return fields


def go_on(
    client: Client, response: object, go: str = "on", address: str = ADDRESS, **typed: object
) -> object:
    """Send a step, ten seconds after reading it."""
    values = hidden(response) | {"website_url": "", "go": go} | typed
    with time_machine.travel(dt.datetime.now(dt.UTC) + dt.timedelta(seconds=10)):
        return client.post(address, values)


def send(client: Client, address: str = ADDRESS, **changes: object) -> object:
    """Fill in the three steps as a person does."""
    second = go_on(client, client.get(address), address=address, **PROJECT)
    third = go_on(client, second, address=address, **HOUSEHOLD)
    return go_on(client, third, address=address, **(NEEDS | changes))


def box(response: object) -> dict[str, str]:
    """Return what the box of the agreement is made of."""
    page = response.content.decode()  # type: ignore[attr-defined]
    [tag] = [one for one in re.findall(r"<input[^>]*>", page) if 'name="agreement"' in one]
    assert 'type="checkbox"' in tag
    return dict(re.findall(r'([\w-]+)(?:="([^"]*)")?', tag[6:]))


def test_three_steps_reach_the_referent_of_the_place_and_the_page_names_them(
    client: Client, camille: WelcomeReferent
) -> None:
    response = send(client)

    kept = SettlementRequest.objects.get()
    assert (response.status_code, response["Location"]) == (
        302,
        f"/s-installer/demande/recue/{kept.public_id}/",
    )
    assert (kept.referent, kept.territory.slug, kept.municipality.name) == (
        camille, "grand-figeac", "Figeac",
    )  # fmt: skip
    assert (kept.timing, kept.job, kept.occupation) == tuple(PROJECT.values())
    assert (kept.first_name, kept.email, kept.status, kept.language) == (
        "Léa", "lea@essai.example", "NEW", "fr",
    )  # fmt: skip
    assert (kept.household.adults, kept.household.children_3_6, kept.household.children_11) == (
        2,
        1,
        0,
    )
    assert kept.household.needs == ["SCHOOL", "PARTNER_JOB"]
    assert kept.household.message == "Une école bilingue ?"
    assert [event.act for event in kept.events.all()] == [RequestAct.RECEIVE]

    page = client.get(response["Location"]).content.decode()
    assert "Camille Accueil" in page
    assert kept.reference in page
    assert "lea@essai.example" not in page
    assert 'content="noindex"' in page


def test_the_person_is_told_who_answers_and_the_referent_that_somebody_waits(
    client: Client, camille: WelcomeReferent
) -> None:
    send(client)
    kept = SettlementRequest.objects.get()
    thanks = OutgoingMail.objects.get(act="settlement_received")
    notice = OutgoingMail.objects.get(act="settlement_arrived")
    assert (thanks.to, thanks.reply_to) == ("lea@essai.example", "camille@essai.example")
    assert "Camille Accueil" in thanks.text
    assert "Camille Accueil" in thanks.subject
    assert notice.to == "camille@essai.example"
    assert f"/admin/installation/{kept.pk}/" in notice.text
    for secret in ("Léa", "lea@essai.example", "Infirmière", "bilingue", "Figeac"):
        assert secret not in notice.text + notice.html + notice.subject


def test_who_has_no_account_is_told_and_the_colleagues_who_can_read_are_too(
    client: Client, camille: WelcomeReferent, cast: object
) -> None:
    colleague = cast.referent  # type: ignore[attr-defined]
    send(client)
    told = OutgoingMail.objects.filter(act="settlement_arrived").values_list("to", flat=True)
    assert set(told) == {"camille@essai.example", colleague.email}
    camille.user = colleague
    camille.save()
    send(Client(REMOTE_ADDR="192.0.2.9"), email="autre@essai.example")
    assert OutgoingMail.objects.filter(act="settlement_arrived").count() == 3


def test_a_telephone_alone_is_enough_and_gets_no_mail(
    client: Client, camille: WelcomeReferent
) -> None:
    nothing = {name: "" for name in NEEDS if name != "needs"} | {"agreement": "on"}
    assert send(client, **nothing, needs=[]).status_code == 422
    response = send(client, **(nothing | {"phone": "06 12 34 56 78"}), needs=[])
    assert response.status_code == 302
    assert not OutgoingMail.objects.filter(act="settlement_received").exists()
    done = client.get(response["Location"]).content.decode()  # type: ignore[index]
    assert "Répondez à notre message" not in done
    english = client.get("/en" + response["Location"]).content.decode()  # type: ignore[index]
    assert "Answer our e-mail" not in english
    with translation.override("en"):
        told = gettext(
            'You change your mind? Call your referent or <a href="%(link)s">write to us</a>, with the reference'
            " %(reference)s: everything you sent is erased."
        )
    assert told.split('"')[0] in english


def test_all_may_be_left_empty_but_a_way_to_answer(client: Client) -> None:
    second = go_on(client, client.get(ADDRESS))
    assert second.context["step"] == "household"
    third = go_on(client, second)
    assert third.context["step"] == "needs"
    refused = go_on(client, third)
    errors = refused.context["form"].errors
    assert (refused.status_code, set(errors)) == (422, {"agreement", "email"})
    assert SettlementRequest.objects.count() == 0
    assert go_on(client, refused, email="lea@essai.example", agreement="on").status_code == 302
    kept = SettlementRequest.objects.get()
    assert (kept.household.adults, kept.household.needs, kept.referent) == (None, [], None)


def test_nothing_typed_is_lost_going_back_and_forth(client: Client) -> None:
    second = go_on(client, client.get(ADDRESS), **PROJECT)
    third = go_on(client, second, **HOUSEHOLD)
    back = go_on(client, third, go="back", **NEEDS)
    assert back.context["step"] == "household"
    assert 'value="2"' in back.content.decode()
    first = go_on(client, back, go="back", adults="3", children_3_6="1")
    assert first.context["step"] == "project"
    form = first.context["form"]
    assert [form[name].value() for name in PROJECT] == list(PROJECT.values())
    again = go_on(client, go_on(client, first, **PROJECT), adults="3", children_3_6="1")
    typed = again.context["form"]
    assert typed["needs"].value() == ["SCHOOL", "PARTNER_JOB"]
    assert (typed["place"].value(), typed["message"].value()) == ("Figeac", "Une école bilingue ?")
    sent = go_on(client, again, **NEEDS)
    assert sent.status_code == 302
    kept = SettlementRequest.objects.get()
    assert (kept.occupation, kept.household.adults) == (PROJECT["occupation"], 3)


def test_what_is_wrong_is_said_at_its_step_with_everything_kept(client: Client) -> None:
    second = go_on(client, client.get(ADDRESS), **PROJECT)
    wrong = go_on(client, second, adults="deux", children_3_6="1")
    assert (wrong.status_code, wrong.context["step"]) == (422, "household")
    assert 'value="deux"' in wrong.content.decode()
    third = go_on(client, wrong, **HOUSEHOLD)
    wrong = go_on(client, third, **(NEEDS | {"phone": "12"}))
    assert (wrong.status_code, list(wrong.context["form"].errors)) == (422, ["phone"])
    assert wrong.context["form"]["message"].value() == "Une école bilingue ?"
    assert ("occupation", PROJECT["occupation"]) in wrong.context["turn"].carried


def test_an_answer_changed_in_the_page_is_sent_back_to_its_step(client: Client) -> None:
    second = go_on(client, client.get(ADDRESS), **PROJECT)
    third = go_on(client, second, **HOUSEHOLD)
    refused = go_on(client, third, **(NEEDS | {"timing": "INVENTED"}))
    assert (refused.status_code, refused.context["step"]) == (422, "project")
    assert SettlementRequest.objects.count() == 0


def test_the_agreement_is_a_box_that_the_person_ticks(client: Client) -> None:
    second = go_on(client, client.get(ADDRESS), **PROJECT)
    third = go_on(client, second, **HOUSEHOLD)
    assert "checked" not in box(third)
    unticked = {name: value for name, value in NEEDS.items() if name != "agreement"}
    refused = go_on(client, third, **unticked)
    assert (refused.status_code, list(refused.context["form"].errors)) == (422, ["agreement"])
    assert SettlementRequest.objects.count() == 0
    page = refused.content.decode()
    assert page.count(str(refused.context["form"].errors["agreement"][0])) == 2  # above, and beside
    assert box(refused)["aria-invalid"] == "true"
    form = refused.context["form"]
    assert {name: form[name].value() for name in unticked} == unticked
    assert ("occupation", PROJECT["occupation"]) in refused.context["turn"].carried
    assert go_on(client, refused, **NEEDS).status_code == 302


def test_what_was_agreed_to_is_kept_with_its_day_and_its_words(client: Client) -> None:
    for prefix, language in (("", "fr"), ("/en", "en")):
        send(client, address=f"{prefix}{ADDRESS}")
        kept = SettlementRequest.objects.latest("pk")
        assert (kept.agreed_at, kept.agreement_version) == (kept.created_at, VERSION)
        with translation.override(language):
            assert kept.agreement_wording == str(WORDS)


def test_a_box_once_ticked_stays_so_going_back_and_forth(client: Client) -> None:
    third = go_on(client, go_on(client, client.get(ADDRESS)))
    back = go_on(client, third, go="back", **NEEDS)
    assert "checked" in box(go_on(client, back))
    unticked = {name: value for name, value in NEEDS.items() if name != "agreement"}
    again = go_on(client, go_on(client, third, go="back", **unticked))
    assert "checked" not in box(again)


def test_a_name_that_several_communes_bear_is_asked_again(client: Client) -> None:
    refused = send(client, place="Loupiac")
    assert (refused.status_code, list(refused.context["form"].errors)) == (422, ["place"])
    assert "Loupiac (46350)" in refused.content.decode()
    assert send(client, place="Loupiac (46350)").status_code == 302


def test_an_unknown_place_goes_to_the_departement_in_the_words_of_the_person(
    client: Client, camille: WelcomeReferent
) -> None:
    team = make_referent("Équipe du Lot", is_departmental=True)
    assert send(client, place="au bord du Célé").status_code == 302
    kept = SettlementRequest.objects.get()
    assert (kept.referent, kept.place, kept.territory) == (team, "au bord du Célé", None)


def test_an_absent_referent_s_request_goes_to_the_backup(
    client: Client, camille: WelcomeReferent, now: dt.datetime
) -> None:
    backup = make_referent("Sacha Accueil", email="sacha@essai.example")
    ReferentAbsence.objects.create(
        referent=camille, first_day=now.date(), last_day=now.date(), backup=backup
    )
    send(client)
    assert SettlementRequest.objects.get().referent == backup
    assert "Sacha Accueil" in OutgoingMail.objects.get(act="settlement_received").text


def test_sent_twice_it_is_one_request_and_one_mail(
    client: Client, camille: WelcomeReferent
) -> None:
    second = go_on(client, client.get(ADDRESS), **PROJECT)
    third = go_on(client, second, **HOUSEHOLD)
    first, again = go_on(client, third, **NEEDS), go_on(client, third, **NEEDS)
    assert first["Location"] == again["Location"]
    assert SettlementRequest.objects.count() == Household.objects.count() == 1
    assert OutgoingMail.objects.filter(act="settlement_received").count() == 1


def test_a_robot_is_stopped_with_everything_kept(client: Client) -> None:
    trapped = send(client, website_url="https://spam.example")
    assert trapped.status_code == 422
    third = go_on(client, go_on(client, client.get(ADDRESS)))
    quick = client.post(
        ADDRESS,
        hidden(third)
        | {"go": "on", "email": "lea@essai.example", "agreement": "on"}
        | {"ts": client.get(ADDRESS).context["turn"].guard["ts"].value()},
    )
    assert quick.status_code == 422
    answers = {"email": "lea@essai.example", "agreement": "on"}
    forged = go_on(client, third, ts="invente", **answers)
    assert forged.status_code == 422
    assert SettlementRequest.objects.count() == 0
    with time_machine.travel(dt.datetime.now(dt.UTC) + dt.timedelta(minutes=1)):
        assert go_on(client, forged, **answers).status_code == 302


def test_a_network_and_an_address_are_limited(client: Client) -> None:
    for number in range(REQUESTS_PER_ADDRESS):
        assert send(Client(REMOTE_ADDR=f"192.0.2.{number}")).status_code == 302
    refused = send(Client(REMOTE_ADDR="192.0.2.77"))
    assert (refused.status_code, "Retry-After" in refused) == (429, True)
    page = refused.content.decode()
    assert "Trop de demandes en peu de temps" in page
    assert "Une école bilingue" in page
    assert 'value="lea@essai.example"' in page
    assert hidden(refused)["occupation"] == [PROJECT["occupation"]]
    with time_machine.travel(dt.datetime.now(dt.UTC) + dt.timedelta(hours=23)):
        assert (
            go_on(
                Client(REMOTE_ADDR="192.0.2.79"), refused, **NEEDS | {"email": "b@essai.example"}
            ).status_code
            == 302
        )
    labelled = NEEDS["email"].replace("@", "+1@")
    assert send(Client(REMOTE_ADDR="192.0.2.78"), email=labelled).status_code == 429
    for number in range(REQUESTS_PER_HOUR):
        assert send(client, email=f"lea{number}@essai.example").status_code == 302
    assert send(client, email="autre@essai.example").status_code == 429


def test_reading_the_form_writes_nothing(client: Client) -> None:
    client.get(ADDRESS)
    with CaptureQueriesContext(connection) as seen:
        client.get(ADDRESS)
    verbs = {query["sql"].split()[0] for query in seen.captured_queries}
    assert not verbs & {"INSERT", "UPDATE", "DELETE"}
    assert RequestEvent.objects.count() == 0


def test_a_step_that_does_not_exist_begins_again(client: Client) -> None:
    for step in ("", "inventee", "\x00"):
        response = client.post(ADDRESS, {"step": step, "timing": "SOON"})
        assert (response.status_code, response.context["step"]) == (200, "household")
    assert client.post(ADDRESS, {"go": "back"}).context["step"] == "project"


def test_an_unknown_request_and_a_forgotten_one_are_not_found(
    client: Client, make_request: object, now: dt.datetime
) -> None:
    from home.welcome.services import forget_request

    kept = make_request()  # type: ignore[operator]
    address = f"/s-installer/demande/recue/{kept.public_id}/"
    assert client.get(address).status_code == 200
    forget_request(request=kept, by=None, now=now)
    assert client.get(address).status_code == 404
    assert (
        client.get("/s-installer/demande/recue/5a0d0f2e-6a1b-4a46-9b58-0a46c0ffee46/").status_code
        == 404
    )


def test_in_english_the_page_and_the_mail_are_english(
    client: Client, camille: WelcomeReferent
) -> None:
    camille.role_en = "Welcome officer"
    camille.save()
    assert send(client, address=f"/en{ADDRESS}").status_code == 302
    kept = SettlementRequest.objects.get()
    mail = OutgoingMail.objects.get(act="settlement_received")
    assert (kept.language, mail.subject) == (
        "en",
        "Your settlement request: Camille Accueil answers you",
    )
    assert "Camille Accueil, Welcome officer" in mail.text


def test_every_territory_s_referent_receives_the_requests_of_its_towns(client: Client) -> None:
    for territory in Territory.objects.all():
        make_referent(territory.name, territory)
    for number, (town, slug) in enumerate(
        (
            ("Gramat", "cauvaldor"),
            ("Promilhanes", "ouest-aveyron-communaute"),
            ("46000", "grand-cahors"),
        )
    ):
        send(Client(REMOTE_ADDR=f"192.0.2.{number}"), place=town, email=f"l{number}@essai.example")
        assert (
            SettlementRequest.objects.latest("pk").referent.name
            == Territory.objects.get(slug=slug).name
        )


# --- what anybody may send


@pytest.mark.parametrize(
    ("step", "changes"),
    [
        (0, {"timing": "\x00"}), (0, {"timing": ["SOON", "NEVER"]}), (0, {"occupation": "é" * 121}),
        (0, {"job": "🙂"}), (0, {"occupation": "a\x00b"}),
        (1, {"adults": "9" * 5000}), (1, {"adults": "-1"}), (1, {"children_0_3": "²"}),
        (1, {"children_6_11": ["1", "x"]}), (1, {"adults": "9999-12-31"}), (1, {"adults": "\x00"}),
        (2, {"needs": ["SCHOOL", "CASTLE"]}), (2, {"place": "Loupiac"}), (2, {"message": "x" * 5000}),
        (2, {"email": f"{'a' * 64}@{'b' * 60}.{'c' * 60}.{'d' * 60}.{'e' * 60}.example"}),
        (2, {"phone": "🙂"}), (2, {"first_name": "x" * 81}), (2, {"message": "\x00"}),
    ],
)  # fmt: skip
def test_what_is_wrong_is_said_in_its_step_and_nothing_typed_is_lost(
    client: Client, step: int, changes: dict[str, object]
) -> None:
    given = [PROJECT, HOUSEHOLD, NEEDS]
    response: object = client.get(ADDRESS)
    for typed in given[:step]:
        response = go_on(client, response, **typed)
    response = go_on(client, response, **(given[step] | changes))

    assert response.status_code == 422  # type: ignore[attr-defined]
    form = response.context["form"]  # type: ignore[attr-defined]
    assert list(form.errors) == list(changes)
    own = {name: value for name, value in given[step].items() if name not in changes}
    assert {name: form[name].value() for name in own} == own
    carried = dict(response.context["turn"].carried)  # type: ignore[attr-defined]
    for typed in given[:step]:
        assert {name: carried[name] for name in typed} == typed
    assert not SettlementRequest.objects.exists()


def test_a_long_message_comes_back_whole_after_a_look_at_the_step_before(client: Client) -> None:
    second = go_on(client, client.get(ADDRESS), **PROJECT)
    third = go_on(client, second, **HOUSEHOLD)
    back = go_on(client, third, go="back", **(NEEDS | {"message": "é" * 9000}))
    again = go_on(client, back, **HOUSEHOLD)
    assert again.context["form"]["message"].value() == "é" * 9000  # type: ignore[attr-defined]


def test_what_is_odd_but_true_is_kept(client: Client) -> None:
    odd = {"first_name": "Zoë-Mærić 🙂", "place": "<b>Quelque part</b>", "message": "é" * 2000}
    assert send(client, **odd).status_code == 302  # type: ignore[attr-defined]
    kept = SettlementRequest.objects.get()
    assert (kept.first_name, kept.place) == (odd["first_name"], odd["place"])
    assert kept.household.message == odd["message"]


@pytest.mark.parametrize("key", ["", "x", "9" * 5000, ["a", "b"]])
def test_a_broken_key_is_forgiven(client: Client, key: object) -> None:
    assert send(client, key=key).status_code == 302  # type: ignore[attr-defined]
    assert SettlementRequest.objects.count() == 1


@pytest.mark.parametrize(
    "asked",
    [{"ou": "\x00"}, {"ou": "🙂" * 500}, {"ou": ["a", "b"]}, {"ou": "99999"}, {"step": "needs"}],
)
def test_anything_in_the_address_gets_the_first_page(
    client: Client, asked: dict[str, object]
) -> None:
    assert client.get(ADDRESS, asked).status_code == 200


def test_a_post_of_anything_is_answered(client: Client) -> None:
    for sent in (
        {}, {"step": "\x00"}, {"step": ["needs", "project"]}, {"step": "needs", "go": "back"},
        {"step": "needs", "go": ["x", "\x00"], "needs": ["SCHOOL"] * 500},
        {"step": "household", "adults": ["", "2"], "unknown": "x" * 9000},
    ):  # fmt: skip
        assert client.post(ADDRESS, sent).status_code in {200, 422}
    assert not SettlementRequest.objects.exists()


def test_the_history_of_a_request_made_in_english_is_signed_in_french(client: Client) -> None:
    assert send(client, f"/en{ADDRESS}").status_code == 302
    assert set(RequestEvent.objects.values_list("actor_name", flat=True)) == {"Le programme"}


def test_no_english_reader_is_told_of_a_referent(client: Client, camille: WelcomeReferent) -> None:
    at = f"/en{ADDRESS}"
    read = [client.get(f"/en{path}") for path in ("/", "/s-installer/", "/s-installer/referents/")]
    first = client.get(at)
    read += [first, go_on(client, go_on(client, first, address=at), address=at)]  # type: ignore[list-item]
    read.append(client.get(send(client, at)["Location"]))  # type: ignore[index]
    pages = [one.content.decode().split("<body")[1] for one in read]
    mail = OutgoingMail.objects.get(act="settlement_received")

    for text in (*pages, mail.text, mail.html):
        words = re.sub(r"<(script|style).*?</\1>|<[^>]*>", " ", text, flags=re.DOTALL)
        assert re.findall(r"(?i)[^.]*\breferents?\b[^.]*", words) == []


def test_how_to_withdraw_is_said_before_and_after(client: Client, camille: WelcomeReferent) -> None:
    at = f"/en{ADDRESS}"
    third = go_on(client, go_on(client, client.get(at), address=at), address=at)
    before = third.content.decode()  # type: ignore[attr-defined]
    assert "I can withdraw this agreement at any time." in before
    assert "To withdraw your agreement" in before
    assert 'href="/en/contact/' in before.split("<main")[1]
    done = client.get(send(client, at)["Location"]).content.decode()  # type: ignore[index]
    with translation.override("en"):
        after = gettext(
            'You change your mind? Answer our e-mail, call your referent or <a href="%(link)s">write to us</a>, with'
            " the reference %(reference)s: everything you sent is erased."
        )
        by_mail = gettext(
            "You change your mind? Answer this e-mail, call your referent or write to us: everything you sent is"
            " erased."
        )
    assert after.split('"')[0] in done
    mail = OutgoingMail.objects.get(act="settlement_received")
    for text in (mail.text, mail.html):
        assert by_mail in " ".join(text.split())
        assert "/en/contact/" in text
