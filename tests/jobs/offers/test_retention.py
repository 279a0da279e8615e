"""Offers keep their contact, versions and reports for the time that is promised, and no longer."""

from __future__ import annotations

import datetime as dt
import json

import pytest
import time_machine
from wagtail.models import Revision

from accounts.erasure import anonymise
from jobs.offers import moderation, services
from jobs.offers.codes import ReportReason
from jobs.offers.errors import ActNotAllowed
from jobs.offers.models import JobOffer, ModerationLogEntry
from jobs.offers.querysets import paris_day
from jobs.offers.states import OfferAct, OfferState, Outcome
from operations import purge
from operations.append_only import PSEUDONYM
from tests.factories import current_task, edit_offer, make_offer

pytestmark = pytest.mark.django_db

CONTACT = {
    "apply_email": "rh@hopital.example",
    "apply_phone": "05 65 00 00 00",
    "contact_name": "Dominique Contact",
    "contact_is_public": True,
}
WORDS = ("rh@hopital.example", "05 65 00 00 00", "Dominique Contact")
DAY = dt.timedelta(days=1)


def run(name, when, *, dry_run=False):
    """Apply one promise alone and return its count."""
    (policy,) = [one for one in purge.registered() if one.name == name]
    return policy.run(when, dry_run)


def kept_words(offer):
    """Return the words of the contact that the row or a version still holds."""
    row = JobOffer.objects.get(pk=offer.pk)
    held = json.dumps(
        [{name: getattr(row, name) for name in CONTACT}]
        + [revision.content for revision in row.revisions.all()],
        ensure_ascii=False,
    )
    return [word for word in WORDS if word in held]


def fresh(offer):
    return JobOffer.objects.select_related("lifecycle").get(pk=offer.pk)


# --- The contact ----------------------------------------------------------------------------------------------------


def test_the_contact_of_an_expired_offer_goes_a_year_after_its_last_day(cast, now):
    offer = make_offer(now, employer=cast.hospital, **CONTACT)
    edit_offer(offer, cast.nurse_manager.user, now, title="Un autre titre (F/H)")
    kept = make_offer(now, employer=cast.cafe, **CONTACT)
    services.extend_offer(
        offer=kept, by=cast.cafe_owner.user, last_day=paris_day(now) + 80 * DAY, now=now
    )
    due = now + (45 + 366) * DAY
    assert kept_words(offer) == list(WORDS)

    assert run("offers.contacts", due - 2 * DAY) == 0
    assert run("offers.contacts", due, dry_run=True) == 1
    assert kept_words(offer) == list(WORDS)
    assert run("offers.contacts", due) == 1

    assert kept_words(offer) == []
    assert kept_words(kept) == list(WORDS)
    assert run("offers.contacts", due) == 0
    ended = fresh(offer)
    assert (ended.live, ended.lifecycle.outcome) == (False, Outcome.WITHDRAWN)
    assert ended.title == "Infirmière ou infirmier (F/H)"
    assert cast.client().get(offer.get_absolute_url()).status_code == 410


def test_the_contact_of_a_filled_offer_goes_a_year_after_it_was_filled(cast, now):
    offer = make_offer(now, employer=cast.hospital, state=OfferState.FILLED, **CONTACT)
    lines = offer.log.count()
    assert run("offers.contacts", now + 364 * DAY) == 0
    assert run("offers.contacts", now + 366 * DAY) == 1
    assert kept_words(offer) == []
    assert fresh(offer).lifecycle.outcome == Outcome.FILLED_BY_US
    assert offer.log.count() == lines


def test_an_offer_without_contact_never_comes_back_online(cast, now):
    offer = make_offer(now, employer=cast.hospital, **CONTACT)
    later = now + 420 * DAY
    run("offers.contacts", later)
    assert not JobOffer.objects.visible(later).filter(pk=offer.pk).exists()
    with pytest.raises(ActNotAllowed):
        services.extend_offer(
            offer=offer, by=cast.nurse_manager.user, last_day=paris_day(later) + DAY, now=later
        )
    copy = services.duplicate_offer(offer=fresh(offer), by=cast.nurse_manager.user, now=later)
    assert copy.apply_email == ""


def test_a_draft_loses_its_contact_when_it_is_left_and_not_while_it_is_written(cast, now):
    left = make_offer(now, employer=cast.hospital, state=OfferState.DRAFT, **CONTACT)
    written = make_offer(now, employer=cast.cafe, state=OfferState.DRAFT, **CONTACT)
    later = now + 420 * DAY
    edit_offer(written, cast.cafe_owner.user, later - DAY, title="Serveur (F/H)")
    assert run("offers.contacts", later) == 1
    assert kept_words(left) == []
    assert kept_words(written) == list(WORDS)
    assert fresh(left).lifecycle.outcome == ""
    edit_offer(left, cast.nurse_manager.user, later + DAY / 2, apply_email="rh@hopital.example")
    assert run("offers.contacts", later + DAY) == 0
    assert run("offers.contacts", later + 366 * DAY) == 2


def test_an_offer_in_the_hands_of_the_team_keeps_its_contact(cast, now):
    offer = make_offer(now, employer=cast.hospital, state=OfferState.PENDING, **CONTACT)
    assert run("offers.contacts", now + 800 * DAY) == 0
    assert kept_words(offer) == list(WORDS)


# --- The versions ---------------------------------------------------------------------------------------------------


def versions(offer):
    return set(Revision.objects.for_instance(offer).values_list("pk", flat=True))


def test_former_versions_go_after_a_year_and_those_that_serve_stay(cast, now):
    with time_machine.travel(now, tick=False):
        offer = make_offer(now, employer=cast.hospital, moderator=cast.moderator)
        online = fresh(offer).live_revision_id
        for number in range(3):
            edit_offer(offer, cast.nurse_manager.user, now, title=f"Titre {number} (F/H)")
        services.submit_offer(offer=offer, by=cast.nurse_manager.user, now=now)
        in_review = fresh(offer).latest_revision_id
        edit_offer(offer, cast.nurse_manager.user, now, title="Encore un titre (F/H)")
    latest = fresh(offer).latest_revision_id
    before = versions(offer)
    task = current_task(offer)
    assert len({online, in_review, latest}) == 3
    assert len(before) > 3

    assert run("offers.revisions", now + 364 * DAY) == 0
    gone = run("offers.revisions", now + 366 * DAY, dry_run=True)
    assert gone == len(before) - 3
    assert versions(offer) == before
    assert run("offers.revisions", now + 366 * DAY) == gone

    assert versions(offer) == {online, in_review, latest}
    assert run("offers.revisions", now + 366 * DAY) == 0
    row = fresh(offer)
    assert (row.live, row.live_revision_id, row.latest_revision_id) == (True, online, latest)
    moderation.approve_offer(task_state_id=task, by=cast.moderator, now=now)
    assert fresh(offer).title == "Titre 2 (F/H)"


def test_a_version_given_back_for_correction_stays(cast, now):
    with time_machine.travel(now, tick=False):
        offer = make_offer(now, employer=cast.hospital, state=OfferState.CHANGES_REQUESTED)
        sent = fresh(offer).latest_revision_id
        edit_offer(offer, cast.nurse_manager.user, now, title="Corrigé (F/H)")
    run("offers.revisions", now + 400 * DAY)
    assert sent in versions(offer)


def test_versions_of_pages_are_not_touched(cast, now):
    from wagtail.models import Page

    with time_machine.travel(now, tick=False):
        page = Page.objects.filter(depth=2).first().specific
        page.save_revision()
        page.save_revision()
    count = page.revisions.count()
    run("offers.revisions", now + 800 * DAY)
    assert page.revisions.count() == count


# --- Reports by readers ---------------------------------------------------------------------------------------------


def test_a_report_forgets_its_writer_a_year_after_the_answer(cast, now):
    offer = make_offer(now, employer=cast.hospital)
    reports = [
        services.report_offer(
            offer=offer,
            reason=ReportReason.DISCRIMINATORY,
            message="Je m’appelle Claude.",
            email="lectrice@essai.example",
            now=now,
        )
        for _turn in range(2)
    ]
    handled, waiting = reports
    services.handle_report(report=handled, by=cast.moderator, answer="Vérifié.", now=now)
    assert run("offers.reports", now + 364 * DAY) == 0
    assert run("offers.reports", now + 366 * DAY, dry_run=True) == 1
    assert run("offers.reports", now + 366 * DAY) == 1
    assert run("offers.reports", now + 366 * DAY) == 0
    handled.refresh_from_db()
    waiting.refresh_from_db()
    assert (handled.email, handled.message, handled.answer) == ("", "", "Vérifié.")
    assert (waiting.email, waiting.message) == ("lectrice@essai.example", "Je m’appelle Claude.")


# --- Names in the log -----------------------------------------------------------------------------------------------


def names(offer):
    return set(offer.log.values_list("actor_name", flat=True))


def test_names_stay_in_the_log_until_a_duration_is_decided(cast, now):
    offer = make_offer(now, employer=cast.hospital, moderator=cast.moderator)
    before = names(offer)
    anonymise(user=cast.moderator, now=now)
    assert run("offers.log_names", now + 5000 * DAY) == 0
    assert names(offer) == before


def test_names_of_people_who_are_gone_leave_the_log_after_that_duration(cast, now, settings):
    settings.KEEP_LOG_NAMES_DAYS = 100
    manager = cast.nurse_manager.user.get_full_name()
    offer = make_offer(now, employer=cast.hospital, moderator=cast.moderator)
    services.report_offer(
        offer=offer, reason=ReportReason.DISCRIMINATORY, message="", email="", now=now
    )
    moderator = cast.moderator.get_full_name()
    assert {moderator, manager} < names(offer)
    approval = offer.log.get(act=OfferAct.APPROVE)
    anonymise(user=cast.moderator, now=now)

    assert run("offers.log_names", now + 99 * DAY) == 0
    assert run("offers.log_names", now + 101 * DAY, dry_run=True) == 1
    assert run("offers.log_names", now + 101 * DAY) == 1
    assert run("offers.log_names", now + 101 * DAY) == 0

    assert names(offer) == {PSEUDONYM, manager, "Le programme"}
    line = ModerationLogEntry.objects.get(pk=approval.pk)
    assert line.actor_id == cast.moderator.pk
    assert (line.digest, line.created_at) == (approval.digest, approval.created_at)


def test_names_of_deleted_accounts_leave_the_log_too(cast, now, settings):
    settings.KEEP_LOG_NAMES_DAYS = 100
    offer = make_offer(now, employer=cast.hospital, moderator=cast.moderator)
    moderator = cast.moderator.get_full_name()
    cast.moderator.delete()
    assert moderator in names(offer)
    assert run("offers.log_names", now + 101 * DAY) == 1
    assert moderator not in names(offer)
