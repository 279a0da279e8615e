"""An employer hears of a decision once: in our words, with its reason."""

import pytest
from django.core import mail

from jobs.offers import moderation
from jobs.offers.states import OfferState
from mailing.models import OutgoingMail
from tests.factories import current_task, make_offer

pytestmark = pytest.mark.django_db
LONG = "Précisez les horaires du week-end."


def decide(offer, decision, by, now):
    who = {"task_state_id": current_task(offer), "by": by, "now": now}
    if decision == "offer_online":
        moderation.approve_offer(**who)
    elif decision == "offer_changes_requested":
        moderation.request_changes(**who, reason=LONG, notes={})
    else:
        moderation.refuse_offer(**who, reason=LONG, reason_code="OTHER")


@pytest.mark.parametrize("decision", ["offer_online", "offer_changes_requested", "offer_refused"])
def test_wagtail_adds_no_mail_of_its_own_to_a_decision(
    cast, now, decision, django_capture_on_commit_callbacks
):
    offer = make_offer(now, employer=cast.hospital, state=OfferState.PENDING)
    known = set(OutgoingMail.objects.values_list("pk", flat=True))
    with django_capture_on_commit_callbacks(execute=True):
        decide(offer, decision, cast.moderator, now)
    assert list(OutgoingMail.objects.exclude(pk__in=known).values_list("act", flat=True)) == [
        decision
    ]
    assert [
        message.subject
        for message in mail.outbox
        if "rejet" in message.subject or "approuv" in message.subject
    ] == []
