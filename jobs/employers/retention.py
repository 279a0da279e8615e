"""How long the history of employers' accounts keeps the names of people whose account is gone."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import Any

from django.conf import settings
from django.db.models import Q, QuerySet
from django.utils import translation
from django.utils.translation import gettext

from operations.append_only import PSEUDONYM
from operations.purge import Policy, batches

from .models import EmployerEvent, Membership
from .states import EmployerAct

# The acts whose reason is the name of the person they are about.
NAMING = (
    EmployerAct.JOIN_ACCEPT,
    EmployerAct.JOIN_REFUSE,
    EmployerAct.MEMBER_REMOVED,
    EmployerAct.MEMBER_INVITED,
    EmployerAct.ROLE_CHANGED,
)


def programme_names() -> set[str]:
    """Return the names under which the programme itself signs in a log, in each language."""
    names = set()
    for code, _label in settings.LANGUAGES:
        with translation.override(code):
            names.add(gettext("The programme"))
    return names


def forgettable_names(before: datetime) -> Q:
    """Keep the lines of a log signed by a person anonymised, or deleted, before that instant."""
    anonymised = Q(actor__anonymised_at__lte=before)
    deleted = Q(actor__isnull=True, created_at__lte=before) & ~Q(actor_name__in=programme_names())
    return (anonymised | deleted) & ~Q(actor_name=PSEUDONYM)


def blank_names(rows: QuerySet[Any], dry_run: bool) -> int:
    """Write the pseudonym in place of the names of `rows`: the one thing that the database lets through."""
    if dry_run:
        return rows.count()
    keys = [key for some in batches(rows) for key in some]
    for start in range(0, len(keys), 500):
        rows.model.objects.filter(pk__in=keys[start : start + 500]).update(actor_name=PSEUDONYM)
    return len(keys)


def forget_history_names(now: datetime, dry_run: bool) -> int:
    """Blank the names in the history, once the delay that is set has passed; none is set: keep them."""
    if settings.KEEP_LOG_NAMES_DAYS < 1:
        return 0
    before = now - timedelta(days=settings.KEEP_LOG_NAMES_DAYS)
    signed = EmployerEvent.objects.filter(forgettable_names(before))
    return blank_names(signed, dry_run) + blank_colleagues(before, dry_run)


def blank_colleagues(before: datetime, dry_run: bool) -> int:
    """Blank the names of colleagues whom the history tells about, unless they are still known there."""
    old = EmployerEvent.objects.filter(act__in=NAMING, created_at__lte=before)
    old = old.exclude(reason__in=("", PSEUDONYM))
    done = 0
    for some in batches(old):
        rows = EmployerEvent.objects.filter(pk__in=some)
        known = names_still_known({row.employer_id for row in rows})
        gone = [
            row.pk
            for row in rows
            if row.reason.partition(" : ")[0] not in known.get(row.employer_id, set())
        ]
        if not dry_run:
            EmployerEvent.objects.filter(pk__in=gone).update(reason=PSEUDONYM)
        done += len(gone)
    return done


def names_still_known(employers: set[int]) -> dict[int, set[str]]:
    """Return, by employer, the names of the people tied to it whose account exists."""
    ties = Membership.objects.filter(
        employer_id__in=employers, user__anonymised_at__isnull=True
    ).select_related("user")
    names: dict[int, set[str]] = {}
    for tie in ties:
        names.setdefault(tie.employer_id, set()).add(tie.user.get_full_name())
    return names


def log_words() -> str:
    """Say the promise of the logs in the words of the settings."""
    days = settings.KEEP_LOG_NAMES_DAYS
    after = f"{days} days after the account is gone" if days > 0 else "no limit decided yet"
    return f"names of people in it: {after}; the lines stay"


def history() -> Policy:
    """Return the promise about the history of employers' accounts."""
    return Policy(
        name="employers.history_names",
        keeps=f"history of employers' accounts, {log_words()}",
        run=forget_history_names,
    )
