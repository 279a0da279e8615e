"""What a moderator types: a reason, notes per field, the answer to a report."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from .codes import RefusalReason
from .comparison import COMPARED
from .labels import field_label
from .moderation import REASON_MIN_LENGTH

REASON_ERRORS = {
    "required": _("Explain what must change: the employer will read this text."),
    "min_length": _("Explain what must change: the employer will read this text."),
}


def _reason(label: Any, help_text: Any) -> forms.CharField:
    return forms.CharField(
        label=label,
        help_text=help_text,
        min_length=REASON_MIN_LENGTH,
        max_length=4000,
        widget=forms.Textarea(attrs={"rows": 4}),
        error_messages=REASON_ERRORS,
    )


class ChangesForm(forms.Form):
    """Ask for changes: one message for the whole, and a note beside any field."""

    reason = _reason(_("Your message"), _("The employer reads it in a mail and above the form."))

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for field in (*COMPARED, "last_day"):
            self.fields[f"note_{field}"] = forms.CharField(
                label=field_label(field),
                required=False,
                max_length=1000,
                widget=forms.Textarea(attrs={"rows": 2}),
            )

    @property
    def notes(self) -> dict[str, str]:
        """Return the notes typed, per field of the offer."""
        return {
            name.removeprefix("note_"): text
            for name, text in self.cleaned_data.items()
            if name.startswith("note_") and text.strip()
        }

    def note_fields(self) -> list[forms.BoundField]:
        """Return the bound fields of the notes."""
        return [self[name] for name in self.fields if name.startswith("note_")]


class RefusalForm(forms.Form):
    """Refuse for good, with a typed reason and words of one's own."""

    reason_code = forms.ChoiceField(label=_("Reason"), choices=RefusalReason.choices)
    reason = _reason(_("Your explanation"), _("The employer reads it in a mail and on the offer."))


class ReasonForm(forms.Form):
    """Suspend, with a reason."""

    reason = _reason(_("Reason"), _("The employer reads it in a mail and on the offer."))


class ReportAnswerForm(forms.Form):
    """Close a reader's report with what was done."""

    answer = forms.CharField(
        label=_("What was done"), max_length=2000, widget=forms.Textarea(attrs={"rows": 2})
    )
