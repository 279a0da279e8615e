"""Forms shown again, patience asked, addresses rebuilt."""

import pytest
from django import forms
from django.contrib.auth.models import AnonymousUser
from django.http import QueryDict

from ui.http import query_string, render_form, too_many, wait_with_form


class NameForm(forms.Form):
    name = forms.CharField()


@pytest.fixture
def request_(rf, db):
    request = rf.get("/")
    request.user = AnonymousUser()
    return request


def shown(request, form):
    context = {"heading": "Retirer", "text": "Retirer ?", "button_label": "Retirer"}
    return render_form(request, "confirm_page.html", context, form)


def test_a_form_opens_with_200(request_):
    response = shown(request_, NameForm())
    assert response.status_code == 200
    assert b"data-error-summary" not in response.content


def test_a_form_with_errors_comes_back_with_422_and_its_summary_first_in_main(request_):
    response = shown(request_, NameForm(QueryDict("name=")))
    html = response.content.decode()
    assert response.status_code == 422
    main = html.split("<main", 1)[1]
    assert main.index("data-error-summary") < main.index("<h1")
    assert "<title>Err" in html


def test_a_form_without_errors_is_not_an_error(request_):
    assert shown(request_, NameForm(QueryDict("name=In%C3%A8s"))).status_code == 200


@pytest.mark.parametrize(("seconds", "minutes"), [(1, 1), (60, 1), (61, 2), (300, 5), (0, 1)])
def test_patience_is_asked_in_minutes_and_in_seconds(request_, seconds, minutes):
    response = too_many(request_, seconds)
    assert response.status_code == 429
    assert response["Retry-After"] == str(max(1, seconds))
    assert f"{minutes} minute" in response.content.decode()


@pytest.mark.parametrize(("seconds", "minutes"), [(1, 1), (61, 2), (0, 1)])
def test_patience_asked_on_a_form_keeps_what_was_typed(request_, seconds, minutes):
    form = NameForm(QueryDict("name=In%C3%A8s"))
    response = wait_with_form(form, seconds, lambda: shown(request_, form))
    html = response.content.decode()
    assert (response.status_code, response["Retry-After"]) == (429, str(max(1, seconds)))
    assert f"renvoyez le formulaire dans {minutes} minute" in html
    assert "à corriger" not in html
    assert form["name"].value() == "Inès"


def test_an_address_keeps_its_other_parameters():
    params = QueryDict("q=a&contrat=cdi&contrat=cdd&page=3")
    assert query_string(params, page=4) == "?q=a&contrat=cdi&contrat=cdd&page=4"
    assert query_string(params, page=None, q="") == "?contrat=cdi&contrat=cdd"
    assert query_string(None, q="à b") == "?q=%C3%A0+b"
    assert params["page"] == "3"
