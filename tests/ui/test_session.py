"""The time left to a session, and the button that prolongs it."""

import datetime as dt

import pytest
from django.contrib.sessions.models import Session
from django.urls import reverse
from django.utils import timezone, translation
from django.utils.translation import gettext

from accounts.models import User
from ui.session import seconds_left


@pytest.fixture
def signed_in(client, db):
    user = User.objects.create_user(email="ines@exemple.fr", password="une phrase assez longue")
    client.force_login(user)
    return client


def test_the_time_left_is_that_of_the_database(signed_in):
    now = timezone.now()
    Session.objects.update(expire_date=now + dt.timedelta(minutes=7))
    assert seconds_left(signed_in.session, now=now) == 420
    assert seconds_left(signed_in.session, now=now + dt.timedelta(hours=1)) == 0


def test_prolonging_starts_the_time_again(signed_in, settings):
    Session.objects.update(expire_date=timezone.now() + dt.timedelta(minutes=2))
    response = signed_in.post(reverse("prolong_session"), headers={"X-Requested-With": "fetch"})
    assert response.status_code == 204
    assert response["X-Session-Seconds"] == str(settings.SESSION_COOKIE_AGE)
    left = seconds_left(signed_in.session, now=timezone.now())
    assert settings.SESSION_COOKIE_AGE - 60 < left <= settings.SESSION_COOKIE_AGE


@pytest.mark.parametrize(
    ("target", "landing"),
    [("/espace-employeur/", "/espace-employeur/"), ("https://ailleurs.example/", "/"), ("", "/")],
)
def test_without_a_script_one_comes_back_to_the_page_and_nowhere_else(signed_in, target, landing):
    response = signed_in.post(reverse("prolong_session"), {"next": target})
    assert (response.status_code, response["Location"]) == (302, landing)


def test_reading_prolongs_nothing(signed_in):
    assert signed_in.get(reverse("prolong_session")).status_code == 405


def test_a_visitor_has_nothing_to_prolong(client, db):
    response = client.post(reverse("prolong_session"))
    assert response.status_code == 302
    assert "/compte/connexion/" in response["Location"]


def test_the_sign_in_page_says_why_one_is_there(client, db):
    with translation.override("fr"):
        ended = gettext("Your session has ended")
    assert ended in client.get("/compte/connexion/?session=terminee&next=/").content.decode()
    assert ended not in client.get("/compte/connexion/").content.decode()


def test_only_signed_in_people_are_told_how_long_is_left(signed_in, client):
    assert b"data-session-seconds" in signed_in.get("/").content
    client.logout()
    assert b"data-session-seconds" not in client.get("/").content
