"""The form with which one registers, and the one with which the team writes somebody down."""

from __future__ import annotations

import uuid
from typing import TYPE_CHECKING, Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext

from home.events.availability import largest_party
from home.events.services import Attendee
from ui.antispam import AntiSpamMixin
from ui.fields import MailboxField
from ui.forms import no_own_details
from ui.telephones import is_telephone

if TYPE_CHECKING:
    from home.events.models import EventPage


class AttendeeForm(forms.Form):
    """Who comes, and how many. Nothing else is asked, and there is no room to say more."""

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
        max_length=254,
        widget=forms.EmailInput(attrs={"autocomplete": "email"}),
        help_text=_("A link to confirm, then your confirmation and the reminder are sent there."),
        error_messages={
            "required": _("Enter your e-mail address: your confirmation is sent there."),
            "invalid": _("Enter a complete e-mail address, for example nom@exemple.fr."),
        },
    )
    phone = forms.CharField(
        label=_("Telephone"),
        required=False,
        max_length=30,
        widget=forms.TextInput(attrs={"type": "tel", "autocomplete": "tel"}),
        help_text=_("Only to reach you if something changes at the last moment."),
    )
    party_size = forms.IntegerField(
        label=_("Number of persons"),
        initial=1,
        min_value=1,
        widget=forms.TextInput(
            attrs={"inputmode": "numeric", "autocomplete": "off", "class": "input--number"}
        ),
        error_messages={
            "required": _("Say how many will come, yourself included."),
            "invalid": _("Write a number in figures, for example 2."),
            "min_value": _("At least one person comes: you."),
        },
    )

    def __init__(self, *args: Any, event: EventPage, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.largest = largest_party(event)
        if self.largest == 1:
            del self.fields["party_size"]
            return
        self.fields["party_size"].help_text = ngettext(
            "Yourself included, %(count)d at most.",
            "Yourself included, %(count)d at most.",
            self.largest,
        ) % {"count": self.largest}

    def clean_party_size(self) -> int:
        """Refuse more persons than one registration may bring."""
        size: int = self.cleaned_data["party_size"]
        if size > self.largest:
            raise ValidationError(too_large(self.largest), code="max_value")
        return size

    def clean_phone(self) -> str:
        """Refuse what nobody could call."""
        text: str = self.cleaned_data["phone"]
        if text and not is_telephone(text):
            raise ValidationError(
                _("Enter a telephone number of ten figures, for example 05 65 00 00 00."),
                code="invalid",
            )
        return text

    def attendee(self, language: str) -> Attendee:
        """Return what was typed, for the services."""
        typed = self.cleaned_data
        return Attendee(
            first_name=typed["first_name"],
            last_name=typed["last_name"],
            email=typed["email"],
            phone=typed["phone"],
            party_size=typed.get("party_size", 1),
            language=language,
        )


class RegistrationForm(AntiSpamMixin, AttendeeForm):
    """The form of the site."""

    key = forms.UUIDField(required=False, widget=forms.HiddenInput)
    field_order = ("first_name", "last_name", "email", "phone", "party_size")

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["key"].initial = uuid.uuid4

    def clean(self) -> dict[str, Any] | None:
        """Forgive what the person cannot see: a broken key is left out, not said."""
        if "key" in self.errors:
            del self.errors["key"]
            self.cleaned_data["key"] = None
        return super().clean()


# Who types is not who comes.
HAND_WORDS: dict[str, dict[str, Any]] = {
    "first_name": {"required": _("Enter the first name of the person.")},
    "last_name": {"required": _("Enter the last name of the person.")},
    "party_size": {
        "required": _("Say how many will come, this person included."),
        "min_value": _("At least one person comes."),
    },
}


class HandForm(AttendeeForm):
    """The form of the team: somebody who phones may have no e-mail address."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        email = self.fields["email"]
        email.required = False
        email.help_text = _("Without one, no mail is sent: call the person if something changes.")
        self.fields["phone"].help_text = ""
        for name, words in HAND_WORDS.items():
            if name in self.fields:
                self.fields[name].error_messages.update(words)
        if "party_size" in self.fields:
            self.fields["party_size"].help_text = too_large(self.largest)
        no_own_details(self)


def too_large(largest: int) -> str:
    """Say how many persons one registration may bring."""
    return ngettext(
        "One registration is for %(count)d person at most.",
        "One registration is for %(count)d persons at most.",
        largest,
    ) % {"count": largest}
