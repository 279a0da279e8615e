"""Lists of offers for editors' pages: a search like any other, so that only visible offers are ever shown."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import replace

from django.http import QueryDict

from search.generations import numbers
from ui.addresses import contract_path
from ui.offer_lists import OfferCriteria, OfferList

from .search import Criteria, search_newest
from .search.labels import Labels, labels
from .searching import Parameters, query_string, read_search
from .vocabulary import ContractGroup

# The parameter of addresses that carries each criterion.
PARAMETERS = {"family": "domaine", "territory": "territoire", "contract": "contrat", "words": "q"}


class BoardOffers:
    """Answers the blocks of pages (`ui.offer_lists`)."""

    def choices(self, criterion: str) -> list[tuple[str, str]]:
        """Return what an editor may choose, with its words in the language of the screen."""
        if criterion == "contract":
            return [(value, str(label)) for value, label in ContractGroup.choices]
        names = labels(numbers()["labels"])
        values = names.families if criterion == "family" else names.territories
        return [(value.slug, value.label) for value in values]

    def find_all(
        self, asked: Sequence[OfferCriteria], *, now: dt.datetime, language: str
    ) -> list[OfferList]:
        """Return the newest offers that answer each: 4 queries. None when what was chosen does not exist any more."""
        if not asked:
            return []
        stamps = numbers()
        path = contract_path("offres", language)
        known = [one for one in asked if _is_known(one, labels(stamps["labels"]))]
        found = search_newest([_criteria(one) for one in known], stamps=stamps, now=now)
        lists = {
            one: OfferList(listed.offers, listed.total, path + query_string(_parameters(one)), path)
            for one, listed in zip(known, found, strict=True)
        }
        return [lists.get(one, OfferList(all_address=path)) for one in asked]


def _parameters(asked: OfferCriteria) -> Parameters:
    """Return the search as it stands in addresses."""
    return [
        (parameter, str(value))
        for name, parameter in PARAMETERS.items()
        if (value := getattr(asked, name))
    ]


def _criteria(asked: OfferCriteria) -> Criteria:
    """Read the search as the job board does, so that the list and the page that it leads to agree."""
    read = read_search(QueryDict(query_string(_parameters(asked)).removeprefix("?")))
    return replace(read.criteria, page_size=asked.number)


def _is_known(asked: OfferCriteria, names: Labels) -> bool:
    """Say whether the family and the territory still exist: the search ignores those that do not."""
    families = {"", *(value.slug for value in names.families)}
    territories = {"", *(value.slug for value in names.territories)}
    return asked.family in families and asked.territory in territories
