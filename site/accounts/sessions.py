"""The sessions of a person: none says in the database whose it is, so each has to be opened."""

from __future__ import annotations

from typing import Any

from django.contrib.auth import SESSION_KEY
from django.contrib.sessions.models import Session
from django.utils import timezone


def end_other_sessions(*, user: Any, kept: str | None) -> int:
    """Sign a person out of everywhere but the session `kept`; return how many sessions ended."""
    alive = Session.objects.filter(expire_date__gt=timezone.now()).exclude(pk=kept)
    theirs = [
        session.pk
        for session in alive.iterator()
        if session.get_decoded().get(SESSION_KEY) == str(user.pk)
    ]
    return Session.objects.filter(pk__in=theirs).delete()[0] if theirs else 0
