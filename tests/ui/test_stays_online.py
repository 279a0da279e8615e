"""Addresses that are a contract never leave the site by the hour of a clock."""

from __future__ import annotations

import datetime as dt
from typing import Any

import pytest
from django.test import Client
from django.utils import timezone
from wagtail.models import Page
from wagtail.test.utils.form_data import inline_formset, nested_form_data, streamfield

from home.models import HomePage
from home.scheduling import publish_due_pages
from tests.cast import Cast
from tests.factories import make_page

pytestmark = pytest.mark.django_db
CONTRACTS = ["plan-du-site", "donnees-personnelles", "accessibilite"]


def page_at(slug: str) -> Any:
    return Page.objects.get(slug=slug, depth=3, locale__language_code="fr").specific


def form_of(page: Any, **more: Any) -> dict[str, Any]:
    values = {
        "title": page.title, "slug": page.slug, "summary": "Deux phrases.", "body": streamfield([]),
        "comments": inline_formset([]),
    }  # fmt: skip
    return nested_form_data(values | more)


@pytest.mark.parametrize("slug", CONTRACTS)
def test_an_hour_of_departure_is_refused_beside_its_field(cast: Cast, slug: str) -> None:
    page, publisher = page_at(slug), cast.client(cast.publisher)
    at = (timezone.now() + dt.timedelta(days=1)).strftime("%d/%m/%Y %H:%M")
    for action in ({}, {"action-publish": "1"}):
        answer = publisher.post(
            f"/admin/pages/{page.pk}/edit/", form_of(page, expire_at=at) | action
        )
        assert answer.status_code == 200
        assert answer.context["form"].errors["expire_at"]
    kept = page_at(slug)
    assert (kept.expire_at, kept.get_latest_revision_as_object().expire_at) == (None, None)


def test_the_home_page_and_a_new_page_too_late_to_come_are_held_as_well(cast: Cast) -> None:
    home = HomePage.objects.get(depth=2, locale__language_code="fr")
    assert home.stays_online
    legal = page_at("plan-du-site")
    Page.objects.filter(pk=legal.pk).update(live_revision=None)
    at = (timezone.now() + dt.timedelta(days=1)).strftime("%d/%m/%Y %H:%M")
    answer = cast.client(cast.publisher).post(
        f"/admin/pages/{legal.pk}/edit/", form_of(legal, go_live_at=at) | {"action-publish": "1"}
    )
    assert answer.context["form"].errors["go_live_at"]
    assert page_at("plan-du-site").live


def test_an_older_revision_that_says_so_takes_nothing_off(client: Client) -> None:
    page = page_at("plan-du-site")
    page.expire_at = timezone.now() - dt.timedelta(minutes=1)
    page.save_revision().publish()
    assert page_at("plan-du-site").live

    Page.objects.filter(pk=page.pk).update(expire_at=page.expire_at)
    publish_due_pages(timezone.now())
    assert client.get("/plan-du-site/").status_code == 200


def test_other_pages_leave_at_their_hour(client: Client) -> None:
    page = make_page("Une page", slug="une-page")
    assert not page.stays_online
    page.expire_at = timezone.now() + dt.timedelta(seconds=1)
    page.save_revision().publish()
    Page.objects.filter(pk=page.pk).update(expire_at=timezone.now() - dt.timedelta(minutes=1))
    publish_due_pages(timezone.now())
    assert client.get("/une-page/").status_code == 404
