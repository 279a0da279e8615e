"""Find the job family of an imported offer: its ROME code tells it; without a code, its title may."""

from __future__ import annotations

import re

from django.utils.translation import gettext as _

from jobs.offers.models import JobFamily, Occupation
from jobs.offers.occupations import propose

from .records import Record, RejectedError
from .values import text

# The whole title must be explained: « chargé de mission » is not about loading lorries.
WHOLE_TITLE = 0.95
ROME_CODE = re.compile(r"[A-N]\d{4}", re.ASCII)


def read_occupation(record: Record, name: str, value: object) -> None:
    """Set the occupation and the family of a record whose title is known; the code is never guessed.

    Raises `RejectedError` when no family can be told.
    """
    code = text(value, 10).upper()
    if not ROME_CODE.fullmatch(code):
        if value not in (None, ""):
            record.keep_raw(name, _("This ROME code is not understood: kept as it came."), value)
        record.fields["occupation_id"] = None
        record.fields["family_id"] = _family_of_title(record, name)
        return
    known = Occupation.objects.filter(pk=code).exists()
    if not known:
        record.keep_raw(
            name, _("This ROME code is not in the list: only its field of work is used."), code
        )
    record.fields["occupation_id"] = code if known else None
    record.fields["family_id"] = code[0]


def _family_of_title(record: Record, name: str) -> str:
    """Return the family on which every occupation proposed for the title agrees."""
    families = {
        occupation.family_id
        for occupation in propose(record.fields["title"], least_share=WHOLE_TITLE)
    }
    if len(families) != 1:
        message = _("Neither a code nor the title tells the field of work.")
        raise RejectedError(name, message, record.fields["title"])
    family: str = families.pop()
    record.note(
        name, _("Field of work read from the title."), str(JobFamily.objects.get(pk=family))
    )
    return family
