"""The admin has one door: the site's own."""

from __future__ import annotations

import re

import pytest
from allauth.mfa.models import Authenticator
from allauth.mfa.totp.internal.auth import (
    TOTP,
    format_hotp_value,
    hotp_value,
    yield_hotp_counters_from_time,
)
from django.contrib.auth import get_user
from django.test import Client

from tests.factories import make_user

PASSWORD = "une phrase vraiment longue"


@pytest.mark.parametrize("path", ["/admin/login/", "/_util/login/"])
def test_the_anonymous_are_sent_to_the_sign_in_page(db, path):
    assert Client().get(path)["Location"] == "/compte/connexion/?next=%2Fadmin%2F"
    assert (
        Client().post(path, {"username": "x", "password": "y"})["Location"].startswith("/compte/")
    )


@pytest.mark.parametrize(
    ("asked", "given"),
    [
        ("/admin/pages/", "%2Fadmin%2Fpages%2F"),
        ("https://evil.example/", "%2Fadmin%2F"),
        ("//evil.example/", "%2Fadmin%2F"),
        ("/admin/login/?next=/admin/login/", "%2Fadmin%2F"),
        ("/admin/\x00", "%2Fadmin%2F"),
    ],
)
def test_the_destination_is_on_this_site(db, asked, given):
    response = Client().get("/admin/login/", {"next": asked})
    assert response["Location"] == f"/compte/connexion/?next={given}"


def test_a_signed_in_employer_is_told_no_and_never_loops(cast):
    client = cast.client(cast.nurse_manager)
    response = client.get("/admin/", follow=True)
    assert response.status_code == 403
    assert len(response.redirect_chain) <= 2


def test_staff_go_where_they_were_going(cast):
    client = cast.client(cast.editor)
    assert client.get("/admin/login/", {"next": "/admin/pages/"})["Location"] == "/admin/pages/"
    assert client.get("/admin/").status_code == 200


def test_signing_out_of_the_admin_ends_the_session(cast):
    client = cast.client(cast.editor)
    assert client.post("/admin/logout/").status_code == 302
    assert not get_user(client).is_authenticated


def test_staff_without_a_second_factor_must_set_one_up(cast, settings):
    settings.REQUIRE_STAFF_MFA = True
    client = cast.client(cast.editor)
    for path in ("/admin/", "/admin/pages/", "/admin/outbox/"):
        assert client.get(path)["Location"] == "/compte/second-facteur/application/"
    assert client.post("/admin/logout/").status_code == 302
    employer = cast.client(cast.nurse_manager)
    assert employer.get("/admin/").status_code == 403


def code_of(secret):
    _before, now, _after = yield_hotp_counters_from_time()
    return format_hotp_value(hotp_value(secret, now))


def test_the_set_up_then_the_code_at_each_sign_in(db, settings):
    settings.REQUIRE_STAFF_MFA = True
    user = make_user("redaction@exemple.fr", groups=("Éditeurs",))
    user.set_password(PASSWORD)
    user.save()
    credentials = {"login": user.email, "password": PASSWORD}
    client = Client()
    client.post("/compte/connexion/", credentials)
    page = client.get("/compte/second-facteur/application/")
    assert page.status_code == 200, "no second question right after the sign-in"
    secret = page.context["form"].secret
    wrong = client.post("/compte/second-facteur/application/", {"code": "000000"})
    assert wrong.status_code == 422
    done = client.post("/compte/second-facteur/application/", {"code": code_of(secret)})
    assert done["Location"] == "/compte/second-facteur/codes-de-secours/"
    codes = client.get(done["Location"])
    recovery = re.findall(r"<code>(\w+)</code>", codes.content.decode())
    assert len(recovery) == 10
    assert client.get("/admin/").status_code == 200

    again = Client()
    assert (
        again.post("/compte/connexion/", credentials)["Location"] == "/compte/second-facteur/code/"
    )
    assert not get_user(again).is_authenticated
    assert again.post("/compte/second-facteur/code/", {"code": "000000"}).status_code == 422
    again.post("/compte/second-facteur/code/", {"code": recovery[0]})
    assert get_user(again).is_authenticated
    assert again.get("/admin/").status_code == 200
    for path in ("second-facteur/", "second-facteur/application/retirer/",
                 "second-facteur/codes-de-secours/nouveaux/", "verification/",
                 "second-facteur/verification/"):  # fmt: skip
        assert again.get(f"/compte/{path}").status_code in {200, 302}


def test_a_code_by_mail_asks_for_the_second_factor_too(db):
    from tests.accounts.test_sign_in import code_sent_to

    user = make_user("redaction@exemple.fr", groups=("Éditeurs",))
    TOTP.activate(user, "JBSWY3DPEHPK3PXP")
    assert Authenticator.objects.count() == 1
    client = Client()
    client.post("/compte/connexion/code/", {"email": user.email})
    response = client.post("/compte/connexion/code/saisie/", {"code": code_sent_to(user.email)})
    assert response["Location"] == "/compte/second-facteur/code/"
    assert not get_user(client).is_authenticated


# --- A session shows the second factor itself -------------------------------------------------------------------------

SECRET = "JBSWY3DPEHPK3PXP"
SET_UP, PROOF = "/compte/second-facteur/application/", "/compte/second-facteur/verification/"


@pytest.fixture
def protected(cast, settings):
    """Return a session of an editor opened before the second factor that protects the account now."""
    settings.REQUIRE_STAFF_MFA = True
    cast.editor.set_password(PASSWORD)
    cast.editor.save()
    client = cast.client(cast.editor)
    TOTP.activate(cast.editor, SECRET)
    return client


def test_a_session_older_than_the_second_factor_is_asked_for_it(protected):
    answer = protected.get("/admin/pages/?p=2")
    assert answer["Location"] == f"{PROOF}?next=%2Fadmin%2Fpages%2F%3Fp%3D2"
    assert protected.post("/admin/pages/").status_code == 302
    assert (
        protected.post(f"{PROOF}?next=/admin/", {"code": code_of(SECRET)})["Location"] == "/admin/"
    )
    assert protected.get("/admin/").status_code == 200


def test_a_password_does_not_stand_in_for_the_second_factor(protected):
    removal = f"{SET_UP}retirer/"
    for _turn in range(2):
        assert protected.post(removal)["Location"].startswith(PROOF)
        answer = protected.post("/compte/verification/", {"password": PASSWORD})
        assert answer["Location"].startswith(PROOF)
    assert Authenticator.objects.filter(type="totp").count() == 1
    protected.post(PROOF, {"code": code_of(SECRET)})
    protected.post(removal)
    assert Authenticator.objects.filter(type="totp").count() == 0


def test_setting_the_second_factor_up_ends_the_other_sessions(cast, settings):
    settings.REQUIRE_STAFF_MFA = True
    cast.editor.set_password(PASSWORD)
    cast.editor.save()
    elsewhere, stranger, here = cast.client(cast.editor), cast.client(cast.moderator), Client()
    here.post("/compte/connexion/", {"login": cast.editor.email, "password": PASSWORD})
    secret = here.get(SET_UP).context["form"].secret
    here.post(SET_UP, {"code": code_of(secret)})
    assert here.get("/admin/").status_code == 200
    assert not get_user(elsewhere).is_authenticated
    assert get_user(stranger).is_authenticated


def test_documents_are_behind_the_gate_of_the_staff(cast, settings):
    settings.REQUIRE_STAFF_MFA = True
    address = "/documents/1/kit.pdf"
    assert cast.client(cast.editor).get(address)["Location"] == SET_UP
    assert cast.client().get(address).status_code == 404
    assert cast.client(cast.nurse_manager).get(address).status_code == 404


@pytest.mark.parametrize("mount", ["/compte", "/admin/login/../.."])
def test_a_forged_mount_point_does_not_open_the_gate(cast, settings, mount):
    settings.REQUIRE_STAFF_MFA = True
    answer = cast.client(cast.editor).get("/admin/pages/", SCRIPT_NAME=mount)
    assert answer.status_code == 302
    employer = cast.client(cast.nurse_manager).get("/admin/", SCRIPT_NAME=mount)
    assert employer.status_code == 403
