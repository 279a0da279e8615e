"""A search as the reader typed it: its criteria for the engine, its place, its address."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any
from urllib.parse import urlencode

from django.http import QueryDict
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from territory.places import Kind, PlaceResult, find
from territory.words import in_town
from ui.typography import with_french_spaces

from .filters import OfferFilters
from .search import Criteria
from .search.criteria import FACET_FIELDS
from .vocabulary import DEFAULT_RADIUS, Radius, Sort

Parameters = list[tuple[str, str]]
_CENTRES = frozenset({Kind.MUNICIPALITY, Kind.POSTCODE, Kind.AREA})
_VOWELS = "aeiouyhàâäéèêëîïôöùûüœ"


@dataclass(frozen=True)
class Asked:
    """What was asked for; `parameters` is the search without its page, as it stands in addresses."""

    criteria: Criteria
    place: PlaceResult
    parameters: Parameters
    ignored: list[str]
    radius: str
    sort: str

    def address(
        self, changes: dict[str, str] | None = None, *, without: Parameters | None = None
    ) -> str:
        """Return the query string of this search with some parameters changed; "" removes one."""
        new = changes or {}
        kept = [
            pair for pair in self.parameters if pair[0] not in new and pair not in (without or [])
        ]
        return query_string(kept + [(name, value) for name, value in new.items() if value])

    def others(self, *names: str) -> Parameters:
        """Return the parameters that a form must carry along, being not those of its own fields."""
        return [pair for pair in self.parameters if pair[0] not in names]

    @property
    def around(self) -> str:
        """Return where the search looks: « autour de Gramat », « à Gramat » alone, « dans le Lot »."""
        if self.place.kind == Kind.AREA and self.criteria.places:
            return _("in the area %(place)s") % {"place": self.place.label}
        if self.criteria.places and self.criteria.radius_km is not None:
            if self.place.place and not self.criteria.radius_km:
                return in_town(self.place.place.name)
            return around_town(self.place.place.name if self.place.place else self.place.label)
        return _("in the Lot")


def read_search(data: QueryDict) -> Asked:
    """Read the parameters of a request, whatever they hold."""
    filters = OfferFilters(data)
    values = filters.values
    place = find(values["ou"])
    radius = values["rayon"] or DEFAULT_RADIUS.value
    places = place.places if place.kind in _CENTRES else ()
    chosen: dict[str, Any] = {field: values[name] for name, field in FACET_FIELDS.items()}
    criteria = Criteria(
        text=values["q"],
        places=places,
        radius_km=_kilometres(place, radius) if places else None,
        sort=values["tri"],
        page=values["page"],
        **chosen,
    )
    return Asked(criteria, place, filters.parameters(), filters.ignored(), radius, _sort(criteria))


def _kilometres(place: PlaceResult, radius: str) -> int | None:
    """Return how far to look: an area is taken as it is, without its surroundings."""
    if radius == Radius.WHOLE:
        return None
    return 0 if place.kind == Kind.AREA else int(radius)


def _sort(criteria: Criteria) -> str:
    """Return the order really used: a distance needs a place, relevance needs words."""
    default = Sort.RELEVANCE.value if criteria.text else Sort.NEWEST.value
    if criteria.sort in {"", Sort.RELEVANCE} or (
        criteria.sort == Sort.DISTANCE and not criteria.places
    ):
        return default
    return criteria.sort


def query_string(parameters: Parameters) -> str:
    """Return « ?a=1&b=2 », "" without parameters."""
    return f"?{urlencode(parameters)}" if parameters else ""


def around_town(name: str) -> str:
    """Return « autour de Gramat »."""
    return _("around %(place)s") % {"place": of_place(with_french_spaces(name))}


def of_place(name: str) -> str:
    """Return a commune after « autour »: « de Gramat », « d’Albas », « du Vigan », « des Arques »."""
    if not (get_language() or "").startswith("fr"):
        return name
    for article, contracted in (("Le ", "du "), ("Les ", "des ")):
        if name.startswith(article):
            return contracted + name.removeprefix(article)
    return f"d’{name}" if name[:1].lower() in _VOWELS else f"de {name}"
