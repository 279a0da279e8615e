"""The mails of the first step: both kinds leave in the same number, whatever the address is."""

from __future__ import annotations

import datetime as dt

from django.conf import settings
from django.urls import reverse

from mailing.services import queue_mail

from .tokens import sign_address


def address_to_confirm(*, email: str, now: dt.datetime) -> None:
    """Send the link that proves that the address is read."""
    path = reverse("employer_space:confirm_email", args=[sign_address(email)])
    queue_mail(
        template="emails/sign_up_address",
        to=email,
        context={"confirm_url": settings.BASE_URL + path},
        act="sign_up_address",
        secret=True,
        now=now,
    )


def account_known(*, email: str, now: dt.datetime) -> None:
    """Tell the owner of an account how to sign in."""
    queue_mail(
        template="emails/sign_up_known",
        to=email,
        context={
            "sign_in_url": settings.BASE_URL + reverse("account_login"),
            "code_url": settings.BASE_URL + reverse("account_request_login_code"),
        },
        act="sign_up_address",
        secret=True,
        now=now,
    )
