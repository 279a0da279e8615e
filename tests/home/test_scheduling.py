"""A page appears at the hour its editor chose, by the minute's schedule alone."""

import datetime as dt

import pytest
import time_machine
from django.test import Client
from django.urls import reverse
from django.utils import timezone
from wagtail.models import Page
from wagtail.test.utils.form_data import inline_formset, nested_form_data, rich_text, streamfield

from home.models import StandardPage
from home.news.models import NewsIndexPage
from home.scheduling import publish_due_pages
from operations import schedule
from tests.cast import Cast
from tests.factories import make_image

pytestmark = pytest.mark.django_db


def planned_page(go_live_at):
    """Return a page whose publication is approved for an instant."""
    home = Page.objects.get(depth=2, locale__language_code="fr")
    page = StandardPage(title="Bientôt", slug="bientot", summary="Une page à venir.", live=False)
    home.add_child(instance=page)
    page.go_live_at = go_live_at
    page.save_revision(approved_go_live_at=go_live_at)
    return page


def test_a_page_is_published_once_its_hour_has_come():
    page = planned_page(timezone.now() - dt.timedelta(minutes=1))

    publish_due_pages(timezone.now())

    page.refresh_from_db()
    assert page.live is True


def test_a_page_waits_for_its_hour():
    page = planned_page(timezone.now() + dt.timedelta(hours=1))

    publish_due_pages(timezone.now())

    page.refresh_from_db()
    assert page.live is False


def test_the_schedule_publishes_each_minute():
    acts = {act.name: act for act in schedule.registered()}

    assert acts["home.publish_due_pages"].every == dt.timedelta(minutes=1)


def test_what_an_editor_schedules_appears_and_leaves_at_its_hours(
    client: Client, cast: Cast
) -> None:
    publishing = cast.client(cast.publisher)
    index = NewsIndexPage.objects.get(locale__language_code="fr")
    now = timezone.localtime()
    form = {
        "title": "Un marché de Noël",
        "slug": "un-marche-de-noel",
        "summary": "Deux jours de décembre, sous la halle.",
        "date": f"{now:%Y-%m-%d}",
        "theme": "emploi",
        "photo": make_image().pk,
        "body": streamfield([("prose", rich_text("<p>Le texte.</p>"))]),
        "comments": inline_formset([]),
        "go_live_at": f"{now + dt.timedelta(hours=2):%d/%m/%Y %H:%M}",
        "expire_at": f"{now + dt.timedelta(days=2):%d/%m/%Y %H:%M}",
        "action-publish": "1",
    }
    address = reverse("wagtailadmin_pages:add", args=["news", "newspage", index.pk])

    assert publishing.post(address, nested_form_data(form)).status_code == 302

    seen = {}
    for moment in (dt.timedelta(), dt.timedelta(hours=3), dt.timedelta(days=3)):
        with time_machine.travel(now + moment):
            publish_due_pages(timezone.now())
            answers = (
                client.get(f"{prefix}/actualites/un-marche-de-noel/") for prefix in ("", "/en")
            )
            seen[moment] = [answer.status_code for answer in answers]
    assert list(seen.values()) == [[404, 404], [200, 200], [404, 404]]
