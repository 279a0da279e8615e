"""The mails of each morning: what waits for the moderators, what ends soon for the employers."""

import datetime as dt

import pytest

from jobs.offers import services
from jobs.offers.codes import ReportReason
from jobs.offers.digest import WARNING_DAYS, send_review_digest, warn_before_the_end
from jobs.offers.states import OfferState
from mailing.models import OutgoingMail
from tests.factories import make_offer, make_user

pytestmark = pytest.mark.django_db


def mails(act):
    return OutgoingMail.objects.filter(act=act).order_by("pk")


def test_an_empty_queue_sends_nothing(cast, now):
    assert cast.moderator
    assert send_review_digest(now) == 0
    assert mails("review_digest").count() == 0


def test_each_moderator_reads_how_many_wait_and_how_many_are_late(cast, now):
    make_offer(
        now - dt.timedelta(hours=49),
        employer=cast.hospital,
        state=OfferState.PENDING,
        moderator=cast.moderator,
    )
    make_offer(
        now - dt.timedelta(hours=47),
        employer=cast.hospital,
        state=OfferState.PENDING,
        moderator=cast.moderator,
    )
    cast.newcomer  # noqa: B018 - called on stage
    gone = make_user(groups=("Modérateurs",))
    gone.is_active = False
    gone.save()
    assert cast.editor
    assert send_review_digest(now) == 1
    mail = mails("review_digest").get()
    assert mail.to == cast.moderator.email
    assert "2 offres à relire, dont 1 en retard" in mail.text
    assert "1 employeur à vérifier" in mail.text
    assert "http://testserver/admin/verification/" in mail.text


def test_a_report_alone_is_worth_a_mail(cast, now):
    offer = make_offer(now, employer=cast.hospital, moderator=cast.moderator)
    services.report_offer(offer=offer, reason=ReportReason.SCAM, message="", email="", now=now)
    assert send_review_digest(now) == 1


def test_the_digest_names_nobody_and_quotes_nothing(cast, now):
    offer = make_offer(now, employer=cast.hospital, moderator=cast.moderator, title="Titre secret")
    services.report_offer(
        offer=offer,
        reason=ReportReason.SCAM,
        message="Un mot",
        email="lectrice@essai.example",
        now=now,
    )
    send_review_digest(now)
    for mail in (*mails("review_digest"), *mails("offer_reported")):
        assert "lectrice@essai.example" not in mail.text + mail.html
        assert "Un mot" not in mail.text + mail.html


@pytest.mark.parametrize(
    ("days", "is_warned"), [(0, True), (WARNING_DAYS, True), (WARNING_DAYS + 1, False)]
)
def test_an_employer_is_warned_a_week_before_the_end(cast, now, days, is_warned):
    make_offer(now, employer=cast.hospital, last_day=now.date() + dt.timedelta(days=days))
    assert warn_before_the_end(now) == int(is_warned)


def test_the_warning_comes_once_for_each_last_day(cast, now):
    offer = make_offer(now, employer=cast.hospital, last_day=now.date() + dt.timedelta(days=3))
    member = cast.hospital.memberships.first().user
    assert [warn_before_the_end(now + dt.timedelta(days=day)) for day in range(3)] == [1, 0, 0]
    services.extend_offer(
        offer=offer, by=member, last_day=now.date() + dt.timedelta(days=5), now=now
    )
    assert [warn_before_the_end(now), warn_before_the_end(now)] == [1, 0]
    mail = mails("offer_ends_soon").last()
    assert mail.to == member.email
    assert "/prolonger/" in mail.text
    assert "/fermer/" in mail.text


@pytest.mark.parametrize(
    "state",
    [
        OfferState.PAUSED,
        OfferState.SUSPENDED,
        OfferState.FILLED,
        OfferState.EXPIRED,
        OfferState.PENDING,
    ],
)
def test_nobody_is_warned_of_the_end_of_what_is_not_online(cast, now, state):
    make_offer(now, employer=cast.hospital, state=state)
    assert warn_before_the_end(now + dt.timedelta(days=40)) == 0
