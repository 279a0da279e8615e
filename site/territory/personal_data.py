"""What the welcome network holds of a person: the card that the public reads."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from django.db.models import Q, QuerySet

from operations.personal_data import Person, Source, tell

from .models import WelcomeReferent


def cards_of(person: Person) -> QuerySet[Any]:
    """Return the referents who are that person, by account or by address."""
    addresses = Q()
    for address in person.addresses:
        addresses |= Q(email__iexact=address)
    mine = Q(user_id=person.id) | addresses if person.addresses else Q(user_id=person.id)
    return WelcomeReferent.objects.filter(mine).order_by("pk")


def export_cards(person: Person) -> dict[str, Any]:
    """Tell the cards of the person."""
    names = ("name", "structure", "role", "phone", "email", "hours", "languages", "is_active")
    return {str(WelcomeReferent._meta.verbose_name_plural): tell(cards_of(person), *names)}


def erase_cards(person: Person, _now: datetime) -> None:
    """Remove the cards: somebody who is gone welcomes nobody."""
    cards_of(person).delete()


REFERENTS = Source("territory", export_cards, erase_cards)
