"""Columns of the admin's lists of this slice."""

from __future__ import annotations

from typing import Any

from django.utils import timezone
from django.utils.translation import gettext
from wagtail.admin.ui.tables import BooleanColumn, Column


class FreshCardColumn(BooleanColumn):
    """Whether somebody checked the card recently enough."""

    def get_value(self, instance: Any) -> bool:
        """Return it for today."""
        return not instance.is_stale_on(timezone.localdate())


class YesColumn(Column):
    """A yes where it is so, nothing where it is not: a red cross would look like a fault."""

    def get_value(self, instance: Any) -> str:
        """Return the word, or none."""
        return gettext("Yes") if super().get_value(instance) else ""


class TodayColumn(Column):
    """Whether somebody is away today, until when, and who answers meanwhile."""

    def get_value(self, instance: Any) -> str:
        """Read the absences that the list brought."""
        today = timezone.localdate()
        away = [one for one in instance.absences.all() if one.first_day <= today <= one.last_day]
        if not away:
            return gettext("there")
        longest = max(away, key=lambda one: (one.last_day, one.pk))
        words = {"day": longest.last_day.strftime("%d/%m/%Y"), "name": longest.backup}
        if longest.backup is None:
            return gettext("away until %(day)s, nobody stands in") % words
        return gettext("away until %(day)s, %(name)s stands in") % words


class AccountColumn(Column):
    """Whether somebody signs in here: the requests of the others wait for their colleagues."""

    def get_value(self, instance: Any) -> str:
        """Read what the list brought."""
        if instance.user_id is None:
            return gettext("no account")
        return gettext("signs in") if instance.signs_in else gettext("does not sign in")
