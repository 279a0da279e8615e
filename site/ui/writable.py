"""What may be kept of a text that came in JSON: characters that can be written, numbers that rows can have."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _

# No database column holds a longer number.
MOST_FIGURES = 18
# What leads nowhere, and can be looked up without harm.
NOTHING = 0
# Neither UTF-8 nor PostgreSQL takes them: halves of a character, and the character that ends texts in C.
_UNWRITABLE = re.compile("[\x00\ud800-\udfff]")
_ENTITY = re.compile(r'<(?:a|embed)\b[^>]*\b(?:linktype|embedtype)="(?:page|document|image)"[^>]*>')
_ID = re.compile(r'(?<=\sid=")[^"]*(?=")')


def is_writable(text: str) -> bool:
    """Say whether a text can be stored and sent."""
    return _UNWRITABLE.search(text) is None


def check_writable(row: Any) -> None:
    """Refuse a row, a draft too, of which a text could be neither stored nor shown. Raises ValidationError."""
    for field in row._meta.concrete_fields:
        value = row.__dict__.get(field.attname)
        stored = value.get_prep_value() if hasattr(value, "get_prep_value") else value
        if not all(map(is_writable, _texts(stored))):
            raise ValidationError(
                _("“%(field)s” holds a character that cannot be written: type these words again.")
                % {"field": field.verbose_name},
                code="unwritable",
            )


def _texts(value: Any) -> Iterator[str]:
    """Yield every text of the stored form of a content, however deep."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        yield from _texts(list(value.values()))
    elif isinstance(value, list):
        for inner in value:
            yield from _texts(inner)


def read_number(text: Any) -> int | None:
    """Return the number of a row as somebody wrote it; None for what no row can have."""
    words = str(text)
    is_number = words.isascii() and words.isdigit() and len(words) <= MOST_FIGURES
    return int(words) if is_number else None


def tidied(source: str) -> str:
    """Return rich text without what cannot be written, each impossible number leading nowhere."""
    plain = _UNWRITABLE.sub("\N{REPLACEMENT CHARACTER}", source)
    return _ENTITY.sub(lambda entity: _ID.sub(_known, entity[0]), plain)


def leads_nowhere(source: str) -> bool:
    """Say whether a link, a document or an image of rich text was never one of the site."""
    return any(
        (found := _ID.search(entity)) is None or not read_number(found[0])
        for entity in _ENTITY.findall(source)
    )


def _known(number: re.Match[str]) -> str:
    return str(read_number(number[0]) or NOTHING)
