"""Images, documents, key figures and settings as every section of the site uses them."""

from .figures import KeyFigure
from .media import SiteDocument, SiteImage, SiteRendition
from .settings import NavigationSettings, SiteSettings

__all__ = [
    "KeyFigure",
    "NavigationSettings",
    "SiteDocument",
    "SiteImage",
    "SiteRendition",
    "SiteSettings",
]
