"""The form with which a reader reports an offer."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from jobs.offers.codes import ReportReason
from ui.antispam import AntiSpamMixin
from ui.fields import MailboxField

MESSAGE_MAX_LENGTH = 2000


class ReportForm(AntiSpamMixin, forms.Form):
    """What is wrong with the offer, in the reader's words."""

    reason = forms.ChoiceField(
        label=_("What is the problem?"),
        choices=ReportReason.choices,
        widget=forms.RadioSelect,
        error_messages={
            "required": _("Choose what the problem is."),
            "invalid_choice": _("Choose what the problem is."),
        },
    )
    message = forms.CharField(
        label=_("Tell us more"),
        required=False,
        max_length=MESSAGE_MAX_LENGTH,
        widget=forms.Textarea(attrs={"rows": 5}),
        help_text=_("What made you doubt, and where on the page."),
        error_messages={
            "max_length": _("Your message is longer than %(limit_value)d characters. Shorten it.")
        },
    )
    email = MailboxField(
        label=_("E-mail address"),
        required=False,
        widget=forms.EmailInput(attrs={"autocomplete": "email"}),
        help_text=_("Only to answer you. The employer never sees it."),
        error_messages={
            "invalid": _("Enter a complete e-mail address, for example nom@exemple.fr.")
        },
    )
    field_order = ["reason", "message", "email"]

    def clean(self) -> dict[str, Any] | None:
        """Ask for words when the reason alone tells nothing."""
        cleaned = super().clean()
        words = str(self.cleaned_data.get("message", "")).strip()
        if self.cleaned_data.get("reason") == ReportReason.OTHER and not words:
            self.add_error("message", _("Describe the problem in a few words."))
        return cleaned
