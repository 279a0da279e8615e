"""A reader reports an offer."""

from __future__ import annotations

import datetime as dt

import pytest
import time_machine
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import translation
from django.utils.translation import gettext

from jobs.board.reporting import REPORTS_PER_HOUR
from jobs.offers.models import OfferReport
from jobs.offers.states import OfferState
from tests.factories import make_offer

pytestmark = pytest.mark.django_db


def address(offer, name="report_offer"):
    return reverse(f"board:{name}", kwargs={"slug": offer.slug, "pk": offer.pk})


def fill(client, offer, **changes):
    """Fill in the form as a person does, ten seconds after reading it."""
    page = client.get(address(offer))
    values = {"reason": "SCAM", "message": "On me demande de payer.", "email": "", "website_url": "",
              "ts": page.context["form"]["ts"].value()}  # fmt: skip
    with time_machine.travel(dt.datetime.now(dt.UTC) + dt.timedelta(seconds=10)):
        return client.post(address(offer), values | changes)


def test_a_report_reaches_the_team_and_the_reader_is_thanked(client, now):
    offer = make_offer(now)
    response = fill(client, offer, email="lectrice@essai.example")
    assert (response.status_code, response.headers["Location"]) == (
        302,
        address(offer, "report_done"),
    )
    report = OfferReport.objects.get()
    assert (report.offer_id, report.reason, report.message, report.email) == (
        offer.pk, "SCAM", "On me demande de payer.", "lectrice@essai.example",
    )  # fmt: skip
    thanks = client.get(response.headers["Location"])
    assert thanks.status_code == 200
    assert offer.reference in thanks.content.decode()


def test_reading_the_form_writes_nothing(client, now):
    offer = make_offer(now)
    with CaptureQueriesContext(connection) as queries:
        response = client.get(address(offer))
    assert response.status_code == 200
    assert [q for q in queries if q["sql"].split()[0] in {"INSERT", "UPDATE", "DELETE"}] == []


@pytest.mark.parametrize(
    ("changes", "field"),
    [
        ({"reason": ""}, "reason"),
        ({"reason": "INVENTED"}, "reason"),
        ({"email": "sans-arobase"}, "email"),
        ({"message": "x" * 2001}, "message"),
        ({"reason": "OTHER", "message": "  "}, "message"),
        ({"message": "nul\x00"}, "message"),
    ],
)
def test_a_wrong_answer_is_explained_beside_its_field_and_nothing_typed_is_lost(
    client, now, changes, field
):
    offer = make_offer(now)
    typed = {"message": "Mon texte à garder"} | changes
    response = fill(client, offer, **typed)
    assert response.status_code == 422
    assert field in response.context["form"].errors
    assert response.context["form"]["message"].value() == typed["message"]
    assert OfferReport.objects.count() == 0


def test_a_robot_is_refused(client, now):
    offer = make_offer(now)
    assert fill(client, offer, website_url="https://spam.example").status_code == 422
    fast = client.post(
        address(offer),
        {"reason": "SCAM", "ts": client.get(address(offer)).context["form"]["ts"].value()},
    )
    assert fast.status_code == 422
    assert OfferReport.objects.count() == 0


def test_too_many_reports_from_one_address_wait(client, now):
    offer = make_offer(now)
    for _turn in range(REPORTS_PER_HOUR):
        assert fill(client, offer).status_code == 302
    response = fill(client, offer, message="Le salaire annoncé n’existe pas.")
    assert response.status_code == 429
    assert "Le salaire annoncé n’existe pas." in response.content.decode()
    assert int(response.headers["Retry-After"]) > 0
    assert OfferReport.objects.count() == REPORTS_PER_HOUR


def test_undeclared_fields_are_ignored(client, now):
    offer = make_offer(now)
    fill(client, offer, pk="999", public_id="999", handled_at="2026-01-01", answer="fait")
    report = OfferReport.objects.get()
    assert (report.offer_id, report.handled_at, report.answer) == (offer.pk, None, "")


@pytest.mark.parametrize(
    "state", [OfferState.DRAFT, OfferState.PENDING, OfferState.FILLED, OfferState.SUSPENDED]
)
def test_an_offer_that_is_not_online_cannot_be_reported(client, now, state):
    offer = make_offer(now, state=state)
    for path in (address(offer), address(offer, "report_done")):
        assert client.get(path).status_code == 404
    assert client.post(address(offer), {"reason": "SCAM"}).status_code == 404


def test_the_form_refuses_a_post_without_its_token(now):
    from django.test import Client

    offer = make_offer(now)
    response = Client(enforce_csrf_checks=True).post(address(offer), {"reason": "SCAM"})
    assert response.status_code == 403
    # What was typed can still be saved, and the way to the session is there.
    with translation.override("fr"):
        advice = gettext(
            "Your text is not lost yet: go back, copy what you typed first, then reload the page and send the form again."
        )
    assert advice in response.content.decode()
    assert reverse("account_login") in response.content.decode().split("<main")[1]


def test_another_slug_leads_to_the_forms_own_address(client, now):
    offer = make_offer(now)
    response = client.get(f"/offres/autre-{offer.pk}/signaler/")
    assert (response.status_code, response.headers["Location"]) == (301, address(offer))
