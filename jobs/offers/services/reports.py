"""What readers report about an offer, and what the team does of it."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

from django.db import transaction

from jobs.offers import emails, journal
from jobs.offers.codes import ReportReason
from jobs.offers.models import JobOffer, OfferReport
from jobs.offers.states import OfferAct

if TYPE_CHECKING:
    from accounts.models import User


@transaction.atomic
def report_offer(
    *, offer: JobOffer, reason: ReportReason, message: str, email: str, now: dt.datetime
) -> OfferReport:
    """Keep a reader's report and tell the team; the log never holds the reader's address."""
    report = OfferReport.objects.create(
        offer=offer, reason=reason, message=message, email=email, created_at=now
    )
    journal.record(offer=offer, act=OfferAct.REPORT, by=None, now=now, reason=str(reason.label))
    emails.offer_reported(report=report)
    return report


@transaction.atomic
def handle_report(*, report: OfferReport, by: User, answer: str, now: dt.datetime) -> OfferReport:
    """Close a report with what was done; doing it twice changes nothing."""
    report = OfferReport.objects.select_for_update().get(pk=report.pk)
    if report.handled_at is not None:
        return report
    report.handled_at, report.handled_by, report.answer = now, by, answer
    report.save(update_fields=["handled_at", "handled_by", "answer"])
    journal.record(offer=report.offer, act=OfferAct.REPORT_HANDLED, by=by, now=now, reason=answer)
    return report
