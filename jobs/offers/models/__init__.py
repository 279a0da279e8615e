"""Offers, their life, what was decided about them, and the reference data they name."""

from .lifecycle import OfferLifecycle
from .moderation import FieldNote, ModerationLogEntry, OfferReport, OfferReviewTask
from .offer import JobOffer
from .reference import JobFamily, Occupation, OccupationTitle

__all__ = [
    "FieldNote",
    "JobFamily",
    "JobOffer",
    "ModerationLogEntry",
    "Occupation",
    "OccupationTitle",
    "OfferLifecycle",
    "OfferReport",
    "OfferReviewTask",
]
