"""The form of an event names no employer whom only those who verify know."""

from __future__ import annotations

import datetime as dt

import pytest
from django.utils import timezone
from wagtail.test.utils.form_data import inline_formset, nested_form_data, streamfield

from home.events.models import EventIndexPage, EventPage
from jobs.employers.states import EmployerStatus
from tests.cast import Cast
from tests.factories import make_employer, make_event

pytestmark = pytest.mark.django_db
HIDDEN = [state for state in EmployerStatus if state != EmployerStatus.VERIFIED]


def test_only_verified_employers_are_offered(cast: Cast, now: dt.datetime) -> None:
    shown = make_employer(now, name="Employeur lu de tous")
    for state in HIDDEN:
        make_employer(now, name=f"Inconnu {state.value}", status=state)
    index = EventIndexPage.objects.get(locale__language_code="fr")
    answer = cast.client(cast.editor).get(f"/admin/pages/add/events/eventpage/{index.pk}/")
    html = answer.content.decode()
    assert shown.name in html
    assert "Inconnu" not in html


def test_one_chosen_before_its_suspension_stays_and_the_others_are_refused(
    cast: Cast, now: dt.datetime
) -> None:
    suspended = make_employer(now, name="Choisi avant", status=EmployerStatus.SUSPENDED)
    unknown = make_employer(now, name="Inconnu", status=EmployerStatus.PENDING)
    event = make_event(now=timezone.now())
    event.employers = [suspended]
    event.save_revision().publish()
    event = EventPage.objects.get(pk=event.pk)
    form = EventPage.get_edit_handler().get_form_class()
    sent = nested_form_data({"body": streamfield([]), "comments": inline_formset([])})
    chosen = [suspended.pk, unknown.pk]
    bound = form(sent | {"employers": chosen}, instance=event, for_user=cast.publisher)
    assert list(bound.fields["employers"].queryset) == [suspended]
    assert "employers" in bound.errors
    again = form(sent | {"employers": [suspended.pk]}, instance=event, for_user=cast.publisher)
    assert "employers" not in again.errors
