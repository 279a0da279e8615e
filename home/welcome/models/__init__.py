"""Pages about settling, and the requests of those who want to."""

from .pages import TerritoryPage, WelcomeIndexPage
from .requests import Household, RequestEvent, RequestNote, SettlementRequest

__all__ = [
    "Household",
    "RequestEvent",
    "RequestNote",
    "SettlementRequest",
    "TerritoryPage",
    "WelcomeIndexPage",
]
