"""The contact form, and the one with which the team closes a message."""

from __future__ import annotations

import uuid
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from ui.antispam import AntiSpamMixin
from ui.fields import MailboxField

from .models import MESSAGE_MAX_LENGTH
from .states import ContactSubject

ORIGIN = r"[a-z0-9][a-z0-9-]{0,39}"


class ContactForm(AntiSpamMixin, forms.Form):
    """A subject, who writes, what they say. Nothing else is asked."""

    subject = forms.ChoiceField(
        label=_("What is it about?"),
        choices=ContactSubject.choices,
        widget=forms.RadioSelect,
        error_messages={
            "required": _("Choose what your message is about."),
            "invalid_choice": _("Choose what your message is about."),
        },
    )
    first_name = forms.CharField(
        label=_("First name"),
        max_length=80,
        widget=forms.TextInput(attrs={"autocomplete": "given-name"}),
        error_messages={"required": _("Enter your first name.")},
    )
    last_name = forms.CharField(
        label=_("Last name"),
        max_length=80,
        widget=forms.TextInput(attrs={"autocomplete": "family-name"}),
        error_messages={"required": _("Enter your last name.")},
    )
    email = MailboxField(
        label=_("E-mail address"),
        widget=forms.EmailInput(attrs={"autocomplete": "email"}),
        help_text=_("Only to answer you."),
        error_messages={
            "required": _("Enter your e-mail address: we answer there."),
            "invalid": _("Enter a complete e-mail address, for example nom@exemple.fr."),
        },
    )
    message = forms.CharField(
        label=_("Your message"),
        max_length=MESSAGE_MAX_LENGTH,
        widget=forms.Textarea(attrs={"rows": 8}),
        help_text=_("No health, family or bank details, please: we ask for them only if needed."),
        error_messages={
            "required": _("Write your message."),
            "max_length": _("Your message is longer than %(limit_value)d characters. Shorten it."),
        },
    )
    key = forms.UUIDField(required=False, widget=forms.HiddenInput)
    origin = forms.RegexField(
        regex=rf"^{ORIGIN}$", required=False, max_length=40, widget=forms.HiddenInput
    )
    field_order = ["subject", "first_name", "last_name", "email", "message"]

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["key"].initial = uuid.uuid4

    def clean(self) -> dict[str, Any] | None:
        """Forgive what the person cannot see: a broken key or code is left out, not said."""
        for name in ("key", "origin"):
            if name in self.errors:
                del self.errors[name]
                self.cleaned_data[name] = None
        return super().clean()


class HandledForm(forms.Form):
    """What the team did of a message."""

    answer = forms.CharField(
        label=_("What was done"),
        required=False,
        max_length=1000,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text=_("For example: answered by e-mail, handed to the welcome network."),
    )
