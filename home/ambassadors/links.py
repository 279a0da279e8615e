"""Signed links of the mails: each opens one thing without an account, for as long as it takes, and dies with the address.

Only the link that a person asks for opens their own page, and not for long: letters are passed on and printed.
"""

from __future__ import annotations

import datetime as dt
import uuid
from enum import StrEnum

from django.conf import settings
from django.core import signing
from django.urls import reverse
from django.utils import translation
from django.utils.crypto import salted_hmac

from home.ambassadors.models import Ambassador
from home.ambassadors.states import OPEN

THANKS_SALT = "ambassadors.thanks"
THANKS_SECONDS = 3600
LONGEST_TOKEN = 300
# Eighty letters, each written in six characters, in base 64.
LONGEST_THANKS = 900


class Door(StrEnum):
    """What a link opens; the value is the salt of its signature, so that no link opens another door."""

    SPACE = "ambassadors.space"
    CONFIRM = "ambassadors.confirm"
    LETTERS = "ambassadors.letters"
    ANSWER = "ambassadors.answer"
    STAY = "ambassadors.stay"

    @property
    def lasts(self) -> dt.timedelta:
        """Return how long a link of this door is good."""
        if self is Door.SPACE:
            return dt.timedelta(hours=settings.AMBASSADOR_LINK_HOURS)
        days = {
            Door.CONFIRM: settings.KEEP_AMBASSADOR_UNCONFIRMED_DAYS,
            Door.LETTERS: settings.AMBASSADOR_LETTER_LINK_DAYS,
            Door.ANSWER: settings.KEEP_AMBASSADOR_UNANSWERED_DAYS,
            # The last day is still good.
            Door.STAY: settings.KEEP_AMBASSADOR_NOTICE_DAYS + 1,
        }
        return dt.timedelta(days=days[self])


class LinkExpired(Exception):
    """The link was good once: a new one can be asked for."""


def _digest(person: Ambassador) -> str:
    """Return what ties a link to the address it was sent to: another address, and it opens nothing."""
    return salted_hmac("ambassadors.space", person.email.lower(), algorithm="sha256").hexdigest()[
        :16
    ]


def token_of(person: Ambassador, door: Door = Door.SPACE) -> str:
    """Return the word of the address that opens a door for a person."""
    return signing.TimestampSigner(salt=door.value, sep=".").sign(
        f"{person.public_id.hex}{_digest(person)}"
    )


def person_of(token: str, *doors: Door) -> Ambassador | None:
    """Return whose link this is, good for one of `doors`; None when it is nobody's. Raises LinkExpired when too old.

    Nobody's own page opens before they proved their address: only the link that proves it does something.
    """
    if len(token) > LONGEST_TOKEN:
        return None
    for door in doors or (Door.SPACE,):
        value = _value(token, door)
        if value is None:
            continue
        rows = Ambassador.objects.filter(public_id=uuid.UUID(value[:32]), status__in=OPEN)
        person = rows.first()
        if person is None or value[32:] != _digest(person):
            return None
        if door is not Door.CONFIRM and not person.is_confirmed:
            raise LinkExpired
        return person
    return None


def _value(token: str, door: Door) -> str | None:
    try:
        return signing.TimestampSigner(salt=door.value, sep=".").unsign(token, max_age=door.lasts)
    except signing.SignatureExpired as error:
        raise LinkExpired from error
    except signing.BadSignature:
        return None


def thanks_token(first_name: str) -> str:
    """Return the word of the page that thanks a person: it holds the first name typed and nothing else.

    It is made of the form alone, so that the page says the same whether the address was known or not.
    """
    return signing.dumps(first_name, salt=THANKS_SALT)


def thanked_name(token: str) -> str | None:
    """Return the first name that a page of thanks shows; None when the link is old or forged."""
    if len(token) > LONGEST_THANKS:
        return None
    try:
        return str(signing.loads(token, salt=THANKS_SALT, max_age=THANKS_SECONDS))
    except signing.BadSignature:
        return None


def absolute(name: str, language: str, **kwargs: object) -> str:
    """Return the full address of one of our pages in a language."""
    with translation.override(language):
        return f"{settings.BASE_URL}{reverse(f'ambassadors:{name}', kwargs=kwargs or None)}"


def link_for(person: Ambassador, door: Door, name: str) -> str:
    """Return the full address of a screen, with the word that opens its door alone."""
    return absolute(name, person.language, token=token_of(person, door))
