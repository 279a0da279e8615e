"""What referents write while they follow a request up."""

from __future__ import annotations

import datetime as dt
from typing import Any

from django import forms
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from territory.models import WelcomeReferent
from ui.fields import FrenchDateField

FURTHEST = dt.timedelta(days=731)


class PlanForm(forms.Form):
    """The day of the next contact, not too far away; empty, none is planned."""

    day = FrenchDateField(
        label=_("Next contact"),
        required=False,
        help_text=_("Day/month/year, for example 14/12/2026. Empty: none is planned."),
    )

    def clean_day(self) -> dt.date | None:
        """Refuse a day too far away, most often a year mistyped."""
        day: dt.date | None = self.cleaned_data["day"]
        if day is not None and day > timezone.localdate() + FURTHEST:
            raise forms.ValidationError(_("Give a day within the next two years."))
        return day


class HandOverForm(forms.Form):
    """A colleague to give a request to."""

    to = forms.ModelChoiceField(
        label=_("Colleague"),
        queryset=WelcomeReferent.objects.none(),
        empty_label=_("Choose…"),
        error_messages={
            "required": _("Choose a colleague."),
            "invalid_choice": _("Choose a colleague of the list."),
        },
    )

    def __init__(self, *args: Any, current: int | None, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        field: Any = self.fields["to"]
        field.queryset = WelcomeReferent.objects.active().in_order().exclude(pk=current)


class NoteForm(forms.Form):
    """A note, which the person may ask to read."""

    text = forms.CharField(
        label=_("Note"),
        max_length=2000,
        widget=forms.Textarea(attrs={"rows": 4}),
        help_text=_("Facts that help; the person may ask to read it. Nothing about health."),
        error_messages={
            "required": _("Write the note."),
            "max_length": _("This note is longer than %(limit_value)d characters. Shorten it."),
        },
    )
