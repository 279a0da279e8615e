"""Decisions on offers: what was read is published, one decision wins, reasons are told, the log stays."""

import datetime as dt

import pytest
from django.core.exceptions import PermissionDenied
from django.db import IntegrityError, transaction

from jobs.offers import moderation, services
from jobs.offers.errors import ActNotAllowed, AlreadyDecided, ReasonRequired
from jobs.offers.models import FieldNote, JobOffer, ModerationLogEntry
from jobs.offers.situation import offer_state
from jobs.offers.states import OfferAct, OfferState, ReviewState
from mailing.models import OutgoingMail
from tests.factories import current_task, edit_offer, make_offer, make_user

pytestmark = pytest.mark.django_db
LONG = "Précisez les horaires du week-end."


def visible_title(offer, now):
    return JobOffer.objects.visible(now).filter(pk=offer.pk).values_list("title", flat=True).first()


def fresh(offer):
    return JobOffer.objects.for_display().get(pk=offer.pk)


def test_an_offer_sent_for_review_is_not_public(cast, now):
    offer = make_offer(now, employer=cast.hospital, state=OfferState.PENDING)
    assert offer_state(offer, now) == OfferState.PENDING
    assert visible_title(offer, now) is None


def test_approving_publishes_the_offer_and_tells_the_employer(cast, now):
    offer = make_offer(now, employer=cast.hospital, state=OfferState.PENDING)
    moderation.approve_offer(task_state_id=current_task(offer), by=cast.moderator, now=now)
    assert visible_title(offer, now) == "Infirmière ou infirmier (F/H)"
    assert offer_state(fresh(offer), now) == OfferState.ONLINE
    mail = OutgoingMail.objects.get(act="offer_online")
    assert mail.subject == "Votre offre est en ligne"
    assert f"/offres/infirmiere-ou-infirmier-{offer.pk}/" in mail.text


def test_exactly_the_version_that_was_read_is_published(cast, now):
    offer = make_offer(now, employer=cast.hospital, state=OfferState.PENDING)
    member = cast.hospital.memberships.first().user
    task = current_task(offer)
    edit_offer(offer, member, now, title="Texte que personne n’a lu")
    moderation.approve_offer(task_state_id=task, by=cast.moderator, now=now)
    assert visible_title(offer, now) == "Infirmière ou infirmier (F/H)"
    assert services.latest_draft(fresh(offer)).title == "Texte que personne n’a lu"
    assert fresh(offer).has_unpublished_changes is True


def test_the_approved_version_stays_online_while_an_edit_is_reviewed(cast, now):
    offer = make_offer(now, employer=cast.hospital, state=OfferState.ONLINE_CHANGE_PENDING)
    assert visible_title(offer, now) == "Infirmière ou infirmier (F/H)"
    assert offer_state(offer, now) == OfferState.ONLINE_CHANGE_PENDING
    moderation.approve_offer(task_state_id=current_task(offer), by=cast.moderator, now=now)
    assert visible_title(offer, now) == "Infirmière ou infirmier de nuit (F/H)"


def test_an_edit_that_is_refused_leaves_the_online_version(cast, now):
    offer = make_offer(now, employer=cast.hospital, state=OfferState.ONLINE_CHANGE_PENDING)
    moderation.refuse_offer(
        task_state_id=current_task(offer),
        by=cast.moderator,
        reason=LONG,
        reason_code="OTHER",
        now=now,
    )
    assert visible_title(offer, now) == "Infirmière ou infirmier (F/H)"


def test_changes_are_requested_with_notes_per_field_quoted_in_the_mail(cast, now):
    offer = make_offer(now, employer=cast.hospital, state=OfferState.PENDING)
    moderation.request_changes(
        task_state_id=current_task(offer), by=cast.moderator, reason=LONG,
        notes={"schedule": "Travaille-t-on le dimanche ?", "title": "  "}, now=now,
    )  # fmt: skip
    assert offer_state(fresh(offer), now) == OfferState.CHANGES_REQUESTED
    assert list(FieldNote.objects.values_list("field", "text")) == [
        ("schedule", "Travaille-t-on le dimanche ?")
    ]
    mail = OutgoingMail.objects.get(act="offer_changes_requested")
    assert LONG in mail.text
    assert "Travaille-t-on le dimanche" in mail.text


def test_a_corrected_offer_goes_back_to_review_and_can_be_approved(cast, now):
    offer = make_offer(now, employer=cast.hospital, state=OfferState.CHANGES_REQUESTED)
    member = cast.hospital.memberships.first().user
    edit_offer(offer, member, now, title="Infirmière ou infirmier, week-ends (F/H)")
    services.submit_offer(offer=offer, by=member, now=now)
    assert offer_state(fresh(offer), now) == OfferState.PENDING
    moderation.approve_offer(task_state_id=current_task(offer), by=cast.moderator, now=now)
    assert visible_title(offer, now) == "Infirmière ou infirmier, week-ends (F/H)"


def test_a_refusal_is_final_and_a_duplicate_starts_again(cast, now):
    offer = make_offer(now, employer=cast.hospital, state=OfferState.REFUSED)
    member = cast.hospital.memberships.first().user
    with pytest.raises(ActNotAllowed):
        services.submit_offer(offer=offer, by=member, now=now)
    copy = services.duplicate_offer(offer=fresh(offer), by=member, now=now)
    assert offer_state(copy, now) == OfferState.DRAFT
    assert copy.lifecycle.copied_from_id == offer.pk
    assert [place.insee for place in services.latest_draft(copy).municipalities.all()] == ["46102"]


@pytest.mark.parametrize("reason", ["", "   ", "trop court"[:9]])
def test_neither_refusal_nor_request_goes_without_a_reason(cast, now, reason):
    offer = make_offer(now, employer=cast.hospital, state=OfferState.PENDING)
    task = current_task(offer)
    with pytest.raises(ReasonRequired):
        moderation.refuse_offer(
            task_state_id=task, by=cast.moderator, reason=reason, reason_code="OTHER", now=now
        )
    with pytest.raises(ReasonRequired):
        moderation.request_changes(
            task_state_id=task, by=cast.moderator, reason=reason, notes={}, now=now
        )
    assert offer_state(fresh(offer), now) == OfferState.PENDING


def test_the_second_of_two_moderators_is_told_who_decided_and_when(cast, now):
    offer = make_offer(now, employer=cast.hospital, state=OfferState.PENDING)
    task = current_task(offer)
    moderation.approve_offer(task_state_id=task, by=cast.moderator, now=now)
    second = make_user(groups=("Modérateurs",))
    with pytest.raises(AlreadyDecided) as told:
        moderation.refuse_offer(
            task_state_id=task, by=second, reason=LONG, reason_code="OTHER", now=now
        )
    assert told.value.by == cast.moderator.get_full_name()
    assert told.value.at == now
    assert OutgoingMail.objects.filter(act="offer_refused").count() == 0


def test_a_stale_button_is_refused_after_a_new_submission(cast, now):
    offer = make_offer(now, employer=cast.hospital, state=OfferState.PENDING)
    stale = current_task(offer)
    member = cast.hospital.memberships.first().user
    edit_offer(offer, member, now, title="Nouvelle version (F/H)")
    services.submit_offer(offer=offer, by=member, now=now)
    with pytest.raises(AlreadyDecided):
        moderation.approve_offer(task_state_id=stale, by=cast.moderator, now=now)
    assert visible_title(offer, now) is None


def test_suspending_hides_at_once_and_restoring_brings_back(cast, now):
    offer = make_offer(now, employer=cast.hospital)
    assert visible_title(offer, now) is not None
    moderation.suspend_offer(offer=offer, by=cast.moderator, reason=LONG, now=now)
    assert visible_title(offer, now) is None
    assert offer_state(fresh(offer), now) == OfferState.SUSPENDED
    moderation.restore_offer(offer=offer, by=cast.moderator, now=now)
    assert visible_title(offer, now) is not None


def test_a_review_longer_than_the_days_left_does_not_cost_the_employer(cast, now, settings):
    offer = make_offer(now, employer=cast.hospital, state=OfferState.PENDING, last_day=now.date())
    later = now + dt.timedelta(days=3)
    moderation.approve_offer(task_state_id=current_task(offer), by=cast.moderator, now=later)
    assert fresh(offer).lifecycle.last_day == later.date() + dt.timedelta(
        days=settings.OFFER_DEFAULT_DAYS
    )
    assert visible_title(offer, later) is not None


def test_the_log_keeps_each_act_with_its_author_and_the_digest_of_the_text(cast, now):
    offer = make_offer(
        now, employer=cast.hospital, state=OfferState.ONLINE, moderator=cast.moderator
    )
    acts = list(offer.log.order_by("pk").values_list("act", flat=True))
    assert acts == [OfferAct.CREATE, OfferAct.SUBMIT, OfferAct.APPROVE]
    approval = offer.log.get(act=OfferAct.APPROVE)
    assert approval.actor_name == cast.moderator.get_full_name()
    assert approval.revision_id == offer.live_revision_id
    assert len(approval.digest) == 64


def test_the_log_cannot_be_rewritten(cast, now):
    entry = make_offer(now, employer=cast.hospital).log.first()
    entry.reason = "Autre histoire"
    with pytest.raises(TypeError):
        entry.save()


def test_wagtails_own_way_in_follows_the_same_rules(cast, now):
    offer = make_offer(now, employer=cast.hospital, state=OfferState.PENDING)
    task_state = offer.current_workflow_state.current_task_state
    task = task_state.task.specific
    with pytest.raises(PermissionDenied):
        task.on_action(task_state, cast.nurse_manager.user, "approve")
    with pytest.raises(PermissionDenied):
        task.on_action(task_state, cast.moderator, "reject", comment="court")
    task.on_action(task_state, cast.moderator, "approve")
    assert visible_title(offer, now) is not None
    assert ModerationLogEntry.objects.filter(offer=offer, act=OfferAct.APPROVE).count() == 1


def test_an_employer_not_verified_waits_and_is_released_by_the_verification(cast, now):
    from jobs.employers.services import verify_employer

    employer = cast.newcomer.employer
    offer = make_offer(now, employer=employer, state=OfferState.WAITING_ACCOUNT)
    assert offer_state(offer, now) == OfferState.WAITING_ACCOUNT
    assert JobOffer.objects.in_review().count() == 0
    verify_employer(employer=employer, by=cast.moderator, now=now)
    assert offer_state(fresh(offer), now) == OfferState.PENDING
    assert [waiting.pk for waiting in JobOffer.objects.in_review()] == [offer.pk]


def test_a_text_changed_while_the_account_waits_is_sent_again(cast, now):
    employer = cast.newcomer.employer
    offer = make_offer(now, employer=employer, state=OfferState.WAITING_ACCOUNT)
    edit_offer(offer, cast.newcomer.user, now, missions="")
    assert fresh(offer).lifecycle.review == ReviewState.NONE


def test_suspending_an_employer_hides_its_offers(cast, now):
    from jobs.employers.services import restore_employer, suspend_employer

    offer = make_offer(now, employer=cast.hospital)
    suspend_employer(employer=cast.hospital, by=cast.moderator, reason=LONG, now=now)
    assert visible_title(offer, now) is None
    restore_employer(employer=cast.hospital, by=cast.moderator, now=now)
    assert visible_title(offer, now) is not None


def test_the_database_refuses_a_live_offer_without_pay(cast, now):
    offer = make_offer(now, employer=cast.hospital)
    with pytest.raises(IntegrityError), transaction.atomic():
        JobOffer.objects.filter(pk=offer.pk).update(salary_min=None)


def test_the_queue_is_oldest_first_and_drops_nothing_by_age(cast, now):
    year_ago = now - dt.timedelta(days=365)
    new = make_offer(now, employer=cast.hospital, state=OfferState.PENDING)
    old = make_offer(year_ago, employer=cast.cafe, state=OfferState.PENDING)
    assert [offer.pk for offer in JobOffer.objects.in_review()] == [old.pk, new.pk]
