"""Who recruits: names, position, telephone, and a password for those who want one."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

from django import forms
from django.contrib.auth.hashers import make_password
from django.contrib.auth.password_validation import validate_password
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from accounts.models import User
from ui.names import validate_name
from ui.telephones import is_telephone


def text_field(
    label: object,
    *,
    autocomplete: str,
    required: object,
    max_length: int,
    validators: Sequence[Callable[[str], None]] = (),
) -> forms.CharField:
    """Return a required line of text with its error in words."""
    return forms.CharField(
        label=label,  # type: ignore[arg-type]  # a lazy text
        max_length=max_length,
        widget=forms.TextInput(attrs={"autocomplete": autocomplete}),
        error_messages={"required": required},  # type: ignore[dict-item]  # a lazy text
        validators=validators,
    )


class PhoneField(forms.CharField):
    """A telephone number as people write it."""

    def __init__(self, **kwargs: Any) -> None:
        kwargs.setdefault("label", _("Telephone"))
        kwargs.setdefault("widget", forms.TextInput(attrs={"type": "tel", "autocomplete": "tel"}))
        error = _("Enter a telephone number of ten figures, for example 05 65 00 00 00.")
        kwargs.setdefault("error_messages", {"required": error})
        super().__init__(max_length=30, **kwargs)
        self.wrong_number = error

    def clean(self, value: Any) -> str:
        """Refuse what nobody could call."""
        text: str = super().clean(value)
        if text and not is_telephone(text):
            raise ValidationError(self.wrong_number, code="invalid")
        return text


class PersonForm(forms.Form):
    """The person, whose address is proved already."""

    first_name = text_field(
        _("First name"),
        autocomplete="given-name",
        required=_("Enter your first name."),
        max_length=150,
        validators=[validate_name],
    )
    last_name = text_field(
        _("Last name"),
        autocomplete="family-name",
        required=_("Enter your last name."),
        max_length=150,
        validators=[validate_name],
    )
    job_title = text_field(
        _("Position (job)"),
        autocomplete="organization-title",
        required=_("Enter your position, for example human resources manager."),
        max_length=100,
        validators=[validate_name],
    )
    phone = PhoneField()


class AccountForm(PersonForm):
    """The person and how they will sign in: a password, or a code sent at each time."""

    password = forms.CharField(
        label=_("Password (of the account)"),
        required=False,
        max_length=200,
        strip=False,
        widget=forms.PasswordInput(attrs={"autocomplete": "new-password"}),
        help_text=_(
            "12 characters at least; a phrase works very well. Without a password, we send you a code by e-mail at each sign-in."
        ),
    )

    def __init__(self, *args: Any, email: str, has_password: bool = False, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.email = email
        if has_password:
            self.fields["password"].help_text = _(
                "Your password is kept. Leave empty not to change it."
            )

    def clean(self) -> dict[str, Any] | None:
        """Check the password against the rules, the names and the address."""
        cleaned = super().clean()
        password = self.cleaned_data.get("password")
        if password:
            names = {name: self.cleaned_data.get(name, "") for name in ("first_name", "last_name")}
            try:
                validate_password(password, User(email=self.email, **names))
            except ValidationError as error:
                self.add_error("password", error)
        return cleaned

    def password_hash(self, kept: str = "") -> str:
        """Return what is stored: the hash of the password typed, else what was kept, else an unusable one."""
        password = self.cleaned_data.get("password")
        return make_password(password) if password else kept or make_password(None)
