"""The translation screen's list of snippets obeys the permissions of each model."""

import pytest
from django.test import Client
from django.urls import reverse

from tests.cast import Cast
from tests.ui.test_figures import make_figure

pytestmark = pytest.mark.django_db


def address(label: str, *pk: int) -> str:
    """Return the address of a list, or of one of its items."""
    name = "detail" if pk else "listing"
    return reverse(f"wagtail_localize:snippets_api_{name}", args=[*label.split("."), *pk])


def test_an_editor_reads_the_snippets_they_may_write(client: Client, cast: Cast) -> None:
    figure = make_figure()
    client.force_login(cast.editor)

    assert client.get(address("ui.keyfigure")).status_code == 200
    assert client.get(address("ui.keyfigure", figure.pk)).json()["title"] == str(figure)


def test_an_editor_does_not_read_the_others(client: Client, cast: Cast) -> None:
    client.force_login(cast.editor)

    for path in (address("offers.joboffer"), address("offers.joboffer", 1)):
        response = client.get(path)
        assert response.status_code != 200
        assert b"title" not in response.content[:60]


def test_a_moderator_does_not_read_the_figures(client: Client, cast: Cast) -> None:
    make_figure()
    client.force_login(cast.moderator)

    assert client.get(address("ui.keyfigure")).status_code != 200


def test_what_is_not_a_snippet_is_not_found(client: Client, cast: Cast) -> None:
    client.force_login(cast.administrator)

    assert client.get(address("accounts.user")).status_code == 404


def test_nobody_reads_them_from_outside(client: Client) -> None:
    assert client.get(address("ui.keyfigure")).status_code == 302
