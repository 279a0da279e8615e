"""The home page, the standard pages, the legal pages and the site map."""

from .home_page import HomePage
from .legal import LegalPage
from .standard import SiteMapPage, StandardPage

__all__ = ["HomePage", "LegalPage", "SiteMapPage", "StandardPage"]
