"""Names that people give themselves: they are printed in mails, so they carry no link and no hidden character."""

from __future__ import annotations

import re
import unicodedata

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _

# Control characters, direction marks and other signs that nobody sees (Unicode, "General category").
_HIDDEN = frozenset({"Cc", "Cf", "Co", "Cs", "Zl", "Zp"})
# Mail programs make a link of what ends so. A dot inside a name (E.Leclerc, S.A.R.L.) is none.
_ENDINGS = (
    "fr|com|net|org|eu|info|biz|io|app|xyz|top|site|online|shop|link|click|live|ru|cn|tk|me|ly"
)
# Two characters before the dot are enough to know: more would be looked for again from each of them.
_ADDRESS = re.compile(rf"://|\bwww\.|@\w|[a-z0-9-]{{2}}\.(?:{_ENDINGS})\b", re.IGNORECASE)


def validate_name(text: str) -> None:
    """Refuse hidden characters and addresses. Raises ValidationError."""
    plain = unicodedata.normalize("NFKC", text)
    if any(unicodedata.category(character) in _HIDDEN for character in text):
        raise ValidationError(
            _("This name holds a character that cannot be seen. Type it again."), code="hidden"
        )
    if _ADDRESS.search(plain):
        raise ValidationError(
            _("Write the name only, without a web or e-mail address."), code="address"
        )
