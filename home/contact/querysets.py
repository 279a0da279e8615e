"""The questions asked about messages."""

from __future__ import annotations

import datetime as dt
import re
import uuid
from typing import Any

from django.db import models
from django.db.models import Q

REFERENCE_PREFIX = "CONTACT-"
REFERENCE_LENGTH = 8
_REFERENCE = re.compile(rf"(?:{REFERENCE_PREFIX})?([0-9A-F]{{{REFERENCE_LENGTH}}})", re.IGNORECASE)
_UUID_LENGTH = 32
# A name has few words; each one costs the database a pass.
_MOST_WORDS = 5


class ContactMessageQuerySet(models.QuerySet[Any]):
    """Messages, by what is left to do of them."""

    def waiting(self) -> ContactMessageQuerySet:
        """Keep those that nobody has handled, the oldest first."""
        return self.filter(handled_at__isnull=True).order_by("created_at", "pk")

    def handled(self) -> ContactMessageQuerySet:
        """Keep those that were handled, the latest first."""
        return self.filter(handled_at__isnull=False).order_by("-handled_at", "-pk")

    def matching(self, text: str) -> ContactMessageQuerySet:
        """Keep those of a reference, or whose name and address hold every word of `text`; all of them without a word."""
        found = self
        for word in text.split()[:_MOST_WORDS]:
            found = found.filter(
                Q(first_name__icontains=word)
                | Q(last_name__icontains=word)
                | Q(email__icontains=word)
                | _of_reference(word)
            )
        return found

    def handled_before(self, moment: dt.datetime) -> ContactMessageQuerySet:
        """Keep those handled at `moment` or earlier."""
        return self.filter(handled_at__lte=moment)


def _of_reference(word: str) -> Q:
    """Return the condition of a message that has this reference: a range, that the index of the column answers."""
    match = _REFERENCE.fullmatch(word)
    if match is None:
        return Q(pk__in=())
    first, last = (match[1].lower().ljust(_UUID_LENGTH, digit) for digit in "0f")
    return Q(public_id__range=(uuid.UUID(first), uuid.UUID(last)))
