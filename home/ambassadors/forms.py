"""The forms of people: becoming an ambassador, answering, asking for a link, for goods."""

from __future__ import annotations

import uuid
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.text import format_lazy
from django.utils.translation import gettext_lazy as _

from home.ambassadors.consents import WORDS
from home.ambassadors.errors import UnusablePhoto
from home.ambassadors.models import Ambassador, Good, GoodRequest
from home.ambassadors.models.people import REASON_MAX_LENGTH
from home.ambassadors.photos import look, redraw
from home.ambassadors.services import Application
from home.ambassadors.states import HelpKind, Purpose
from ui.antispam import AntiSpamMixin
from ui.fields import MailboxField
from ui.names import validate_name

ANSWER_MAX_LENGTH = 2000
OPTIONAL = _("optional")


def validate_person_name(text: str) -> None:
    """Refuse what no name holds and every address does. Raises ValidationError."""
    validate_name(text)
    if "/" in text or "@" in text:
        raise ValidationError(
            _("Write the name only, without a web or e-mail address."), code="address"
        )


class KeyMixin(forms.Form):
    """A number made with the page: the second of two clicks is known by it."""

    key = forms.UUIDField(required=False, widget=forms.HiddenInput)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["key"].initial = uuid.uuid4

    def clean(self) -> dict[str, Any] | None:
        """Forgive a broken key, which the person cannot see: another one is made."""
        self.errors.pop("key", None)
        self.cleaned_data["key"] = self.cleaned_data.get("key") or uuid.uuid4()
        return super().clean()


def text_field(label: Any, required: Any, autocomplete: str, name: str, **more: Any) -> Any:
    """Return a line of text as long as the model's field of that name."""
    field: Any = Ambassador._meta.get_field(name)
    attrs = {"autocomplete": autocomplete} if autocomplete else {}
    return forms.CharField(
        label=label,
        max_length=field.max_length,
        widget=forms.TextInput(attrs=attrs),
        error_messages={"required": required},
        **more,
    )


def optional(purpose: Purpose, when: Any = OPTIONAL) -> Any:
    """Return the words of an agreement as the label of a box that may stay empty; the ledger keeps the words alone."""
    return format_lazy("{} ({})", WORDS[purpose], when)


class JoinForm(KeyMixin, AntiSpamMixin, forms.Form):
    """Who asks to be an ambassador, and to what they agree: each agreement has its own box."""

    first_name = text_field(
        _("First name"), _("Enter your first name."), "given-name", "first_name",
        validators=[validate_person_name],
    )  # fmt: skip
    last_name = text_field(
        _("Last name"), _("Enter your last name."), "family-name", "last_name",
        validators=[validate_person_name],
    )  # fmt: skip
    email = MailboxField(
        label=_("E-mail address"),
        max_length=254,
        widget=forms.EmailInput(attrs={"autocomplete": "email"}),
        error_messages={
            "required": _("Enter your e-mail address: we answer there."),
            "invalid": _("Enter a complete e-mail address, for example nom@exemple.fr."),
        },
    )
    place = text_field(
        _("Commune"),
        _("Enter the commune where you live."),
        "address-level2",
        "place",
        help_text=_("In the Lot or anywhere else, abroad too: add the country."),
    )
    activity = text_field(
        _("Activity"),
        _("Say in a few words what you do."),
        "organization-title",
        "activity",
        help_text=_("Your trade, your studies, what keeps you busy."),
    )
    reason = forms.CharField(
        label=_("Why the Lot?"),
        max_length=REASON_MAX_LENGTH,
        widget=forms.Textarea(attrs={"rows": 5}),
        error_messages={
            "required": _("Tell us in a few lines why the Lot matters to you."),
            "max_length": _(
                "Your text is longer than %(limit_value)d characters (%(show_value)d). Shorten it."
            ),
        },
    )
    helps = forms.MultipleChoiceField(
        label=_("How would you like to help?"),
        choices=HelpKind.choices,
        widget=forms.CheckboxSelectMultiple,
        error_messages={
            "required": _("Choose at least one way to help."),
            "invalid_choice": _("Choose among the ways to help that are listed."),
        },
    )
    social_url = forms.URLField(
        label=_("Your page on a social network"),
        required=False,
        max_length=200,
        assume_scheme="https",
        widget=forms.URLInput(attrs={"autocomplete": "url"}),
        help_text=_("Its full address, for example https://www.exemple.fr/camille."),
        error_messages={"invalid": _("Enter a full address, for example https://www.exemple.fr.")},
    )
    photo = forms.FileField(
        label=_("Your photo"),
        required=False,
        widget=forms.FileInput(attrs={"accept": ".jpg,.jpeg,.png,image/jpeg,image/png"}),
        help_text=_(
            "JPEG or PNG, 8 MB at most. Only the team sees it, unless you agree to a portrait."
        ),
        error_messages={"empty": _("This file is empty. Choose another photo.")},
    )
    photo_agreed = forms.BooleanField(
        label=optional(Purpose.PHOTO, _("optional, unless you send a photo")), required=False
    )
    charter = forms.BooleanField(
        label=WORDS[Purpose.CHARTER],
        error_messages={"required": _("Read the charter, then tick this box to accept it.")},
    )
    publication = forms.BooleanField(label=optional(Purpose.PUBLICATION), required=False)
    letters = forms.BooleanField(label=optional(Purpose.LETTERS), required=False)
    field_order = [
        "first_name", "last_name", "email", "place", "activity", "reason", "helps", "social_url",
        "photo", "photo_agreed", "charter", "publication", "letters",
    ]  # fmt: skip

    def __init__(self, *args: Any, photo_refusal: str = "", **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        # Not in the class: a number put into lazy words there fixes their language for good.
        self.fields["reason"].help_text = _("%(number)d characters at most.") % {
            "number": REASON_MAX_LENGTH
        }
        self.photo_refusal = photo_refusal

    def clean_photo(self) -> Any:
        """Refuse, from the beginning of the file alone, what is no photo or too large a one."""
        upload = self.cleaned_data.get("photo")
        if not upload:
            return None
        if self.photo_refusal:
            raise ValidationError(self.photo_refusal, code="limit")
        try:
            look(upload)
        except UnusablePhoto as error:
            raise ValidationError(str(error), code="photo") from error
        return upload

    def clean(self) -> dict[str, Any] | None:
        """Ask for the agreement that goes with a photo, then draw it anew once nothing else is wrong.

        A file is never kept with errors: it is said. What costs comes last: robots are refused before.
        """
        cleaned = super().clean()
        upload = self.cleaned_data.get("photo")
        if upload is None:
            return cleaned
        if not self.cleaned_data.get("photo_agreed"):
            self.add_error(
                "photo_agreed",
                _("Tick this box, or send the form without a photo."),
            )
        if self.errors:
            self.add_error("photo", _("Join your photo again: a file is not kept here."))
            return cleaned
        try:
            self.cleaned_data["photo"] = redraw(upload)
        except UnusablePhoto as error:
            self.add_error("photo", str(error))
        return cleaned

    def application(self, language: str) -> Application:
        """Return what was typed, as the service takes it."""
        typed = self.cleaned_data
        return Application(
            first_name=typed["first_name"],
            last_name=typed["last_name"],
            email=typed["email"],
            place=typed["place"],
            activity=typed["activity"],
            reason=typed["reason"],
            helps=tuple(HelpKind(word) for word in typed["helps"]),
            social_url=typed["social_url"],
            language=language,
            wants_letters=typed["letters"],
            agrees_to_publication=typed["publication"],
            photo=typed["photo"],
        )


class LinkForm(AntiSpamMixin, forms.Form):
    """Where to send a person's own link again."""

    email = MailboxField(
        label=_("E-mail address"),
        widget=forms.EmailInput(attrs={"autocomplete": "email"}),
        help_text=_("The one that you gave to become an ambassador."),
        error_messages={
            "required": _("Enter your e-mail address."),
            "invalid": _("Enter a complete e-mail address, for example nom@exemple.fr."),
        },
    )


class AnswerForm(forms.Form):
    """The answer to the question of the team."""

    answer = forms.CharField(
        label=_("Your answer"),
        max_length=ANSWER_MAX_LENGTH,
        widget=forms.Textarea(attrs={"rows": 6}),
        error_messages={
            "required": _("Write your answer."),
            "max_length": _("Your answer is longer than %(limit_value)d characters. Shorten it."),
        },
    )


class GoodForm(KeyMixin, forms.Form):
    """How many, and where to send them."""

    quantity = forms.IntegerField(
        label=_("How many?"),
        min_value=1,
        initial=1,
        widget=forms.TextInput(attrs={"inputmode": "numeric", "autocomplete": "off"}),
        error_messages={
            "required": _("Say how many you would like."),
            "invalid": _("Write a whole number, for example 2."),
            "min_value": _("Ask for one at least."),
            "max_value": _("%(limit_value)d at most in one request."),
        },
    )
    address = forms.CharField(
        label=_("Postal address"),
        max_length=GoodRequest._meta.get_field("address").max_length,
        widget=forms.Textarea(attrs={"rows": 4, "autocomplete": "street-address"}),
        help_text=_("Name, street, postcode, town, country. Erased once the parcel has left."),
        error_messages={
            "required": _("Enter the address to which we send the parcel."),
            "max_length": _("This address is longer than %(limit_value)d characters. Shorten it."),
        },
    )

    def __init__(self, *args: Any, good: Good, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.good = good
        self.fields["quantity"].help_text = _("%(number)d at most in one request.") % {
            "number": good.max_per_request
        }

    def clean_quantity(self) -> int:
        """Refuse more than one request may hold."""
        quantity: int = self.cleaned_data["quantity"]
        if quantity > self.good.max_per_request:
            raise ValidationError(
                _("%(number)d at most in one request.") % {"number": self.good.max_per_request}
            )
        return quantity
