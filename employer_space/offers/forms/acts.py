"""The small forms of an offer's life: a new last day, how it ended."""

from __future__ import annotations

import datetime as dt
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from jobs.offers.states import Outcome
from ui.fields import FrenchDateField

OUTCOMES = (
    (Outcome.FILLED_BY_US, _("Filled through Oh My Lot !")),
    (Outcome.FILLED_ELSEWHERE, _("Filled in another way")),
    (Outcome.ENOUGH_CANDIDATES, _("We have enough candidates")),
    (Outcome.ABANDONED, _("The recruitment is given up")),
)


class ExtendForm(forms.Form):
    """A new last day, within the programme's limit."""

    last_day = FrenchDateField(
        label=_("New last day"),
        error_messages={"required": _("Give the last day to apply, for example 14/12/2026.")},
    )

    def __init__(self, *args: Any, latest: dt.date, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["last_day"].help_text = _("Day/month/year, %(latest)s at the latest.") % {
            "latest": latest.strftime("%d/%m/%Y")
        }


class CloseForm(forms.Form):
    """How the recruitment ended: the programme's figures come from here."""

    outcome = forms.ChoiceField(
        label=_("How did this recruitment end?"),
        choices=OUTCOMES,
        widget=forms.RadioSelect,
        error_messages={
            "required": _("Choose how the recruitment ended."),
            "invalid_choice": _("Choose how the recruitment ended."),
        },
    )
    filled_by = forms.CharField(
        label=_("If it is filled, through which channel?"), max_length=120, required=False
    )
