"""A page appears at the hour its editor chose, by the minute's schedule alone."""

import datetime as dt

import pytest
from django.utils import timezone
from wagtail.models import Page

from home.models import StandardPage
from home.scheduling import publish_due_pages
from operations import schedule

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
