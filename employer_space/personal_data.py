"""What the space holds of a person: downloads of the kit, invitations."""

from __future__ import annotations

from datetime import datetime
from functools import reduce
from operator import or_
from typing import Any

from django.db.models import Q, QuerySet

from operations.personal_data import Person, Source, tell

from .models import Invitation, KitDownload


def invitations_to(person: Person) -> QuerySet[Any]:
    """Return the invitations sent to any address of the person."""
    wanted = reduce(or_, (Q(email__iexact=address) for address in person.addresses))
    return Invitation.objects.filter(wanted).select_related("employer").order_by("pk")


def export_space(person: Person) -> dict[str, Any]:
    """Tell what the person took from the kit, and the invitations received."""
    taken = KitDownload.objects.filter(user_id=person.id).select_related("item", "employer")
    return {
        str(KitDownload._meta.verbose_name_plural): tell(
            taken.order_by("pk"), "employer", "item", "version_label", "downloaded_at"
        ),
        str(Invitation._meta.verbose_name_plural): tell(
            invitations_to(person), "employer", "email", "created_at", "accepted_at"
        ),
    }


def erase_space(person: Person, _now: datetime) -> None:
    """Take the person out of the downloads, whose counts stay, and delete the invitations received."""
    KitDownload.objects.filter(user_id=person.id).update(user=None)
    invitations_to(person).delete()


SPACE = Source("employer_space", export_space, erase_space)
