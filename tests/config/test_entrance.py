"""What the server hands over is tidied before Django reads it."""

from __future__ import annotations

import runpy
from pathlib import Path

import pytest
from django.test import RequestFactory
from django.test.client import ClientHandler

from config.entrance import Entrance, plain_type
from config.wsgi import application

ROOT = Path(__file__).resolve().parents[2]


def answer(path="/", **environ):
    """Return the status of the answer to a request that comes through the entrance."""
    given = RequestFactory()._base_environ(PATH_INFO=path, HTTP_HOST="localhost")
    entrance = Entrance(lambda tidied, _start: ClientHandler()(tidied))
    return entrance(given | environ, None).status_code


def test_the_server_s_application_is_behind_the_entrance():
    assert isinstance(application, Entrance)


@pytest.mark.django_db
def test_a_mount_point_taken_from_a_header_leads_to_the_same_view():
    assert answer("/healthz") == 200
    assert answer("/", SCRIPT_NAME="/healthz") == 404
    assert answer("z", SCRIPT_NAME="/health") == 200
    assert answer("/admin/", SCRIPT_NAME="/compte") == 404, "not the admin: an address that is none"
    assert answer("/pages/", SCRIPT_NAME="/admin") == 302
    assert answer("/pages/", SCRIPT_NAME="/%61dmin") == 302


def test_the_server_reads_no_path_in_the_headers():
    settings = runpy.run_path(str(ROOT / "site/gunicorn.conf.py"))
    assert settings["forwarder_headers"] == ""


@pytest.mark.django_db
def test_no_charset_breaks_an_address_with_a_question():
    for charset in ("hex", "utf-16", "inconnu", '"\x00"', "utf-8"):
        for form in ("charset={}", "charset*=x''{}", "charset*={}''x"):
            kind = f"text/plain; {form.format(charset)}"
            assert answer("/healthz", QUERY_STRING="q=x", CONTENT_TYPE=kind) == 200


@pytest.mark.parametrize(
    ("given", "kept"),
    [
        ("", ""),
        ("text/plain", "text/plain"),
        ("application/x-www-form-urlencoded; charset=utf-16", "application/x-www-form-urlencoded"),
        ("text/plain; charset=utf-8", "text/plain"),
        ("multipart/form-data; boundary=ab-c", 'multipart/form-data; boundary="ab-c"'),
        ('multipart/form-data; boundary="a b;c"', "multipart/form-data"),
        ('multipart/form-data; charset=hex; boundary="a=b"', 'multipart/form-data; boundary="a=b"'),
        ("text/plain; charset*=hex''x", "text/plain"),
        ("text/plain; x*=inconnu''x", ""),
    ],
)
def test_only_the_type_and_the_boundary_of_a_body_are_kept(given, kept):
    assert plain_type(given) == kept
