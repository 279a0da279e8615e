"""A duration in words, as every page says it."""

from __future__ import annotations

import datetime as dt

from django.utils.translation import ngettext

YEAR, DAY, HOUR = dt.timedelta(days=365), dt.timedelta(days=1), dt.timedelta(hours=1)
DAYS_IN_MONTH = 365.25 / 12


def in_words(span: dt.timedelta) -> str:
    """Return a duration in its largest whole unit: « 2 ans », « 6 mois », « 30 jours », « 4 heures ».

    Months count from two on, when the days make a whole number of them to within a day.
    """
    if span >= YEAR and not span % YEAR:
        return ngettext("%(count)d year", "%(count)d years", span // YEAR) % {"count": span // YEAR}
    months = round(span.days / DAYS_IN_MONTH)
    if months > 1 and not span % DAY and abs(span.days - months * DAYS_IN_MONTH) < 1:
        return ngettext("%(count)d month", "%(count)d months", months) % {"count": months}
    if span > DAY and not span % DAY:
        return ngettext("%(count)d day", "%(count)d days", span // DAY) % {"count": span // DAY}
    return ngettext("%(count)d hour", "%(count)d hours", span // HOUR) % {"count": span // HOUR}
