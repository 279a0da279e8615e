"""The three steps of a settlement request. Only a way to answer is asked for; everything else is optional."""

from __future__ import annotations

import uuid
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from territory.places import Kind, find
from ui.antispam import AntiSpamMixin
from ui.fields import MailboxField
from ui.telephones import is_telephone

from .agreement import WORDS
from .states import JobSituation, Need, Timing

MOST_PEOPLE = 20
LONGEST_PLACE = 120
SHOWN_NAMES = 8


class StepForm(forms.Form):
    """One step; its optional answers are not marked one by one: the first line of the page says it for all."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for field in self.fields.values():
            field.hides_optional = True  # type: ignore[attr-defined]  # read by ui.forms


class ProjectForm(StepForm):
    """When, and with which job."""

    timing = forms.ChoiceField(
        label=_("When would you like to settle?"),
        choices=Timing.choices,
        required=False,
        widget=forms.RadioSelect,
        error_messages={"invalid_choice": _("Choose one of the answers.")},
    )
    job = forms.ChoiceField(
        label=_("And your job?"),
        choices=JobSituation.choices,
        required=False,
        widget=forms.RadioSelect,
        error_messages={"invalid_choice": _("Choose one of the answers.")},
    )
    occupation = forms.CharField(
        label=_("Your occupation"),
        required=False,
        max_length=120,
        help_text=_("The one you have, or the one you are looking for."),
        error_messages={
            "max_length": _("This answer is longer than %(limit_value)d characters. Shorten it.")
        },
    )


def _number(label: Any, autocomplete: str = "off") -> forms.IntegerField:
    attrs = {"inputmode": "numeric", "autocomplete": autocomplete, "class": "input--number"}
    return forms.IntegerField(
        label=label,
        required=False,
        min_value=0,
        max_value=MOST_PEOPLE,
        widget=forms.TextInput(attrs=attrs),
        error_messages={
            "invalid": _("Write a number in figures, for example 2."),
            "min_value": _("Give a number from %(limit_value)s up."),
            "max_value": _("Give a number up to %(limit_value)s."),
        },
    )


class HouseholdForm(StepForm):
    """How many would come."""

    adults = _number(_("Adults"))
    children_0_3 = _number(_("Children under 3"))
    children_3_6 = _number(_("Children from 3 to 5"))
    children_6_11 = _number(_("Children from 6 to 10"))
    children_11 = _number(_("Children of 11 and over"))

    def clean(self) -> dict[str, Any]:
        """Count no child where none was given."""
        cleaned: dict[str, Any] = super().clean() or self.cleaned_data
        for name in ("children_0_3", "children_3_6", "children_6_11", "children_11"):
            if name in cleaned:
                cleaned[name] = cleaned[name] or 0
        return cleaned


class NeedsForm(AntiSpamMixin, StepForm):
    """What would help, where, and how to answer."""

    needs = forms.MultipleChoiceField(
        label=_("What would you like help with?"),
        choices=Need.choices,
        required=False,
        widget=forms.CheckboxSelectMultiple,
        error_messages={"invalid_choice": _("Choose among the answers.")},
    )
    place = forms.CharField(
        label=_("Commune or area where you would like to live"),
        required=False,
        max_length=LONGEST_PLACE,
        help_text=_("A name or a postcode: it is how we find your referent."),
        widget=forms.TextInput(attrs={"autocomplete": "off"}),
        error_messages={
            "max_length": _("This answer is longer than %(limit_value)d characters. Shorten it.")
        },
    )
    first_name = forms.CharField(
        label=_("First name"),
        required=False,
        max_length=80,
        widget=forms.TextInput(attrs={"autocomplete": "given-name"}),
    )
    last_name = forms.CharField(
        label=_("Last name"),
        required=False,
        max_length=80,
        widget=forms.TextInput(attrs={"autocomplete": "family-name"}),
    )
    email = MailboxField(
        label=_("E-mail address"),
        required=False,
        max_length=254,
        widget=forms.EmailInput(attrs={"autocomplete": "email"}),
        error_messages={
            "invalid": _("Enter a complete e-mail address, for example nom@exemple.fr.")
        },
    )
    phone = forms.CharField(
        label=_("Telephone"),
        required=False,
        max_length=30,
        widget=forms.TextInput(attrs={"type": "tel", "autocomplete": "tel"}),
    )
    message = forms.CharField(
        label=_("Your questions"),
        required=False,
        max_length=2000,
        widget=forms.Textarea(attrs={"rows": 5}),
        help_text=_("Nothing about health is needed here."),
        error_messages={
            "max_length": _("Your message is longer than %(limit_value)d characters. Shorten it.")
        },
    )
    agreement = forms.BooleanField(
        label=WORDS,
        error_messages={"required": _("Tick this box so that a referent may read your request.")},
    )
    key = forms.CharField(required=False, widget=forms.HiddenInput)

    field_order = ["needs", "place", "message", "first_name", "last_name", "email", "phone"]

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["key"].initial = uuid.uuid4
        self.territory_id: int | None = None
        self.municipality_id: int | None = None

    def clean_place(self) -> str:
        """Find the commune or the territory; words that name neither stay words."""
        text: str = self.cleaned_data["place"]
        found = find(text)
        territories = {place.territory_id for place in found.places}
        if found.kind == Kind.HOMONYMS or (found.kind == Kind.POSTCODE and len(territories) > 1):
            names = [one.query for one in found.candidates] or [one.name for one in found.places]
            raise forms.ValidationError(
                _("Several communes answer to this. Write one of these: %(names)s.")
                % {"names": ", ".join(names[:SHOWN_NAMES])}
            )
        if found.place is not None:
            self.municipality_id = found.place.id
        if len(territories) == 1:
            self.territory_id = territories.pop()
        return text

    def clean_phone(self) -> str:
        """Refuse a number that nobody could call."""
        number: str = self.cleaned_data["phone"]
        if number and not is_telephone(number):
            raise forms.ValidationError(_("This number looks incomplete. Example: 06 12 34 56 78."))
        return number

    def clean_key(self) -> uuid.UUID:
        """Return the key drawn on the first page; a new one when it was lost or broken on the way."""
        try:
            return uuid.UUID(str(self.cleaned_data["key"]))
        except ValueError:
            return uuid.uuid4()

    def clean(self) -> dict[str, Any] | None:
        """Ask for a way to answer."""
        cleaned = super().clean()
        typed = {"email", "phone"} & set(self.errors)
        if not typed and not (self.cleaned_data.get("email") or self.cleaned_data.get("phone")):
            self.add_error(
                "email",
                _("Give an e-mail address or a telephone number so that we can answer you."),
            )
        return cleaned
