"""What messages hold of a person: those sent from one of their addresses."""

from __future__ import annotations

import datetime as dt
from functools import reduce
from operator import or_
from typing import Any

from django.db.models import Q, QuerySet

from operations.personal_data import Person, Source, tell

from .models import ContactMessage


def messages_by(person: Person) -> QuerySet[Any]:
    """Return the messages sent from the person's addresses."""
    if not person.addresses:
        return ContactMessage.objects.none()
    wanted = reduce(or_, (Q(email__iexact=address) for address in person.addresses))
    return ContactMessage.objects.filter(wanted).order_by("pk")


def export_messages(person: Person) -> dict[str, Any]:
    """Tell what the person wrote and what was done of it."""
    names = (
        "subject", "first_name", "last_name", "email", "message", "created_at", "handled_at", "answer",
    )  # fmt: skip
    return {str(ContactMessage._meta.verbose_name_plural): tell(messages_by(person), *names)}


def erase_messages(person: Person, now: dt.datetime) -> None:  # noqa: ARG001 - the registry's signature
    """Delete the person's messages."""
    messages_by(person).delete()


MESSAGES = Source("contact", export_messages, erase_messages)
