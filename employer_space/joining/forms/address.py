"""The first step: an address, and what keeps robots away."""

from __future__ import annotations

from django import forms
from django.utils.translation import gettext_lazy as _

from accounts.forms import EMAIL_ERROR
from ui.antispam import AntiSpamMixin
from ui.fields import MailboxField


def email_field(label: object, *, autocomplete: str) -> forms.EmailField:
    """Return the field of an address, with its keyboard and its error."""
    return MailboxField(
        label=label,  # type: ignore[arg-type]  # a lazy text
        max_length=254,
        widget=forms.EmailInput(attrs={"autocomplete": autocomplete, "inputmode": "email"}),
        error_messages={"required": EMAIL_ERROR, "invalid": EMAIL_ERROR, "max_length": EMAIL_ERROR},
    )


class AddressForm(AntiSpamMixin):
    """The address at which the employer will be written to."""

    email = email_field(_("Professional e-mail address"), autocomplete="email")

    def clean_email(self) -> str:
        """Return the address in lower case, as accounts keep it."""
        email: str = self.cleaned_data["email"]
        return email.lower()
