"""What the outbox holds of a person: the mails written to their addresses."""

from __future__ import annotations

from datetime import datetime
from functools import reduce
from operator import or_
from typing import Any

from django.db.models import Q, QuerySet

from mailing.models import OutgoingMail
from operations.personal_data import Person, Source, told


def mails_to(person: Person) -> QuerySet[Any]:
    """Return the mails to any address of the person."""
    wanted = reduce(or_, (Q(to__iexact=address) for address in person.addresses))
    return OutgoingMail.objects.filter(wanted).order_by("pk")


def export_mails(person: Person) -> dict[str, Any]:
    """Tell the mails sent, but for the text of those that hold a code."""
    names = ("to", "subject", "created_at", "sent_at")
    rows = [told(mail, *names, *(() if mail.is_secret else ("text",))) for mail in mails_to(person)]
    return {str(OutgoingMail._meta.verbose_name_plural): rows}


def erase_mails(person: Person, _now: datetime) -> None:
    """Delete the mails and what is attached to them, those not sent yet included."""
    mails_to(person).delete()


MAILS = Source("mailing", export_mails, erase_mails)
