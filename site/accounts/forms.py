"""allauth's forms in the site's words: a label instead of a placeholder, one new password, clear errors."""

from __future__ import annotations

from typing import Any

from allauth.account import forms as account_forms
from allauth.mfa.base import forms as mfa_forms
from allauth.mfa.totp import forms as totp_forms
from django import forms
from django.contrib.auth.password_validation import password_validators_help_texts
from django.utils.translation import gettext_lazy as _

from accounts.backends import people_at

EMAIL_ERROR = _("Enter a complete e-mail address, for example name@example.com.")


def tidy_email(field: forms.Field, *, autocomplete: str, label: Any = None) -> None:
    """Give an address field its label, its keyboard and its error."""
    field.label = label or _("E-mail address")
    field.widget.attrs = {"autocomplete": autocomplete, "type": "email", "inputmode": "email"}
    field.error_messages |= {"required": EMAIL_ERROR, "invalid": EMAIL_ERROR}


def tidy_password(field: forms.Field, *, label: Any, required: Any, help_text: Any = "") -> None:
    """Give a password field its label and its error."""
    field.label = label
    field.help_text = help_text
    field.widget.attrs.pop("placeholder", None)
    field.error_messages["required"] = required


def tidy_code(field: forms.Field, *, label: Any, help_text: Any = "") -> None:
    """Give a code field its label, its keyboard and its error."""
    field.label = label
    field.help_text = help_text
    field.widget.attrs = {
        "autocomplete": "one-time-code",
        "spellcheck": "false",
        "autocapitalize": "off",
    }
    field.error_messages["required"] = _("Enter the code.")


def password_rules() -> str:
    """Say the rules of a password in one line."""
    return str(password_validators_help_texts()[0]) if password_validators_help_texts() else ""


class SignInForm(account_forms.LoginForm):
    """Address and password."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        tidy_email(self.fields["login"], autocomplete="username")
        tidy_password(
            self.fields["password"], label=_("Password"), required=_("Enter your password.")
        )


class CodeRequestForm(account_forms.RequestLoginCodeForm):
    """The address to which a code is sent."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        tidy_email(self.fields["email"], autocomplete="username")

    def clean_email(self) -> str:
        """Write a code for the person who has proved the address."""
        email: str = super().clean_email()
        self._user = next(iter(people_at(email, is_active=True)), None)
        return email


class CodeForm(account_forms.ConfirmLoginCodeForm):
    """The code received by e-mail."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        tidy_code(self.fields["code"], label=_("Code received by e-mail"))


class ResetRequestForm(account_forms.ResetPasswordForm):
    """The address to which a reset link is sent."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        tidy_email(self.fields["email"], autocomplete="username")

    def clean_email(self) -> str:
        """Write a link for the person who has proved the address."""
        email: str = super().clean_email()
        self.users = people_at(email, is_active=True)
        return email


class OnePasswordMixin:
    """Ask for the new password once: a mistyped one is mended by a code sent by e-mail."""

    fields: dict[str, forms.Field]

    def ask_once(self) -> None:
        """Keep one field for the new password."""
        self.fields.pop("password2", None)
        tidy_password(
            self.fields["password1"],
            label=_("New password"),
            required=_("Choose a password."),
            help_text=password_rules(),
        )


class NewPasswordForm(OnePasswordMixin, account_forms.ResetPasswordKeyForm):
    """A new password, from the link received by e-mail."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.ask_once()


class FirstPasswordForm(OnePasswordMixin, account_forms.SetPasswordForm):
    """A first password, for an account that signed in by code until now."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.ask_once()


class PasswordChangeForm(OnePasswordMixin, account_forms.ChangePasswordForm):
    """The current password and a new one."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.ask_once()
        tidy_password(
            self.fields["oldpassword"],
            label=_("Current password"),
            required=_("Enter your current password."),
        )


class AddressForm(account_forms.AddEmailForm):
    """A new address for the account."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        tidy_email(self.fields["email"], autocomplete="email", label=_("New e-mail address"))


class PasswordAgainForm(account_forms.ReauthenticateForm):
    """The password once more, before a sensitive change."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        tidy_password(
            self.fields["password"], label=_("Password"), required=_("Enter your password.")
        )


SECOND_FACTOR_HELP = _("The six figures shown by your app, or one of your recovery codes.")


class SecondFactorForm(mfa_forms.AuthenticateForm):
    """The code of the authenticator app, at sign-in."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        tidy_code(self.fields["code"], label=_("Code"), help_text=SECOND_FACTOR_HELP)


class SecondFactorAgainForm(mfa_forms.ReauthenticateForm):
    """The code of the authenticator app, before a sensitive change."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        tidy_code(self.fields["code"], label=_("Code"), help_text=SECOND_FACTOR_HELP)


class AppActivationForm(totp_forms.ActivateTOTPForm):
    """The first code of a new authenticator app."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        tidy_code(
            self.fields["code"],
            label=_("Code shown by the app"),
            help_text=_("Six figures, renewed every thirty seconds."),
        )
        self.fields["code"].widget.attrs["inputmode"] = "numeric"
