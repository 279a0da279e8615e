"""The mark of the site is found where browsers look for it without being told."""

from __future__ import annotations

import pytest
from django.contrib.staticfiles import finders
from django.test import Client

pytestmark = pytest.mark.django_db


def test_the_guessed_address_leads_to_the_mark_without_a_cookie(client: Client) -> None:
    answer = client.get("/favicon.ico")

    assert answer.status_code == 302
    assert answer["Location"].startswith("/static/img/favicon")
    assert finders.find("img/favicon.svg")
    assert not answer.cookies


def test_the_admin_carries_our_mark_and_name(cast: object) -> None:
    html = cast.client(cast.editor).get("/admin/").content.decode()

    assert "img/logo" in html
    assert "img/favicon" in html
    assert "wagtailadmin/images/favicon.ico" not in html
    assert "- Oh My Lot !</title>" in html
