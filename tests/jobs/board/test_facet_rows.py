"""The narrow rows and the index follow each act on an offer or its employer, in its transaction."""

from __future__ import annotations

import datetime as dt

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from jobs.board import facet_rows
from jobs.board.models import OfferFacet, OfferPlace
from jobs.board.search_sources import follow_offers, forget_past_offers
from jobs.offers import codes, moderation, services
from jobs.offers.models import JobOffer, OfferLifecycle
from jobs.offers.states import OfferState
from search.models import Document
from territory.models import Municipality
from tests.cast import Cast
from tests.factories import current_task, edit_offer, make_offer

pytestmark = pytest.mark.django_db


def kept(offer: JobOffer) -> bool:
    """Say whether something is kept about `offer`; row and document always go together."""
    has_row = OfferFacet.objects.filter(pk=offer.pk).exists()
    assert has_row == Document.objects.filter(kind="offer", object_id=offer.pk).exists()
    return has_row


@pytest.mark.parametrize("state", list(OfferState))
def test_only_what_the_public_may_see_is_kept(cast: Cast, state: OfferState) -> None:
    employer = cast.newcomer.employer if state == OfferState.WAITING_ACCOUNT else cast.hospital
    offer = make_offer(cast.now, employer=employer, state=state)
    follow_offers(offer_ids=[offer.pk])

    assert kept(offer) == JobOffer.objects.visible(cast.now).filter(pk=offer.pk).exists()


def test_a_row_holds_the_codes_of_its_offer(cast: Cast) -> None:
    offer = make_offer(
        cast.now,
        employer=cast.hospital,
        contract_nature=codes.ContractNature.APPRENTICESHIP,
        contract_type=codes.ContractType.FIXED_TERM,
        contract_duration_months=12,
        working_time=codes.WorkingTime.PART,
        experience=codes.Experience.REQUIRED,
        experience_months=12,
        housing=codes.Housing.POSSIBLE,
        partner_help=True,
        municipalities=list(Municipality.objects.filter(insee__in=["46102", "46042"])),
    )
    row = OfferFacet.objects.get(pk=offer.pk)

    assert (row.family, row.contract, row.working_time) == ("J", "alternance", "partiel")
    assert row.supports == facet_rows.SUPPORT_BITS["logement"] | facet_rows.SUPPORT_BITS["conjoint"]
    assert row.last_day == offer.lifecycle.last_day
    assert row.published_at == offer.lifecycle.online_since
    assert OfferPlace.objects.filter(facet=row).count() == 2


def test_pausing_and_resuming_empties_and_fills(cast: Cast) -> None:
    offer = make_offer(cast.now, employer=cast.hospital)
    member = offer.employer.memberships.get().user
    services.pause_offer(offer=offer, by=member, now=cast.now)
    assert not kept(offer)

    services.resume_offer(offer=JobOffer.objects.get(pk=offer.pk), by=member, now=cast.now)
    assert kept(offer)


def test_an_approved_change_replaces_codes_and_words(cast: Cast) -> None:
    offer = make_offer(cast.now, employer=cast.hospital, title="Fauconnier (F/H)")
    member = offer.employer.memberships.get().user
    edit_offer(offer, member, cast.now, title="Zythologue (F/H)", working_time=codes.WorkingTime.PART,
               weekly_hours=20, municipalities=[Municipality.objects.get(insee="46042")])  # fmt: skip
    services.submit_offer(offer=JobOffer.objects.get(pk=offer.pk), by=member, now=cast.now)
    assert OfferFacet.objects.get(pk=offer.pk).working_time == "plein"

    moderation.approve_offer(task_state_id=current_task(offer), by=cast.moderator, now=cast.now)

    assert OfferFacet.objects.get(pk=offer.pk).working_time == "partiel"
    assert Document.objects.get(kind="offer", object_id=offer.pk).title == "Zythologue (F/H)"
    assert [place.municipality.insee for place in OfferPlace.objects.filter(facet_id=offer.pk)] == [
        "46042"
    ]


def test_one_and_many_offers_cost_the_same_queries(cast: Cast) -> None:
    ids = [make_offer(cast.now, employer=cast.hospital).pk for _number in range(6)]
    counts = []
    for some in (ids[:1], ids):
        with CaptureQueriesContext(connection) as queries:
            follow_offers(offer_ids=some)
        counts.append(len(queries))
    assert counts[0] == counts[1]


def test_the_night_forgets_what_ended_by_the_calendar(cast: Cast) -> None:
    ended = make_offer(cast.now, employer=cast.hospital)
    open_one = make_offer(cast.now, employer=cast.hospital)
    OfferLifecycle.objects.filter(pk=ended.pk).update(
        last_day=cast.now.date() - dt.timedelta(days=1)
    )

    forget_past_offers(cast.now)
    forget_past_offers(cast.now)

    assert not kept(ended)
    assert kept(open_one)


def test_a_rebuild_finds_what_was_loaded_without_any_act(cast: Cast) -> None:
    offer = make_offer(cast.now, employer=cast.hospital)
    OfferFacet.objects.all().delete()

    assert facet_rows.rebuild(now=cast.now) == 1
    assert OfferFacet.objects.filter(pk=offer.pk).exists()
    assert facet_rows.rebuild(now=cast.now + dt.timedelta(days=400)) == 0
    assert not OfferFacet.objects.exists()


def test_an_undisclosed_employer_and_a_contact_are_not_searchable(cast: Cast) -> None:
    cast.hospital.name = "Zythogala"
    cast.hospital.save()
    offer = make_offer(
        cast.now,
        employer=cast.hospital,
        is_anonymous=True,
        contact_name="Zénobie",
        apply_email="zed@zorro.example",
    )
    terms = Document.objects.get(kind="offer", object_id=offer.pk).terms

    assert "zythogal" not in terms
    assert "zenob" not in terms
    assert "zorro" not in terms
