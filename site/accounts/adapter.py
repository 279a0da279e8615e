"""How allauth meets this site: no open sign-up, mails through the outbox, links from the settings."""

from __future__ import annotations

import time
from typing import Any, ClassVar
from urllib.parse import urlsplit

from allauth.account import app_settings
from allauth.account.adapter import DefaultAccountAdapter
from allauth.core import context as allauth_context
from django.conf import settings
from django.contrib.auth.base_user import AbstractBaseUser
from django.http import HttpRequest
from django.urls import NoReverseMatch, reverse
from django.utils.functional import Promise
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from accounts.models import User
from accounts.second_factor import proofs
from mailing.services import queue_mail
from operations.ratelimit import client_ip

# Mails that let their reader in: their body leaves the database with them.
SECRET_MAILS: dict[str, str] = {
    "account/email/login_code": "emails/login_code",
    "account/email/password_reset_key": "emails/password_reset",
    "account/email/email_confirmation": "emails/address_confirmation",
    "account/email/email_confirmation_signup": "emails/address_confirmation",
}
PLAIN_MAILS: dict[str, str] = {
    "account/email/unknown_account": "emails/unknown_account",
    "account/email/account_already_exists": "emails/account_exists",
}
# One mail tells of every change made to an account: only its sentence differs.
NOTICES: dict[str, Promise] = {
    "account/email/email_changed": _("The e-mail address of your account has changed."),
    "account/email/email_confirm": _("The e-mail address of your account is confirmed."),
    "account/email/email_deleted": _("An e-mail address has been removed from your account."),
    "account/email/password_changed": _("Your password has been changed."),
    "account/email/password_reset": _("Your password has been changed."),
    "account/email/password_set": _("A password has been set for your account."),
    "mfa/email/totp_activated": _("An authenticator app now protects your account."),
    "mfa/email/totp_deactivated": _("Your account is no longer protected by an authenticator app."),
    "mfa/email/recovery_codes_generated": _("New recovery codes have been made for your account."),
}

PROOFS: dict[str, Promise] = {
    "reauthenticate": _("Use my password"),
    "mfa_reauthenticate": _("Use the code of my app"),
}


class AccountAdapter(DefaultAccountAdapter):
    """Answer allauth's questions with the site's rules."""

    error_messages: ClassVar[dict[str, Any]] = {
        **DefaultAccountAdapter.error_messages,
        "email_password_mismatch": _("Incorrect address or password."),
        "incorrect_password": _("Incorrect password."),
        "enter_current_password": _("This is not your current password."),
        "incorrect_code": _("This code is not the right one. Check it, or ask for another."),
        "too_many_login_attempts": _("Too many attempts. Wait a few minutes, then try again."),
        "rate_limited": _("Too many attempts. Wait a few minutes, then try again."),
        "duplicate_email": _("This is already the address of your account."),
        "invalid_password_reset": _("This link has expired or has already been used."),
    }

    def is_open_for_signup(self, request: HttpRequest) -> bool:
        """Refuse allauth's own sign-up: employers join through the employer space."""
        return False

    def is_ajax(self, request: HttpRequest) -> bool:
        """Answer everyone with pages: allauth's JSON would be a second, untested way in."""
        return False

    def get_client_ip(self, request: HttpRequest) -> str:
        """Return the network address as the rest of the site reads it."""
        return client_ip(request)

    def get_login_redirect_url(self, request: HttpRequest) -> str:
        """Send staff to the admin, everyone else to the employer space."""
        return home_of(request.user)

    def get_password_change_redirect_url(self, request: HttpRequest) -> str:
        """Return to the person's own pages once the password is changed."""
        return home_of(request.user)

    def get_email_verification_redirect_url(self, email_address: Any) -> str:
        """Return to the person's own pages, or to the sign-in page."""
        if self.request is not None and self.request.user.is_authenticated:
            return home_of(self.request.user)
        return reverse("account_login")

    def pre_authenticate(self, request: HttpRequest, **credentials: Any) -> None:
        """Leave the counting of attempts to `accounts.limits`, which answers 429."""

    def _rollback_login_failed_rl_usage(self) -> None:
        """Leave the counting of attempts to `accounts.limits`."""

    def get_reauthentication_methods(self, user: Any) -> list[dict[str, Any]]:
        """Name in the site's words the ways to prove again who one is: the second factor as soon as there is one."""
        methods: list[dict[str, Any]] = super().get_reauthentication_methods(user)
        strong = [method for method in methods if method["id"] == "mfa_reauthenticate"]
        return [{**method, "description": PROOFS[method["id"]]} for method in strong or methods]

    def is_reauthentication_required(self, *, app: str, **kwargs: Any) -> bool:
        """Ask for the proof again, but not of someone who has just given it."""
        records = proofs(allauth_context.request)
        if records and time.time() - records[-1]["at"] < app_settings.REAUTHENTICATION_TIMEOUT:
            return False
        return bool(super().is_reauthentication_required(app=app, **kwargs))

    def send_notification_mail(
        self,
        template_prefix: str,
        user: AbstractBaseUser,
        context: dict[str, Any] | None = None,
        email: str | None = None,
    ) -> None:
        """Tell a person of a change to their account, at the address they had when it was made."""
        address = email or getattr(user, "email", "")
        if address:
            self.send_mail(template_prefix, address, dict(context or {}))

    def send_mail(self, template_prefix: str, email: str, context: dict[str, Any]) -> None:
        """Queue one of allauth's mails with the site's own words. Raises KeyError for an unknown one."""
        values: dict[str, Any] = {
            name: context[name]
            for name in ("code", "from_email", "to_email", "deleted_email")
            if name in context
        }
        for name in ("password_reset_url", "activate_url", "signup_url"):
            if context.get(name):
                values[name] = from_settings(str(context[name]))
        language = get_language() or "fr"
        if template_prefix in NOTICES:
            values["sentence"] = NOTICES[template_prefix]
            template = "emails/account_notice"
        else:
            template = SECRET_MAILS.get(template_prefix) or PLAIN_MAILS[template_prefix]
        queue_mail(
            template=template,
            to=email,
            context=values,
            language=language,
            act=template_prefix.rpartition("/")[2],
            secret=template_prefix in SECRET_MAILS,
        )


def from_settings(url: str) -> str:
    """Return the same address on the host of BASE_URL: a forged Host header never reaches a mail."""
    parts = urlsplit(url)
    query = f"?{parts.query}" if parts.query else ""
    return f"{settings.BASE_URL}{parts.path}{query}"


def home_of(user: Any) -> str:
    """Return the address where a person works: the admin for staff, else the employer space."""
    if isinstance(user, User) and user.has_perm("wagtailadmin.access_admin"):
        return reverse("wagtailadmin_home")
    try:
        return reverse("employer_space:dashboard")
    except NoReverseMatch:
        return "/"
