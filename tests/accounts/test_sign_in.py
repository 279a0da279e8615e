"""One door for everyone: it opens to the right person, tells nothing to others, and tires them out."""

from __future__ import annotations

import re

import pytest
from django.contrib.auth import get_user
from django.core.signing import dumps
from django.test import Client
from django.urls import reverse

from accounts.models import User
from mailing.models import OutgoingMail
from tests.factories import make_user

PASSWORD = "une phrase vraiment longue"
SIGN_IN = "/compte/connexion/"


@pytest.fixture
def person(db):
    """Return someone who signs in on the site."""
    user = make_user("marie@exemple.fr")
    user.set_password(PASSWORD)
    user.save()
    return user


def sign_in(client, email="marie@exemple.fr", password=PASSWORD, **more):
    return client.post(SIGN_IN, {"login": email, "password": password, **more})


def is_signed_in(client):
    return get_user(client).is_authenticated


def code_sent_to(address):
    mail = OutgoingMail.objects.filter(to=address, act="login_code").order_by("-pk").first()
    return re.search(r"\b[A-Z]{4}-[A-Z]{4}\b", mail.text).group()


def shown(response):
    """Return a page without what differs from one visit to the next."""
    text = re.sub(r'name="csrfmiddlewaretoken" value="[^"]*"', "", response.content.decode())
    return text.replace("inconnue@exemple.fr", "X").replace("marie@exemple.fr", "X")


@pytest.mark.parametrize(
    ("name", "path"),
    [
        ("account_login", "connexion/"),
        ("account_request_login_code", "connexion/code/"),
        ("account_logout", "deconnexion/"),
        ("account_reset_password", "mot-de-passe/oublie/"),
        ("account_change_password", "mot-de-passe/modifier/"),
        ("mfa_index", "second-facteur/"),
    ],
)
def test_the_addresses_are_french(name, path):
    assert reverse(name) == f"/compte/{path}"


def test_an_address_and_its_password_open_the_door(person):
    client = Client()
    response = sign_in(client, "MARIE@exemple.fr")
    assert response.status_code == 302
    assert response["Location"] == reverse("employer_space:dashboard")
    assert is_signed_in(client)


def test_staff_are_sent_to_the_admin(cast):
    client = cast.client(cast.editor)
    assert client.get("/compte/")["Location"] == "/admin/"


@pytest.mark.parametrize("password", ["faux", "x" * 5000, "é\u202e", " "])
def test_a_wrong_password_is_told_beside_the_form(person, password):
    response = sign_in(Client(), password=password)
    assert response.status_code == 422
    assert "Adresse ou mot de passe incorrect." in response.content.decode() or password == " "
    assert "marie@exemple.fr" in response.content.decode()


def test_what_is_no_address_is_said_so(db):
    response = sign_in(Client(), email="marie")
    assert response.status_code == 422
    assert response.context["form"].errors["login"]
    assert sign_in(Client(), email="a\x00b@exemple.fr").status_code == 422
    assert Client().post(SIGN_IN).status_code == 422


def test_a_known_and_an_unknown_address_get_the_same_page(person):
    known = sign_in(Client(), password="faux")
    unknown = sign_in(Client(), email="inconnue@exemple.fr", password="faux")
    assert (known.status_code, shown(known)) == (unknown.status_code, shown(unknown))


@pytest.mark.parametrize("path", ["/compte/connexion/code/", "/compte/mot-de-passe/oublie/"])
def test_asking_for_a_mail_tells_nothing_of_who_has_an_account(person, path):
    answers = []
    for address in ("marie@exemple.fr", "inconnue@exemple.fr"):
        client = Client()
        response = client.post(path, {"email": address})
        page = client.get(response["Location"])
        answers.append((response.status_code, response["Location"], page.status_code, shown(page)))
        assert OutgoingMail.objects.filter(to=address).count() == 1
    assert answers[0] == answers[1]


def test_a_code_sent_by_mail_opens_the_door_once(person):
    client = Client()
    client.post("/compte/connexion/code/", {"email": "marie@exemple.fr"})
    mail = OutgoingMail.objects.get()
    assert mail.is_secret
    code = code_sent_to("marie@exemple.fr")
    wrong = client.post("/compte/connexion/code/saisie/", {"code": "AAAA-BBBB"})
    assert wrong.status_code == 422
    client.post("/compte/connexion/code/saisie/", {"code": code.lower().replace("-", " ")})
    assert is_signed_in(client)
    other = Client()
    assert other.post("/compte/connexion/code/saisie/", {"code": code}).status_code == 302
    assert not is_signed_in(other)


def test_a_code_dies_after_fifteen_minutes(person):
    import datetime as dt

    import time_machine as clock

    client = Client()
    client.post("/compte/connexion/code/", {"email": "marie@exemple.fr"})
    code = code_sent_to("marie@exemple.fr")
    with clock.travel(dt.datetime.now(dt.UTC) + dt.timedelta(minutes=15, seconds=1), tick=True):
        client.post("/compte/connexion/code/saisie/", {"code": code})
    assert not is_signed_in(client)


def test_three_wrong_codes_end_the_attempt(person):
    client = Client()
    client.post("/compte/connexion/code/", {"email": "marie@exemple.fr"})
    code = code_sent_to("marie@exemple.fr")
    for _ in range(3):
        client.post("/compte/connexion/code/saisie/", {"code": "AAAA-BBBB"})
    client.post("/compte/connexion/code/saisie/", {"code": code})
    assert not is_signed_in(client)


def test_five_failures_ask_for_patience_in_french(person):
    client = Client()
    codes = [sign_in(client, password="faux").status_code for _ in range(6)]
    assert codes == [422] * 5 + [429]
    response = sign_in(client)
    assert response.status_code == 429
    assert 0 < int(response["Retry-After"]) <= 300
    assert not is_signed_in(client)


def test_a_forged_proxy_header_does_not_help_to_guess(person):
    client = Client()
    for _ in range(5):
        sign_in(client, password="faux")
    response = client.post(
        SIGN_IN,
        {"login": "marie@exemple.fr", "password": "faux"},
        headers={"X-Forwarded-For": "203.0.113.9"},
    )
    assert response.status_code == 429


def test_guesses_from_everywhere_are_ten_an_hour_for_an_account(person):
    codes = []
    for number in range(12):
        client = Client(REMOTE_ADDR=f"203.0.113.{number}")
        codes.append(sign_in(client, password="faux").status_code)
    assert codes == [422] * 10 + [429] * 2


def test_a_stranger_s_guesses_never_lock_the_owner_out(person):
    owner = Client(REMOTE_ADDR="198.51.100.1")
    assert sign_in(owner).status_code == 302
    owner.post("/compte/deconnexion/")
    for number in range(12):
        sign_in(Client(REMOTE_ADDR=f"203.0.113.{number}"), password="faux")
    assert sign_in(Client(REMOTE_ADDR="203.0.113.99")).status_code == 429
    assert sign_in(owner).status_code == 302
    stranger = Client(REMOTE_ADDR="203.0.113.98")
    code = stranger.post("/compte/connexion/code/", {"email": "marie@exemple.fr"})
    assert code.status_code == 302


def test_a_forged_device_changes_nothing(person):
    client = Client()
    client.cookies["device"] = dumps(["x" * 20, "y"], salt="other")
    assert [sign_in(client, password="faux").status_code for _ in range(6)][-1] == 429


def test_signing_in_gives_the_attempts_back(person):
    client = Client()
    for _ in range(4):
        sign_in(client, password="faux")
    for _ in range(8):
        assert sign_in(client).status_code == 302
        client.post("/compte/deconnexion/")


def test_too_many_mails_are_refused_whoever_asks(person):
    for address in ("marie@exemple.fr", "inconnue@exemple.fr"):
        answers = [
            Client().post("/compte/mot-de-passe/oublie/", {"email": address}).status_code
            for _ in range(6)
        ]
        assert answers == [302] * 5 + [429]
        again = {"email": address.replace("@e", "+1@ｅ")}
        assert Client().post("/compte/mot-de-passe/oublie/", again).status_code == 429


@pytest.mark.parametrize("kept", ["marie@xn--t-9fab.fr", "marie@été.fr"])
def test_an_accented_domain_signs_in_however_it_was_kept(person, kept):
    person.email = kept
    person.save()
    assert sign_in(Client(), "marie@été.fr").status_code == 302


@pytest.mark.parametrize(
    "target", ["https://evil.example/", "//evil.example", "/\\evil.example", "javascript:alert(1)"]
)
def test_no_sign_in_leads_to_another_site(person, target):
    client = Client()
    response = sign_in(client, next=target)
    assert response["Location"] == reverse("employer_space:dashboard")


def test_the_session_key_changes_at_sign_in(person):
    client = Client()
    client.post("/compte/connexion/code/", {"email": "marie@exemple.fr"})
    before = client.session.session_key
    client.post("/compte/connexion/code/saisie/", {"code": code_sent_to("marie@exemple.fr")})
    assert client.session.session_key != before


def test_sessions_end_when_the_password_changes(person):
    here, elsewhere = Client(), Client()
    sign_in(here)
    sign_in(elsewhere)
    response = here.post(
        "/compte/mot-de-passe/modifier/",
        {"oldpassword": PASSWORD, "password1": "une autre phrase bien longue"},
    )
    assert response.status_code == 302
    assert is_signed_in(here)
    assert not is_signed_in(elsewhere)
    assert OutgoingMail.objects.filter(to="marie@exemple.fr", act="password_changed").count() == 1


def test_sessions_end_when_the_account_is_closed(person):
    client = Client()
    sign_in(client)
    User.objects.filter(pk=person.pk).update(is_active=False)
    assert client.get("/compte/mot-de-passe/modifier/").status_code == 302
    assert not is_signed_in(client)
    assert sign_in(Client())["Location"] == "/compte/desactive/"


def test_a_forgotten_password_is_replaced_by_a_link_that_works_once(person, settings):
    settings.BASE_URL = "https://ohmylot.example"
    client = Client(HTTP_HOST="localhost")
    client.post("/compte/mot-de-passe/oublie/", {"email": "marie@exemple.fr"})
    mail = OutgoingMail.objects.get()
    path = re.search(
        r"https://ohmylot\.example(/compte/mot-de-passe/nouveau/\S+)", mail.text
    ).group(1)
    page = client.get(path)
    assert (page.status_code, page["Referrer-Policy"]) == (200, "same-origin")
    assert client.get(path).status_code == 200, "opening the link changes nothing"
    short = client.post(path, {"password1": "court"})
    assert short.status_code == 422
    assert "Utilisez au moins 12 caractères" in short.content.decode()
    assert client.post(path, {"password1": "une autre phrase bien longue"}).status_code == 302
    assert client.post(path, {"password1": "encore une autre phrase"}).context["token_fail"] is True
    assert sign_in(Client(), password="une autre phrase bien longue").status_code == 302


@pytest.mark.parametrize("key", ["1-abc", "zzz-zzz-zzz", "1-%00", "é-é"])
def test_a_made_up_link_says_that_it_no_longer_works(db, key):
    response = Client().get(f"/compte/mot-de-passe/nouveau/{key}/")
    assert response.status_code in {200, 404}


def test_there_is_no_open_sign_up(db):
    response = Client().get("/compte/inscription/")
    assert response["Location"] == reverse("employer_space:sign_up")
    assert Client().post("/compte/inscription/", {"email": "x@exemple.fr"}).status_code == 405


def test_an_address_changes_once_the_new_one_is_confirmed(person):
    client = Client()
    sign_in(client)
    assert client.post("/compte/adresse/", {"email": "x", "action_add": "1"}).status_code == 422
    client.post("/compte/adresse/", {"email": "nouvelle@exemple.fr", "action_add": "1"})
    person.refresh_from_db()
    assert person.email == "marie@exemple.fr"
    mail = OutgoingMail.objects.get(to="nouvelle@exemple.fr")
    path = re.search(r"/compte/adresse/confirmer/\S+", mail.text).group()
    assert mail.is_secret
    client.get(path)
    person.refresh_from_db()
    assert person.email == "marie@exemple.fr", "opening the link changes nothing"
    client.post(path)
    person.refresh_from_db()
    assert person.email == "nouvelle@exemple.fr"
    assert OutgoingMail.objects.filter(to="marie@exemple.fr", act="email_changed").exists()
    assert sign_in(Client()).status_code == 422
    assert sign_in(Client(), "nouvelle@exemple.fr").status_code == 302


def test_reading_the_sign_in_pages_writes_nothing(person, django_assert_num_queries):
    from django.contrib.sessions.models import Session

    client = Client()
    for path in ("connexion/", "connexion/code/", "mot-de-passe/oublie/", "adresse/confirmer/x/"):
        assert client.get(f"/compte/{path}").status_code == 200
    assert Session.objects.count() == 0
    assert set(client.cookies) <= {"csrftoken"}


# --- Only a proved address opens the door ---------------------------------------------------------------------------


@pytest.fixture
def asked_for(person):
    """Return an address that the account asked for and never proved: its reader is somebody else."""
    client = Client()
    sign_in(client)
    client.post("/compte/adresse/", {"email": "autre@exemple.fr", "action_add": "1"})
    OutgoingMail.objects.all().delete()
    return "autre@exemple.fr"


def test_an_unproved_address_and_the_password_do_not_open_the_account(person, asked_for):
    client = Client()
    assert sign_in(client, asked_for).status_code == 422
    assert not is_signed_in(client)


def test_no_code_that_opens_the_account_goes_to_an_unproved_address(person, asked_for):
    client = Client()
    client.post("/compte/connexion/code/", {"email": asked_for})
    assert list(OutgoingMail.objects.values_list("act", flat=True)) == ["unknown_account"]
    person.refresh_from_db()
    assert person.email == "marie@exemple.fr"


def test_no_reset_link_goes_to_an_unproved_address(person, asked_for):
    Client().post("/compte/mot-de-passe/oublie/", {"email": asked_for})
    assert list(OutgoingMail.objects.values_list("act", flat=True)) == ["unknown_account"]


def test_an_address_asked_for_by_another_stays_its_owner_s(person, asked_for):
    owner = make_user(asked_for)
    owner.set_password("celle de sa vraie titulaire")
    owner.save()
    client = Client()
    client.post("/compte/connexion/code/", {"email": asked_for})
    client.post("/compte/connexion/code/saisie/", {"code": code_sent_to(asked_for)})
    assert get_user(client) == owner
    assert sign_in(Client(), asked_for).status_code == 422
    assert sign_in(Client(), asked_for, "celle de sa vraie titulaire").status_code == 302


@pytest.mark.parametrize("path", ["/compte/connexion/code/", "/compte/mot-de-passe/oublie/"])
def test_a_field_added_to_a_form_does_not_change_whose_attempts_are_counted(person, path):
    codes = [
        Client().post(path, {"email": "marie@exemple.fr", "login": f"x{turn}"}).status_code
        for turn in range(6)
    ]
    assert codes == [302] * 5 + [429]
