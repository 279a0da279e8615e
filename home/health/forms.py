"""The forms of the health section: the request of a visitor, the acts of a health contact."""

from __future__ import annotations

import datetime as dt
import uuid
from typing import Any

from django import forms
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from ui.antispam import AntiSpamMixin
from ui.fields import FrenchDateField, MailboxField
from ui.telephones import is_telephone

from .models import HealthContact
from .models.callbacks import MESSAGE_MAX_LENGTH, NOTE_MAX_LENGTH
from .states import PracticeMode, Profession, RequestStatus, Situation, Slot, Timeframe

FURTHEST = dt.timedelta(days=731)
CHOOSE = {"required": _("Choose an answer."), "invalid_choice": _("Choose an answer of the list.")}


def _asked(choices: list[Any], label: Any, blank: Any = "") -> forms.ChoiceField:
    """Return a question with few answers, all of them visible; a list when `blank` says what none means."""
    return forms.ChoiceField(
        label=label,
        choices=[("", blank), *choices] if blank else choices,
        widget=forms.Select if blank else forms.RadioSelect,
        error_messages=CHOOSE,
    )


def _too_long(limit: int) -> dict[str, Any]:
    return {"max_length": _("Write at most %(limit_value)d characters.")} if limit else {}


class CallbackForm(AntiSpamMixin, forms.Form):
    """A health professional asks to be called back. Nothing is asked about anybody’s health."""

    key = forms.CharField(required=False, max_length=36, widget=forms.HiddenInput)
    profession = _asked(Profession.choices, _("Your profession"), blank=_("Choose a profession"))
    situation = _asked(Situation.choices, _("You are"))
    timeframe = _asked(Timeframe.choices, _("When would you come?"))
    mode = _asked(PracticeMode.choices, _("How would you like to practise?"))
    place = forms.CharField(
        label=_("Commune or area of the Lot"),
        required=False,
        max_length=120,
        help_text=_("For example: Figeac, the valley of the Dordogne."),
        error_messages=_too_long(120),
    )
    first_name = forms.CharField(
        label=_("First name"),
        max_length=80,
        widget=forms.TextInput(attrs={"autocomplete": "given-name"}),
        error_messages={"required": _("Give your first name."), **_too_long(80)},
    )
    last_name = forms.CharField(
        label=_("Last name"),
        max_length=80,
        widget=forms.TextInput(attrs={"autocomplete": "family-name"}),
        error_messages={"required": _("Give your last name."), **_too_long(80)},
    )
    email = MailboxField(
        label=_("E-mail address"),
        max_length=254,
        widget=forms.EmailInput(attrs={"autocomplete": "email"}),
        error_messages=dict.fromkeys(
            ("required", "invalid"),
            _("Enter a complete e-mail address, for example nom@exemple.fr."),
        )
        | _too_long(254),
    )
    phone = forms.CharField(
        label=_("Telephone"),
        required=False,
        max_length=30,
        widget=forms.TextInput(attrs={"autocomplete": "tel", "type": "tel"}),
        help_text=_("Without it, we write to you to agree on a call."),
        error_messages=_too_long(30),
    )
    slot = _asked(Slot.choices, _("When may we call you?"))
    message = forms.CharField(
        label=_("Your message"),
        required=False,
        max_length=MESSAGE_MAX_LENGTH,
        widget=forms.Textarea(attrs={"rows": 5}),
        help_text=_("Your project in a few words. Write nothing about anybody’s health."),
        error_messages=_too_long(MESSAGE_MAX_LENGTH),
    )
    wants_visit = forms.BooleanField(
        label=_("I would like to come for a discovery stay"), required=False
    )
    field_order = [
        "profession", "situation", "timeframe", "mode", "place", "first_name", "last_name", "email",
        "phone", "slot", "message", "wants_visit",
    ]  # fmt: skip

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["key"].initial = uuid.uuid4
        self.fields["slot"].initial = Slot.ANY

    def clean_phone(self) -> str:
        """Return the number. Raises ValidationError when nobody could call it."""
        number = str(self.cleaned_data["phone"]).strip()
        if number and not is_telephone(number):
            raise forms.ValidationError(
                _("This number seems incomplete. Example: 06 12 34 56 78."), code="telephone"
            )
        return number

    def clean_key(self) -> uuid.UUID:
        """Return the mark of this very form; a new one when it was lost on the way."""
        try:
            return uuid.UUID(str(self.cleaned_data["key"]))
        except ValueError:
            return uuid.uuid4()


class StatusForm(forms.Form):
    """What has become of a request; `expected` is the status that the person acting has read."""

    status = forms.ChoiceField(
        label=_("Status"), choices=RequestStatus.choices, error_messages=CHOOSE
    )
    expected = forms.CharField(widget=forms.HiddenInput, max_length=12)


class PlanForm(forms.Form):
    """When the person is to be contacted again: soon enough to mean it, since it keeps the request."""

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
    """Who follows the request from now on."""

    contact = forms.ModelChoiceField(
        label=_("Followed by"),
        queryset=HealthContact.objects.none(),
        empty_label=None,
        error_messages=CHOOSE,
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["contact"].queryset = HealthContact.objects.active()  # type: ignore[attr-defined]


class NoteForm(forms.Form):
    """What a contact writes down."""

    text = forms.CharField(
        label=_("Note"),
        max_length=NOTE_MAX_LENGTH,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text=_("The person may ask to read it. Nothing about anybody’s health."),
        error_messages={"required": _("Write the note."), **_too_long(NOTE_MAX_LENGTH)},
    )
