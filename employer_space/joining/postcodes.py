"""Tell a postcode that does not go with the commune typed beside it."""

from __future__ import annotations

from django.utils.translation import gettext

from territory import places
from territory.models import Postcode

DEPARTMENT = "46"
MOST_NAMES = 3


def wrong_postcode(postcode: str, city: str) -> str:
    """Say what is wrong with the postcode of a commune, nothing when they may go together.

    The codes of the Lot and those of the communes of Aveyron that the programme covers are known; a code of the
    Lot that is not (a « Cedex ») is taken at its word.
    """
    rows = Postcode.objects.filter(code=postcode).select_related("municipality")
    held = {row.municipality_id: row.municipality.name for row in rows}
    found = places.find(city)
    meant = found.places or tuple(candidate.place for candidate in found.candidates)
    is_known = found.kind in (places.Kind.MUNICIPALITY, places.Kind.HOMONYMS)
    if not held and postcode.startswith(DEPARTMENT):
        return ""
    if is_known and not {place.id for place in meant} & held.keys():
        if not held:
            return gettext("%(postcode)s is not the postcode of %(city)s. Check both.") % {
                "postcode": postcode,
                "city": meant[0].label,
            }
        return gettext(
            "%(postcode)s is not the postcode of %(city)s: it is that of %(names)s. Check both."
        ) % {"postcode": postcode, "city": meant[0].label, "names": some_of(sorted(held.values()))}
    if held:
        return ""
    return gettext(
        "This postcode is neither in the Lot (46) nor in the communes of Aveyron around Capdenac-Gare. If your job is there, give the address of the workplace."
    )


def some_of(names: list[str]) -> str:
    """Return the first names of a list, and that there are others."""
    shown = ", ".join(names[:MOST_NAMES])
    return gettext("%(names)s and others") % {"names": shown} if names[MOST_NAMES:] else shown
