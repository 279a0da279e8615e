"""A duration in words, as every page says it."""

from __future__ import annotations

import datetime as dt

from django.utils.translation import ngettext

from mailing.retention import KEEP_ROWS

YEAR, DAY, HOUR = dt.timedelta(days=365), dt.timedelta(days=1), dt.timedelta(hours=1)


def in_words(span: dt.timedelta) -> str:
    """Return a duration in its largest whole unit: « 2 ans », « 30 jours », « 4 heures »."""
    if span >= YEAR and not span % YEAR:
        return ngettext("%(count)d year", "%(count)d years", span // YEAR) % {"count": span // YEAR}
    if span == KEEP_ROWS:  # half a year, which the code writes in days
        return ngettext("%(count)d month", "%(count)d months", 6) % {"count": 6}
    if span > DAY and not span % DAY:
        return ngettext("%(count)d day", "%(count)d days", span // DAY) % {"count": span // DAY}
    return ngettext("%(count)d hour", "%(count)d hours", span // HOUR) % {"count": span // HOUR}
