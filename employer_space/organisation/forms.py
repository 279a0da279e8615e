"""The forms of the organisation: presentation, establishment, invitation, role, own account."""

from __future__ import annotations

from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from employer_space.joining.forms.address import email_field
from employer_space.joining.forms.establishment import (
    HttpsField,
    PlaceFields,
)
from employer_space.joining.forms.person import PersonForm, PhoneField, text_field
from employer_space.joining.siret import clean_siret, spaced
from jobs.employers.models import Employer, Establishment
from jobs.employers.services import Changes
from jobs.employers.states import EmployerKind, MembershipRole
from ui.names import validate_name

NAME_ERROR = _("Give the name that candidates will see.")


class PresentationForm(forms.Form):
    """What candidates read about the employer; a verified employer's name is changed by the team only."""

    name = text_field(
        _("Name shown to candidates"),
        autocomplete="organization",
        required=NAME_ERROR,
        max_length=140,
        validators=[validate_name],
    )
    kind = forms.ChoiceField(
        label=_("Kind of employer"),
        choices=EmployerKind.choices,
        error_messages={"invalid_choice": _("Choose the kind of employer.")},
    )
    website = HttpsField()
    description = forms.CharField(
        label=_("Presentation"),
        required=False,
        max_length=2000,
        widget=forms.Textarea(attrs={"rows": 6}),
        help_text=_("Two or three sentences, shown on each offer."),
    )

    def __init__(self, *args: Any, employer: Employer, **kwargs: Any) -> None:
        kwargs["initial"] = {name: getattr(employer, name) for name in self.base_fields}
        super().__init__(*args, **kwargs)
        self.employer = employer
        if employer.is_verified:
            del self.fields["name"], self.fields["kind"]

    def carry(self) -> Changes:
        """Put the answers on the employer; returns what stood in the fields that have changed."""
        former = {name: getattr(self.employer, name) for name in self.fields}
        changed = {
            name: value for name, value in former.items() if value != self.cleaned_data[name]
        }
        for name in changed:
            setattr(self.employer, name, self.cleaned_data[name])
        return changed


class PlaceForm(PlaceFields):
    """An establishment; the SIRET of a verified employer's establishment is changed by the team only."""

    siret = forms.CharField(
        label=_("SIRET number"),
        required=False,
        max_length=40,
        help_text=_("14 figures. Leave empty if this place has none."),
        widget=forms.TextInput(attrs={"autocomplete": "off", "inputmode": "numeric"}),
    )
    name = text_field(
        _("Name of the establishment"),
        autocomplete="organization",
        required=NAME_ERROR,
        max_length=140,
        validators=[validate_name],
    )
    phone = PhoneField(required=False)
    field_order = ("name", "siret", "address", "postcode", "city", "phone")

    def __init__(self, *args: Any, place: Establishment, **kwargs: Any) -> None:
        names = ("name", "address", "postcode", "city", "phone")
        initial = {name: getattr(place, name) for name in names} | {"siret": spaced(place.siret)}
        super().__init__(*args, **{**kwargs, "initial": initial})
        self.place = place
        if place.pk and place.siret and place.employer.is_verified:
            del self.fields["siret"]

    def clean_siret(self) -> str:
        """Refuse a number given twice by this employer; who else gives it is told to the team only."""
        number = clean_siret(self.cleaned_data["siret"])
        own = Establishment.objects.filter(employer=self.place.employer, siret=number)
        if number and own.exclude(pk=self.place.pk).exists():
            raise ValidationError(
                _("One of your establishments already has this SIRET."), code="own"
            )
        return number

    def carry(self) -> Changes:
        """Put the answers on the establishment; returns what stood in the fields that have changed."""
        values = {name: self.cleaned_data[name] for name in self.fields}
        values["municipality_id"] = self.municipality_id
        former = {name: getattr(self.place, name) for name in values}
        changed = {name: value for name, value in former.items() if value != values[name]}
        for name in changed:
            setattr(self.place, name, values[name])
        return changed


class InviteForm(forms.Form):
    """The address of a colleague."""

    email = email_field(_("Your colleague’s e-mail address"), autocomplete="off")

    def clean_email(self) -> str:
        """Return the address in lower case, as accounts keep it."""
        email: str = self.cleaned_data["email"]
        return email.lower()


class RoleForm(forms.Form):
    """What a colleague may do."""

    role = forms.ChoiceField(
        label=_("Role"),
        choices=[
            (MembershipRole.MEMBER, _("Member: writes and follows the offers")),
            (MembershipRole.ADMIN, _("Administrator: also manages the team and the establishment")),
        ],
        widget=forms.RadioSelect,
        error_messages={
            "required": _("Choose one of the two roles."),
            "invalid_choice": _("Choose one of the two roles."),
        },
    )


class OwnAccountForm(PersonForm):
    """The person's own names, telephone, and position for this employer."""

    def __init__(self, *args: Any, has_employer: bool, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if not has_employer:
            del self.fields["job_title"]


class PasswordProofForm(forms.Form):
    """The password once more, before the account is deleted."""

    password = forms.CharField(
        label=_("Password"),
        strip=False,
        max_length=200,
        widget=forms.PasswordInput(attrs={"autocomplete": "current-password"}),
        error_messages={"required": _("Enter your password.")},
    )


class CodeProofForm(forms.Form):
    """The code received by e-mail, for those who have no password."""

    code = forms.CharField(
        label=_("Code received by e-mail"),
        max_length=20,
        widget=forms.TextInput(
            attrs={"autocomplete": "one-time-code", "inputmode": "numeric", "spellcheck": "false"}
        ),
        error_messages={"required": _("Enter the code.")},
    )
