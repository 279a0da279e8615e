"""Search the offers online: criteria in, one page of offers and exact facets out.

`search_offers` answers the job index, the feed of a search and whatever lists offers; `ways_out` says what an empty
answer becomes when one criterion is relaxed.
"""

from .criteria import Criteria
from .exits import WayOut, ways_out
from .offers import Facet, FacetValue, Listed, Results, search_newest, search_offers

__all__ = [
    "Criteria",
    "Facet",
    "FacetValue",
    "Listed",
    "Results",
    "WayOut",
    "search_newest",
    "search_offers",
    "ways_out",
]
