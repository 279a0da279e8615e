"""What a reader asks of the job board."""

from __future__ import annotations

from dataclasses import dataclass, fields

from territory.gazetteer import Place

# Criteria that are facets, by the parameter that carries them in addresses, in the order of the page.
FACET_FIELDS = {
    "domaine": "families",
    "contrat": "contracts",
    "accompagnement": "supports",
    "territoire": "territories",
    "temps": "working_times",
    "employeur": "employer_types",
    "depuis": "since",
}


@dataclass(frozen=True, slots=True)
class Criteria:
    """One search; unknown values count for nothing.

    Values are those of `jobs.board.vocabulary`, slugs for families and territories. `places` is the centre (several communes for a postcode), `radius_km` how far around; None takes the whole
    territory and only measures distances. `sort` is "pertinence", "date", "limite" or "distance"; "" is "pertinence"
    for words, else "date". `is_exact` keeps the words as
    they were typed even when nothing is found. Offers that are entirely remote are found around every place.
    """

    text: str = ""
    places: tuple[Place, ...] = ()
    radius_km: int | None = None
    families: tuple[str, ...] = ()
    contracts: tuple[str, ...] = ()
    supports: tuple[str, ...] = ()
    territories: tuple[str, ...] = ()
    working_times: tuple[str, ...] = ()
    employer_types: tuple[str, ...] = ()
    since: tuple[str, ...] = ()
    sort: str = ""
    page: int = 1
    page_size: int = 20
    is_exact: bool = False

    def chosen(self, parameter: str) -> tuple[str, ...]:
        """Return the values chosen in the facet carried by `parameter`."""
        values: tuple[str, ...] = getattr(self, FACET_FIELDS[parameter])
        return values

    @property
    def has_filters(self) -> bool:
        """Say whether anything narrows the list."""
        names = {*FACET_FIELDS.values(), "text", "places"}
        return any(getattr(self, field.name) for field in fields(self) if field.name in names)
