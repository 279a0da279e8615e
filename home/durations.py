"""How long personal data is kept, in words: a mark `[durée <name>]` in a legal page becomes the duration in force.

A mark is named after its promise in the registry of `operations.purge`; a promise with two durations has two marks.
Settings change, pages do not: what readers are told is always what the site applies.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Callable, Mapping

from django.conf import settings
from django.utils import translation
from django.utils.translation import gettext

from home.events.availability import HOLD
from home.events.retention import UNCONFIRMED_KEPT
from home.health.retention import unanswered_days
from mailing.retention import KEEP_BODIES, KEEP_ROWS
from ui.durations import in_words

MARK = re.compile(r"\[durée[ \u00a0]([a-z_.]+)\]")
# The longest window in which attempts are counted: see `per_seconds` in the views.
LONGEST_WINDOW = dt.timedelta(days=1)

Span = dt.timedelta


def _days(setting: str) -> Callable[[], Span]:
    return lambda: dt.timedelta(days=getattr(settings, setting))


SPANS: Mapping[str, Callable[[], Span]] = {
    "accounts.deactivated": _days("KEEP_DEACTIVATED_ACCOUNT_DAYS"),
    "ambassadors.ask_to_stay": _days("KEEP_AMBASSADOR_SILENT_DAYS"),
    "ambassadors.end_unanswered": _days("KEEP_AMBASSADOR_NOTICE_DAYS"),
    "ambassadors.end_unanswered.asked": _days("KEEP_AMBASSADOR_UNANSWERED_DAYS"),
    "ambassadors.people": _days("KEEP_AMBASSADOR_ENDED_DAYS"),
    "ambassadors.unconfirmed": _days("KEEP_AMBASSADOR_UNCONFIRMED_DAYS"),
    "contact.messages": _days("KEEP_CONTACT_MESSAGE_DAYS"),
    "employer_space.inactive_accounts": _days("KEEP_INACTIVE_ACCOUNT_DAYS"),
    "employer_space.inactive_notices": _days("INACTIVITY_NOTICE_DAYS"),
    "employer_space.kit_downloads": _days("KEEP_KIT_DOWNLOAD_DAYS"),
    "employer_space.unconfirmed_accounts": _days("KEEP_UNCONFIRMED_ACCOUNT_DAYS"),
    "events.held": lambda: HOLD,
    "events.registrations": _days("KEEP_EVENT_REGISTRATION_DAYS"),
    "events.unconfirmed": lambda: UNCONFIRMED_KEPT,
    "health.callbacks": _days("KEEP_HEALTH_CALLBACK_DAYS"),
    "health.callbacks.unanswered": lambda: dt.timedelta(days=unanswered_days()),
    "mailing.bodies": lambda: KEEP_BODIES,
    "mailing.rows": lambda: KEEP_ROWS,
    "offers.contacts": _days("KEEP_OFFER_CONTACT_DAYS"),
    "offers.reports": _days("KEEP_REPORTER_DAYS"),
    "offers.revisions": _days("KEEP_OFFER_REVISION_DAYS"),
    "operations.rate_windows": lambda: LONGEST_WINDOW,
    "operations.sessions": lambda: dt.timedelta(seconds=settings.SESSION_COOKIE_AGE),
    "redirection.missed": _days("KEEP_MISSED_ADDRESS_DAYS"),
    "welcome.requests": _days("KEEP_SETTLEMENT_REQUEST_DAYS"),
}
# The names in every journal follow one setting, which may not be decided yet.
LOG_NAMES = "logs.names"


def with_durations(text: str, language: str) -> str:
    """Return `text` with each mark replaced by the duration in force; an unknown mark stays, for editors to see."""
    if "[dur" not in text:
        return text
    with translation.override(language):
        return MARK.sub(lambda mark: words_for(mark[1]) or mark[0], text)


def words_for(name: str) -> str:
    """Return the duration of a mark, in the language in force; "" when there is no such mark."""
    if name == LOG_NAMES:
        return _log_names()
    span = SPANS.get(name)
    return in_words(span()) if span else ""


def _log_names() -> str:
    days = settings.KEEP_LOG_NAMES_DAYS
    if days < 1:
        return gettext("as long as no duration has been decided")
    span = in_words(dt.timedelta(days=days))
    return gettext("%(duration)s after their account is closed") % {"duration": span}
