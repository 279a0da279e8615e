"""Write to the members, one mail each: only to those who agreed, each letter once."""

from __future__ import annotations

import datetime as dt
import uuid
from typing import TYPE_CHECKING

from django.db import IntegrityError, transaction

from accounts.models import signature
from home.ambassadors import emails
from home.ambassadors.errors import RecipientsChanged
from home.ambassadors.models import Letter
from home.ambassadors.querysets import AmbassadorQuerySet
from home.ambassadors.states import Purpose

if TYPE_CHECKING:
    from accounts.models import User


def recipients_of(people: AmbassadorQuerySet) -> AmbassadorQuerySet:
    """Keep, among people, the members who agreed to receive letters, in a total order."""
    return people.members().agreeing_to(Purpose.LETTERS).order_by("pk")


def send_letter(
    *,
    people: AmbassadorQuerySet,
    subject: str,
    text: str,
    choice: str,
    language: str = "fr",
    expected: int,
    key: uuid.UUID,
    by: User,
    now: dt.datetime,
) -> Letter:
    """Queue one mail for each member who agreed to letters; sent twice, the letter leaves once.

    Raises RecipientsChanged when they are not as many as the preview said: the team confirms a number.
    """
    try:
        with transaction.atomic():
            sent = Letter.objects.filter(key=key).first()
            if sent is not None:
                return sent
            members = list(recipients_of(people))
            if len(members) != expected:
                raise RecipientsChanged(len(members))
            letter = Letter.objects.create(
                key=key,
                subject=subject,
                text=text,
                language=language,
                choice=choice,
                number=len(members),
                written_by=by,
                author_name=signature(by),
                created_at=now,
            )
            emails.letter(letter=letter, people=members, now=now)
            return letter
    except IntegrityError:
        return Letter.objects.get(key=key)
