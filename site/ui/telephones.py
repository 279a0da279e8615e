"""Which telephone numbers somebody could call: the one rule of every form that asks for one."""

from __future__ import annotations

import re

_WRITTEN = re.compile(r"[0-9+()./\s\-]+", re.ASCII)
_OPTIONAL_ZERO = re.compile(r"\(0\)")
# Ten figures in France; the plus sign, or 00, opens the number of any country.
_FRENCH = re.compile(r"(?:0|\+33|0033)[1-9][0-9]{8}", re.ASCII)
_FOREIGN = re.compile(r"(?:\+|00)(?!33)[1-9][0-9]{6,13}", re.ASCII)


def is_telephone(text: str) -> bool:
    """Say whether a number is whole: « 05 65 00 00 00 », « +33 (0)5 65… », or that of another country."""
    if not _WRITTEN.fullmatch(text):
        return False
    digits = re.sub(r"[^0-9+]", "", _OPTIONAL_ZERO.sub("", text))
    return bool(_FRENCH.fullmatch(digits) or _FOREIGN.fullmatch(digits))
