"""The headers of every kind of answer (S9): written out here, so that a change of policy is a decision."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.check import DEPLOYMENT
from tests.factories import make_offer

ROOT = Path(__file__).resolve().parents[2]
PUBLIC_POLICY = {
    "default-src 'none'", "script-src 'self'", "style-src 'self'", "img-src 'self'", "font-src 'self'", "connect-src 'self'",
    "media-src 'self'", "manifest-src 'self'", "form-action 'self'", "base-uri 'none'", "frame-ancestors 'self'",
}  # fmt: skip
ADMIN_POLICY = {
    "default-src 'self'", "script-src 'self' 'unsafe-inline'", "style-src 'self' 'unsafe-inline'", "img-src 'self' data: blob:",
    "font-src 'self' data:", "connect-src 'self'", "frame-src 'self'", "worker-src 'self' blob:", "form-action 'self'",
    "object-src 'none'", "base-uri 'none'", "frame-ancestors 'self'",
}  # fmt: skip
COMMON = {
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "strict-origin-when-cross-origin",
    "X-Frame-Options": "SAMEORIGIN",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
}
PUBLIC = (
    "/", "/en/", "/offres/", "/espace-employeur/", "/compte/connexion/", "/recherche/", "/nulle-part/", "/offres/x-999999/",
    "/sitemap.xml", "/robots.txt", "/offres/flux/", "/healthz",
)  # fmt: skip


def policy(response):
    return {part.strip() for part in response["Content-Security-Policy"].split(";") if part.strip()}


def check(response):
    assert {name: response.get(name) for name in COMMON} == COMMON
    assert "geolocation=()" in response["Permissions-Policy"]
    assert "camera=()" in response["Permissions-Policy"]


@pytest.mark.django_db
@pytest.mark.parametrize("address", PUBLIC)
def test_every_public_answer_carries_the_same_strict_headers(cast, address):
    response = cast.client().get(address)
    assert policy(response) == PUBLIC_POLICY
    check(response)


@pytest.mark.django_db
def test_an_offer_carries_them_too_whether_open_or_ended(cast, now):
    for offer in (
        make_offer(now, employer=cast.hospital),
        make_offer(now, employer=cast.hospital, state="EXPIRED"),
    ):
        response = cast.client().get(offer.get_absolute_url())
        assert response.status_code in (200, 410)
        assert policy(response) == PUBLIC_POLICY
        check(response)


@pytest.mark.django_db
def test_a_form_sent_back_carries_them_too(cast):
    response = cast.client().post("/compte/connexion/", {"login": "", "password": ""})
    assert response.status_code in (200, 422)
    assert policy(response) == PUBLIC_POLICY
    check(response)


@pytest.mark.django_db
@pytest.mark.parametrize("address", ["/admin/", "/admin/verification/", "/admin/nulle-part/"])
def test_the_admin_has_its_own_written_policy(cast, address):
    response = cast.client(cast.moderator).get(address)
    assert policy(response) == ADMIN_POLICY
    check(response)
    assert "no-store" in response["Cache-Control"]
    assert "private" in response["Cache-Control"]


@pytest.mark.django_db
def test_the_preview_of_an_offer_is_as_strict_as_its_public_page(cast, now):
    offer = make_offer(now, employer=cast.hospital, state="PENDING")
    response = cast.client(cast.moderator).get(f"/admin/verification/offres/{offer.pk}/apercu/")
    assert response.status_code == 200
    assert policy(response) == PUBLIC_POLICY


@pytest.mark.django_db
@pytest.mark.parametrize("address", ["/", "/offres/", "/espace-employeur/", "/sitemap.xml"])
def test_what_a_signed_in_person_reads_is_kept_nowhere(cast, address):
    response = cast.client(cast.nurse_manager).get(address)
    assert "no-store" in response["Cache-Control"]
    assert "private" in response["Cache-Control"]


PROBE = """
import django
django.setup()
from django.conf import settings
from django.test import Client
response = Client(HTTP_HOST="ohmylot.example").get("/healthz", secure=True)
print(response["Strict-Transport-Security"])
print(response["Content-Security-Policy"])
print(settings.SESSION_COOKIE_NAME, settings.CSRF_COOKIE_NAME, settings.SESSION_COOKIE_SECURE, settings.CSRF_COOKIE_SECURE)
redirect = Client(HTTP_HOST="ohmylot.example").get("/offres/")
print(redirect.status_code, redirect["Location"])
print(Client(HTTP_HOST="ailleurs.example").get("/offres/", secure=True).status_code)
"""


def test_production_adds_https_for_two_years_and_cookies_tied_to_the_host(tmp_path):
    environment = {name: value for name, value in os.environ.items() if name != "DATABASE_URL"}
    environment |= DEPLOYMENT | {
        "PYTHONPATH": "site",
        "VAR_DIR": str(tmp_path),
        "LOG_LEVEL": "CRITICAL",
    }
    done = subprocess.run(
        [sys.executable, "-c", PROBE],
        cwd=ROOT,
        env=environment,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    transport, content, cookies, redirect, foreign = done.stdout.strip().splitlines()[-5:]
    assert transport == "max-age=63072000; includeSubDomains; preload"
    parts = {part.strip() for part in content.split(";")}
    assert parts == PUBLIC_POLICY | {"upgrade-insecure-requests"}
    assert cookies == "__Host-sessionid __Host-csrftoken True True"
    assert redirect == "301 https://ohmylot.example/offres/"
    assert foreign == "400"
