"""What employers do with their offers: drafts, submission, life."""

import datetime as dt
import uuid

import pytest

from jobs.offers import services
from jobs.offers.errors import ActNotAllowed, DraftConflict, InvalidLastDay, OfferIncomplete
from jobs.offers.models import JobOffer
from jobs.offers.situation import offer_state
from jobs.offers.states import OfferState, Outcome
from tests.factories import edit_offer, make_offer

pytestmark = pytest.mark.django_db


def member_of(employer):
    return employer.memberships.first().user


def fresh(offer):
    return JobOffer.objects.for_display().get(pk=offer.pk)


def test_a_draft_may_be_saved_with_only_a_title(cast, now):
    offer = services.create_draft(
        employer=cast.cafe, by=cast.cafe_owner.user, now=now, title="Serveuse ou serveur (F/H)"
    )
    assert offer_state(offer, now) == OfferState.DRAFT
    with pytest.raises(OfferIncomplete) as missing:
        services.submit_offer(offer=offer, by=cast.cafe_owner.user, now=now)
    assert {
        "family",
        "municipalities",
        "contract_type",
        "salary_min",
        "missions",
    } <= missing.value.errors.keys()
    assert offer_state(fresh(offer), now) == OfferState.DRAFT


def test_the_same_key_twice_makes_one_draft(cast, now):
    key = uuid.uuid4()
    first = services.create_draft(
        employer=cast.cafe, by=cast.cafe_owner.user, now=now, key=key, title="A"
    )
    second = services.create_draft(
        employer=cast.cafe, by=cast.cafe_owner.user, now=now, key=key, title="A"
    )
    assert first.pk == second.pk
    other = services.create_draft(employer=cast.hospital, by=None, now=now, key=key, title="A")
    assert other.pk != first.pk


def test_saving_a_draft_of_an_online_offer_changes_nothing_online(cast, now):
    offer = make_offer(now, employer=cast.hospital)
    edit_offer(offer, member_of(cast.hospital), now, title="Autre titre (F/H)")
    assert fresh(offer).title == "Infirmière ou infirmier (F/H)"
    assert fresh(offer).lifecycle.working_title == "Autre titre (F/H)"


def test_the_second_of_two_colleagues_is_told_and_nothing_is_overwritten(cast, now):
    offer = make_offer(now, employer=cast.hospital, state=OfferState.DRAFT)
    started_from = offer.latest_revision_id
    edit_offer(offer, member_of(cast.hospital), now, title="Version de la collègue (F/H)")
    draft = services.latest_draft(fresh(offer))
    draft.title = "Ma version (F/H)"
    with pytest.raises(DraftConflict) as conflict:
        services.save_draft(
            draft=draft, by=cast.nurse_manager.user, expected_revision=started_from, now=now
        )
    assert conflict.value.by == member_of(cast.hospital).get_full_name()
    assert services.latest_draft(fresh(offer)).title == "Version de la collègue (F/H)"


def test_an_offer_sent_again_while_it_waits_keeps_its_place(cast, now):
    offer = make_offer(now - dt.timedelta(days=2), employer=cast.hospital, state=OfferState.PENDING)
    sent = offer.lifecycle.submitted_at
    edit_offer(offer, member_of(cast.hospital), now, title="Mieux dit (F/H)")
    services.submit_offer(offer=offer, by=member_of(cast.hospital), now=now)
    assert fresh(offer).lifecycle.submitted_at == sent


def test_a_submission_may_be_taken_back(cast, now):
    offer = make_offer(now, employer=cast.hospital, state=OfferState.PENDING)
    services.recall_offer(offer=offer, by=member_of(cast.hospital), now=now)
    assert offer_state(fresh(offer), now) == OfferState.DRAFT
    assert fresh(offer).current_workflow_state is None
    services.submit_offer(offer=offer, by=member_of(cast.hospital), now=now)
    assert offer_state(fresh(offer), now) == OfferState.PENDING


def test_the_last_day_moves_within_its_limits(cast, now, settings):
    offer = make_offer(now, employer=cast.hospital)
    by = member_of(cast.hospital)
    far = now.date() + dt.timedelta(days=settings.OFFER_MAX_DAYS)
    services.extend_offer(offer=offer, by=by, last_day=far, now=now)
    assert fresh(offer).lifecycle.last_day == far
    for wrong in (far + dt.timedelta(days=1), now.date() - dt.timedelta(days=1)):
        with pytest.raises(InvalidLastDay):
            services.extend_offer(offer=offer, by=by, last_day=wrong, now=now)


def test_an_expired_offer_comes_back_when_it_is_extended(cast, now):
    offer = make_offer(now, employer=cast.hospital, state=OfferState.EXPIRED)
    assert not JobOffer.objects.visible(now).filter(pk=offer.pk).exists()
    services.extend_offer(
        offer=offer,
        by=member_of(cast.hospital),
        last_day=now.date() + dt.timedelta(days=5),
        now=now,
    )
    assert JobOffer.objects.visible(now).filter(pk=offer.pk).exists()


def test_pausing_hides_and_resuming_shows(cast, now):
    offer = make_offer(now, employer=cast.hospital, state=OfferState.PAUSED)
    assert not JobOffer.objects.visible(now).filter(pk=offer.pk).exists()
    services.resume_offer(offer=offer, by=member_of(cast.hospital), now=now)
    assert JobOffer.objects.visible(now).filter(pk=offer.pk).exists()


@pytest.mark.parametrize(
    ("outcome", "state"),
    [
        (Outcome.FILLED_BY_US, OfferState.FILLED),
        (Outcome.FILLED_ELSEWHERE, OfferState.FILLED),
        (Outcome.ABANDONED, OfferState.CLOSED),
        (Outcome.ENOUGH_CANDIDATES, OfferState.CLOSED),
        (Outcome.WITHDRAWN, OfferState.WITHDRAWN),
    ],
)
def test_closing_says_how_it_ended_and_is_final(cast, now, outcome, state):
    offer = make_offer(now, employer=cast.hospital)
    by = member_of(cast.hospital)
    services.close_offer(offer=offer, by=by, outcome=outcome, now=now)
    assert offer_state(fresh(offer), now) == state
    assert not JobOffer.objects.visible(now).filter(pk=offer.pk).exists()
    with pytest.raises(ActNotAllowed):
        services.close_offer(offer=offer, by=by, outcome=Outcome.ABANDONED, now=now)


def test_closing_ends_the_review_of_an_edit(cast, now):
    offer = make_offer(now, employer=cast.hospital, state=OfferState.ONLINE_CHANGE_PENDING)
    services.close_offer(
        offer=offer, by=member_of(cast.hospital), outcome=Outcome.FILLED_BY_US, now=now
    )
    assert JobOffer.objects.in_review().count() == 0
    assert fresh(offer).current_workflow_state is None
