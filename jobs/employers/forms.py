"""What the team types when it decides about an employer."""

from __future__ import annotations

from django import forms
from django.utils.translation import gettext_lazy as _

from .services.verification import REASON_MIN_LENGTH


class JoinRefusalForm(forms.Form):
    """Say why a request to join is refused, in words that the person will read."""

    reason = forms.CharField(
        label=_("Your message"),
        help_text=_("The person reads it in a mail."),
        min_length=REASON_MIN_LENGTH,
        max_length=4000,
        widget=forms.Textarea(attrs={"rows": 3}),
        error_messages={
            "max_length": _("Your message is longer than %(limit_value)d characters. Shorten it."),
            "required": _("Explain why you refuse: the person will read this text."),
            "min_length": _("Explain why you refuse: the person will read this text."),
        },
    )


class ReasonForm(forms.Form):
    """Say why, in words that the employer will read."""

    reason = forms.CharField(
        label=_("Your message"),
        help_text=_("The employer reads it in a mail and in its space."),
        min_length=REASON_MIN_LENGTH,
        max_length=4000,
        widget=forms.Textarea(attrs={"rows": 4}),
        error_messages={
            "max_length": _("Your message is longer than %(limit_value)d characters. Shorten it."),
            "required": _("Explain what is missing or wrong: the employer will read this text."),
            "min_length": _("Explain what is missing or wrong: the employer will read this text."),
        },
    )
