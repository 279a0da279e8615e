"""What is kept of a household, for how long, and what the person may read of it."""

from __future__ import annotations

import datetime as dt
import uuid

import pytest
from django.conf import settings

from home.welcome import services
from home.welcome.models import Household, RequestNote, SettlementRequest
from home.welcome.personal_data import REQUESTS
from home.welcome.retention import forget_requests
from home.welcome.states import RequestAct, RequestStatus
from operations import personal_data, purge
from operations.personal_data import Person
from tests.cast import Cast
from tests.factories import make_referent, make_user
from tests.home.welcome.conftest import MakeRequest

pytestmark = pytest.mark.django_db
PERSONAL = (
    "first_name", "last_name", "email", "phone", "occupation", "place", "agreement_version", "agreement_wording",
)  # fmt: skip


def person(email: str = "lea@essai.example", pk: int = 0) -> Person:
    """Return somebody as the ledgers know them."""
    return Person(id=pk, public_id=uuid.uuid4(), addresses=(email,), name="Léa Essai")


def kept_days() -> dt.timedelta:
    """Return for how long a request is kept."""
    return dt.timedelta(days=settings.KEEP_SETTLEMENT_REQUEST_DAYS)


def test_two_years_after_the_last_contact_the_person_and_the_household_go(
    make_request: MakeRequest, cast: Cast, now: dt.datetime
) -> None:
    old = make_request(at=now - kept_days(), place="Figeac", occupation="Infirmière")
    services.add_note(request=old, text="Trois enfants", by=cast.referent, now=old.created_at)
    called = make_request(at=now - kept_days())
    services.move_request(
        request=called, act=RequestAct.CONTACT, by=cast.referent, now=now - dt.timedelta(days=9)
    )
    recent = make_request(at=now - kept_days() + dt.timedelta(hours=1))

    assert forget_requests(now, dry_run=True) == 1
    assert Household.objects.count() == 3
    assert forget_requests(now, dry_run=False) == 1

    old.refresh_from_db()
    assert [getattr(old, name) for name in PERSONAL] == [""] * len(PERSONAL)
    assert (old.status, old.forgotten_at) == (RequestStatus.CLOSED, now)
    assert old.agreed_at is None
    assert set(Household.objects.values_list("request_id", flat=True)) == {called.pk, recent.pk}
    assert RequestNote.objects.count() == 0
    assert [event.act for event in old.events.order_by("pk")] == ["RECEIVE", "NOTE", "FORGET"]
    assert forget_requests(now, dry_run=False) == 0


def test_the_policies_are_registered_with_the_purge() -> None:
    assert {"welcome.requests", "welcome.event_names"} <= {one.name for one in purge.registered()}
    assert REQUESTS in personal_data.registered()


def test_a_forgotten_request_is_on_no_screen_and_no_act_reaches_it(
    make_request: MakeRequest, cast: Cast, now: dt.datetime
) -> None:
    from home.welcome.errors import ActNotAllowed

    kept = make_request()
    services.forget_request(request=kept, by=cast.referent, now=now)
    client = cast.client(cast.referent)
    assert list(client.get("/admin/installation/", {"etat": "finies"}).context["page_obj"]) == []
    assert client.get(f"/admin/installation/{kept.pk}/").status_code == 404
    with pytest.raises(ActNotAllowed):
        services.add_note(request=kept, text="x", by=cast.referent, now=now)


def test_a_person_reads_everything_about_their_request_even_the_notes(
    make_request: MakeRequest, cast: Cast, now: dt.datetime
) -> None:
    kept = make_request(message="Une école bilingue ?")
    services.add_note(request=kept, text="Très motivée", by=cast.referent, now=now)
    told = str(REQUESTS.export(person("LEA@essai.example")))
    for words in ("Léa", "Une école bilingue ?", "Très motivée", kept.agreement_wording):
        assert words in told
    assert "Léa" not in str(REQUESTS.export(person("autre@essai.example")))


def test_erasing_a_person_erases_their_requests_and_a_referent_s_name_on_notes(
    make_request: MakeRequest, now: dt.datetime
) -> None:
    referent = make_user("ancienne@essai.example", is_staff=True)
    mine, other = make_request(), make_request(email="autre@essai.example")
    services.add_note(request=other, text="Note", by=referent, now=now)

    REQUESTS.erase(person(), now)
    assert SettlementRequest.objects.get(pk=mine.pk).forgotten_at == now
    assert SettlementRequest.objects.get(pk=other.pk).forgotten_at is None

    REQUESTS.erase(person("ancienne@essai.example", referent.pk), now)
    note = RequestNote.objects.get()
    assert (note.author, note.author_name) == (None, "Compte supprimé")


def test_the_card_of_a_referent_is_told_and_goes_with_them(now: dt.datetime) -> None:
    from territory.models import WelcomeReferent
    from territory.personal_data import REFERENTS

    make_referent("Camille", email="camille@essai.example")
    assert "Camille" in str(REFERENTS.export(person("camille@essai.example")))
    REFERENTS.erase(person("camille@essai.example"), now)
    assert not WelcomeReferent.objects.exists()
