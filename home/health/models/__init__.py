"""Pages, data and requests of the health section."""

from .aids import HealthGrant
from .callbacks import CallbackEvent, CallbackNote, CallbackRequest
from .directory import HealthContact, HealthHousing, HealthStructure
from .pages import HealthAudiencePage, HealthIndexPage
from .training import SemesterPlaces, TrainingPractice
from .zoning import HealthZoning

__all__ = [
    "CallbackEvent",
    "CallbackNote",
    "CallbackRequest",
    "HealthAudiencePage",
    "HealthContact",
    "HealthGrant",
    "HealthHousing",
    "HealthIndexPage",
    "HealthStructure",
    "HealthZoning",
    "SemesterPlaces",
    "TrainingPractice",
]
