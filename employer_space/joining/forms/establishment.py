"""The establishment, typed by hand: no outside register is asked."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from employer_space.joining.postcodes import wrong_postcode
from employer_space.joining.siret import clean_siret, spaced
from jobs.employers.models import Employer, Establishment
from jobs.employers.states import EmployerKind
from territory import places
from ui.names import validate_name
from ui.web_links import is_safe_link, unsafe_link

from .person import PhoneField, text_field

POSTCODE = re.compile(r"[0-9]{5}", re.ASCII)


class HttpsField(forms.URLField):
    """An optional web address; only https is taken."""

    def __init__(self, **kwargs: Any) -> None:
        error = _("The address must start with https://.")
        kwargs.setdefault("label", _("Website"))
        kwargs.setdefault("required", False)
        kwargs.setdefault("widget", forms.URLInput(attrs={"autocomplete": "off"}))
        kwargs.setdefault("error_messages", {"invalid": error})
        super().__init__(max_length=300, assume_scheme="https", **kwargs)
        self.not_https = error

    def clean(self, value: Any) -> str:
        """Refuse any other scheme, and what leads to no site by its name."""
        url: str = super().clean(value)
        if url and not url.lower().startswith("https://"):
            raise ValidationError(self.not_https, code="scheme")
        if url and not is_safe_link(url):
            raise ValidationError(unsafe_link(), code="unsafe")
        return url


class PlaceFields(forms.Form):
    """Where an establishment is."""

    address = text_field(
        _("Address (number and street)"),
        autocomplete="off",
        required=_("Enter the number and the street, or the name of the place."),
        max_length=200,
    )
    postcode = text_field(
        _("Postcode"),
        autocomplete="off",
        required=_("Enter the five figures of the postcode."),
        max_length=10,
    )
    city = text_field(
        _("Commune"),
        autocomplete="off",
        required=_("Enter the name of the commune."),
        max_length=100,
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["postcode"].widget.attrs["inputmode"] = "numeric"

    def clean_postcode(self) -> str:
        """Return five figures."""
        postcode = re.sub(r"\s", "", self.cleaned_data["postcode"])
        if not POSTCODE.fullmatch(postcode):
            raise ValidationError(_("Enter the five figures of the postcode."), code="invalid")
        return postcode

    def clean(self) -> dict[str, Any] | None:
        """Refuse a postcode of elsewhere, or that of another commune than the one named."""
        cleaned = super().clean()
        postcode, city = self.cleaned_data.get("postcode"), self.cleaned_data.get("city")
        if postcode and (message := wrong_postcode(postcode, city or "")):
            self.add_error("postcode", message)
        return cleaned

    @property
    def municipality_id(self) -> int | None:
        """Return the commune meant, None when the name does not say it for sure: the team will."""
        place = places.find(f"{self.cleaned_data['city']} ({self.cleaned_data['postcode']})").place
        place = place or places.find(self.cleaned_data["city"]).place
        return place.id if place else None


class SiretFields(forms.Form):
    """The SIRET number, or the statement that there is none."""

    siret = forms.CharField(
        label=_("SIRET number"),
        required=False,
        max_length=40,
        help_text=_(
            "14 figures, on your payslips or your certificate of registration. Spaces are accepted."
        ),
        widget=forms.TextInput(attrs={"autocomplete": "off", "inputmode": "numeric"}),
    )
    has_no_siret = forms.BooleanField(label=_("I have no SIRET"), required=False)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["siret"].hides_optional = True  # type: ignore[attr-defined]  # read by ui.forms

    def clean_siret(self) -> str:
        """Return fourteen figures, or nothing."""
        return clean_siret(self.cleaned_data["siret"])

    def clean(self) -> dict[str, Any] | None:
        """Ask for one answer: a number or the box."""
        cleaned = super().clean()
        if "siret" in self.errors:
            return cleaned
        has_number, has_none = self.cleaned_data["siret"], self.cleaned_data.get("has_no_siret")
        if not has_number and not has_none:
            self.add_error("siret", _("Enter your SIRET number, or tick “I have no SIRET”."))
        if has_number and has_none:
            self.add_error(
                "siret", _("You gave a SIRET and ticked “I have no SIRET”: keep only one answer.")
            )
        return cleaned


class EstablishmentForm(PlaceFields, SiretFields):
    """The second step of the sign-up."""

    name = text_field(
        _("Name of the establishment"),
        autocomplete="organization",
        required=_("Give the name that candidates will see."),
        max_length=140,
        validators=[validate_name],
    )
    kind = forms.ChoiceField(
        label=_("Kind of employer"),
        choices=[("", _("Choose")), *EmployerKind.choices],
        error_messages={
            "required": _("Choose the kind of employer."),
            "invalid_choice": _("Choose the kind of employer."),
        },
    )
    website = HttpsField()
    description = forms.CharField(
        label=_("Your activity in a few words"),
        required=False,
        max_length=2000,
        widget=forms.Textarea(attrs={"rows": 4}),
        help_text=_("Two or three sentences, shown on each offer."),
    )
    field_order: Sequence[str] = (
        "siret", "has_no_siret", "name", "kind", "address", "postcode", "city", "website", "description",
    )  # fmt: skip

    def answers(self) -> dict[str, Any]:
        """Return the checked answers, ready for a session."""
        names = (
            "siret",
            "has_no_siret",
            "name",
            "kind",
            "address",
            "postcode",
            "city",
            "website",
            "description",
        )
        values = {name: self.cleaned_data[name] for name in names}
        return {**values, "municipality_id": self.municipality_id}


class CorrectionForm(EstablishmentForm):
    """The same answers and the telephone, for an account that the team sent back."""

    phone = PhoneField()
    field_order = (*EstablishmentForm.field_order, "phone")


def initial_of(employer: Employer) -> dict[str, Any]:
    """Return what an employer answered the last time."""
    place = employer.establishments.order_by("pk").first() or Establishment()
    shared = {name: getattr(employer, name) for name in ("name", "kind", "website", "description")}
    where = {name: getattr(place, name) for name in ("address", "postcode", "city", "phone")}
    return {**shared, **where, "siret": spaced(place.siret), "has_no_siret": not place.siret}
