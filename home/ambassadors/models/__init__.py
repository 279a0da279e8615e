"""Pages and people of the slice; the two only meet through the portrait that a member agreed to."""

from .goods import Good, GoodRequest
from .index import AmbassadorIndexPage
from .ledger import AmbassadorLogEntry, Charter, Consent
from .letters import Letter
from .pages import PortraitPage
from .people import Ambassador, AmbassadorPhoto

__all__ = [
    "Ambassador",
    "AmbassadorIndexPage",
    "AmbassadorLogEntry",
    "AmbassadorPhoto",
    "Charter",
    "Consent",
    "Good",
    "GoodRequest",
    "Letter",
    "PortraitPage",
]
