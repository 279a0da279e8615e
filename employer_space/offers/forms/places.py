"""Read the communes an employer types: names, former names or postcodes, with the choice between homonyms."""

from __future__ import annotations

from dataclasses import dataclass

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _

from territory import places
from territory.models import Municipality

MOST_OTHERS = 20


@dataclass(frozen=True, slots=True)
class Choice:
    """One of the communes a text may mean: `query` typed instead designates it alone."""

    query: str
    label: str
    pk: int


def choices_of(text: str) -> list[Choice]:
    """Return the communes among which one must choose, empty when the text is clear or unknown."""
    found = places.find(text)
    if found.kind == places.Kind.HOMONYMS:
        return [Choice(one.query, one.label, one.place.id) for one in found.candidates]
    if found.kind == places.Kind.POSTCODE:
        return [Choice(place.label, place.label, place.id) for place in found.places]
    return []


def read_one(text: str, chosen: str = "") -> int | None:
    """Return the id of the commune `text` designates, None for an empty text.

    `chosen` is the answer given when several communes fit. Raises `ValidationError`, in words to act upon.
    """
    if not text.strip():
        return None
    if place := places.find(text).place:
        return place.id
    choices = choices_of(text)
    for choice in choices:
        if choice.query == chosen:
            return choice.pk
    if choices:
        raise ValidationError(
            _("Several communes match “%(text)s”: %(choices)s. Say which one."),
            params={
                "text": text[:60],
                "choices": ", ".join(choice.label for choice in choices[:8]),
            },
        )
    raise ValidationError(*_unknown(text))


def _unknown(text: str) -> tuple[str, str, dict[str, str]]:
    suggestions = places.find(text).suggestions
    if suggestions:
        words = _("We do not find “%(text)s” in the Lot. Did you mean %(names)s?")
        return words, "unknown", {"text": text[:60], "names": _(" or ").join(suggestions)}
    words = _("We do not find “%(text)s” in the Lot. Type the name or the postcode of a commune.")
    return words, "unknown", {"text": text[:60]}


def read_several(text: str) -> list[int]:
    """Return the ids of the communes of a list separated by commas. Raises `ValidationError` on the first unclear one."""
    names = [
        name.strip()
        for name in text.replace(";", ",").replace("\n", ",").split(",")
        if name.strip()
    ]
    if len(names) > MOST_OTHERS:
        raise ValidationError(_("Give %(count)d communes at most."), params={"count": MOST_OTHERS})
    return [pk for name in names if (pk := read_one(name)) is not None]


def label_of(municipality: Municipality) -> str:
    """Return what finds this commune again when typed."""
    return f"{municipality.name} ({municipality.main_postcode})"


def all_labels() -> list[str]:
    """Return the communes to propose while typing."""
    rows = Municipality.objects.filter(is_current=True).order_by("name", "insee")
    return [label_of(row) for row in rows]
