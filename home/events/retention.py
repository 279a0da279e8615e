"""How long the lists of events are kept, and their journal its names."""

from __future__ import annotations

import datetime as dt

from django.conf import settings

from jobs.employers.retention import blank_names, forgettable_names, log_words
from operations.purge import Policy, batches

from .models import Registration, RegistrationLogEntry

# How long the link of a mail that nobody opened still confirms.
UNCONFIRMED_KEPT = dt.timedelta(days=2)


def delete_registrations(now: dt.datetime, dry_run: bool) -> int:
    """Delete the registrations to events that ended long enough ago; the journal keeps only numbers."""
    before = now - dt.timedelta(days=settings.KEEP_EVENT_REGISTRATION_DAYS)
    due = Registration.objects.ended_before(before)
    if dry_run:
        return int(due.count())
    return sum(Registration.objects.filter(pk__in=some).delete()[0] for some in batches(due))


def delete_unconfirmed(now: dt.datetime, dry_run: bool) -> int:
    """Delete the requests that nobody confirmed; one that is confirmed meanwhile stays."""
    due = Registration.objects.never_confirmed(asked_before=now - UNCONFIRMED_KEPT, now=now)
    if dry_run:
        return int(due.count())
    return sum(due.filter(pk__in=some).delete()[0] for some in batches(due))


def forget_names(now: dt.datetime, dry_run: bool) -> int:
    """Blank the names in the journal, once the delay that is set has passed; none is set: keep them."""
    if settings.KEEP_LOG_NAMES_DAYS < 1:
        return 0
    before = now - dt.timedelta(days=settings.KEEP_LOG_NAMES_DAYS)
    team = RegistrationLogEntry.objects.exclude(actor=None, actor_name__in=other_signatures())
    return blank_names(team.filter(forgettable_names(before)), dry_run)


def other_signatures() -> set[str]:
    """Return what signs a line that nobody of the team wrote."""
    from .journal import author_name  # which reads the words of the day

    return {author_name(None, is_by_person=True), author_name(None, is_by_person=False)}


def policies() -> list[Policy]:
    """Return the promises about registrations, in the words of the settings."""
    days = settings.KEEP_EVENT_REGISTRATION_DAYS
    return [
        Policy(
            "events.registrations",
            f"registration to an event: {days} days after the event",
            delete_registrations,
        ),
        Policy(
            "events.unconfirmed",
            f"registration that nobody confirmed: {UNCONFIRMED_KEPT.days} days, at the latest until the event ends",
            delete_unconfirmed,
        ),
        Policy("events.log_names", f"journal of the lists of events, {log_words()}", forget_names),
    ]
