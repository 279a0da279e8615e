"""A database out of service gives 503 and a sentence, never 500."""

from __future__ import annotations

import errno

import pytest
from django.db import InterfaceError, OperationalError, ProgrammingError
from django.http import HttpResponse
from django.test import RequestFactory

from operations import outage_page
from operations.middleware import UnavailableMiddleware, is_outage


@pytest.mark.parametrize(
    ("error", "expected"),
    [
        (OperationalError("connection refused"), True),
        (OperationalError("database is locked"), True),
        (OperationalError("database or disk is full"), True),
        (OperationalError("canceling statement due to statement timeout"), True),
        (InterfaceError("connection already closed"), True),
        (OSError(errno.ENOSPC, "No space left on device"), True),
        (OperationalError("no such column: x"), False),
        (ProgrammingError("relation does not exist"), False),
        (OSError(errno.ENOENT, "No such file"), False),
        (ValueError("x"), False),
    ],
)
def test_an_outage_is_told_from_a_mistake_of_the_code(error, expected):
    assert is_outage(error) is expected


def answer(get_response):
    return UnavailableMiddleware(get_response)(RequestFactory().get("/"))


def test_a_page_whose_database_is_down_answers_503_and_when_to_come_back(db, client, monkeypatch):
    from accounts import views

    def fail(request):
        raise OperationalError("connection refused")

    monkeypatch.setattr(views, "home_of", fail)
    from tests.factories import make_user

    client.force_login(make_user("personne@exemple.fr"))
    response = client.get("/compte/")
    assert response.status_code == 503
    assert response["Retry-After"] == "30"
    assert "no-store" in response["Cache-Control"]
    assert "default-src 'none'" in response["Content-Security-Policy"]


def test_a_failure_of_another_middleware_answers_503_too():
    def fail(request):
        request.outage = OperationalError("connection refused")
        return HttpResponse(status=500)

    assert answer(fail).status_code == 503

    def raise_it(request):
        raise OperationalError("connection refused")

    assert answer(raise_it).status_code == 503


def test_other_errors_stay_errors():
    assert answer(lambda _request: HttpResponse(status=500)).status_code == 500

    def fail(request):
        raise ValueError("mistake")

    with pytest.raises(ValueError, match="mistake"):
        answer(fail)


def test_the_page_is_drawn_without_the_database():
    outage_page._drawn.cache_clear()
    page = outage_page.outage_page()
    assert "<h1" in page
    assert page != outage_page.LAST_RESORT


def test_even_without_its_template_people_get_a_sentence(monkeypatch):
    def fail(_language):
        raise RuntimeError

    monkeypatch.setattr(outage_page, "_drawn", fail)
    assert "Réessayez" in outage_page.outage_page()


def test_a_reader_of_the_english_site_is_told_in_english():
    assert '<html lang="en">' in outage_page.outage_page("en")
    assert '<html lang="fr">' in outage_page.outage_page("fr")
