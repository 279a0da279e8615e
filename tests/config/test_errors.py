"""Error pages: the right status, good French, and no second failure."""

import pytest
from django.contrib.auth.models import AnonymousUser
from django.template.loader import render_to_string
from django.test import RequestFactory
from django.utils import translation
from django.utils.translation import gettext

from config import errors
from ui.http import too_many


@pytest.fixture
def request_(rf, db):
    def make(path="/rien/"):
        request = rf.get(path)
        request.user = AnonymousUser()
        return request

    return make


@pytest.mark.parametrize(
    ("handler", "status"),
    [(errors.bad_request, 400), (errors.forbidden, 403), (errors.not_found, 404)],
)
def test_each_error_has_its_status_and_one_heading(request_, handler, status):
    response = handler(request_(), exception=Exception())
    html = response.content.decode()
    assert response.status_code == status
    assert html.count("<h1") == 1
    assert '<html lang="fr">' in html
    assert 'content="noindex"' in html


def test_a_page_not_found_offers_a_search_and_three_ways_out(client, db):
    response = client.get("/cette-page-n-existe-pas/")
    html = response.content.decode()
    assert response.status_code == 404
    assert html.count('role="search"') == 1
    assert html.split("error-page__exits")[1].split("</ul>")[0].count("<li>") == 3


def test_an_english_address_is_answered_in_english(client, db):
    html = client.get("/en/nothing-here/").content.decode()
    assert '<html lang="en">' in html
    assert "This page does not exist" in html


def test_the_failure_page_needs_neither_request_data_nor_database(
    rf, django_assert_num_queries, db
):
    with django_assert_num_queries(0):
        response = errors.server_error(rf.get("/"))
    assert response.status_code == 500
    assert response.content.decode().count("<h1>") == 1


def test_the_admin_refuses_somebody_else_without_a_query(rf, django_assert_num_queries, db):
    with django_assert_num_queries(0):
        response = errors.forbidden(rf.get("/admin/pages/"), exception=Exception())
    assert response.status_code == 403
    html = response.content.decode()
    assert "réservée à l’équipe" in html
    assert html.split("error-page__exits")[1].split("</ul>")[0].count("<li>") == 3


def test_the_failure_page_stands_when_templates_do_not(rf, settings):
    settings.TEMPLATES = []
    response = errors.server_error(rf.get("/"))
    assert response.status_code == 500
    assert "Réessayez" in response.content.decode()


def test_an_error_page_that_fails_gives_way_to_the_static_one(rf):
    request = rf.get("/rien/")  # no user: the site around the page cannot be drawn
    response = errors.not_found(request, exception=Exception())
    assert response.status_code == 404
    assert response.content.decode().count("<h1") == 1


@pytest.mark.parametrize("method", ["get", "head"])
def test_an_address_that_only_receives_a_form_says_so(cast, method):
    address = "/admin/installation/3/note/"
    response = getattr(cast.client(cast.referent), method)(address)
    assert response.status_code == 405
    assert response["Allow"] == "POST"
    html = cast.client(cast.referent).get(address).content.decode()
    assert '<html lang="fr">' in html
    assert html.count("<h1") == html.count("<title>") == 1
    assert 'href="/admin/installation/3/"' in html
    assert 'href="/admin/"' in html


def test_an_address_of_the_site_that_only_receives_a_form_says_so_in_its_language():
    with translation.override("en"):
        heading = gettext("This address is not a page")
    page = errors.only_a_form(RequestFactory().get("/en/contact/send/")).content.decode()
    assert heading in page
    assert 'href="/admin/"' not in page


def test_what_refuses_a_method_to_a_machine_stays_short(client, db):
    response = client.post("/healthz")
    assert (response.status_code, response.content) == (405, b"")


def test_a_form_that_expired_is_explained(request_):
    response = errors.csrf_failure(request_(), reason="CSRF cookie not set.")
    assert response.status_code == 403
    assert b"CSRF" not in response.content


@pytest.mark.parametrize("name", ["410.html", "422.html", "429.html"])
def test_the_other_error_pages_can_be_drawn(request_, name):
    html = render_to_string(name, {}, request_())
    assert html.count("<h1") == 1


@pytest.mark.parametrize("name", ["500.html", "503.html"])
def test_static_pages_speak_the_language_in_use_and_run_no_script(name):
    with translation.override("en"):
        html = render_to_string(name)
    assert '<html lang="en">' in html
    assert "<script" not in html


@pytest.mark.parametrize("code", sorted(errors.SHOWN))
def test_a_developer_sees_each_error_page_as_the_public_does(request_, code):
    response = errors.error_page(request_(), code)
    html = response.content.decode()
    assert response.status_code == code
    assert html.count("<h1") == 1
    assert '<html lang="fr">' in html


@pytest.mark.parametrize("code", sorted(errors.SHOWN))
def test_each_error_is_told_in_the_language_of_the_address(request_, code):
    html = errors.error_page(request_("/en/nothing/"), code).content.decode()
    assert '<html lang="en">' in html
    french = ("Le service", "Cette page", "Trop de", "Vous n’avez")
    heading = html.split("<h1")[1].split("</h1>")[0]
    assert not any(words in heading for words in french)


def test_too_many_requests_are_refused_in_the_language_of_the_reader(request_):
    with translation.override("en"):
        html = too_many(request_("/en/contact/"), 90).content.decode()
    assert '<html lang="en">' in html
    assert "2 minutes" in html


def test_an_unknown_error_is_an_unknown_page(request_):
    assert errors.error_page(request_(), 200).status_code == 404
