"""Read a SIRET number as people copy it: with spaces, dots or a mistake."""

from __future__ import annotations

import re

from django.core.exceptions import ValidationError
from django.utils.translation import gettext, ngettext
from stdnum.exceptions import ValidationError as WrongNumber
from stdnum.fr import siret

LENGTH = 14
_NOT_A_FIGURE = re.compile(r"[^0-9]")
_SEPARATOR = re.compile(r"[\s.\-\u2010-\u2015]")


def clean_siret(text: str) -> str:
    """Return the fourteen figures, an empty string for an empty text. Raises `ValidationError`."""
    typed = _SEPARATOR.sub("", text)
    if not typed:
        return ""
    count = len(_NOT_A_FIGURE.sub("", typed))
    if count != LENGTH:
        raise ValidationError(wrong_length(count), code="length")
    try:
        return str(siret.validate(typed))
    except WrongNumber:
        message = gettext(
            "This SIRET does not seem valid. Check it on a payslip or on your certificate of registration (Kbis)."
        )
        raise ValidationError(message, code="invalid") from None


def wrong_length(count: int) -> str:
    """Say how many figures were typed."""
    return ngettext(
        "A SIRET has 14 figures. You typed %(count)d.",
        "A SIRET has 14 figures. You typed %(count)d.",
        count,
    ) % {"count": count}


def spaced(number: str) -> str:
    """Return a SIRET as it is read: 356 000 000 00048, with no-break spaces."""
    return "\u00a0".join((number[:3], number[3:6], number[6:9], number[9:])) if number else ""
