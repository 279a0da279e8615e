"""How long the files of people are kept: members are asked whether to stay, those who went are forgotten."""

from __future__ import annotations

import datetime as dt

from django.conf import settings
from django.db import transaction

from home.ambassadors import emails, journal
from home.ambassadors.models import Ambassador, AmbassadorLogEntry
from home.ambassadors.services import erase_person, leave
from home.ambassadors.states import Actor, AmbassadorAct
from jobs.employers.retention import blank_names, forgettable_names, log_words
from jobs.offers.querysets import paris_day
from operations.purge import Policy, batches


def ask_silent_members(now: dt.datetime, dry_run: bool) -> int:
    """Ask the members not heard from for too long whether they wish to stay, once."""
    before = now - dt.timedelta(days=settings.KEEP_AMBASSADOR_SILENT_DAYS)
    due = Ambassador.objects.members().silent_since(before).filter(notice_at__isnull=True)
    if dry_run:
        return due.count()
    return sum(_ask(pk, before, now) for some in batches(due) for pk in some)


@transaction.atomic
def _ask(pk: int, before: dt.datetime, now: dt.datetime) -> int:
    held = Ambassador.objects.select_for_update().members().silent_since(before)
    person = held.filter(pk=pk, notice_at__isnull=True).first()
    if person is None:
        return 0
    person.notice_at = now
    person.save(update_fields=["notice_at"])
    last_day = paris_day(now + dt.timedelta(days=settings.KEEP_AMBASSADOR_NOTICE_DAYS))
    journal.record(person=person, act=AmbassadorAct.NOTICE, actor=Actor.CLOCK, now=now)
    emails.asks_to_stay(person=person, last_day=last_day, now=now)
    return 1


def end_unanswered(now: dt.datetime, dry_run: bool) -> int:
    """End the memberships whose question had no answer, and the requests whose person never answered."""
    notice = now - dt.timedelta(days=settings.KEEP_AMBASSADOR_NOTICE_DAYS + 1)
    asked = now - dt.timedelta(days=settings.KEEP_AMBASSADOR_UNANSWERED_DAYS)
    due = Ambassador.objects.unanswered(notice_before=notice, asked_before=asked)
    if dry_run:
        return due.count()
    done = 0
    for some in batches(due):
        for pk in some:
            with transaction.atomic():
                # Read again under its lock: the person may have answered meanwhile.
                person = due.select_for_update().filter(pk=pk).first()
                if person is not None:
                    leave(person=person, actor=Actor.CLOCK, now=now)
                    done += 1
    return done


def erase_unconfirmed(now: dt.datetime, dry_run: bool) -> int:
    """Forget the requests whose address nobody confirmed: what they hold may be a stranger's."""
    before = now - dt.timedelta(days=settings.KEEP_AMBASSADOR_UNCONFIRMED_DAYS)
    due = Ambassador.objects.never_confirmed(before)
    if dry_run:
        return due.count()
    done = 0
    for some in batches(due):
        for pk in some:
            with transaction.atomic():
                # Read again under its lock: the person may have confirmed meanwhile.
                person = due.select_for_update().filter(pk=pk).first()
                done += person is not None and erase_person(person=person, now=now)
    return done


def erase_ended(now: dt.datetime, dry_run: bool) -> int:
    """Forget the people who were refused or left, long enough ago."""
    before = now - dt.timedelta(days=settings.KEEP_AMBASSADOR_ENDED_DAYS)
    due = Ambassador.objects.ended_before(before)
    if dry_run:
        return due.count()
    people = (Ambassador.objects.get(pk=pk) for some in batches(due) for pk in some)
    return sum(erase_person(person=person, now=now) for person in people)


def forget_names(now: dt.datetime, dry_run: bool) -> int:
    """Blank the names of the team in the journal, once the delay that is set has passed; none is set: keep them."""
    if settings.KEEP_LOG_NAMES_DAYS < 1:
        return 0
    before = now - dt.timedelta(days=settings.KEEP_LOG_NAMES_DAYS)
    # The person and the clock have no account: their words are no name.
    by_people = AmbassadorLogEntry.objects.exclude(
        actor__isnull=True, actor_name__in=journal.impersonal_names()
    )
    return blank_names(by_people.filter(forgettable_names(before)), dry_run)


def policies() -> list[Policy]:
    """Return the promises about ambassadors, in the words of the settings."""
    silent, notice = settings.KEEP_AMBASSADOR_SILENT_DAYS, settings.KEEP_AMBASSADOR_NOTICE_DAYS
    asked, ended = settings.KEEP_AMBASSADOR_UNANSWERED_DAYS, settings.KEEP_AMBASSADOR_ENDED_DAYS
    unconfirmed = settings.KEEP_AMBASSADOR_UNCONFIRMED_DAYS
    return [
        Policy(
            "ambassadors.ask_to_stay",
            f"ambassador: asked whether to stay after {silent} days without a word",
            ask_silent_members,
        ),
        Policy(
            "ambassadors.end_unanswered",
            f"ambassador: ended {notice} days after that question; request: {asked} days after ours",
            end_unanswered,
        ),
        Policy(
            "ambassadors.people",
            f"ambassador refused or gone: erased after {ended} days",
            erase_ended,
        ),
        Policy(
            "ambassadors.unconfirmed",
            f"request to become an ambassador, address not confirmed: erased after {unconfirmed} days",
            erase_unconfirmed,
        ),
        Policy("ambassadors.log_names", f"journal of the ambassadors, {log_words()}", forget_names),
    ]
