"""How long offers keep their contact and their versions, reports their writer, and the log its names."""

from __future__ import annotations

import datetime as dt
from typing import Any

from django.conf import settings
from django.contrib.contenttypes.models import ContentType
from django.db.models import Exists, F, OuterRef, Q, QuerySet
from wagtail.models import Revision, TaskState, WorkflowState

from jobs.employers.retention import blank_names, forgettable_names, log_words
from operations.purge import Policy, batches

from .contacts import forget_contact
from .models import JobOffer, ModerationLogEntry, OfferReport
from .querysets import paris_day
from .states import ReviewState

WAITING = (ReviewState.PENDING, ReviewState.WAITING_ACCOUNT)
OPEN = (WorkflowState.STATUS_IN_PROGRESS, WorkflowState.STATUS_NEEDS_CHANGES)


def forget_contacts(now: dt.datetime, dry_run: bool) -> int:
    """Blank the contact of offers that ended, or whose draft was left, long enough ago."""
    due = contacts_due(now)
    if dry_run:
        return due.count()
    done = 0
    for some in batches(due):
        for offer_id in some:
            forget_contact(offer_id=offer_id, now=now)
        done += len(some)
    return done


def contacts_due(now: dt.datetime) -> QuerySet[Any]:
    """Return the offers past their time: over, written in no longer, and not waiting for the team."""
    before = now - dt.timedelta(days=settings.KEEP_OFFER_CONTACT_DAYS)
    over = Q(lifecycle__last_day__lt=paris_day(before)) | Q(lifecycle__closed_at__lte=before)
    left = Q(lifecycle__saved_at__isnull=True) | Q(lifecycle__saved_at__lte=before)
    forgotten = Q(lifecycle__contact_forgotten_at__isnull=False) & (
        Q(lifecycle__saved_at__isnull=True)
        | Q(lifecycle__contact_forgotten_at__gte=F("lifecycle__saved_at"))
    )
    due: QuerySet[Any] = JobOffer.objects.filter(over, left).exclude(forgotten)
    return due.exclude(lifecycle__review__in=WAITING)


def blank_reports(now: dt.datetime, dry_run: bool) -> int:
    """Blank the words and the address of readers whose report was handled long enough ago."""
    before = now - dt.timedelta(days=settings.KEEP_REPORTER_DAYS)
    due = OfferReport.objects.filter(handled_at__lte=before).exclude(email="", message="")
    return due.count() if dry_run else due.update(email="", message="")


def forget_revisions(now: dt.datetime, dry_run: bool) -> int:
    """Delete old versions of offers; never one that is online, the latest, or in somebody's hands."""
    due = revisions_due(now)
    if dry_run:
        return due.count()
    done = 0
    for some in batches(due):
        # Asked again, with the deletion: a version may have been sent for review in between.
        rows = due.filter(pk__in=some)
        done += rows.count()
        rows.delete()
    return done


def revisions_due(now: dt.datetime) -> QuerySet[Any]:
    """Return the versions past their time.

    Wagtail's own `purge_revisions` is not used: it deletes the version that is online when a later draft
    exists.
    """
    before = now - dt.timedelta(days=settings.KEEP_OFFER_REVISION_DAYS)
    online = JobOffer.objects.filter(live_revision=OuterRef("pk"))
    latest = JobOffer.objects.filter(latest_revision=OuterRef("pk"))
    in_hands = TaskState.objects.filter(revision=OuterRef("pk"), workflow_state__status__in=OPEN)
    due: QuerySet[Any] = Revision.objects.filter(
        base_content_type=ContentType.objects.get_for_model(JobOffer),
        created_at__lte=before,
        approved_go_live_at__isnull=True,
    )
    return due.exclude(Exists(online) | Exists(latest) | Exists(in_hands))


def forget_log_names(now: dt.datetime, dry_run: bool) -> int:
    """Blank the names in the moderation log, once the delay that is set has passed; none is set: keep them."""
    if settings.KEEP_LOG_NAMES_DAYS < 1:
        return 0
    before = now - dt.timedelta(days=settings.KEEP_LOG_NAMES_DAYS)
    return blank_names(ModerationLogEntry.objects.filter(forgettable_names(before)), dry_run)


def policies() -> list[Policy]:
    """Return the promises about offers, in the words of the settings."""
    contact, reporter = settings.KEEP_OFFER_CONTACT_DAYS, settings.KEEP_REPORTER_DAYS
    revisions = settings.KEEP_OFFER_REVISION_DAYS
    return [
        Policy(
            "offers.contacts",
            f"contact of an offer: {contact} days after its end, in all its versions",
            forget_contacts,
        ),
        Policy("offers.log_names", f"moderation log, {log_words()}", forget_log_names),
        Policy(
            "offers.reports",
            f"words and address of a reader who reported an offer: {reporter} days after the answer",
            blank_reports,
        ),
        Policy(
            "offers.revisions",
            f"former versions of an offer: {revisions} days",
            forget_revisions,
        ),
    ]
