"""What a moderator types: a reason, notes per field, the answer to a report."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from django import forms
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import gettext_lazy as _

from .codes import RefusalReason
from .comparison import COMPARED
from .labels import field_label
from .moderation import REASON_MIN_LENGTH

TOO_LONG = _("Your message is longer than %(limit_value)d characters. Shorten it.")
REASON_ERRORS = {
    "max_length": TOO_LONG,
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


def _read_it(field: str) -> SafeString:
    return format_html('<a href="#read-{}">{}</a>', field, _("Read this field"))


class ChangesForm(forms.Form):
    """Ask for changes: one message for the whole, and a note beside any field."""

    reason = _reason(_("Your message"), _("The employer reads it in a mail and above the form."))

    def __init__(self, *args: Any, filled: Iterable[str] = COMPARED, **kwargs: Any) -> None:
        """Propose a note beside each field of `filled`, and beside those for which one was sent."""
        super().__init__(*args, **kwargs)
        proposed = {*filled, "last_day"}
        for field in (*COMPARED, "last_day"):
            if field not in proposed and not self.data.get(f"note_{field}"):
                continue
            self.fields[f"note_{field}"] = forms.CharField(
                label=field_label(field),
                required=False,
                max_length=1000,
                widget=forms.Textarea(attrs={"rows": 2}),
                help_text=_read_it(field) if field in filled else "",
                error_messages={"max_length": TOO_LONG},
            )

    @property
    def notes(self) -> dict[str, str]:
        """Return the notes typed, per field of the offer."""
        return {
            name.removeprefix("note_"): text
            for name, text in self.cleaned_data.items()
            if name.startswith("note_") and text.strip()
        }

    @property
    def shows_notes(self) -> bool:
        """Say whether a note was typed, so that the fold that holds them stays open."""
        return self.is_bound and any(bound.data for bound in self.note_fields())

    def note_fields(self) -> list[forms.BoundField]:
        """Return the bound fields of the notes."""
        return [self[name] for name in self.fields if name.startswith("note_")]


class RefusalForm(forms.Form):
    """Refuse for good, with a typed reason and words of one's own."""

    reason_code = forms.ChoiceField(
        label=_("Reason"),
        choices=[("", _("Choose a reason")), *RefusalReason.choices],
        error_messages={"required": _("Choose a reason."), "invalid_choice": _("Choose a reason.")},
    )
    reason = _reason(_("Your explanation"), _("The employer reads it in a mail and on the offer."))


class ReasonForm(forms.Form):
    """Suspend, with a reason."""

    reason = _reason(_("Reason"), _("The employer reads it in a mail and on the offer."))


class ReportAnswerForm(forms.Form):
    """Close a reader's report with what was done."""

    answer = forms.CharField(
        label=_("What was done"),
        max_length=2000,
        widget=forms.Textarea(attrs={"rows": 2}),
        error_messages={"max_length": TOO_LONG},
    )
