"""The first legal pages, in both languages; the French one binds.

What only the Département knows is marked « À compléter », in the editors' hands.
"""

from .accessibility import ACCESSIBILITY
from .cookies import COOKIES
from .notice import LEGAL_NOTICE
from .parts import LegalText
from .personal_data import PERSONAL_DATA

__all__ = ["LEGAL_TEXTS", "PERSONAL_DATA", "LegalText"]

LEGAL_TEXTS = (ACCESSIBILITY, LEGAL_NOTICE, PERSONAL_DATA, COOKIES)
