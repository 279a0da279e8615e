"""Signing in leads to a page that can be read, whatever was asked for before."""

from __future__ import annotations

from urllib.parse import parse_qs, urlsplit

import pytest
from django.conf import settings
from django.test import Client

from accounts.landing import page_above
from tests.cast import Cast

NOTE = "/admin/installation/3/note/"
FILE = "/admin/installation/3/"


def next_of(response) -> str:
    assert response.status_code == 302
    return parse_qs(urlsplit(response["Location"]).query)["next"][0]


@pytest.mark.parametrize(
    ("sent_to", "came_from", "landing"),
    [
        (NOTE, "", FILE),
        (NOTE, f"http://testserver{FILE}", FILE),
        (NOTE, "http://testserver/admin/installation/?de=tous", "/admin/installation/?de=tous"),
        # a refused form is shown at the address that only receives it
        (NOTE, f"http://testserver{NOTE}", FILE),
        (NOTE, "https://ailleurs.example/piege/", FILE),
        ("/admin/outbox/retry/3/", "", "/admin/outbox/"),
        ("/admin/pages/3/edit/", "", "/admin/pages/3/edit/"),
        ("/espace-employeur/offres/nouvelle/", "", "/espace-employeur/offres/nouvelle/"),
    ],
)
def test_after_a_form_one_comes_back_to_the_page_that_holds_it(
    client: Client, db: None, sent_to: str, came_from: str, landing: str
) -> None:
    headers = {"Referer": came_from} if came_from else {}
    assert next_of(client.post(sent_to, headers=headers)) == landing


def test_a_page_asked_for_is_where_one_comes_back(client: Client, db: None) -> None:
    asked = "/admin/installation/?de=tous"
    elsewhere = {"Referer": f"http://testserver{FILE}"}
    assert next_of(client.get(asked, headers=elsewhere)) == asked
    assert next_of(client.get("/admin/rien/")) == "/admin/rien/"


def test_an_address_that_only_receives_a_form_leads_to_its_page(client: Client, db: None) -> None:
    assert next_of(client.get(NOTE)) == FILE


def test_a_form_sent_after_the_session_says_that_it_ended(client: Client, db: None) -> None:
    assert "session=terminee" not in client.post(NOTE)["Location"]
    client.cookies[settings.SESSION_COOKIE_NAME] = "finie"
    assert "session=terminee" in client.post(NOTE)["Location"]
    assert "session=terminee" not in client.get(FILE)["Location"]


def test_the_second_factor_leads_to_the_page_that_holds_the_form(
    cast: Cast, settings: object, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("accounts.middleware.missing_step", lambda _request: "mfa_reauthenticate")
    assert next_of(cast.client(cast.referent).post(NOTE)) == FILE


@pytest.mark.parametrize(
    ("address", "above"),
    [
        ("/admin/rappels-sante/2/etat/", "/admin/rappels-sante/2/"),
        ("/admin/ambassadeurs/9/refuser/", "/admin/ambassadeurs/9/"),
        ("/admin/messages/4/traiter/", "/admin/messages/4/"),
        ("/admin/adresses/liens/verifier/", "/admin/adresses/liens/"),
        ("/admin/verification/signalements/1/", "/admin/verification/signalements/"),
        ("/session/prolonger/", "/"),
    ],
)
def test_a_form_belongs_to_the_nearest_page_above_it(address: str, above: str) -> None:
    assert page_above(address) == above
