"""The home page, the standard pages, the legal pages and the site map; what is known of English columns."""

from .home_page import HomePage
from .legal import LegalPage
from .standard import SiteMapPage, StandardPage
from .translated import TranslatedText

__all__ = ["HomePage", "LegalPage", "SiteMapPage", "StandardPage", "TranslatedText"]
