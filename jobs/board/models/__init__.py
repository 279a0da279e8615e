"""The page of the job board, and the narrow rows from which facets are counted."""

from .facets import OfferFacet, OfferPlace
from .pages import JobIndexPage

__all__ = ["JobIndexPage", "OfferFacet", "OfferPlace"]
