"""Step 4: how candidates reach the employer, and what they are promised."""

from __future__ import annotations

import re

from django import forms
from django.conf import settings
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext

from jobs.offers.models import JobOffer
from ui.fields import MailboxField

from .step import StepForm

_PHONE = re.compile(r"[\d\s.()+/-]{4,30}", re.ASCII)


def delays() -> list[tuple[int, str]]:
    """Return the promises an employer may make."""
    return [
        (days, ngettext("within %(days)d day", "within %(days)d days", days) % {"days": days})
        for days in settings.REPLY_DELAYS_DAYS
    ]


class ApplicationForm(StepForm):
    """At least one way to apply, the contact, the steps of recruitment and the promised delay."""

    step = "candidature"
    required_names = frozenset({"reply_delay_days"})
    conditional_names = frozenset({"apply_email", "apply_url", "apply_phone"})

    apply_email = MailboxField(
        label=_("By e-mail, to this address"),
        max_length=254,
        widget=forms.EmailInput(attrs={"autocomplete": "off"}),
        error_messages={
            "invalid": _("Type a complete e-mail address, for example nom@exemple.fr.")
        },
    )
    apply_url = forms.URLField(
        label=_("On your website, at this address"),
        max_length=500,
        assume_scheme="https",
        widget=forms.URLInput(attrs={"autocomplete": "off"}),
        error_messages={"invalid": _("The address must start with https://.")},
    )
    apply_phone = forms.CharField(
        label=_("By telephone, at this number"),
        max_length=30,
        widget=forms.TextInput(attrs={"type": "tel", "autocomplete": "off"}),
    )
    contact_name = forms.CharField(
        label=_("Person to contact"),
        max_length=120,
        widget=forms.TextInput(attrs={"autocomplete": "off"}),
    )
    contact_is_public = forms.BooleanField(
        label=_("Show this name on the offer"),
        help_text=_("The offer is public: everybody will be able to read this name."),
    )
    recruitment_steps = forms.CharField(
        label=_("Steps of the recruitment"),
        help_text=_("For example: a telephone call, then a morning on site."),
        max_length=1000,
        widget=forms.Textarea(attrs={"rows": 4}),
    )
    reply_delay_days = forms.TypedChoiceField(
        label=_("You undertake to answer each candidate"),
        coerce=int,
        empty_value=None,
        choices=delays,
        widget=forms.RadioSelect,
        error_messages={"invalid_choice": _("Choose one of the answers proposed.")},
    )

    class Meta:
        model = JobOffer
        fields = (
            "apply_email", "apply_url", "apply_phone", "contact_name", "contact_is_public",
            "recruitment_steps", "reply_delay_days",
        )  # fmt: skip

    def clean_apply_phone(self) -> str:
        """Return the number as typed. Raises `ValidationError` when it cannot be dialled."""
        number = str(self.cleaned_data["apply_phone"])
        if not number:
            return ""
        digits = re.sub(r"\D", "", number)
        is_complete = len(digits) >= 10 or (len(digits) == 4 and digits.startswith("3"))
        if not _PHONE.fullmatch(number) or not is_complete:
            raise ValidationError(_("This number seems incomplete. Example: 06 12 34 56 78."))
        return number
